#!/usr/bin/env node
import { join } from 'node:path';
import { upperFirst } from '../newsroom/model/text.ts';
import { endWithParents } from './parents.ts';
import { flushed, wordsOf } from './print.ts';

/** A command: `run` takes the arguments after its name and returns the exit code. */
interface Command {
  usage: string;
  does: string;
  /** What else `--help` of this command says: what its arguments are, with an example. */
  details?: string;
  /** Whether the newsroom's folder can be named without `--content`, as the first argument. */
  folder?: true;
  /** Whether it listens on a port, which `--port` sets as `PORT` does. */
  serves?: true;
  /** Whether it is about one title of a newsroom that has several, which `--title` names. */
  ofTitle?: true;
  load: () => Promise<{ run: (args: string[], title?: string) => Promise<number> }>;
}

const commands = new Map<string, Command>(
  Object.entries({
    init: {
      usage: 'init FOLDER [--name "Name"] [--language TAG]',
      does: 'make a small newsroom of your own in a folder, with a first article, a picture and a contact page',
      details: [
        'FOLDER is made if it is not there. Nothing in it is overwritten. Keep it outside the folder of Dateline: docs/own-newsroom.md.',
        '--name is the name of the newspaper; without it, it is made from the name of the folder.',
        '--language is the language of the site, as a BCP 47 tag: en (the default), fr, de, es, pt-BR, ar, he, ja, ko, zh-Hans … In these the first texts',
        'are in it too; in another one they are in English. The time zone is that of this machine. Both can be changed in site.yaml.',
        '',
        '  npx dateline init ../harbour-post --name "The Harbour Post"',
        '  npx dateline init ../al-mina --name "الميناء" --language ar',
      ].join('\n'),
      load: () => import('./commands/init.ts'),
    },
    start: {
      usage: 'start [FOLDER] [--port N]',
      folder: true,
      serves: true,
      does: 'compile, build the code if it has changed, and serve',
      load: () => import('./commands/start.ts'),
    },
    build: {
      usage: 'build [FOLDER] [--code-only]',
      folder: true,
      does: 'compile, and build the code if it has changed, so that start begins to serve at once',
      load: () => import('./commands/build.ts'),
    },
    dev: {
      usage: 'dev [FOLDER] [--port N]',
      folder: true,
      serves: true,
      does: 'serve with next dev: changes of code and content show when they are saved',
      load: () => import('./commands/dev.ts'),
    },
    preview: {
      usage: 'preview [FOLDER] [--at ISO] [--title NAME] [--port N]',
      ofTitle: true,
      folder: true,
      serves: true,
      does: 'serve drafts and the site as of any instant, on this machine only (PORT: 3001)',
      load: () => import('./commands/preview.ts'),
    },
    check: {
      usage: 'check [FOLDER] [--title NAME] [--json]',
      ofTitle: true,
      folder: true,
      does: 'read all content and print every problem',
      load: () => import('./commands/check.ts'),
    },
    compile: {
      usage: 'compile [FOLDER] [--snapshot FILE]',
      folder: true,
      does: 'read what has changed into the store, and write the store into one file that other machines can serve',
      load: () => import('./commands/compile.ts'),
    },
    new: {
      usage: 'new "Headline"',
      does: 'write a draft with a new id into the content folder',
      load: () => import('./commands/new.ts'),
    },
    import: {
      usage: 'import FILE-OR-FOLDER… [--format F] [--date ISO] [--json] [--dry-run]',
      does: 'make article files of other formats',
      load: () => import('./commands/import.ts'),
    },
    search: {
      usage: 'search QUERY [--title NAME] [--json]',
      ofTitle: true,
      does: 'print what the site finds for a query',
      details: [
        'QUERY is what a reader types into the search field: words, "a phrase", -without, one OR other, and the filters topic:, person:,',
        'place:, agency:, storyline:, type:, before: and after:. Put a query with quotation marks into single quotes. All of it: docs/search.md.',
        '--json prints one object: query, total, hits, notes, and suggestion where there is one; and title in a newsroom of several titles.',
        '',
        '  npx dateline search \'"prime minister" -tokyo after:2026\'',
      ].join('\n'),
      load: () => import('./commands/search.ts'),
    },
    export: {
      usage:
        'export ADDRESS… [--format F] [--output FOLDER], or --all --output FOLDER, or --site FOLDER [--json]; [--title NAME]',
      ofTitle: true,
      does: 'write public articles as ninjs, newsml-g2, nitf, text or markdown; or the whole site as files, for a static host',
      details: [
        '--site writes all pages, feeds, pictures and redirects into FOLDER/current/site, and only what has changed since the last time: run it as',
        'often as you like. FOLDER/current/nginx is for nginx; `_redirects` and `_headers` are for hosts such as Netlify and Cloudflare Pages.',
        '--json prints one object: pages, redirects, written, deleted, unchanged, nextGate (when the site changes by itself), configurationChanged.',
        '--detailed-exit-code ends with 3 in place of 0 if there is a next gate. More: docs/static-edition.md.',
        'In a newsroom of several titles --site writes FOLDER/NAME/current for each, and --all FOLDER/NAME; --title NAME writes that one, into FOLDER itself.',
        '',
        '  npx dateline export --site ../public-site',
      ].join('\n'),
      load: () => import('./commands/export.ts'),
    },
    related: {
      usage: 'related ADDRESS [--title NAME] [--json], or --all --json',
      ofTitle: true,
      does: 'print what the site shows as related to an article, with scores and reasons',
      details: [
        'ADDRESS is the address of a public article, or the path of its file. A score has no unit: the higher, the nearer; “picked” is chosen',
        'by the desk. --json prints one object; --all --json prints one object in a line for each public article. More: docs/related.md.',
        'In a newsroom of several titles an absolute address says which one is meant.',
        '',
        '  npx dateline related /2026/01/13/slug',
        '  npx dateline related content/articles/2026/01/13/slug.mdx --json',
      ].join('\n'),
      load: () => import('./commands/related.ts'),
    },
    storylines: {
      usage: 'storylines --suggest [--title NAME] [--json]',
      ofTitle: true,
      does: 'print running stories that no storyline names yet, and what to write to accept them',
      details: [
        'It changes no file. An editor accepts a suggestion with a file under storylines/ and a line in each article (docs/writing.md).',
        '--json prints one array.',
      ].join('\n'),
      load: () => import('./commands/storylines.ts'),
    },
    words: {
      usage: 'words LANGUAGE',
      does: 'print the words of the site as a file to translate, for a language that has none yet',
      details: [
        'LANGUAGE is a BCP 47 tag, such as nl or zh-Hant. Translate the file and save it in the content folder: docs/languages.md.',
        '',
        '  npx dateline words nl > content/words/nl.yaml',
      ].join('\n'),
      load: () => import('./commands/words.ts'),
    },
    indexnow: {
      usage: 'indexnow --since ISO [--title NAME] [--send] [--endpoint URL] [--json]',
      ofTitle: true,
      does: 'print the stories that were added, changed or removed since an instant, or submit them to search engines',
      load: () => import('./commands/indexnow.ts'),
    },
  }),
);

