/**
 * The thread of `keepLive`. It compiles what the file system reports as changed. From time to time it also scans the
 * whole folder, since not all changes are reported: a network file system reports none, and events can be lost.
 */

import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { settingsFrom } from '../settings.ts';
import { fileIdentity } from '../store/file-identity.ts';
import type { Audience } from '../store/schema.ts';
import { openTables, storePath, type Store } from '../store/store.ts';
import type { OwnAddresses } from '../model/own-addresses.ts';
import { CannotCompile, compile, type CompileSummary } from './compile.ts';
import { isOutOfHandles, messageOf } from './disk-faults.ts';
import { readNewCommits } from './git-history.ts';
import { hidingFiles } from './hiding-files.ts';
import { Hindrances } from './hindrances.ts';
import { Lane } from './lane.ts';
import { recordScan } from './last-scan.ts';
import { LinkedFiles } from './linked-files.ts';
import { outdatedPaths } from './outdated-paths.ts';
import { includesPath, mergedPaths, type Paths } from './paths.ts';
import { isOfNewerVersion } from './ready-store.ts';
import { isReadableFolder } from './scan.ts';
import { StoreGeneration } from './store-generation.ts';
import { FolderWatch } from './watch.ts';
import { together } from './when-free.ts';

/** What `keepLive` hands to the thread. */
export interface LiveOptions {
  content: string;
  data: string;
  audience: Audience;
  /** Scan the folder every so many seconds, and do not watch it. */
  poll: number | undefined;
  /** The shortest time between two scans of a folder that is watched, in milliseconds; a second where it is missing. */
  scanEvery: number | undefined;
  ownAddresses: OwnAddresses | undefined;
  /** Whether it says why articles have no history; a compile before the start has said it otherwise. */
  saysHistory: boolean;
}

export type LiveMessage =
  /** `at`: when it ended, in milliseconds of the machine's clock. */
  | { type: 'compiled'; summary: CompileSummary; at: number }
  /** A sentence for the operator. */
  | { type: 'fault'; message: string }
  /** Changes of the content folder cannot be followed, with the reason in sentences; or they are followed again. */
  | { type: 'followed'; hindrance: string | undefined };

const { content, data, audience, poll, scanEvery = 1000, ownAddresses, saysHistory }: LiveOptions = workerData;
/** Whether the operator knows why articles have no history. */
let saidHistory = !saysHistory;

/** Scanning a folder that is watched takes at most 1 % of a core. */
const costWatched = 100;
/** A folder that cannot be watched is scanned more often, but that takes at most 5 % of a core. */
const [scanEveryUnwatched, costUnwatched] = [1000, 20];
/** How long after a scan a change may still be reported by the file system. Milliseconds. */
const lateEvents = 600;
/** How long after a failed compile the next one begins. Milliseconds. */
const retryAfter = 1000;
/** How often git is asked for new commits. A commit changes no file of the folder. Milliseconds. */
const askGitEvery = 5000;
/** How often files that can be edited by another path are checked, and whether the store is still there. Milliseconds. */
const checkEvery = 500;
/** How often the thread says that it is not held up. Milliseconds. */
const aliveEvery = 500;
/** How often a scan is recorded at most, where the folder is watched. Milliseconds. */
const recordEvery = 10_000;
/** How long much of the folder must be missing before it counts as deleted. Milliseconds. */
const missingFor = 5000;
/** With more outdated paths than this, compiling everything costs less than compiling them one by one. */
const mostPaths = 1000;
/** More paths at once are a large change, which must not hold up a small one. */
const manyPaths = 20;

const storeGone =
  'The store is gone from the data folder. A new one is made from the content folder. What only the old one had recorded is lost: which addresses were public, and when what changed (docs/publishing.md).';

