import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Editions } from '../../newsroom/edition/open.ts';
import { compareProblems, type Problem } from '../../newsroom/model/problem.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { takesOnly } from '../arguments.ts';
import { compileQuietly } from '../compile-content.ts';
import { linkTarget } from '../../site/addresses/link-target.ts';
import { counted, problemLines } from '../print.ts';
import { emptyPackages, logosOnPaper, paleLogos } from '../shown-problems.ts';

/** `dateline check [--json]`: every problem of the content; the site's store does not change. Exit 0 no problems, 1 problems. */
export async function run(args: string[]): Promise<number> {
  if (!takesOnly(args, ['--json'], 'check [--json]')) return 2;
  const { content, data: memory, now } = settingsFrom(process.env);
  const { articles, problems } = await withTemporaryFolder(async (data) => {
    const summary = await compileQuietly({ content, data, memory, history: false });
    const shown = await shownProblems(content, data, now());
    return { ...summary, problems: [...summary.problems, ...shown].toSorted(compareProblems) };
  });
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

/** What is wrong with what readers see of a compiled newsroom. `now` in milliseconds. */
async function shownProblems(content: string, data: string, now: number): Promise<Problem[]> {
  const editions = Editions.in(data, { linkTarget });
  try {
    const { packages, logos } = editions.at(now, (edition) => ({
      packages: emptyPackages(edition, content),
      logos: logosOnPaper(edition),
    }));
    return [...packages, ...(await paleLogos(content, logos))];
  } finally {
    editions.close();
  }
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
