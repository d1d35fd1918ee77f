import { closeSync, copyFileSync, openSync, readFileSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { memoryKeys, memoryTables } from '../store/schema.ts';
import { numberOf, type Row, type Store } from '../store/store.ts';

/** What was copied from another store. */
export interface CopiedMemory {
  /** The content folder of the other store, where it could be read. */
  content: string | undefined;
  /** How many public addresses and how many dates of changes the new store has now. */
  addresses: number;
  changes: number;
}

/**
 * Copies into a new store for the public what only another store of the same newsroom knows: the rows of the memory tables, those of
 * `meta` that belong to them, and what has opened since its last compile up to `now` (milliseconds). The other one may be of any
 * version, missing or damaged: it is read row by row, as far as it can be read, and not changed. `scratch` is a folder for a copy.
 */
export function copyMemory(file: string, to: Store, now: number, scratch: string): CopiedMemory {
  let found = readMemory(file, to, now);
  if (found.rows === 0) {
    const copy = join(scratch, 'with-another-header.sqlite');
    if (copyWithNewHeader(file, copy)) found = readMemory(copy, to, now);
  }
  return { content: found.content, addresses: countOf(to, 'once_public'), changes: countOf(to, 'public_change') };
}

function countOf(store: Store, table: string): number {
  return numberOf(store.get(`SELECT count(*) AS n FROM ${table}`), 'n');
}

function readMemory(file: string, to: Store, now: number): { rows: number; content: string | undefined } {
  const meta = new Map<string, string>();
  let rows = 0;
  const database = openDamaged(file);
  if (!database) return { rows, content: undefined };
  try {
    for (const { key, value } of readableRows(database, 'SELECT * FROM meta', 'key'))
      if (typeof key === 'string' && typeof value === 'string') meta.set(key, value);
    rows += meta.size;
    if (!isOfSame(meta, to)) return { rows, content: meta.get('content') };
    for (const [key, formerly] of memoryKeys) {
      const value = meta.get(key) ?? meta.get(formerly);
      if (value !== undefined) to.run('INSERT OR IGNORE INTO meta VALUES (?, ?)', key, value);
    }
    const since = Number(to.meta('last_compile') ?? now);
    const opened = `SELECT address, file, id FROM article WHERE opens > ${since} AND opens <= ${now} AND opens < closes`;
    for (const [sql, key] of [
      ['SELECT * FROM once_public', 'address'],
      [opened, 'opens'],
    ] as const)
      for (const { address, file: path, id, vanished } of readableRows(database, sql, key)) {
        if (!isAddress(address) || typeof path !== 'string' || typeof id !== 'string') continue;
        rows += 1;
        const gone = typeof vanished === 'number' ? vanished : null;
        to.run('INSERT OR IGNORE INTO once_public VALUES (?, ?, ?, ?)', address, path, id, gone);
      }
    const change = 'INSERT INTO public_change VALUES (?, ?) ON CONFLICT DO UPDATE SET at = max(at, excluded.at)';
    for (const { address, at } of readableRows(database, 'SELECT * FROM public_change', 'address')) {
      if (!isAddress(address) || typeof at !== 'number') continue;
      rows += 1;
      to.run(change, address, at);
    }
    return { rows, content: meta.get('content') };
  } finally {
    database.close();
  }
}

function openDamaged(file: string): DatabaseSync | undefined {
  let database: DatabaseSync | undefined;
  try {
    // Together with `writable_schema`: reads a table though others are damaged, or the end of the file is missing.
    database = new DatabaseSync(file, { readOnly: true, defensive: false });
    database.exec('PRAGMA writable_schema = ON');
    return database;
  } catch {
    database?.close();
    return undefined;
  }
}

/** Reads rows until one cannot be read. Forwards, then backwards: what is lost is between the two ends. */
function* readableRows(database: DatabaseSync, sql: string, key: string): Generator<Row> {
  for (const order of ['ASC', 'DESC']) {
    try {
      yield* database.prepare(`${sql} ORDER BY ${key} ${order}`).iterate();
      return;
    } catch {
      // The next row is damaged.
    }
  }
}

/** Whether another store is of the same newsroom and for the public, as far as its `meta` could be read. */
function isOfSame(meta: ReadonlyMap<string, string>, to: Store): boolean {
  const content = meta.get('content');
  // Up to version 8 the key was `view`.
  const audience = meta.get('audience') ?? meta.get('view') ?? 'public';
  const isPublic = audience === 'public' && to.meta('audience') === 'public';
  return isPublic && (content === undefined || content === to.meta('content'));
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('/');
}

const headerSize = 100;

/** Copies a store whose first bytes are damaged, with the header of a new one. `false` where the file is too short, or missing. */
function copyWithNewHeader(file: string, copy: string): boolean {
  const fresh = new DatabaseSync(copy);
  fresh.exec(memoryTables);
  fresh.close();
  const header = readFileSync(copy).subarray(0, headerSize);
  const pageSize = header.readUInt16BE(16);
  const pages = Math.floor((statSync(file, { throwIfNoEntry: false })?.size ?? 0) / pageSize);
  if (pages < 2) return false;
  // Nothing is known of free pages. The number of pages follows from the size of the file when these differ.
  header.fill(0, 32, 40).writeUInt32BE(header.readUInt32BE(24) + 1, 92);
  copyFileSync(file, copy);
  truncateSync(copy, pages * pageSize);
  const opened = openSync(copy, 'r+');
  try {
    writeSync(opened, header, 0, headerSize, 0);
  } finally {
    closeSync(opened);
  }
  return true;
}