const { clock, now } = settingsFrom(process.env);
/** What the file system has reported since the end of the last scan. */
let reported: Paths = new Set();
const linked = new LinkedFiles(content);
/** What the last scan, and the last check of linked files, took on a core. Milliseconds. */
let [cost, linkedCost] = [0, 0];
/** Which store the thread that serves pages has found damaged; see `fileIdentity`. */
let damaged: string | undefined;
/** Which file the store was after the last compile of everything; another one was put there by somebody else. */
let storeFile = presentStore();
/** Whether it is another one, or is gone, and everything must be compiled. */
let replaced = false;
/** Whether the operator knows that it is gone. */
let saidGone = false;
const generations = new StoreGeneration(data, () => readStore((store) => Number(store.meta('generation'))), clock);
/** How often a compile had changed the store at the last check. */
let generation = generations.now();
/** How many files are missing, and since when it is that many. Milliseconds. */
let missing: { files: number; since: number } | undefined;
/** Folders that cannot be read. */
let unreadable: readonly string[] = [];
let retrying: NodeJS.Timeout | undefined;
let recordedAt = -Infinity;
let lastFault = '';

const hindrances = new Hindrances((hindrance) => report({ type: 'followed', hindrance }));
// A kill must not wait for a large change: each has its own lane, and two compiles can be under way.
const [small, large, history] = [new Lane(compilePaths), new Lane(compilePaths), new Lane(readHistory)];

let watching = poll === undefined;
const watcher = watching ? startWatching() : undefined;
// Something may have changed since the last compile of this store.
large.add('all');
void scanFromTimeToTime();
setInterval(checkStore, checkEvery);
setInterval(checkUnreadable, checkEvery);
if (watching) void checkLinked();
parentPort?.on('message', (file: string) => {
  // It may have been replaced since.
  if (file !== presentStore()) return;
  damaged = file;
  rebuilding();
  large.add('all');
});
setInterval(() => readHistoryOf([]), askGitEvery);
setInterval(() => parentPort?.postMessage({ type: 'alive' }), aliveEvery);

function startWatching(): FolderWatch {
  return new FolderWatch(content, {
    changed: arrived,
    blind(error) {
      watching = false;
      fault(
        `Folders cannot be watched (${messageOf(error)}). The content folder is scanned instead, so changes show later; DATELINE_POLL sets how often.`,
      );
    },
  });
}

function arrived(paths: readonly string[] | 'all'): void {
  reported = mergedPaths(reported, paths);
  compileSoon(paths);
}

function compileSoon(paths: readonly string[] | 'all'): void {
  if (paths !== 'all') linked.add(paths);
  if (paths !== 'all' && paths.length <= manyPaths && !paths.some(isFolder)) {
    small.add(paths);
    return;
  }
  const first = readStore((store) => hidingFiles(content, store, paths === 'all' ? paths : new Set(paths), now()));
  if (first && first.length > 0) small.add(first);
  large.add(paths);
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(join(content, path)).isDirectory();
  } catch {
    // It is gone, or a file is where a folder above it was. The compile says what cannot be read.
    return false;
  }
}

/** Reads from the store; nothing where it, or the content folder, cannot be read: the compile says why. */
function readStore<T>(read: (store: Store) => T): T | undefined {
  try {
    const store = openTables(data, [audience], { timeout: 0 });
    try {
      return read(store);
    } finally {
      store.close();
    }
  } catch {
    return undefined;
  }
}

async function compilePaths(paths: Paths): Promise<void> {
  await tryCompile(paths);
}

