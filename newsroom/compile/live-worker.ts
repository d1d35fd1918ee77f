import { parentPort, workerData } from 'node:worker_threads';
import type { StoreView } from '../store/schema.ts';
import { compile, type CompileSummary } from './compile.ts';
import { readNewCommits } from './git-history.ts';
import { FolderWatch } from './watch.ts';

/** A thread that keeps the store in step with the folder, so that the pages' own thread never waits for it. */
export type LiveMessage = { type: 'compiled'; summary: CompileSummary } | { type: 'fault'; message: string };

const { content, data, view }: { content: string; data: string; view: StoreView } = workerData;

/** Where folders cannot be watched, the whole newsroom is looked through this often. Milliseconds. */
const pollEvery = 2000;

/** A commit moves no file of the folder; so often git is asked whether there is a new one. Milliseconds. */
const askGitEvery = 5000;

let waiting: Set<string> | 'all' | undefined;
let busy = false;

try {
  new FolderWatch(content, (paths) => {
    if (waiting !== 'all') waiting = new Set([...(waiting ?? []), ...paths]);
    void work();
  });
  // Something may have happened between the compile before the start and the first watcher.
  waiting = 'all';
  void work();
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

if (view === 'public') setInterval(() => void askGit(), askGitEvery);

async function work(): Promise<void> {
  if (busy) return;
  busy = true;
  while (waiting) {
    const only = waiting === 'all' ? undefined : [...waiting];
    waiting = undefined;
    try {
      const summary = await compile({ content, data, view, ...(only && { only }) });
      tell({ type: 'compiled', summary });
    } catch (fault) {
      tell({ type: 'fault', message: messageOf(fault) });
      // What could not be compiled now is not forgotten.
      waiting = 'all';
      await new Promise((resolve) => setTimeout(resolve, pollEvery));
    }
  }
  busy = false;
}

async function askGit(): Promise<void> {
  if (busy) return;
  busy = true;
  // Why it may have nothing to tell was said by the compile before; another one will say it again.
  await readNewCommits(content, data).catch((fault: unknown) => tell({ type: 'fault', message: messageOf(fault) }));
  busy = false;
  void work();
}

function tell(message: LiveMessage): void {
  parentPort?.postMessage(message);
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
