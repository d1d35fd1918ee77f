import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { memoryTables, schemaVersion, tables, type Audience } from './schema.ts';
import { showTitle } from './title-views.ts';

type Value = string | number | null | Uint8Array;
/** Values by the names that a statement has for them: `{ now }` for `:now`. */
type Named = Record<string, Value>;
/** A row as it was read, from column to value. */
export type Row = Record<string, unknown>;

/** The store is not there, or is another version's: `dateline compile` makes it. */
export class StoreMissing extends Error {
  override name = 'StoreMissing';
}

/**
 * One connection to the store, with its statements prepared once. A statement takes its values by name, in one object, or
 * in the order of its question marks.
 */
export class Store {
  readonly database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  /** Set where an older file has replaced the one that was read before: what was read of that is no part of its history. */
  branch = '';

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  all(sql: string, first: Named | Value = {}, ...rest: Value[]): Row[] {
    const statement = this.#prepare(sql);
    return isNamed(first) ? statement.all(first) : statement.all(first, ...rest);
  }

  get(sql: string, first: Named | Value = {}, ...rest: Value[]): Row | undefined {
    const statement = this.#prepare(sql);
    return isNamed(first) ? statement.get(first) : statement.get(first, ...rest);
  }

  /** The rows one by one, for a caller that may stop early. Finish with them before you run the same statement again. */
  each(sql: string, first: Named | Value = {}, ...rest: Value[]): IterableIterator<Row> {
    const statement = this.#prepare(sql);
    return isNamed(first) ? statement.iterate(first) : statement.iterate(first, ...rest);
  }

  /** Runs a statement and gives the key of the row that it inserted last. */
  run(sql: string, first: Named | Value = {}, ...rest: Value[]): number {
    const statement = this.#prepare(sql);
    const done = isNamed(first) ? statement.run(first) : statement.run(first, ...rest);
    return Number(done.lastInsertRowid);
  }

  /** A number that is another one after another connection has committed. Costs a microsecond or two. */
  dataVersion(): number {
    return numberOf(this.get('PRAGMA data_version'), 'data_version');
  }

  meta(key: string): string | undefined {
    const row = this.get('SELECT value FROM meta WHERE key = ?', key);
    return row && textOf(row, 'value');
  }

  /** Drops the prepared statements; before their tables are dropped. */
  forget(): void {
    this.#statements.clear();
  }

  close(): void {
    this.forget();
    this.database.close();
  }
}

function isNamed(value: Named | Value): value is Named {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}

/** The file of the store in a data folder. */
export function storePath(data: string): string {
  return join(data, 'store.sqlite');
}

/** The folder of cached pages. */
export function pagesPath(data: string): string {
  return join(data, 'pages');
}

/** The folder of the pictures in their renditions. */
export function renditionsPath(data: string): string {
  return join(data, 'renditions');
}

/** How long a reader waits for a compile that locks the store. Milliseconds. */
export const lockTimeout = 5_000;

/** Parts of the store that a connection keeps in memory; one of several titles less, because each has connections of its own. KiB. */
const cacheSize = 32_768;
const cacheSizeOfTitle = 8_192;

/**
 * Opens the store for reading, as it is: the tables have all titles. Throws `StoreMissing` where there is none that this
 * version, for this audience, can read. `timeout` is how long it waits for a lock, in milliseconds.
 */
export function openTables(
  data: string,
  audiences: readonly Audience[] = ['public'],
  { timeout = lockTimeout }: { timeout?: number } = {},
): Store {
  const path = storePath(data);
  if (!existsSync(path)) throw new StoreMissing(`There is no store at ${path}. Run \`npx dateline compile\`.`);
  const store = new Store(new DatabaseSync(path, { readOnly: true, timeout }));
  try {
    if (numberOf(store.get('PRAGMA user_version'), 'user_version') !== schemaVersion)
      throw new StoreMissing(`The store at ${path} is of another version. Run \`npx dateline compile\`.`);
    const audience = store.meta('audience');
    if (!audiences.some((wanted) => wanted === audience))
      throw new StoreMissing(`The store at ${path} was made for another audience: ${audience ?? 'none'}.`);
    store.database.exec(`PRAGMA busy_timeout = ${lockTimeout}; PRAGMA cache_size = -${cacheSize}`);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

/** The same for one title, by its name: only what it carries can be read. The first one, where the name is missing. */
export function openStore(
  data: string,
  audiences?: readonly Audience[],
  { title, timeout }: { title?: string | undefined; timeout?: number } = {},
): Store {
  const store = openTables(data, audiences, timeout === undefined ? {} : { timeout });
  try {
    if (title !== undefined) store.database.exec(`PRAGMA cache_size = -${cacheSizeOfTitle}`);
    showTitle(store, title);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

/** A store in memory with nothing in it. */
export function emptyStore(): Store {
  const store = new Store(new DatabaseSync(':memory:'));
  store.database.exec(tables + memoryTables);
  showTitle(store, undefined);
  return store;
}

/** Opens the store for writing, and creates the file where there is none; the caller creates the tables then. */
export function openForWriting(data: string): Store {
  makeFolder(resolve(data));
  const isNew = !existsSync(storePath(data));
  const database = new DatabaseSync(storePath(data), { timeout: 60_000 });
  try {
    // Nobody reads a new store before it is finished, so its pages need not be written twice. A row that is replaced counts
    // as deleted, for the triggers.
    database.exec(
      `PRAGMA journal_mode = ${isNew ? 'DELETE' : 'WAL'}; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${cacheSize}; PRAGMA temp_store = MEMORY;
       PRAGMA recursive_triggers = ON`,
    );
  } catch (error) {
    database.close();
    throw error;
  }
  return new Store(database);
}

/** Creates a folder and those above it. Node's own option (`recursive`) never returns for a path such as /proc/x. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have created it first.
    if (!existsSync(path)) throw error;
  }
}

/** The store does not contain what the schema says. */
export class UnexpectedValue extends TypeError {
  override name = 'UnexpectedValue';
}

/** A column that the schema says is text. Throws where the store does not hold what the schema says. */
export function textOf(row: Row | undefined, column: string): string {
  const value = row?.[column];
  if (typeof value !== 'string') throw new UnexpectedValue(`The store holds no text in “${column}”.`);
  return value;
}

/** A column that the schema says is a number. */
export function numberOf(row: Row | undefined, column: string): number {
  const value = row?.[column];
  if (typeof value !== 'number') throw new UnexpectedValue(`The store holds no number in “${column}”.`);
  return value;
}

/** A column that the schema says is a BLOB. Throws where the store does not hold what the schema says. */
export function bytesOf(row: Row | undefined, column: string): Uint8Array {
  const value = row?.[column];
  if (!(value instanceof Uint8Array)) throw new UnexpectedValue(`The store holds no bytes in “${column}”.`);
  return value;
}