/** Compiles paths. A fault is reported, and everything is compiled a little later. */
async function tryCompile(paths: Paths): Promise<CompileSummary | undefined> {
  const all = paths === 'all';
  try {
    const summary = await compile({
      content,
      data,
      audience,
      // Git may take long, and the next change must not wait for it.
      history: false,
      replaced: () => (storeFile = presentStore()),
      ...(damaged !== undefined && { damaged }),
      rebuilding,
      keepsNewer: true,
      missing: all && missing && performance.now() - missing.since >= missingFor ? 'remove' : 'wait',
      ...(paths !== 'all' && { only: [...paths] }),
      ...(ownAddresses && { ownAddresses }),
    });
    if (summary.made === 'missing' && !saidGone) fault(storeGone);
    if (all || summary.made !== undefined) storeCompiled(summary);
    judgeMissing(summary, all);
    if (summary.siteGone)
      hindrances.set('site', 'site.yaml is gone. The site keeps its last settings until the file is back.');
    else hindrances.clear('site');
    if (all) {
      hindrances.clear('content');
      recordThisScan();
    }
    lastFault = '';
    report({ type: 'compiled', summary, at: clock() });
    readHistoryOf(summary.unread ?? []);
    return summary;
  } catch (error) {
    hindrances.set('content', sentenceOf(error));
    hindrances.clear('missing');
    // What is found later was reported, but could not be compiled.
    reported = 'all';
    compileAllLater();
    return undefined;
  }
}

function rebuilding(): void {
  hindrances.set('store', 'The store is damaged. A new one is being made.');
}

function compileAllLater(): void {
  retrying ??= setTimeout(() => {
    retrying = undefined;
    large.add('all');
  }, retryAfter);
}

/** Much of the folder may be missing for a moment only. */
function judgeMissing({ missing: files = 0 }: CompileSummary, all: boolean): void {
  if (files > 0) {
    if (missing?.files !== files) missing = { files, since: performance.now() };
    hindrances.set(
      'missing',
      `${files} ${files === 1 ? 'file is' : 'files are'} gone from the content folder, as when a folder is being replaced. Until they have been missing for ${missingFor / 1000} seconds, the site shows them.`,
    );
    compileAllLater();
  } else if (all) {
    missing = undefined;
    hindrances.clear('missing');
  }
}

/** Changes in a folder that cannot be read may be kills. */
function judgeUnreadable(): void {
  const [first] = unreadable;
  if (first === undefined) {
    hindrances.clear('unreadable');
    return;
  }
  const more = unreadable.length - 1;
  const others = more === 0 ? '' : more === 1 ? ' and another one' : ` and ${more} others`;
  hindrances.set(
    'unreadable',
    `The folder ${join(content, first)}${others} cannot be read, so changes there do not show. Check the permissions.`,
  );
}

/** Compiles folders that can be read again. */
function checkUnreadable(): void {
  const readable = unreadable.filter((folder) => isReadableFolder(join(content, folder)));
  if (readable.length === 0) return;
  unreadable = unreadable.filter((folder) => !readable.includes(folder));
  judgeUnreadable();
  compileSoon(readable.includes('') ? 'all' : readable);
}

/** `unreachable`: what it is where the data folder cannot be reached, which says nothing about the file. */
function presentStore(unreachable?: string): string | undefined {
  const path = storePath(data);
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    // An empty file was cut off in place.
    return stats?.size === 0 ? 'empty' : stats && fileIdentity(path);
  } catch {
    return unreachable;
  }
}

function storeCompiled({ store }: CompileSummary): void {
  const present = presentStore();
  // It may have been removed or replaced while it was compiled.
  if (present === undefined || present !== store) {
    if (replaced) large.add('all');
    return;
  }
  storeFile = present;
  generation = generations.now();
  [replaced, saidGone] = [false, false];
  recordedAt = -Infinity;
  hindrances.clear('store');
  parentPort?.postMessage({ type: 'compared', store: present });
}

