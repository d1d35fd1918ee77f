import { parentPort, workerData } from 'node:worker_threads';
import { compile, type CompileSummary } from './compile.ts';
import { FolderWatch } from './watch.ts';

/** A thread that keeps the store in step with the folder, so that the pages' own thread never waits for it. */
export type LiveMessage = { type: 'compiled'; summary: CompileSummary } | { type: 'fault'; message: string };

const { content, data }: { content: string; data: string } = workerData;

/** Where folders cannot be watched, the whole newsroom is looked through this often. Milliseconds. */
const pollEvery = 2000;

let waiting: Set<string> | 'all' | undefined;
let busy = false;

try {
  new FolderWatch(content, (paths) => {
    if (waiting !== 'all') waiting = new Set([...(waiting ?? []), ...paths]);
    void work();
  });
} catch (fault) {
  tell({
    type: 'fault',
    message: `Folders cannot be watched (${messageOf(fault)}); looking every ${pollEvery / 1000} seconds instead.`,
  });
  setInterval(() => {
    waiting = 'all';
    void work();
  }, pollEvery);
}

async function work(): Promise<void> {
  if (busy) return;
  busy = true;
  while (waiting) {
    const only = waiting === 'all' ? undefined : [...waiting];
    waiting = undefined;
    try {
      const summary = await compile({ content, data, ...(only && { only }) });
      if (summary.added + summary.changed + summary.removed > 0 || only) tell({ type: 'compiled', summary });
    } catch (fault) {
      tell({ type: 'fault', message: messageOf(fault) });
    }
  }
  busy = false;
}

function tell(message: LiveMessage): void {
  parentPort?.postMessage(message);
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
