import type { CompileSummary } from '../newsroom/compile/compile.ts';
import { markInUse } from '../newsroom/compile/in-use.ts';
import { keepLive } from '../newsroom/compile/live.ts';
import type { Settings } from '../newsroom/settings.ts';
import type { Audience } from '../newsroom/store/schema.ts';
import { serve } from '../server/http.ts';
import { ownAddresses } from '../server/own-addresses.ts';
import { warm } from '../server/warm.ts';
import { buildCode, root } from './build-code.ts';
import { liveReport } from './live-report.ts';

/**
 * Builds the code if it has changed, serves what was compiled, and follows the content folder until it is stopped. A store
 * that is not for the public is served as a preview. `note` is printed behind the address.
 */
export async function serveLive(
  settings: Settings,
  compiled: CompileSummary,
  { audience, note }: { audience: Audience; note: string },
): Promise<number> {
  if (!buildCode()) return 2;
  const preview = audience !== 'public';
  const free = markInUse(settings.data);
  const live = keepLive(settings, liveReport(compiled), { audience, ownAddresses });
  let running;
  try {
    running = await serve(root, settings, { preview, live });
  } catch (fault) {
    await live.stop();
    free();
    if (!(fault instanceof Error && 'code' in fault && (fault.code === 'EADDRINUSE' || fault.code === 'EACCES')))
      throw fault;
    console.error(
      `Port ${settings.port} ${fault.code === 'EACCES' ? 'is reserved for the administrator' : 'is in use'}. Choose another: --port ${settings.port === 3001 ? 3002 : 3001}`,
    );
    return 2;
  }
  const { port, close } = running;
  const stopped = new Promise<number>((resolve) => {
    const stop = (): void => {
      void Promise.all([close(), live.stop()]).then(() => resolve(0));
      // A reader on a slow line must not hold up the end of the server.
      setTimeout(() => resolve(0), 5000).unref();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  const { host } = settings;
  const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  console.log(`Serving at http://${name}:${port}${note}`);
  // The first request meets the same fault, and reports it.
  if (!preview) void warm(running, host).catch(() => undefined);
  return stopped.finally(free);
}
