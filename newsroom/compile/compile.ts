import { existsSync, lstatSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Problem } from '../model/problem.ts';
import { compareProblems, groupProblems } from '../model/problem.ts';
import { shortenChangeLog, startChangeLog } from '../store/change-log.ts';
import { startCounts, updateCounts } from '../store/counts.ts';
import { openForWriting, numberOf, pagesPath, renditionsPath, storePath, textOf, type Store } from '../store/store.ts';
import { fileIdentity } from '../store/file-identity.ts';
import { schemaVersion, type Audience } from '../store/schema.ts';
import { settingsFrom } from '../settings.ts';
import { noteUnread, updateChangedFiles } from '../history/read-history.ts';
import type { OwnAddresses } from '../model/own-addresses.ts';
import { hasSiteSettings, runCrossFileChecks } from './cross-file-checks.ts';
import { copyMemory, type CopiedMemory } from './copy-memory.ts';
import { isDamaged, moveDamaged } from './damaged-store.ts';
import { isOutOfSpace, messageOf } from './disk-faults.ts';
import { removeHalfStore, startFilling } from './filling.ts';
import { differences, isSameRow, rowOf } from './file-row.ts';
import { updateHistory } from './git-history.ts';
import { hidingAmong } from './hiding-files.ts';
import { isInUse } from './in-use.ts';
import { isPrepared, prepareTables, versionOf } from './prepare-tables.ts';
import { PublicMemory } from './public-memory.ts';
import { readFile, type FileReading } from './read-file.ts';
import { readFiles } from './read-files.ts';
import type { Batch } from './read-worker.ts';
import { scan, scanPath, type ContentFile, type Scan } from './scan.ts';
import { takePlace } from './take-place.ts';
import { inTransaction, together, whenAlone, whenFree } from './when-free.ts';
import { Writer } from './writer.ts';

/** What a compile reads and writes, and how. */
export interface CompileOptions {
  /** The newsroom's folder. */
  content: string;
  /** The folder of the store. */
  data: string;
  /** Paths inside the newsroom that may have changed; all, where it is missing. */
  only?: string[];
  /** The present, in milliseconds, which decides what is public; that of the settings, where it is missing. */
  now?: number;
  /** Whom the store is for; the public, where it is missing. The store of a preview records no public addresses. */
  audience?: Audience;
  /** A data folder whose record of public addresses is copied into a new store, though that one is in another folder. */
  memory?: string;
  /** Whether the articles' history is read from git; true, where it is missing. */
  history?: boolean;
  /**
   * What happens where much of the folder is missing, or all of `articles/`: it is removed from the store, which is the
   * default, or it stays there, and the summary says how many files are missing.
   */
  missing?: 'remove' | 'wait';
  /** Called when a new store was made and has taken its place. */
  replaced?: () => void;
  /**
   * Whether a store that was made from another content folder is refused; without it, one is refused only while a running
   * site uses it, and is made anew if not.
   */
  sameContent?: boolean;
  /** Addresses that the site answers itself, which no alias can have; unknown, where they are missing. */
  ownAddresses?: OwnAddresses;
  /** Called from time to time with the number of files that were read, and that are to be read. */
  progress?: (done: number, all: number) => void;
  /**
   * Which file of a store a reader has found damaged, by its `fileIdentity`. It is replaced, though this compile may not
   * meet the damage.
   */
  damaged?: string;
  /** Whether a store that a newer version of Dateline has made is left as it is; without it, a new one is made. */
  keepsNewer?: boolean;
  /** Called when the store was found damaged, before a new one is made. */
  rebuilding?: () => void;
}

/** What a compile has done, and what the store has afterwards. */
export interface CompileSummary {
  /** Which file it has written; see `fileIdentity`. */
  store?: string;
  /** How often a compile has changed what editions show. */
  generation: number;
  articles: number;
  added: number;
  changed: number;
  removed: number;
  problems: Problem[];
  /** Articles that were public at the previous compile and are hidden again, because the clock was set back. */
  hiddenAgain: number;
  /** Why a new store was made, if one was: there was none, or it was of another version, newsroom or audience, or damaged. */
  made?: 'missing' | 'outdated' | 'damaged';
  /** Whether there is a `site.yaml`, but none that can be used, now or at an earlier compile. Its problems are in `problems`. */
  siteUnusable?: true;
  /** Whether `site.yaml` is gone, and the site keeps its last settings. */
  siteGone?: true;
  /** How many files are not in the folder and were left in the store; see the option `missing`. */
  missing?: number;
  /** Article files of which the history must read more; only where the compile did not read it. */
  unread?: string[];
  /** A sentence that says why the articles' history cannot be read. Everything else works without it. */
  history?: string;
  /** A sentence that says that the store was damaged, where the old file is, and what was saved. */
  damaged?: string;
  /** A sentence that says that cached pages were deleted to make space for the store. */
  space?: string;
  seconds: number;
}

