import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Problem } from '../model/problem.ts';
import { compareProblems, groupProblems } from '../model/problem.ts';
import { startCounts, updateCounts } from '../store/counts.ts';
import { openForWriting, numberOf, storePath, textOf, type Store } from '../store/store.ts';
import { memoryKeys, memoryTableNames, memoryTables, schemaVersion, tables, type Audience } from '../store/schema.ts';
import { settingsFrom } from '../settings.ts';
import { updateChangedFiles } from '../history/read-history.ts';
import { runCrossFileChecks } from './cross-file-checks.ts';
import { isDamaged, readDamagedMemory, replaceStore, restoreMemory, type Memory } from './damaged-store.ts';
import { updateHistory } from './git-history.ts';
import { PublicMemory } from './public-memory.ts';
import { readFiles } from './read-files.ts';
import { scan, scanPath, type ContentFile, type Scan } from './scan.ts';
import { Writer } from './writer.ts';

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
  /** A data folder whose record of public addresses is copied into a new store. */
  memory?: string;
  /** Whether the articles' history is read from git; true, where it is missing. */
  history?: boolean;
  /** Called from time to time with the number of files that were read, and that are to be read. */
  /** Set if a reader of the store has found it damaged: it is replaced, though this compile may not meet the damage. */
  damaged?: boolean;
  progress?: (done: number, all: number) => void;
}

export interface CompileSummary {
  articles: number;
  added: number;
  changed: number;
  removed: number;
  problems: Problem[];
  /** Articles that were public at the previous compile and are hidden again, because the clock was set back. */
  hiddenAgain: number;
  /** A sentence that says why the articles' history cannot be read. Everything else works without it. */
  history?: string;
  /** A sentence that says that the store was damaged, where the old file is, and what was saved. */
  damaged?: string;
  seconds: number;
}

/** The folder cannot be compiled at all. The message is a sentence for the operator. */
export class CannotCompile extends Error {
  override name = 'CannotCompile';
}

/**
 * Content → store, in one transaction: readers of the store see all of it or nothing. Only files whose bytes have changed
 * are read again. A broken file leaves live what was live before, unless it asks to be hidden. A damaged store is
 * replaced. Throws `CannotCompile`.
 */
export async function compile(options: CompileOptions): Promise<CompileSummary> {
  if (options.damaged && existsSync(storePath(options.data))) return rebuild(options);
  try {
    return await compileOnce(options);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    return rebuild(options);
  }
}

/**
 * Makes a new store beside a damaged one, with what could be saved of its memory, and replaces the damaged one with it.
 * The damaged one stays in use until then.
 */
