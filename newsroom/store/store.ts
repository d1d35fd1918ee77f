import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { memoryTables, schemaVersion, tables, type StoreView } from './schema.ts';

type Value = string | number | null;
type Row = Record<string, unknown>;

/** The store is not there, or is another version's: `dateline compile` makes it. */
export class StoreMissing extends Error {
  override name = 'StoreMissing';
}

/** One connection to the store, with its statements prepared once. */
export class Store {
  readonly database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

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

  all(sql: string, ...values: Value[]): Row[] {
    return this.#prepare(sql).all(...values);
  }

  get(sql: string, ...values: Value[]): Row | undefined {
    return this.#prepare(sql).get(...values);
  }

  /** Runs a statement and gives the key of the row that it put in last. */
  run(sql: string, ...values: Value[]): number {
    return Number(this.#prepare(sql).run(...values).lastInsertRowid);
  }

  /** Moves when another connection has committed. Costs a microsecond or two. */
  dataVersion(): number {
    return numberOf(this.get('PRAGMA data_version'), 'data_version');
  }

  meta(key: string): string | undefined {
    const row = this.get('SELECT value FROM meta WHERE key = ?', key);
    return row && textOf(row, 'value');
  }

  /** Lets go of prepared statements, for those whose tables are about to go. */
  forget(): void {
    this.#statements.clear();
  }

  close(): void {
    this.forget();
    this.database.close();
  }
}

export function storePath(data: string): string {
  return join(data, 'store.sqlite');
}

/** Opens the store for reading. Throws `StoreMissing` where there is none that this version, for this view, can read. */
export function openStore(data: string, views: readonly StoreView[] = ['public']): Store {
  const path = storePath(data);
  if (!existsSync(path)) throw new StoreMissing(`There is no store at ${path}. Run \`npx dateline compile\`.`);
  const store = new Store(new DatabaseSync(path, { readOnly: true, timeout: 5000 }));
  if (numberOf(store.get('PRAGMA user_version'), 'user_version') !== schemaVersion) {
    store.close();
    throw new StoreMissing(`The store at ${path} is of another version. Run \`npx dateline compile\`.`);
  }
  const view = store.meta('view');
  if (!views.some((wanted) => wanted === view)) {
    store.close();
    throw new StoreMissing(`The store at ${path} was made for another view: ${view ?? 'none'}.`);
  }
  return store;
}

/** A store in memory with nothing in it. */
export function emptyStore(): Store {
  const store = new Store(new DatabaseSync(':memory:'));
  store.database.exec(tables + memoryTables);
  return store;
}

/** Opens the store for writing, creating the file where there is none. Its tables are the caller's business. */
export function openForWriting(data: string): Store {
  makeFolder(resolve(data));
  const isNew = !existsSync(storePath(data));
  const database = new DatabaseSync(storePath(data), { timeout: 60_000 });
  // Nobody reads a store that is just being made: its pages need not be written twice.
  database.exec(
    `PRAGMA journal_mode = ${isNew ? 'DELETE' : 'WAL'}; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY`,
  );
  return new Store(database);
}

/** Makes a folder and those above it. Node's own way (`recursive`) never comes back from a path such as /proc/x. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have been quicker.
    if (!existsSync(path)) throw error;
  }
}

/** A column that the schema says is text. Throws where the store does not hold what the schema says. */
export function textOf(row: Row | undefined, column: string): string {
  const value = row?.[column];
  if (typeof value !== 'string') throw new TypeError(`The store holds no text in “${column}”.`);
  return value;
}

/** A column that the schema says is a number. */
export function numberOf(row: Row | undefined, column: string): number {
  const value = row?.[column];
  if (typeof value !== 'number') throw new TypeError(`The store holds no number in “${column}”.`);
  return value;
}
