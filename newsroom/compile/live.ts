import { Worker } from 'node:worker_threads';
import type { StoreView } from '../store/schema.ts';
import type { LiveMessage } from './live-worker.ts';

/** Keeps the store in step with the folder until it is told to stop. A thread that dies is started again. */
export function keepLive(
  content: string,
  data: string,
  tell: (message: LiveMessage) => void,
  view: StoreView = 'public',
): { stop(): Promise<void> } {
  let stopped = false;
  let thread = start();
  function start(): Worker {
    const worker = new Worker(new URL('./live-worker.ts', import.meta.url), { workerData: { content, data, view } });
    worker.on('message', tell);
    worker.on('error', (fault) =>
      tell({ type: 'fault', message: `Watching stopped (${fault.message}); starting again.` }),
    );
    worker.on('exit', () => {
      if (!stopped) setTimeout(() => (thread = start()), 1000);
    });
    return worker;
  }
  return {
    async stop() {
      stopped = true;
      await thread.terminate();
    },
  };
}