const newerStore =
  'The store is now that of a newer version of Dateline. Start the site with that version. Until then it shows what it showed before.';

/** The folder cannot be compiled at all. The message is a sentence for the operator, or several. */
export class CannotCompile extends Error {
  override name = 'CannotCompile';
}

/**
 * Content → store. What has changed is written in one transaction, so readers of the store see all of it or nothing; a
 * very large change in several (ADR 12). Only files whose bytes have changed are read again. A broken file leaves live
 * what was live before, unless it asks to be hidden. A store that is damaged, or of another version, is replaced. Throws
 * `CannotCompile`.
 */
export async function compile(options: CompileOptions): Promise<CompileSummary> {
  try {
    return await compileWithSpace(options);
  } catch (error) {
    if (!isOutOfSpace(error)) throw error;
    const words = `The disk is full, or its quota is used up. The store in ${options.data} cannot be written (${messageOf(error)}).`;
    throw new CannotCompile(words, { cause: error });
  }
}

/** `compile`, but throws the fault of the system where there is no space, even without the cached pages. */
async function compileWithSpace(options: CompileOptions): Promise<CompileSummary> {
  let met: string | undefined;
  try {
    const summary = await together(async () => {
      if (options.only === undefined) removeHalfStore(options.data);
      met = fileIdentity(storePath(options.data));
      return isKnownDamaged(options) ? undefined : updateStore(options);
    });
    return summary ?? (await whenAlone(() => makeStore(options)));
  } catch (error) {
    // Several compiles may meet the same damage. The first one replaces the store, and the others use the new one.
    if (isDamaged(error)) return whenAlone(() => makeStore(options, met));
    if (!isOutOfSpace(error) || !deleteCaches(options.data)) throw error;
    const space = 'The disk is full. The cached pages were deleted, to make space for the store.';
    return { ...(await whenAlone(() => makeStore(options))), space };
  }
}

/** Whether the store is damaged, as far as is known before it is opened. An empty one was cut off in place. */
function isKnownDamaged({ data, damaged }: CompileOptions): boolean {
  const path = storePath(data);
  return (
    (damaged !== undefined && damaged === fileIdentity(path)) || statSync(path, { throwIfNoEntry: false })?.size === 0
  );
}

/** Deletes the cached pages and the renditions of pictures, which can be made again. Returns whether there were any. */
function deleteCaches(data: string): boolean {
  const folders = [pagesPath(data), renditionsPath(data)].filter((folder) => existsSync(folder));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  return folders.length > 0;
}

/** Updates the store. `undefined` where there is none for this newsroom, audience and version, so that one must be made. */
async function updateStore(options: CompileOptions): Promise<CompileSummary | undefined> {
  const started = performance.now();
  const run = runOf(options);
  if (fileIdentity(storePath(options.data)) === undefined) return undefined;
  const store = await whenFree(() => openStoreForWriting(options.data));
  try {
    if (options.keepsNewer === true && versionOf(store) > schemaVersion) throw new CannotCompile(newerStore);
    if (!isPrepared(store, run.content, run.audience)) return undefined;
    const summary = await summaryOf(store, run, await update(store, run));
    return { ...summary, seconds: (performance.now() - started) / 1000 };
  } finally {
    store.close();
  }
}

/**
 * Makes a new store beside the present one, with its memory, and puts it into its place; until then the present one is in use. If
 * another compile has made one in the meantime, updates that. `met` is the file in which damage was met. Only under `whenAlone`.
 */
