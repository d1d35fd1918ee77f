import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from '../server/build.ts';
import type { CompileSummary } from '../newsroom/compile/compile.ts';
import { keepLive } from '../newsroom/compile/live.ts';
import type { Settings } from '../newsroom/settings.ts';
import type { StoreView } from '../newsroom/store/schema.ts';
import { liveReport } from './live-report.ts';

const root = join(fileURLToPath(import.meta.url), '../..');

/**
 * Builds where the code has changed, serves what was compiled, and keeps in step with the folder until it is stopped.
 * Settings are also read from the environment, by the pages: the two must say the same.
 */
export async function serveLive(
  settings: Settings,
  compiled: CompileSummary,
  { view, note, warmUp }: { view: StoreView; note: string; warmUp: boolean },
): Promise<number> {
  const failed = buildIfChanged(root, () => console.log('Building the site …'));
  if (failed !== undefined) {
    console.error(failed);
    console.error('The build failed.');
    return 2;
  }

  process.env = { ...process.env, NODE_ENV: 'production' };
  const { serve } = await import('../server/server.ts');
  const { warm } = await import('../server/warm.ts');
  let running;
  try {
    running = await serve(root, settings);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && (fault.code === 'EADDRINUSE' || fault.code === 'EACCES')))
      throw fault;
    console.error(
      `Port ${settings.port} ${fault.code === 'EACCES' ? 'is not ours to use' : 'is in use'}. Choose another: PORT=${settings.port === 3001 ? 3002 : 3001}`,
    );
    return 2;
  }
  const { port, close } = running;
  const live = keepLive(settings, liveReport(compiled), { view });
  const stopped = new Promise<number>((resolve) => {
    const stop = (): void => {
      void Promise.all([close(), live.stop()]).then(() => resolve(0));
      // A reader on a slow line must not hold the server for ever.
      setTimeout(() => resolve(0), 5000).unref();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  const { host } = settings;
  const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  console.log(`Serving at http://${name}:${port}${note}`);
  if (warmUp) void warm(running.kept, port, settings.host);
  return stopped;
}
