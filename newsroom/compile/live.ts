import { Worker } from 'node:worker_threads';
import type { Settings } from '../settings.ts';
import type { Audience } from '../store/schema.ts';
import type { OwnAddresses } from './collisions.ts';
import type { LiveMessage, LiveOptions } from './live-worker.ts';

/** A store that follows the content folder. */
export interface LiveStore {
  /** Replaces the store, which a reader has found damaged. */
  rebuild(): void;
  stop(): Promise<void>;
}

/**
 * Keeps the store up to date with the content folder until `stop` is called. It runs in a thread, which is started again
 * when it dies, so that the thread that serves pages never waits for it.
 */
export function keepLive(
  { content, data, poll }: Pick<Settings, 'content' | 'data' | 'poll'>,
  report: (message: LiveMessage) => void,
  {
    audience = 'public',
    scanEvery,
    ownAddresses,
  }: { audience?: Audience; scanEvery?: number; ownAddresses?: OwnAddresses } = {},
): LiveStore {
  const workerData: LiveOptions = { content, data, audience, poll, scanEvery, ownAddresses };
  let stopped = false;
  let thread = start();
  function start(): Worker {
    const worker = new Worker(new URL('./live-worker.ts', import.meta.url), { workerData });
    worker.on('message', report);
    worker.on('error', (error) =>
      report({ type: 'fault', message: `Watching stopped (${error.message}); starting again.` }),
    );
    worker.on('exit', () => {
      if (!stopped) setTimeout(() => (thread = start()), 1000);
    });
    return worker;
  }
  return {
    rebuild: () => thread.postMessage('rebuild'),
    async stop() {
      stopped = true;
      await thread.terminate();
    },
  };
}