async function makeStore(options: CompileOptions, met?: string): Promise<CompileSummary> {
  const { data } = options;
  const path = storePath(data);
  const filling = await startFilling(data).catch((error: unknown) => Promise.reject(cannotWrite(data, error)));
  try {
    const former = fileIdentity(path);
    let isDamage = former !== undefined && (former === met || isKnownDamaged(options));
    try {
      const summary = isDamage ? undefined : await updateStore(options);
      if (summary) return summary;
    } catch (error) {
      if (!isDamaged(error)) throw error;
      isDamage = true;
    }
    if (isDamage) options.rebuilding?.();
    const started = performance.now();
    const run = runOf(options);
    const { done, copied } = await fill(filling.folder, run);
    // Somebody may have put another store there.
    const summary = fileIdentity(path) === former ? undefined : await updateStore(options);
    if (summary) return summary;
    const name = isDamage ? moveDamaged(data, run.now) : undefined;
    takePlace(data, filling.folder, run.now);
    options.replaced?.();
    const store = openStoreForWriting(data);
    try {
      return {
        ...(await summaryOf(store, run, done)),
        made: isDamage ? 'damaged' : former === undefined ? 'missing' : 'outdated',
        ...(name !== undefined && {
          damaged: `The store was damaged. It was moved to ${name}, and a new one was made; ${copied.addresses} public addresses and the dates of ${copied.changes} changes were saved from it. What could not be read is lost.`,
        }),
        seconds: (performance.now() - started) / 1000,
      };
    } finally {
      store.close();
    }
  } finally {
    filling.end();
  }
}

/** A compile as it was asked for, with what is left out filled in. */
interface Run {
  content: string;
  audience: Audience;
  /** Milliseconds. */
  now: number;
  options: CompileOptions;
}

