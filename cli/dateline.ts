#!/usr/bin/env node
import { CannotCompile } from '../newsroom/compile/compile.ts';
import { SettingsFault } from '../newsroom/settings.ts';
import { endWithParents } from './parents.ts';
import { flushed } from './print.ts';

/** A command: `run` takes the arguments after its name and returns the exit code. */
interface Command {
  usage: string;
  does: string;
  load: () => Promise<{ run: (args: string[]) => Promise<number> }>;
}

const commands = new Map<string, Command>(
  Object.entries({
    start: {
      usage: 'start',
      does: 'compile, build the code if it has changed, and serve',
      load: () => import('./commands/start.ts'),
    },
    build: {
      usage: 'build [--code-only]',
      does: 'compile, and build the code if it has changed, so that start begins to serve at once',
      load: () => import('./commands/build.ts'),
    },
    dev: {
      usage: 'dev',
      does: 'serve with next dev: changes of code and content show when they are saved',
      load: () => import('./commands/dev.ts'),
    },
    preview: {
      usage: 'preview [--at ISO]',
      does: 'serve drafts and the site as of any instant, on this machine only (PORT: 3001)',
      load: () => import('./commands/preview.ts'),
    },
    check: {
      usage: 'check [--json]',
      does: 'read all content and print every problem',
      load: () => import('./commands/check.ts'),
    },
    compile: {
      usage: 'compile',
      does: 'read what has changed into the store',
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
    export: {
      usage: 'export ADDRESS… [--format F] [--output FOLDER], or --all --output FOLDER',
      does: 'write public articles as ninjs, newsml-g2, nitf, text or markdown',
      load: () => import('./commands/export.ts'),
    },
    indexnow: {
      usage: 'indexnow --since ISO [--send] [--endpoint URL] [--json]',
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
  'Environment: DATELINE_CONTENT (content), DATELINE_DATA (.dateline), DATELINE_NOW (the clock), SITE_URL, HOST (127.0.0.1), PORT (3000), DATELINE_POLL (off).',
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
    console.log(`Usage: dateline ${command.usage}\n\n${command.does}`);
    return 0;
  }
  endWithParents();
  const { run } = await command.load();
  return run(args);
}

/** What to print of a fault: its message if it was foreseen; with its trace if it is a fault of the program. */
function wordsOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const foreseen = fault instanceof CannotCompile || fault instanceof SettingsFault;
  // The file system and SQLite say what is wrong with the machine: a full disk, a lock, a folder that cannot be read.
  const outside = 'syscall' in fault || ('code' in fault && fault.code === 'ERR_SQLITE_ERROR');
  return foreseen || outside ? fault.message : (fault.stack ?? fault.message);
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
