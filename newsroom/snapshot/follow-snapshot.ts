import { Worker } from 'node:worker_threads';
import type { LiveStore } from '../compile/live.ts';
import { snapshotFolder } from './take-snapshot.ts';
import type { SnapshotMessage, SnapshotOptions } from './snapshot-worker.ts';

/** Takes what happens: a sentence for the operator, and whether it is well. */
type Report = (level: 'info' | 'warn', message: string) => void;

/**
 * Serves a snapshot, and each one that replaces it, until `stop` is called. It runs in a thread: a large file is copied and
 * checked while pages are served from the one before. One that cannot be used is refused once, and the one before stays.
 */
export function followSnapshot(file: string, data: string, report: Report): LiveStore {
  const { promise: firstComparison, resolve: begin } = Promise.withResolvers<void>();
  let notice: string | undefined;
  let stopped = false;
  const take = (message: SnapshotMessage): void => {
    const before = notice;
    notice = message.type === 'taken' ? undefined : noticeOf(message, file);
    if (message.type === 'taken')
      report(
        message.isOlder ? 'warn' : 'info',
        message.isOlder
          ? `The snapshot ${file} is older than the one before it. It is served: what was withdrawn since it was made is public again.`
          : `The snapshot ${file} is served.`,
      );
    else if (notice !== undefined && notice !== before) report('warn', notice);
    begin();
  };
  let thread = start();
  function start(): Worker {
    const worker = new Worker(new URL('./snapshot-worker.ts', import.meta.url), {
      workerData: { file, folder: snapshotFolder(data) } satisfies SnapshotOptions,
    });
    worker.on('message', take);
    worker.on('error', (fault) => take({ type: 'refused', why: `cannot be followed at present (${fault.message})` }));
    worker.on('exit', () => {
      if (!stopped) setTimeout(() => (thread = start()), 1000);
    });
    return worker;
  }
  return {
    firstComparison,
    isComparing: () => false,
    lastCompile: () => undefined,
    hasCompared: () => true,
    hindrance: () => undefined,
    notice: () => notice,
    rebuild: () => thread.postMessage('again'),
    async stop() {
      stopped = true;
      await thread.terminate();
    },
  };
}

function noticeOf(message: Exclude<SnapshotMessage, { type: 'taken' }>, file: string): string {
  return message.type === 'missing'
    ? `There is no snapshot at ${file}.`
    : `The snapshot ${file} is refused: it ${message.why}.`;
}