const usage = [
  'Usage: dateline COMMAND',
  '',
  ...[...commands.values()].map((command) => `  dateline ${command.usage}\n      ${command.does}`),
  '',
  'FOLDER is the newsroom; all commands also take it as --content FOLDER. Its store is in FOLDER/.dateline, unless DATELINE_DATA is set.',
  'NAME is the name of a file under titles/, in a newsroom of several titles. Without it a command is about the first title; check, indexnow',
  'and export --all or --site are about all.',
  'Environment: DATELINE_CONTENT (content), DATELINE_DATA (.dateline), DATELINE_NOW (the clock), SITE_URL, HOST (127.0.0.1), PORT (3000), DATELINE_POLL (off), DATELINE_SNAPSHOT (off).',
].join('\n');

async function main([name, ...args]: string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    console.log(usage);
    return 0;
  }
  const command = name === undefined ? undefined : commands.get(name);
  if (!command) {
    console.error(name === undefined ? usage : `dateline has no command “${name}”.\n\n${usage}`);
    return 2;
  }
  if (args[0] === '--help' || args[0] === '-h') {
    const does = `${upperFirst(command.does)}.`;
    const paragraphs = [`Usage: dateline ${command.usage}`, does, ...(command.details ? [command.details] : [])];
    console.log(paragraphs.join('\n\n'));
    return 0;
  }
  const taken = command.ofTitle ? takeTitle(args) : { rest: args, title: undefined };
  const rest = taken && takeSettings(command, taken.rest);
  if (!taken || rest === undefined) return 2;
  endWithParents();
  const { run } = await command.load();
  return run(rest, taken.title);
}

/** Takes the name of a title from the arguments; not behind `--`, where all is words. `undefined` if its value is missing, which is printed. */
function takeTitle(args: string[]): { rest: string[]; title: string | undefined } | undefined {
  const end = args.indexOf('--');
  const at = args.findIndex((arg, index) => (end < 0 || index < end) && /^--title(?:=|$)/.test(arg));
  if (at < 0) return { rest: args, title: undefined };
  const isOne = args[at] !== '--title';
  const title = isOne ? args[at]?.slice('--title='.length) : args[at + 1];
  if (title !== undefined && title !== '' && !title.startsWith('-'))
    return { rest: args.toSpliced(at, isOne ? 1 : 2), title };
  console.error('dateline: --title needs the name of a title.');
  return undefined;
}

/**
 * Takes the newsroom's folder and the port from the arguments and puts them into the environment, which all settings are read
 * from. Returns the other arguments; `undefined` if a value is missing, which is printed.
 */
function takeSettings({ folder, serves }: Command, args: string[]): string[] | undefined {
  let rest = args;
  const at = serves ? rest.indexOf('--port') : -1;
  if (at >= 0) {
    const port = rest[at + 1];
    if (port === undefined || !/^\d+$/.test(port)) {
      console.error('dateline: --port needs a number, such as --port 3001.');
      return undefined;
    }
    process.env['PORT'] = port;
    rest = rest.toSpliced(at, 2);
  }
  const isFirst = folder === true && rest[0] !== undefined && !rest[0].startsWith('-');
  const option = rest.indexOf('--content');
  if (!isFirst && option < 0) return rest;
  const content = rest[isFirst ? 0 : option + 1];
  if (content === undefined || content === '') {
    console.error('dateline: --content needs a folder.');
    return undefined;
  }
  process.env['DATELINE_CONTENT'] = content;
  process.env['DATELINE_DATA'] ||= join(content, '.dateline');
  return isFirst ? rest.slice(1) : rest.toSpliced(option, 2);
}

// A reader such as `head` may end before all is printed: that is no fault.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

let code = 2;
try {
  code = await main(process.argv.slice(2));
} catch (fault) {
  console.error(`dateline: ${wordsOf(fault)}`);
}
await flushed();
process.exit(code);