/** Compiles everything when the store is gone, or another file was put in its place. */
function checkStore(): void {
  if (replaced) return;
  // Where it cannot be reached, a scan finds that soon, and the compile says it.
  const present = presentStore(storeFile);
  const reached = generations.now();
  // A backup may have been written into the file itself.
  const older = reached !== undefined && generation !== undefined && reached < generation;
  if (present === storeFile && !older) {
    generation = reached ?? generation;
    return;
  }
  replaced = true;
  if (present === undefined) {
    fault(storeGone);
    saidGone = true;
    hindrances.set('store', 'The store is gone. A new one is being made.');
  } else if (present === 'empty') {
    rebuilding();
  } else if (!isOfNewerVersion(data)) {
    // The compile says what a newer one means.
    fault(
      'The store was replaced by another file. It is compared with the content folder before the site uses it. What only the other one had recorded may be lost: which addresses were public, and when what changed.',
    );
    hindrances.set('store', 'The store was replaced. The new one is being compared with the content folder.');
  }
  large.add('all');
}

async function scanFromTimeToTime(): Promise<void> {
  for (;;) {
    await small.done();
    await large.done();
    try {
      await scanOnce();
      recordThisScan();
    } catch {
      // The compile says what is wrong with the folder or the store, and makes a new store where there is none.
      large.add('all');
    }
    await sleep(untilNextScan());
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
  const at = clock();
  const next = Math.max(untilNextScan(), watching ? recordEvery : 0);
  if (watching && Math.abs(at - recordedAt) < recordEvery) return;
  try {
    recordScan(data, { at, next });
    recordedAt = at;
  } catch {
    // Where the data folder cannot be written, compiles say so.
  }
}

/** Compiles what the folder has and the store has not. */
async function scanOnce(): Promise<void> {
  const found = await together(async () => {
    const usage = process.threadCpuUsage();
    const store = openTables(data, [audience]);
    const opening = millisecondsSince(usage);
    try {
      const outdated = await outdatedPaths(content, store);
      return { ...outdated, cost: opening + outdated.cost };
    } finally {
      store.close();
    }
  });
  cost = found.cost;
  linked.set(found.linked);
  unreadable = found.unreadable;
  judgeUnreadable();
  const before = reported;
  reported = new Set();
  if (found.paths.length === 0) return;
  const summary = await tryCompile(found.paths.length > mostPaths ? 'all' : new Set(found.paths));
  if (watching && summary && summary.added + summary.changed + summary.removed > 0)
    await reportMissed(found.paths, before);
}

/** Says that the file system did not report a change, and watches everything again. */
async function reportMissed(paths: string[], before: Paths): Promise<void> {
  await sleep(lateEvents);
  const known = mergedPaths(before, reported);
  const missed = paths.find((path) => !includesPath(known, path));
  if (missed === undefined) return;
  fault(
    `The file system did not report all changes; a scan of the content folder found them, for example ${missed}. If this happens again, set DATELINE_POLL (docs/publishing.md).`,
  );
  watcher?.refresh();
}

/** The time of this thread on a core. */
function millisecondsSince(usage: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(usage);
  return (user + system) / 1000;
}

/** Compiles linked files that were edited by another path. */
async function checkLinked(): Promise<void> {
  for (;;) {
    await sleep(Math.max(checkEvery, costUnwatched * linkedCost));
    const usage = process.threadCpuUsage();
    const changed = linked.changed();
    linkedCost = millisecondsSince(usage);
    if (changed.length > 0) arrived(changed);
  }
}

async function readHistory(files: Paths): Promise<void> {
  try {
    const why = await readNewCommits(content, data, files === 'all' ? [] : [...files]);
    if (why !== undefined && !saidHistory) report({ type: 'fault', message: why });
    saidHistory ||= why !== undefined;
  } catch (error) {
    fault(messageOf(error));
  }
}

function readHistoryOf(files: readonly string[]): void {
  if (audience === 'public') history.add(files);
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

/** What is wrong, with what to do where that is not clear. */
function sentenceOf(error: unknown): string {
  if (error instanceof CannotCompile) return error.message;
  if (isOutOfHandles(error)) return `Files cannot be opened (${messageOf(error)}).`;
  return `The store in ${data} cannot be written (${messageOf(error)}).`;
}
