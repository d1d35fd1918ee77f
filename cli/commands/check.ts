import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsFrom } from '../../newsroom/settings.ts';
import { takesOnly } from '../arguments.ts';
import { compileQuietly } from '../compile-content.ts';
import { counted, problemLines } from '../print.ts';

/** `dateline check [--json]`: every problem of the content; the site's store does not change. Exit 0 no problems, 1 problems. */
export async function run(args: string[]): Promise<number> {
  if (!takesOnly(args, ['--json'], 'check [--json]')) return 2;
  const { content, data: memory } = settingsFrom(process.env);
  const { articles, problems } = await withTemporaryFolder((data) =>
    compileQuietly({ content, data, memory, history: false }),
  );
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

/** Calls `use` with a temporary folder, which is deleted afterwards, even if `use` fails or the command is interrupted. */
async function withTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
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
  // Before the folder is made: an interruption between the two would leave it behind.
  for (const signal of signals) process.on(signal, interrupted);
  try {
    folder = mkdtempSync(join(tmpdir(), 'dateline-check-'));
    return await use(folder);
  } finally {
    remove();
    for (const signal of signals) process.removeListener(signal, interrupted);
  }
}