function runOf(options: CompileOptions): Run {
  const content = resolve(options.content);
  if (!statSync(content, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CannotCompile(`There is no content folder at ${content}.`);
  }
  const { now = settingsFrom(process.env).now(), audience = 'public' } = options;
  return { content, audience, now, options };
}

/** Reads the history, where that is asked for, and says what the store has afterwards. */
async function summaryOf(store: Store, { content, audience, options }: Run, done: Done): Promise<CompileSummary> {
  const file = fileIdentity(storePath(options.data));
  const history =
    audience === 'public' && options.history !== false ? await updateHistory(store, content, done.unread) : undefined;
  if (done.added + done.changed > 1000) store.database.exec('PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)');
  return {
    ...(file !== undefined && { store: file }),
    generation: Number(store.meta('generation') ?? '0'),
    articles: numberOf(store.get('SELECT count(*) AS n FROM article'), 'n'),
    added: done.added,
    changed: done.changed,
    removed: done.removed,
    problems: problemsIn(store),
    hiddenAgain: done.hiddenAgain,
    ...(isSiteUnusable(store, content) && { siteUnusable: true }),
    ...(hasSiteSettings(store) && rowOf(store, 'site.yaml') === undefined && { siteGone: true }),
    ...(done.missing > 0 && { missing: done.missing }),
    ...(options.history === false && done.unread.length > 0 && { unread: done.unread }),
    ...(history !== undefined && { history }),
    seconds: 0,
  };
}

/** Whether there is anything called `site.yaml`, such as a link that leads nowhere, and the store has no settings. */
function isSiteUnusable(store: Store, content: string): boolean {
  return !hasSiteSettings(store) && lstatSync(join(content, 'site.yaml'), { throwIfNoEntry: false }) !== undefined;
}

/** Throws where a store was made from another content folder than the one that is compiled, and must not be replaced. */
function refuseOtherContent(former: string | undefined, { content, data, sameContent = false }: CompileOptions): void {
  if (former === undefined || former === resolve(content)) return;
  const used = isInUse(data);
  if (!used && !sameContent) return;
  throw new CannotCompile(
    `The data folder ${resolve(data)} belongs to the content folder ${former}${used ? ', and a running site uses it' : ''}. Set DATELINE_DATA to another folder for ${resolve(content)}. If the newsroom was moved, ${used ? 'stop the site and then ' : ''}run \`npx dateline start\`, which makes a new store.`,
  );
}

/** What transactions have done. */
interface Done {
  added: number;
  changed: number;
  removed: number;
  hiddenAgain: number;
  /** Files that are not in the folder and were left in the store. */
  missing: number;
  /** Article files of which the history must read more. */
  unread: string[];
}

/** The record of public addresses, which a preview does not have. `now` in milliseconds. */
function memoryFor(store: Store, audience: Audience, now: number): PublicMemory | undefined {
  return audience === 'public' ? new PublicMemory(store, now, settingsFrom(process.env).siteUrl) : undefined;
}

/**
 * Fills a new store in `folder`, in one transaction, with the memory of the former one. The files are written while others are read,
 * so few are in memory at once.
 */
async function fill(folder: string, run: Run): Promise<{ done: Done; copied: CopiedMemory }> {
  const { content, audience, now, options } = run;
  const found = scanAll(content);
  const store = openStoreForWriting(folder);
  try {
    return await inLongTransaction(store, async () => {
      prepareTables(store, content, audience);
      const copied = copyMemory(storePath(options.data), store, now, folder);
      refuseOtherContent(copied.content, options);
      if (options.memory !== undefined) copyMemory(storePath(options.memory), store, now, folder);
      const memory = memoryFor(store, audience, now);
      memory?.begin();
      const writer = new Writer(store, audience, now, options.ownAddresses, true);
      writer.addProblems(found.problems);
      const progress = progressOf(options, found.files.length);
      const files = found.files.map((file) => ({ file, known: undefined }));
      await readFiles(content, files, (reading) => {
        writer.take(reading);
        progress();
      });
      runCrossFileChecks(store, writer.touched, options.ownAddresses);
      memory?.end(writer.touched, true, options.ownAddresses);
      startCounts(store, now);
      writer.finish();
      startChangeLog(store);
      if (writer.changedStore) countGeneration(store);
      return { done: doneBy(writer, memory, [], 0), copied };
    });
  } finally {
    store.close();
  }
}

/**
 * Brings a store up to date. The files are read first, and then written in a transaction that waits for nothing, so that
 * another compile, of a kill, can come between while many files are read. What that one has written is read again.
 */
async function update(store: Store, { content, audience, now, options }: Run): Promise<Done> {
  const { only } = options;
  const found = only ? merge(only.map((path) => scanPath(content, path))) : scanAll(content);
  const { changed, rows, gone, added } = differences(store, found, only);
  const progress = progressOf(options, changed.length);
  const slices = slicesOf(hidingFirst(store, content, changed, now, options));
  const total: Done = { added: 0, changed: 0, removed: 0, hiddenAgain: 0, missing: 0, unread: [] };
  for (const [index, slice] of slices.entries()) {
    const readings: FileReading[] = [];
    await readFiles(content, slice, (reading) => {
      readings.push(reading);
      progress();
    });
    const last = index === slices.length - 1;
    const done = await inTransaction(store, () => {
      const memory = memoryFor(store, audience, now);
      memory?.begin();
      const writer = new Writer(store, audience, now, options.ownAddresses, false);
      const isNewer = (path: string): boolean => !isSameRow(rows.get(path), rowOf(store, path));
      // What replaces a file that is gone is written before that is removed, or with it. While git writes a file, it is
      // not there for a moment.
      const missing = last
        ? writer.removeMissing(
            found,
            only,
            gone.filter((path) => !isNewer(path) && (changed.length === 0 || fileAt(content, path) === undefined)),
            (paths) => mayRemove(store, content, added, paths, options),
          )
        : 0;
      for (const reading of readings) {
        const present = isNewer(reading.path) ? readAgain(store, content, reading.path) : reading;
        if (present) writer.take(present);
      }
      runCrossFileChecks(store, writer.touched, options.ownAddresses);
      memory?.end(writer.touched, false, options.ownAddresses);
      const unread = updateChangedFiles(store, writer.touched.files);
      if (unread.length > 0) noteUnread(store);
      updateCounts(store, now, writer.changedStore);
      writer.finish();
      if (writer.changedStore) countGeneration(store);
      shortenChangeLog(store);
      return doneBy(writer, memory, unread, missing);
    });
    total.added += done.added;
    total.changed += done.changed;
    total.removed += done.removed;
    total.missing += done.missing;
    total.hiddenAgain = Math.max(total.hiddenAgain, done.hiddenAgain);
    total.unread.push(...done.unread);
  }
  return total;
}

/** With fewer changed files, those that hide something need not be read first. */
const manyChanged = 20;

/** Puts the files first that seem to hide what the public sees, in a slice of their own: they must not wait for many others. */
function hidingFirst(
  store: Store,
  content: string,
  changed: Batch[],
  now: number,
  { only }: CompileOptions,
): Batch[][] {
  if (only !== undefined || changed.length <= manyChanged) return [changed];
  const hiding = new Set(
    hidingAmong(
      content,
      store,
      changed.map(({ file }) => file),
      now,
    ),
  );
  return [
    changed.filter(({ file }) => hiding.has(file.path)),
    changed.filter(({ file }) => !hiding.has(file.path)),
  ].filter((part) => part.length > 0);
}

function doneBy(writer: Writer, memory: PublicMemory | undefined, unread: string[], missing: number): Done {
  const { added, changed, removed } = writer;
  return { added, changed, removed, hiddenAgain: memory?.hiddenAgain ?? 0, missing, unread };
}

/** Counts what was written as another edition. */
function countGeneration(store: Store): void {
  const generation = Number(store.meta('generation') ?? '0') + 1;
  store.run("INSERT OR REPLACE INTO meta VALUES ('generation', ?)", String(generation));
}

function progressOf({ progress }: CompileOptions, all: number): () => void {
  let done = 0;
  progress?.(0, all);
  return () => {
    done += 1;
    if (done % 50 === 0 || done === all) progress?.(done, all);
  };
}

function scanAll(content: string): Scan {
  const found = scan(content);
  if (found.files.length === 0)
    throw new CannotCompile(
      `The content folder at ${content} ${found.unreadable.length > 0 ? 'cannot be read' : 'is empty'}.`,
    );
  return found;
}

/** Runs a transaction of a new store, which stays open while files are read. */
async function inLongTransaction<T>(store: Store, work: () => Promise<T>): Promise<T> {
  store.database.exec('BEGIN IMMEDIATE');
  try {
    const result = await work();
    store.database.exec('COMMIT');
    // It is written without it, see openForWriting.
    store.database.exec('PRAGMA journal_mode = WAL');
    return result;
  } catch (error) {
    if (store.database.isTransaction) store.database.exec('ROLLBACK');
    throw error;
  }
}

/** Bytes of text whose readings are in memory at once: some five thousand stories. */
const sliceSize = 32 * 1024 * 1024;

/** Cuts what is to be read into slices, each part by itself; each is written in one transaction. There is one at least. */
function slicesOf(parts: Batch[][]): Batch[][] {
  return parts.flatMap(slicesOfPart);
}

function slicesOfPart(changed: Batch[]): Batch[][] {
  const slices: Batch[][] = [];
  let slice: Batch[] = [];
  let size = 0;
  for (const each of changed) {
    slice.push(each);
    if (each.file.kind !== 'picture') size += each.file.size;
    if (size < sliceSize) continue;
    slices.push(slice);
    [slice, size] = [[], 0];
  }
  if (slice.length > 0 || slices.length === 0) slices.push(slice);
  return slices;
}

/** Reads a file that another compile has written in the meantime. Nothing where it is gone: that compile removes it. */
function readAgain(store: Store, content: string, path: string): FileReading | undefined {
  const file = fileAt(content, path);
  return file && readFile(content, file, rowOf(store, path)?.hash);
}

function fileAt(content: string, path: string): ContentFile | undefined {
  return scanPath(content, path).files.find((each) => each.path === path);
}

/** With fewer files gone than this, or with a smaller part of all, nobody doubts that they were deleted. */
const [manyGone, partGone] = [10, 0.1];

/**
 * Whether files that are not in the folder are removed from the store. While a folder is replaced, most of it may be
 * missing for a moment: a deletion of that size is believed only when the caller says that it has lasted. So many files were
 * `added`.
 */
function mayRemove(
  store: Store,
  content: string,
  added: number,
  gone: readonly string[],
  { missing = 'remove' }: CompileOptions,
): boolean {
  if (missing === 'remove' || gone.length === 0) return true;
  if (gone.includes('site.yaml')) return false;
  const lost = gone.length - added;
  const all = numberOf(store.get('SELECT count(*) AS n FROM file'), 'n');
  if (lost > manyGone && lost > partGone * all) return false;
  const folders = new Set(gone.flatMap((path) => (path.includes('/') ? [path.split('/', 1)[0] ?? ''] : [])));
  return ![...folders].some((name) => isEmpty(join(content, name)));
}

/** Whether there is no folder at a path, or nothing in it. */
function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return true;
  }
}

/** The problems in the store, in order. Of many of one kind in one file, the first ones. */
export function problemsIn(store: Store): Problem[] {
  const all = store.all('SELECT problem FROM problem').map((row): Problem => JSON.parse(textOf(row, 'problem')));
  return groupProblems(all.toSorted(compareProblems));
}

function openStoreForWriting(data: string): Store {
  try {
    return openForWriting(data);
  } catch (error) {
    throw isDamaged(error) ? error : cannotWrite(data, error);
  }
}

function cannotWrite(data: string, error: unknown): CannotCompile {
  const why = error instanceof Error ? error.message : String(error);
  return new CannotCompile(`The data folder ${resolve(data)} cannot be written: ${why}.`, { cause: error });
}

/** One path may be inside another: a new folder, and a file in it. */
function merge(scans: Scan[]): Scan {
  const files = new Map(scans.flatMap((found) => found.files).map((file) => [file.path, file]));
  const problems = new Map(scans.flatMap((found) => found.problems).map((each) => [JSON.stringify(each), each]));
  const unreadable = new Set(scans.flatMap((found) => found.unreadable));
  return { files: [...files.values()], problems: [...problems.values()], unreadable: [...unreadable] };
}
