import { compile, type CompileSummary } from '../../newsroom/compile/compile.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { printDamaged, printHistory, printProblems, printSetBack, progressBar, summaryLine } from '../print.ts';
import { takesOnly } from '../arguments.ts';

/** `dateline compile`: content → store. A store with problems in it is a store: broken files keep what was live. */
export async function run(args: string[]): Promise<number> {
  if (!takesOnly(args, [], 'compile')) return 2;
  const { content, data } = settingsFrom(process.env);
  const progress = progressBar();
  let summary: CompileSummary;
  try {
    summary = await compile({ content, data, progress: progress.move });
  } finally {
    progress.end();
  }
  printProblems(summary.problems);
  printSetBack(summary);
  printHistory(summary);
  printDamaged(summary);
  console.log(summaryLine(summary));
  return 0;
}
