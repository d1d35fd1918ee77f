/**
 * The thread of `keepLive`. It compiles what the file system reports as changed. From time to time it also scans the
 * whole folder, since not all changes are reported: a network file system reports none, and events can be lost.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { settingsFrom } from '../settings.ts';
import type { Audience } from '../store/schema.ts';
import { openStore } from '../store/store.ts';
import type { OwnAddresses } from './collisions.ts';
import { compile, type CompileSummary } from './compile.ts';
import { readNewCommits } from './git-history.ts';
import { recordScan } from './last-scan.ts';
import { outdatedPaths, type OutdatedPaths } from './outdated-paths.ts';
import { FolderWatch } from './watch.ts';

/** What `keepLive` hands to the thread. */
export interface LiveOptions {
  content: string;
  data: string;
  audience: Audience;
  /** Scan the folder every so many seconds, and do not watch it. */
  poll: number | undefined;
  /** The shortest time between two scans of a folder that is watched, in milliseconds; 30 seconds where it is missing. */
  scanEvery: number | undefined;
  ownAddresses: OwnAddresses | undefined;
}

export type LiveMessage =
  | { type: 'compiled'; summary: CompileSummary }
  /** A sentence for the operator. */
  | { type: 'fault'; message: string };

const { content, data, audience, poll, scanEvery = 30_000, ownAddresses }: LiveOptions = workerData;

/** Scanning a folder that is watched takes at most 1 % of a core. */
const costWatched = 100;
/** A folder that cannot be watched is scanned more often, but that takes at most 5 % of a core. */
const [scanEveryUnwatched, costUnwatched] = [2000, 20];
/** How long after a scan a change may still be reported by the file system. Milliseconds. */
const lateEvents = 200;
/** How long after a failed compile the next one begins. Milliseconds. */
const retryAfter = 2000;
/** How often git is asked for new commits. A commit changes no file of the folder. Milliseconds. */
const askGitEvery = 5000;

const { clock } = settingsFrom(process.env);
let waiting: Set<string> | 'all' | undefined;
let running: Promise<void> | undefined;
/** Whether the thread that serves pages has found the store damaged. */
let damaged = false;
let lastFault = '';
/** What the file system has reported since the end of the last scan. */
let reported: Set<string> | 'all' = new Set();

/** What the last scan took on a core. Milliseconds. */
let cost = 0;

let watching = poll === undefined;
const watcher = watching ? startWatching() : undefined;
// Something may have changed between the compile before the start and the first watcher.
compileLater('all');
void scanFromTimeToTime();
parentPort?.on('message', () => {
  damaged = true;
  compileLater('all');
});
if (audience === 'public') setInterval(() => void askGit(), askGitEvery);

function startWatching(): FolderWatch {
  return new FolderWatch(content, {
    changed(paths) {
      reported = merged(reported, paths);
      compileLater(paths);
    },
    blind(error) {
      watching = false;
      fault(
        `Folders cannot be watched (${messageOf(error)}). The content folder is scanned instead, so changes show later; DATELINE_POLL sets how often.`,
      );
    },
  });
}

function compileLater(paths: Iterable<string> | 'all'): void {
  waiting = merged(waiting ?? new Set(), paths);
  void compileWaiting();
}

function merged(known: Set<string> | 'all', more: Iterable<string> | 'all'): Set<string> | 'all' {
  return known === 'all' || more === 'all' ? 'all' : new Set([...known, ...more]);
}

/** The compile under way, or the reading of git. One at a time. */
function compileWaiting(): Promise<void> {
  return (running ??= compileAll().finally(() => (running = undefined)));
}

async function compileAll(): Promise<void> {
  while (waiting) {
    const paths: Set<string> | 'all' = waiting;
    waiting = undefined;
    const rebuild = damaged;
    damaged = false;
    try {
      const only = paths === 'all' ? {} : { only: [...paths] };
      const summary = await compile({
        content,
        data,
        audience,
        damaged: rebuild,
        ...only,
        ...(ownAddresses && { ownAddresses }),
      });
      lastFault = '';
      report({ type: 'compiled', summary });
      if (paths === 'all') recordThisScan();
    } catch (error) {
      fault(messageOf(error));
      waiting = 'all';
      await sleep(retryAfter);
    }
  }
}

async function scanFromTimeToTime(): Promise<void> {
  for (;;) {
    await sleep(untilNextScan());
    await compileWaiting();
    try {
      await scanOnce();
      recordThisScan();
    } catch {
      // The compile says what is wrong with the folder or the store, and makes a new store where there is none.
      compileLater('all');
    }
  }
}

/** The time between two scans. Milliseconds. */
function untilNextScan(): number {
  if (poll !== undefined) return poll * 1000;
  return watching
    ? Math.max(scanEvery, costWatched * cost)
    : Math.max(Math.min(scanEvery, scanEveryUnwatched), costUnwatched * cost);
}

function recordThisScan(): void {
  try {
    recordScan(data, { at: clock(), next: untilNextScan() });
  } catch (error) {
    fault(`The data folder cannot be written (${messageOf(error)}).`);
  }
}

/** Compiles what the folder has and the store has not. */
async function scanOnce(): Promise<void> {
  const store = openStore(data, [audience]);
  let found: OutdatedPaths;
  try {
    found = await outdatedPaths(content, store);
  } finally {
    store.close();
  }
  cost = found.cost;
  if (found.paths.length > 0) {
    if (watching) await reportMissed(found.paths);
    compileLater(found.paths);
  }
  reported = new Set();
}

/** Says that the file system did not report a change, and watches everything again. */
async function reportMissed(paths: OutdatedPaths['paths']): Promise<void> {
  await sleep(lateEvents);
  if (reported === 'all') return;
  const known = reported;
  const missed = paths === 'all' ? 'a large number of files' : paths.find((path) => !isReported(path, known));
  if (missed === undefined) return;
  fault(
    `The file system did not report all changes; a scan of the content folder found them, for example ${missed}. If this happens again, set DATELINE_POLL (docs/publishing.md).`,
  );
  watcher?.refresh();
}

/** Whether a path was reported, or a folder above it. */
function isReported(path: string, known: ReadonlySet<string>): boolean {
  return known.has(path) || [...known].some((folder) => path.startsWith(`${folder}/`));
}

async function askGit(): Promise<void> {
  if (running) return;
  // The last compile has said why there may be no history.
  running = readNewCommits(content, data).catch((error: unknown) => fault(messageOf(error)));
  await running;
  running = undefined;
  void compileWaiting();
}

/** Reports a fault, unless it is the same as the last one. */
function fault(message: string): void {
  if (message === lastFault) return;
  lastFault = message;
  report({ type: 'fault', message });
}

function report(message: LiveMessage): void {
  parentPort?.postMessage(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
