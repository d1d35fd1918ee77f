import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOfTitle } from '../../newsroom/compile/title-files.ts';
import { compareProblems, type Problem } from '../../newsroom/model/problem.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { takesOnly } from '../arguments.ts';
import { compileQuietly } from '../compile-content.ts';
import { PresentTitles } from '../present-titles.ts';
import { counted, problemLines } from '../print.ts';
import { emptyPackages, logosOnPaper, paleLogos } from '../shown-problems.ts';

/**
 * `dateline check [--title NAME] [--json]`: every problem of the content, or those of one title; the site's store does not change.
 * Exit 0 no problems, 1 problems, 2 could not run.
 */
export async function run(args: string[], title?: string): Promise<number> {
  if (!takesOnly(args, ['--json'], 'check [--title NAME] [--json]')) return 2;
  const { content, data: memory, now } = settingsFrom(process.env);
  const found = await withTemporaryFolder(async (data) => {
    const summary = await compileQuietly({ content, data, memory, history: false });
    const titles = new PresentTitles({ data, siteUrl: undefined }, now());
    try {
      const fault = titles.faultOf(title);
      if (fault !== undefined) return fault;
      const shown = await shownProblems(titles, content, title);
      if (title === undefined) return { ...summary, problems: [...summary.problems, ...shown] };
      const { articles, files } = filesOfTitle(
        data,
        title,
        summary.problems.map(({ file }) => file),
      );
      return { articles, problems: [...summary.problems.filter(({ file }) => files.has(file)), ...shown] };
    } finally {
      titles.close();
    }
  });
  if (typeof found === 'string') {
    console.error(`dateline: ${found}`);
    return 2;
  }
  const { articles } = found;
  const problems = found.problems.toSorted(compareProblems);
  if (args.includes('--json')) {
    console.log(JSON.stringify({ ...(title !== undefined && { title }), articles, problems }, null, 2));
  } else {
    if (problems.length > 0) console.log(`${problemLines(problems).join('\n')}\n`);
    console.log(
      `${counted(articles, 'article')}, ${problems.length === 0 ? 'no problems' : counted(problems.length, 'problem')}.`,
    );
  }
  return problems.length === 0 ? 0 : 1;
}

/** What is wrong with what readers see of one title, or of all. */
async function shownProblems(titles: PresentTitles, content: string, asked: string | undefined): Promise<Problem[]> {
  const found = new Map<string, Problem>();
  for (const each of titles.meant(asked)) {
    const { packages, logos } = titles.at(each, (edition, title) => ({
      packages: emptyPackages(edition, content, title),
      logos: logosOnPaper(edition),
    }));
    // What several titles share is said once.
    for (const one of [...packages, ...(await paleLogos(content, logos, each))]) found.set(JSON.stringify(one), one);
  }
  return [...found.values()];
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
