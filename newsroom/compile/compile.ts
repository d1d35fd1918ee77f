import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Problem } from '../model/problem.ts';
import { compareProblems } from '../model/problem.ts';
import { openForWriting, numberOf, storePath, textOf, type Store } from '../store/store.ts';
import { schemaVersion, tables } from '../store/schema.ts';
import { checkAcross } from './across.ts';
import { readFiles } from './read-files.ts';
import { scan, scanPath, type ContentFile, type Scan } from './scan.ts';
import { Writer } from './writer.ts';

export interface CompileOptions {
  /** The newsroom's folder. */
  content: string;
  /** Where the store lies. */
  data: string;
  /** Paths inside the newsroom that may have changed; all of them where it is left out. */
  only?: string[];
  /** Called now and then with the number of files read and to be read. */
  progress?: (done: number, all: number) => void;
}

export interface CompileSummary {
  articles: number;
  added: number;
  changed: number;
  removed: number;
  problems: Problem[];
  seconds: number;
}

/** The folder cannot be compiled at all. The message is a sentence for the person at the keyboard. */
export class CannotCompile extends Error {
  override name = 'CannotCompile';
}

/**
 * Content → store, in one transaction: whoever reads the store sees all of it or nothing. Only files whose bytes have
 * changed are read again. A file that is broken keeps what was live before, unless it asks to be hidden.
 */
export async function compile(options: CompileOptions): Promise<CompileSummary> {
  const started = performance.now();
  const content = resolve(options.content);
  if (!existsSync(content)) throw new CannotCompile(`There is no content folder at ${content}.`);
  const store = openStoreForWriting(options.data);
  try {
    store.database.exec('BEGIN IMMEDIATE');
    const fresh = prepareTables(store, content);
    const only = fresh ? undefined : options.only;
    const found = only ? merge(only.map((path) => scanPath(content, path))) : scan(content);
    if (!only && found.files.length === 0) throw new CannotCompile(`The content folder at ${content} is empty.`);

    const writer = new Writer(store);
    writer.removeMissing(found, only);
    const known = knownFiles(store, only && found.files);
    const changed = found.files
      .filter(({ path, size, modified }) => {
        const row = known.get(path);
        return row?.size !== size || row.modified !== modified;
      })
      .map((file) => ({ file, known: known.get(file.path)?.hash }));
    let done = 0;
    options.progress?.(0, changed.length);
    await readFiles(content, changed, (reading) => {
      writer.take(reading);
      done += 1;
      if (done % 50 === 0 || done === changed.length) options.progress?.(done, changed.length);
    });
    checkAcross(store, writer.touched);
    if (writer.moved) {
      const generation = Number(store.meta('generation') ?? '0') + 1;
      store.run("INSERT OR REPLACE INTO meta VALUES ('generation', ?)", String(generation));
    }
    store.database.exec('COMMIT');
    store.database.exec('PRAGMA journal_mode = WAL');
    if (writer.added + writer.changed > 1000) store.database.exec('PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)');
    return {
      articles: numberOf(store.get('SELECT count(*) AS n FROM article'), 'n'),
      added: writer.added,
      changed: writer.changed,
      removed: writer.removed,
      problems: problemsIn(store),
      seconds: (performance.now() - started) / 1000,
    };
  } catch (error) {
    if (store.database.isTransaction) store.database.exec('ROLLBACK');
    throw error;
  } finally {
    store.close();
  }
}

/** What the store knows of files: of all, or only of some. */
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

/** Every problem that the store knows of, in order. */
export function problemsIn(store: Store): Problem[] {
  return store
    .all('SELECT problem FROM problem')
    .map((row): Problem => JSON.parse(textOf(row, 'problem')))
    .toSorted(compareProblems);
}

function openStoreForWriting(data: string): Store {
  try {
    return openForWriting(data);
  } catch (error) {
    // A store that was damaged is only a copy of the content: it can be made again.
    if (error instanceof Error && /not a database|malformed/.test(error.message)) {
      for (const ending of ['', '-wal', '-shm']) rmSync(storePath(data) + ending, { force: true });
      return openForWriting(data);
    }
    throw new CannotCompile(
      `The data folder ${resolve(data)} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/** Makes the tables where they are missing, of another version, or of another newsroom. Tells whether they are new. */
function prepareTables(store: Store, content: string): boolean {
  const version = numberOf(store.get('PRAGMA user_version'), 'user_version');
  if (version === schemaVersion && store.meta('content') === content) return false;
  const generation = version === schemaVersion ? (store.meta('generation') ?? '0') : '0';
  for (const row of store.all("SELECT name FROM sqlite_master WHERE type = 'table'")) {
    store.database.exec(`DROP TABLE "${textOf(row, 'name')}"`);
  }
  store.database.exec(tables);
  store.database.exec(`PRAGMA user_version = ${schemaVersion}`);
  store.run("INSERT INTO meta VALUES ('content', ?), ('generation', ?)", content, generation);
  return true;
}

function merge(scans: Scan[]): Scan {
  return { files: scans.flatMap(({ files }) => files), problems: scans.flatMap(({ problems }) => problems) };
}
