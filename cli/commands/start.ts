import { compile } from '../../newsroom/compile/compile.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { printHistory, printProblems, printSetBack, progressBar, summaryLine } from '../print.ts';
import { serveLive } from '../serve-live.ts';

/** `dateline start`: compiles, builds the code if it has changed, serves, and follows the content folder until it is stopped. */
export async function run(): Promise<number> {
  const settings = settingsFrom(process.env);
  const progress = progressBar();
  const summary = await compile({ content: settings.content, data: settings.data, progress: progress.move });
  progress.end();
  printProblems(summary.problems);
  printSetBack(summary);
  printHistory(summary);
  console.log(summaryLine(summary));
  return serveLive(settings, summary, { view: 'public', note: '' });
}
