import { compile } from '../../newsroom/compile/compile.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { printDamaged, printHistory, printProblems, printSetBack, progressBar, summaryLine } from '../print.ts';
import { serveLive } from '../serve-live.ts';

/** Compiles, builds where the code has changed, serves, and keeps in step with the folder until it is stopped. */
export async function run(): Promise<number> {
  // A preview serves itself; what the public sees takes no word for being one.
  delete process.env['DATELINE_PREVIEW'];
  const settings = settingsFrom(process.env);
  const progress = progressBar();
  const summary = await compile({ content: settings.content, data: settings.data, progress: progress.move });
  progress.end();
  printProblems(summary.problems);
  printSetBack(summary);
  printHistory(summary);
  printDamaged(summary);
  console.log(summaryLine(summary));
  return serveLive(settings, summary, { view: 'public', note: '', warmUp: true });
}