async function rebuild(options: CompileOptions): Promise<CompileSummary> {
  const { only: _, ...all } = options;
  const path = storePath(options.data);
  const { ino } = statSync(path);
  const folder = mkdtempSync(join(options.data, 'rebuild-'));
  try {
    const memory = readDamagedMemory(path, folder);
    const summary = await compileOnce({ ...all, data: folder, history: false }, memory);
    // Another process may have replaced the damaged store first.
    if (statSync(path, { throwIfNoEntry: false })?.ino !== ino) return await compileOnce(all);
    const now = options.now ?? settingsFrom(process.env).now();
    const name = replaceStore(options.data, folder, now);
    // Reads the history, and what changed in the folder in the meantime.
    const { seconds, ...after } = await compileOnce(all);
    return {
      ...after,
      added: summary.added,
      hiddenAgain: summary.hiddenAgain,
      seconds: summary.seconds + seconds,
      damaged: `The store was damaged. It was moved to ${name}, and a new one was made; ${memory.oncePublic.size} public addresses and the dates of ${memory.publicChanges.size} changes were saved from it.`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `saved` is the memory of a damaged store, for a new one. */
async function compileOnce(options: CompileOptions, saved?: Memory): Promise<CompileSummary> {
  const started = performance.now();
  const content = resolve(options.content);
  if (!statSync(content, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CannotCompile(`There is no content folder at ${content}.`);
  }
  const store = openStoreForWriting(options.data);
  try {
    store.database.exec('BEGIN IMMEDIATE');
    const { now = settingsFrom(process.env).now(), audience = 'public' } = options;
    const fresh = prepareTables(store, content, audience);
    if (saved && audience === 'public') restoreMemory(store, saved);
    const memory = audience === 'public' ? new PublicMemory(store, now) : undefined;
    if (fresh && options.memory !== undefined) memory?.copyFrom(options.memory);
    memory?.begin();
    const only = fresh ? undefined : options.only;
    const found = only ? merge(only.map((path) => scanPath(content, path))) : scan(content);
    if (!only && found.files.length === 0) throw new CannotCompile(`The content folder at ${content} is empty.`);

    const writer = new Writer(store, audience, now);
    writer.removeMissing(found, only);
    const known = knownFiles(store, only && found.files);
    const changed = found.files
      .filter(({ path, size, modified }) => {
        const row = known.get(path);
        // A file that could not be read has no hash. Perhaps it can be read now.
        return row?.size !== size || row.modified !== modified || row.hash === '';
      })
      .map((file) => ({ file, known: known.get(file.path)?.hash }));
    let done = 0;
    options.progress?.(0, changed.length);
    await readFiles(content, changed, (reading) => {
      writer.take(reading);
      done += 1;
      if (done % 50 === 0 || done === changed.length) options.progress?.(done, changed.length);
    });
    runCrossFileChecks(store, writer.touched);
    memory?.end(writer.touched, fresh);
    const unread = updateChangedFiles(store, writer.touched.files);
    if (fresh) startCounts(store, now);
    else updateCounts(store, now, writer.changedStore);
    if (writer.changedStore) {
      const generation = Number(store.meta('generation') ?? '0') + 1;
      store.run("INSERT OR REPLACE INTO meta VALUES ('generation', ?)", String(generation));
    }
    store.database.exec('COMMIT');
    store.database.exec('PRAGMA journal_mode = WAL');
    const history =
      audience === 'public' && options.history !== false ? await updateHistory(store, content, unread) : undefined;
    if (writer.added + writer.changed > 1000) store.database.exec('PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)');
    return {
      articles: numberOf(store.get('SELECT count(*) AS n FROM article'), 'n'),
      added: writer.added,
      changed: writer.changed,
      removed: writer.removed,
      problems: problemsIn(store),
      hiddenAgain: memory?.hiddenAgain ?? 0,
      ...(history !== undefined && { history }),
      seconds: (performance.now() - started) / 1000,
    };
  } catch (error) {
    if (store.database.isTransaction) store.database.exec('ROLLBACK');
    throw error;
  } finally {
    store.close();
  }
}

/** What the store knows about files: about all, or only about some. */
function knownFiles(store: Store, some?: ContentFile[]): Map<string, { size: number; modified: number; hash: string }> {
  const sql = 'SELECT path, size, modified, hash FROM file';
  const rows = some ? some.flatMap(({ path }) => store.all(`${sql} WHERE path = ?`, path)) : store.all(sql);
  return new Map(
    rows.map((row) => [
      textOf(row, 'path'),
      { size: numberOf(row, 'size'), modified: numberOf(row, 'modified'), hash: textOf(row, 'hash') },
    ]),
  );
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
    if (isDamaged(error)) throw error;
    throw new CannotCompile(
      `The data folder ${resolve(data)} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/**
 * Creates the tables where they are missing, of another version, or of another newsroom. Returns whether they are new. The
 * record of public addresses is kept for another version, but not for another content folder, which is another newsroom.
 */
function prepareTables(store: Store, content: string, audience: Audience): boolean {
  const version = numberOf(store.get('PRAGMA user_version'), 'user_version');
  // Up to version 8 the key was `view`.
  const madeFor = (): string => store.meta('audience') ?? store.meta('view') ?? 'public';
  const same = version > 0 && store.meta('content') === content && madeFor() === audience;
  if (version === schemaVersion && same) return false;
  const generation = version === schemaVersion ? (store.meta('generation') ?? '0') : '0';
  const memory = memoryKeys.flatMap(([key, formerly]) => {
    const value = same ? (store.meta(key) ?? store.meta(formerly)) : undefined;
    return value === undefined ? [] : [{ key, value }];
  });
  store.forget();
  for (const row of store.all("SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view')")) {
    const name = textOf(row, 'name');
    if (!memoryTableNames.includes(name) || !same) store.database.exec(`DROP ${textOf(row, 'type')} "${name}"`);
  }
  store.database.exec(tables + memoryTables);
  store.database.exec(`PRAGMA user_version = ${schemaVersion}`);
  store.run(
    "INSERT INTO meta VALUES ('content', ?), ('generation', ?), ('audience', ?)",
    content,
    generation,
    audience,
  );
  for (const { key, value } of memory) store.run('INSERT INTO meta VALUES (?, ?)', key, value);
  return true;
}

/** One path may be inside another: a new folder, and a file in it. */
function merge(scans: Scan[]): Scan {
  const files = new Map(scans.flatMap((found) => found.files).map((file) => [file.path, file]));
  const problems = new Map(scans.flatMap((found) => found.problems).map((each) => [JSON.stringify(each), each]));
  return { files: [...files.values()], problems: [...problems.values()] };
}
