import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, type CompileSummary } from '../../newsroom/compile/compile.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { takesOnly } from '../arguments.ts';
import { counted, problemLines, progressBar } from '../print.ts';

/** `dateline check [--json]`: every problem of the content, and not one byte of the site's store moved. */
export async function run(args: string[]): Promise<number> {
  if (!takesOnly(args, ['--json'], 'check [--json]')) return 2;
  const { content, data: memory } = settingsFrom(process.env);
  const progress = progressBar();
  let summary: CompileSummary;
  try {
    summary = await inPassing((data) => compile({ content, data, memory, history: false, progress: progress.move }));
  } finally {
    progress.end();
  }
  const { articles, problems } = summary;
  if (args.includes('--json')) {
    console.log(JSON.stringify({ articles, problems }, null, 2));
  } else {
    if (problems.length > 0) console.log(`${problemLines(problems).join('\n')}\n`);
    console.log(
      `${counted(articles, 'article')}, ${problems.length === 0 ? 'no problems' : counted(problems.length, 'problem')}.`,
    );
  }
  return problems.length === 0 ? 0 : 1;
}

/** Lends `use` a folder that is gone afterwards, whether it came to its end, failed, or was interrupted. */
async function inPassing<T>(use: (folder: string) => Promise<T>): Promise<T> {
  let folder: string | undefined;
  const remove = (): void => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const interrupted = (signal: NodeJS.Signals): void => {
    remove();
    for (const each of signals) process.removeListener(each, interrupted);
    process.kill(process.pid, signal);
  };
  // Before there is a folder: an interruption between the two would leave it behind.
  for (const signal of signals) process.on(signal, interrupted);
  try {
    folder = mkdtempSync(join(tmpdir(), 'dateline-check-'));
    return await use(folder);
  } finally {
    remove();
    for (const signal of signals) process.removeListener(signal, interrupted);
  }
}
