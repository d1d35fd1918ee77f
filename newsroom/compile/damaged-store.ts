import {
  closeSync,
  copyFileSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { printInstant } from '../model/instant.ts';
import { memoryKeys, memoryTables } from '../store/schema.ts';
import { storePath, UnexpectedValue, type Store } from '../store/store.ts';

/** Result codes of SQLite. */
const corrupt = 11;
const notADatabase = 26;
/** A part of the store is gone, such as the file of what was written last. */
const shortRead = 522;

/** How many damaged files are left in the data folder. */
const mostDamagedFiles = 2;

/** Another thread has found that the store is damaged. */
export class StoreDamage extends Error {
  override name = 'StoreDamage';
}

/** Whether an error says that the store is damaged: SQLite cannot read the file, or a value is not what the schema says. */
export function isDamaged(error: unknown): boolean {
  if (error instanceof StoreDamage || error instanceof UnexpectedValue || error instanceof SyntaxError) return true;
  const extended = error instanceof Error && 'errcode' in error ? Number(error.errcode) : undefined;
  const code = extended === undefined ? undefined : extended & 0xff;
  // A file that was cut off in place has no tables any more.
  const empty = error instanceof Error && error.message.startsWith('no such table: ');
  return code === corrupt || code === notADatabase || extended === shortRead || empty;
}

/** What only the store knew: rows of the memory tables, and the rows of `meta` that belong to them. */
export interface Memory {
  /** The content folder of the store, where it could be read. */
  content: string | undefined;
  meta: Map<string, string>;
  oncePublic: Map<string, { file: string; id: string; vanished: number | null }>;
  publicChanges: Map<string, number>;
}

/**
 * Reads the memory of a damaged store, row by row, as far as it can be read. The file is not changed. `scratch` is a
 * folder for a copy.
 */
export function readDamagedMemory(file: string, scratch: string): Memory {
  const memory: Memory = { content: undefined, meta: new Map(), oncePublic: new Map(), publicChanges: new Map() };
  readMemory(file, memory);
  if (memory.meta.size + memory.oncePublic.size + memory.publicChanges.size === 0) {
    const copy = join(scratch, 'with-another-header.sqlite');
    if (copyWithNewHeader(file, copy)) readMemory(copy, memory);
  }
  return memory;
}

/** Writes what was saved into a new store of the same newsroom, before anything else is recorded there. */
export function restoreMemory(store: Store, { content, meta, oncePublic, publicChanges }: Memory): void {
  if (content !== undefined && content !== store.meta('content')) return;
  for (const [key, value] of meta) store.run('INSERT OR IGNORE INTO meta VALUES (?, ?)', key, value);
  for (const [address, { file, id, vanished }] of oncePublic)
    store.run('INSERT OR IGNORE INTO once_public VALUES (?, ?, ?, ?)', address, file, id, vanished);
  for (const [address, at] of publicChanges)
    store.run('INSERT OR IGNORE INTO public_change VALUES (?, ?)', address, at);
}

/** Reads what it can into `memory`. */
function readMemory(file: string, memory: Memory): void {
  // Together with `writable_schema`: reads a table though others are damaged, or the end of the file is missing.
  const database = new DatabaseSync(file, { readOnly: true, defensive: false });
  /** Reads rows until one cannot be read. Forwards, then backwards: what is lost is between the two ends. */
  const readRows = (table: string, key: string, take: (row: Record<string, unknown>) => void): void => {
    for (const order of ['ASC', 'DESC']) {
      try {
        for (const row of database.prepare(`SELECT * FROM ${table} ORDER BY ${key} ${order}`).iterate()) take(row);
        return;
      } catch {
        // The next row is damaged.
      }
    }
  };
  try {
    database.exec('PRAGMA writable_schema = ON');
    readRows('meta', 'key', ({ key, value }) => {
      if (typeof value !== 'string') return;
      if (key === 'content') memory.content = value;
      const [name] = memoryKeys.find((names) => names.some((each) => each === key)) ?? [];
      if (name !== undefined) memory.meta.set(name, value);
    });
    readRows('once_public', 'address', ({ address, file: path, id, vanished }) => {
      if (!isAddress(address) || typeof path !== 'string' || typeof id !== 'string') return;
      memory.oncePublic.set(address, { file: path, id, vanished: typeof vanished === 'number' ? vanished : null });
    });
    readRows('public_change', 'address', ({ address, at }) => {
      if (isAddress(address) && typeof at === 'number') memory.publicChanges.set(address, at);
    });
  } catch {
    // Nothing can be read.
  } finally {
    database.close();
  }
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('/');
}

const headerSize = 100;

/** Copies a store whose first bytes are damaged, with the header of a new one. `false` where the file is too short. */
function copyWithNewHeader(file: string, copy: string): boolean {
  const fresh = new DatabaseSync(copy);
  fresh.exec(memoryTables);
  fresh.close();
  const header = readFileSync(copy).subarray(0, headerSize);
  const pageSize = header.readUInt16BE(16);
  const pages = Math.floor(statSync(file).size / pageSize);
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

/**
 * Moves the damaged store to `store.sqlite.damaged-<instant>` and replaces it with the one in the folder `rebuilt`. `now` in
 * milliseconds. Returns the name of the damaged file. Only the newest damaged files are left in the folder.
 */
export function replaceStore(data: string, rebuilt: string, now: number): string {
  const path = storePath(data);
  const aside = `${path}.damaged-${printInstant(now).replaceAll(':', '-')}`;
  for (const ending of ['', '-wal', '-shm']) {
    rmSync(aside + ending, { force: true });
    renameIfThere(path + ending, aside + ending);
  }
  renameSync(storePath(rebuilt), path);
  const prefix = `${basename(path)}.damaged-`;
  const names = readdirSync(data).filter((name) => name.startsWith(prefix));
  const files = names.filter((name) => !/-(?:wal|shm)$/.test(name)).toSorted();
  for (const old of files.slice(0, -mostDamagedFiles))
    for (const name of names) if (name.startsWith(old)) rmSync(join(data, name), { force: true });
  return basename(aside);
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
