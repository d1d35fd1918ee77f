#!/usr/bin/env node
import { CannotCompile } from '../newsroom/compile/compile.ts';
import { SettingsFault } from '../newsroom/settings.ts';
import { settled } from './print.ts';

/** A command takes what stands behind its name and comes to an exit code. */
interface Command {
  usage: string;
  does: string;
  load: () => Promise<{ run: (args: string[]) => Promise<number> }>;
}

const commands = new Map<string, Command>(
  Object.entries({
    start: {
      usage: 'start',
      does: 'compile, build where the code has changed, and serve',
      load: () => import('./commands/start.ts'),
    },
    dev: { usage: 'dev', does: 'the same, while the code is being worked on', load: () => import('./commands/dev.ts') },
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
      does: 'write a draft with a fresh id, in its place',
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
      does: 'print the stories that came, changed or went since an instant, or tell search engines of them',
      load: () => import('./commands/indexnow.ts'),
    },
  }),
);

const usage = [
  'Usage: dateline COMMAND',
  '',
  ...[...commands.values()].map((command) => `  dateline ${command.usage}\n      ${command.does}`),
  '',
  'DATELINE_CONTENT (content), DATELINE_DATA (.dateline), DATELINE_NOW, SITE_URL and PORT say where things are and when it is.',
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
  const { run } = await command.load();
  return run(args);
}

/** The line for the person at the keyboard. What nobody foresaw is a fault of ours, and comes with its trace. */
function wordsOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const foreseen = fault instanceof CannotCompile || fault instanceof SettingsFault;
  // The file system and SQLite say what is wrong with the machine: a full disk, a lock, a folder nobody may read.
  const outside = 'syscall' in fault || ('code' in fault && fault.code === 'ERR_SQLITE_ERROR');
  return foreseen || outside ? fault.message : (fault.stack ?? fault.message);
}

// A reader such as `head` may have gone before all is printed: that is no fault.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

let code = 2;
try {
  code = await main(process.argv.slice(2));
} catch (fault) {
  console.error(`dateline: ${wordsOf(fault)}`);
}
await settled();
process.exit(code);
