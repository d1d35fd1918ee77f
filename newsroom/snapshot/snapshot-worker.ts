import { parentPort, workerData } from 'node:worker_threads';
import { stampOf, takeSnapshot } from './take-snapshot.ts';

/** What the thread is asked to follow: the file, and the folder from which it is served. */
export interface SnapshotOptions {
  file: string;
  folder: string;
}

/** What the thread reports. `missing` and `refused` leave the one before in its place. */
export type SnapshotMessage =
  | { type: 'taken'; isOlder: boolean }
  | { type: 'missing' }
  | { type: 'refused'; why: string };

/** How often the file is looked at. Milliseconds. */
const lookEvery = 500;

const { file, folder }: SnapshotOptions = workerData;
let seen: string | undefined = '';

function look(): void {
  const stamp = stampOf(file);
  if (stamp === seen) return;
  seen = stamp;
  report(stamp === undefined ? { type: 'missing' } : take(stamp));
}

function take(stamp: string): SnapshotMessage {
  try {
    return { type: 'taken', ...takeSnapshot(file, stamp, folder) };
  } catch (fault) {
    return { type: 'refused', why: fault instanceof Error ? fault.message : String(fault) };
  }
}

function report(message: SnapshotMessage): void {
  parentPort?.postMessage(message);
}

// The store that was made from it has been found damaged.
parentPort?.on('message', () => {
  seen = '';
  look();
});
look();
setInterval(look, lookEvery);
