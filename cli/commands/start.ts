import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from '../../delivery/build.ts';
import { compile } from '../../newsroom/compile/compile.ts';
import { keepLive } from '../../newsroom/compile/live.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { liveReport } from '../live-report.ts';
import { printProblems, progressBar, summaryLine } from '../print.ts';

const root = join(fileURLToPath(import.meta.url), '../../..');

/** Compiles, builds where the code has changed, serves, and keeps in step with the folder until it is stopped. */
export async function run(): Promise<number> {
  const settings = settingsFrom(process.env);
  const progress = progressBar();
  const summary = await compile({ content: settings.content, data: settings.data, progress: progress.move });
  progress.end();
  printProblems(summary.problems);
  console.log(summaryLine(summary));

  const failed = buildIfChanged(root, () => console.log('Building the site …'));
  if (failed !== undefined) {
    console.error(failed);
    console.error('The build failed.');
    return 2;
  }

  process.env = { ...process.env, NODE_ENV: 'production' };
  const { serve } = await import('../../delivery/server.ts');
  const { warm } = await import('../../delivery/warm.ts');
  let running;
  try {
    running = await serve(root, settings);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && (fault.code === 'EADDRINUSE' || fault.code === 'EACCES')))
      throw fault;
    console.error(
      `Port ${settings.port} ${fault.code === 'EACCES' ? 'is not ours to use' : 'is in use'}. Choose another: PORT=3001 npm start`,
    );
    return 2;
  }
  const { port, close } = running;
  console.log(`Serving at http://${settings.host === '127.0.0.1' ? 'localhost' : settings.host}:${port}`);
  const live = keepLive(settings.content, settings.data, liveReport(summary));
  void warm(running.kept, port, settings.host);

  return new Promise((resolve) => {
    const stop = (): void => {
      void Promise.all([close(), live.stop()]).then(() => resolve(0));
      // A reader on a slow line must not hold the server for ever.
      setTimeout(() => resolve(0), 5000).unref();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
