import { keepLive } from '../newsroom/compile/live.ts';
import { markInUse } from '../newsroom/compile/in-use.ts';
import { hasReadyStore } from '../newsroom/compile/ready-store.ts';
import type { Settings } from '../newsroom/settings.ts';
import type { Audience } from '../newsroom/store/schema.ts';
import { StoreMissing } from '../newsroom/store/store.ts';
import { followSnapshot } from '../newsroom/snapshot/follow-snapshot.ts';
import { snapshotFolder } from '../newsroom/snapshot/take-snapshot.ts';
import { serve } from '../server/http.ts';
import { log } from '../server/log.ts';
import { openLog } from '../server/log-output.ts';
import { ownAddresses } from '../server/own-addresses.ts';
import { warm } from '../server/warm.ts';
import { buildCode, root } from './build-code.ts';
import { compileApart } from './compile-apart.ts';
import { liveReport } from './live-report.ts';
import { hasUsableSite, printNotes, printSummary, wordsOf } from './print.ts';

/** How long requests that are under way may take at the end: a reader on a slow line must not hold it up. Milliseconds. */
const stopLimit = 8000;

/**
 * Compiles, builds the code if it has changed, serves, and follows the content folder until it is stopped. A store that is there
 * already is served while it is compared with the folder. A store that is not for the public is served as a preview. `note` is
 * printed behind the address. `localTitle`: the title that `localhost` shows, if it is not the first one. With `DATELINE_SNAPSHOT` nothing is compiled or followed but that file. Returns the exit code; 1 if there is a `site.yaml` that cannot be used, and never was one that can.
 */
export async function serveLive(
  settings: Settings,
  { audience, note, localTitle }: { audience: Audience; note: string; localTitle?: string | undefined },
): Promise<number> {
  const { content, host, snapshot } = settings;
  const isSnapshot = snapshot !== undefined && audience === 'public';
  const data = isSnapshot ? snapshotFolder(settings.data) : settings.data;
  const output = openLog(settings);
  try {
    const isReady = isSnapshot || hasReadyStore(content, data, audience);
    if (!isReady) log.info('The store is made from the content folder. The site is served when that is done.');
    const compiled = isReady ? undefined : await compileApart({ content, data, audience });
    if (compiled) {
      printNotes(compiled);
      printSummary(compiled);
      if (audience === 'public' && !hasUsableSite(compiled)) return 1;
    }
    if (!(await buildCode())) return 2;
    const preview = audience !== 'public';
    const free = markInUse(data);
    const live = isSnapshot
      ? followSnapshot(snapshot, settings.data, (level, message) => log[level](message))
      : keepLive(settings, liveReport(compiled), { audience, ownAddresses, saysHistory: isReady });
    const stopping = Promise.withResolvers<void>();
    // Also while the server starts.
    // SIGHUP: of a terminal that closes, and of programs that rotate logs, though this one has none to open again.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        log.info(`The site stops (${signal}).`);
        stopping.resolve();
      });
    try {
      if (isSnapshot) await live.firstComparison;
      const running = await serve(root, { ...settings, data }, { preview, live, localTitle, access: output.access });
      const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
      log.info(`Serving at http://${name}:${running.port}${note}`);
      for (const { title, localUrl } of running.titles())
        if (title && localUrl !== undefined) log.info(`  ${title.name} at ${localUrl}`);
      if (!preview)
        void warm(running, host).then(
          () => log.info('The pages that readers ask for first are ready.'),
          // The first request meets the same fault, and reports it.
          () => undefined,
        );
      await stopping.promise;
      const late = new Promise((resolve) => setTimeout(resolve, settings.stopDelay + stopLimit).unref());
      await Promise.race([running.close(), late]);
      return 0;
    } catch (fault) {
      const words =
        isSnapshot && fault instanceof StoreMissing
          ? `There is nothing to serve. ${live.notice?.() ?? fault.message}`
          : portWords(fault, settings);
      if (words === undefined) throw fault;
      log.error(words);
      return 2;
    } finally {
      await live.stop();
      free();
    }
  } catch (fault) {
    log.error(`dateline: ${wordsOf(fault)}`);
    return 2;
  } finally {
    await output.flush();
  }
}

/** What an operator must know of a port that cannot be had; `undefined` if the fault is another one. */
function portWords(fault: unknown, { port, metricsPort }: Settings): string | undefined {
  if (!(fault instanceof Error && 'code' in fault && 'port' in fault)) return undefined;
  const { code } = fault;
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return undefined;
  const why = code === 'EACCES' ? 'is reserved for the administrator' : 'is in use';
  if (fault.port === metricsPort)
    return metricsPort === port
      ? `Port ${port} cannot be both PORT and METRICS_PORT.`
      : `Port ${metricsPort}, of METRICS_PORT, ${why}. Choose another.`;
  return `Port ${port} ${why}. Choose another: --port ${port === 3001 ? 3002 : 3001}`;
}
