import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { PackedDependencies } from '../../newsroom/edition/recent-changes.ts';
import type { PageHead } from '../cached-page.ts';
import type { Source } from './addresses.ts';

/** A file of the static edition, as it was exported. */
export interface ExportedFile {
  /** The path of the address in its normal form. */
  path: string;
  /** The path of the file below the root of the site. */
  file: string;
  head: Omit<PageHead, 'path' | 'since' | 'stored'>;
  /** In bytes. */
  size: number;
  /** The numbers of the pictures and fonts that it names. */
  names: Uint32Array;
  /** What it was made from. */
  read: PackedDependencies;
  /** It changes at that instant, though no gate passes; milliseconds. */
  until?: number;
}

/** A picture or a font. */
export interface ExportedAsset {
  /** As pages name it, encoded. */
  address: string;
  /** What names its bytes. */
  digest: string;
  type: string;
  /** In bytes. */
  size: number;
}

/** How large a site is. Sizes are in bytes. */
export interface SiteSizes {
  files: number;
  bytes: number;
  largest: number;
  /** The most files that one folder has. */
  inFolder: number;
}

/** Raised whenever the tables change: the manifest of another version counts as none. */
const version = 2;

const tables = `
  PRAGMA user_version = ${version};
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  -- Addresses that the edition can have, until each of them was looked at.
  CREATE TABLE candidate (key INTEGER PRIMARY KEY, path TEXT NOT NULL, source TEXT NOT NULL);
  CREATE TABLE policy (key INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
  -- An ExportedFile for each address.
  CREATE TABLE file (
    path TEXT PRIMARY KEY, file TEXT NOT NULL, status INTEGER NOT NULL, digest TEXT NOT NULL, etag TEXT NOT NULL,
    policy INTEGER NOT NULL, type TEXT NOT NULL, address TEXT, headers TEXT, size INTEGER NOT NULL, names BLOB NOT NULL,
    -- PackedDependencies
    hashes BLOB NOT NULL, untils BLOB NOT NULL, until REAL
  ) WITHOUT ROWID;
  -- The text is the address. An ExportedAsset where there is a digest.
  CREATE TABLE asset (key INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, digest TEXT, type TEXT, size INTEGER);
  CREATE TABLE redirect (path TEXT PRIMARY KEY, target TEXT NOT NULL) WITHOUT ROWID;
`;

/** What an export has written, for the next one and for the files of hosts. It is never changed once the export is done. */
export class Manifest {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Opens the manifest of an export that is done; `undefined` where there is none of this version. */
  static open(path: string): Manifest | undefined {
    if (!existsSync(path)) return undefined;
    const manifest = new Manifest(new DatabaseSync(path, { readOnly: true }));
    if (manifest.#get('PRAGMA user_version')?.['user_version'] === version) return manifest;
    manifest.close();
    return undefined;
  }

  /**
   * Makes an empty one. If the export is stopped, it is of no use, so nothing is written twice. `before`: where that of the last
   * export is, if there is one. Pictures and fonts keep their numbers.
   */
  static create(path: string, before?: string): Manifest {
    const last = before === undefined ? undefined : Manifest.open(before);
    last?.close();
    const database = new DatabaseSync(path);
    database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; ${tables}`);
    if (last && before !== undefined) {
      database.prepare('ATTACH ? AS last').run(before);
      database.exec('INSERT INTO asset (key, text) SELECT key, text FROM last.asset; DETACH last');
    }
    database.exec('BEGIN');
    return new Manifest(database);
  }

  meta(key: string): string | undefined {
    const value = this.#get('SELECT value FROM meta WHERE key = ?', key)?.['value'];
    return typeof value === 'string' ? value : undefined;
  }

  setMeta(key: string, value: string): void {
    this.#run('INSERT OR REPLACE INTO meta VALUES (?, ?)', key, value);
  }

  addCandidate(path: string, source: Source): void {
    this.#run('INSERT INTO candidate (path, source) VALUES (?, ?)', path, source);
  }

  get candidates(): number {
    return Number(this.#get('SELECT count(*) AS n FROM candidate')?.['n']);
  }

  /** The paths of the candidates of a source, in the order in which they were added. */
  *eachCandidate(source: Source): Generator<string> {
    // Each source has a statement of its own: several are read at a time.
    for (const { path } of this.#each(`SELECT path FROM candidate WHERE source = '${source}' ORDER BY key`))
      yield String(path);
  }

  file(path: string): ExportedFile | undefined {
    const row = this.#get(
      'SELECT file.*, policy.text AS policy_text FROM file JOIN policy ON policy.key = policy WHERE path = ?',
      path,
    );
    return row && fileIn(row);
  }

  addFile({ path, file, head, size, names, read, until }: ExportedFile): void {
    const { status, digest, etag, policy, type, address, headers } = head;
    this.#run(
      'INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      path,
      file,
      status,
      digest,
      etag,
      this.#keyOf('policy', policy),
      type,
      address ?? null,
      headers === undefined ? null : JSON.stringify(headers),
      size,
      bytesOf(names),
      bytesOf(read.hashes),
      bytesOf(read.untils),
      until ?? null,
    );
  }

  /** What each file is sent with. */
  *eachHead(condition: 'headers IS NOT NULL' | 'true' = 'true'): Generator<Pick<ExportedFile, 'path' | 'head'>> {
    const sql = `SELECT path, status, digest, etag, type, address, headers, policy.text AS policy_text
      FROM file JOIN policy ON policy.key = policy WHERE ${condition}`;
    for (const row of this.#each(sql)) yield { path: String(row['path']), head: headIn(row) };
  }

  get files(): number {
    return Number(this.#get('SELECT count(*) AS n FROM file')?.['n']);
  }

  /** How large the site is, without what hosts read beside it. */
  sizes(): SiteSizes {
    const all = `SELECT file, size FROM file UNION ALL SELECT text, size FROM asset WHERE digest IS NOT NULL`;
    const row = this.#get(`SELECT count(*) AS files, total(size) AS bytes, max(size) AS largest FROM (${all})`);
    // Without all that is no slash, the end of a path is that of its folder.
    const folders = this.#get(
      `SELECT max(n) AS n FROM (SELECT count(*) AS n FROM (${all}) GROUP BY rtrim(file, replace(file, '/', '')))`,
    );
    const [files, bytes, largest] = [row?.['files'], row?.['bytes'], row?.['largest']].map(Number);
    return { files: files ?? 0, bytes: bytes ?? 0, largest: largest ?? 0, inFolder: Number(folders?.['n']) };
  }

  /** The number by which files name an asset. */
  numberOf(address: string): number {
    return this.#keyOf('asset', address);
  }

  /** An asset that was exported. */
  asset(address: string): ExportedAsset | undefined {
    const row = this.#get('SELECT * FROM asset WHERE text = ? AND digest IS NOT NULL', address);
    return row && assetIn(row);
  }

  setAsset({ address, digest, type, size }: ExportedAsset): void {
    this.#run('UPDATE asset SET digest = ?, type = ?, size = ? WHERE text = ?', digest, type, size, address);
  }

  /** The addresses of all assets that files name, exported or not. Forgets those that none names any more. */
  *eachNamedAsset(): Generator<string> {
    const last = Number(this.#get('SELECT max(key) AS n FROM asset')?.['n']);
    // A byte for each, because there can be as many as there are files.
    const named = new Uint8Array(last + 1);
    for (const { names } of this.#each('SELECT names FROM file'))
      for (const number of new Uint32Array(bufferOf(names))) named[number] = 1;
    for (let key = 1; key <= last; key += 1) {
      if (named[key] === 1) yield String(this.#get('SELECT text FROM asset WHERE key = ?', key)?.['text']);
      else this.#run('DELETE FROM asset WHERE key = ?', key);
    }
  }

  *eachAsset(): Generator<ExportedAsset> {
    for (const row of this.#each('SELECT * FROM asset WHERE digest IS NOT NULL')) yield assetIn(row);
  }

  addRedirect(path: string, target: string): void {
    this.#run('INSERT OR IGNORE INTO redirect VALUES (?, ?)', path, target);
  }

  *eachRedirect(): Generator<{ path: string; target: string }> {
    for (const { path, target } of this.#each('SELECT * FROM redirect'))
      yield { path: String(path), target: String(target) };
  }

  /** Ends what `create` has begun: all of it is in the file then. */
  finish(): void {
    this.#database.exec('DROP TABLE candidate; COMMIT');
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  /** The key of a text that many files share. A new one gets the next key. */
  #keyOf(table: 'policy' | 'asset', text: string): number {
    const known = this.#get(`SELECT key FROM ${table} WHERE text = ?`, text);
    return Number((known ?? this.#get(`INSERT INTO ${table} (text) VALUES (?) RETURNING key`, text))?.['key']);
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }

  #get(sql: string, ...values: (string | number)[]): Record<string, unknown> | undefined {
    return this.#prepare(sql).get(...values);
  }

  #each(sql: string): IterableIterator<Record<string, unknown>> {
    return this.#prepare(sql).iterate();
  }

  #run(sql: string, ...values: (string | number | null | Uint8Array)[]): void {
    this.#prepare(sql).run(...values);
  }
}

function fileIn(row: Record<string, unknown>): ExportedFile {
  const { path, file, size, until } = row;
  return {
    path: String(path),
    file: String(file),
    head: headIn(row),
    size: Number(size),
    names: new Uint32Array(bufferOf(row['names'])),
    read: {
      hashes: new Uint32Array(bufferOf(row['hashes'])),
      untils: new Float64Array(bufferOf(row['untils'])),
      neighbourhoods: [],
    },
    ...(typeof until === 'number' && { until }),
  };
}

function headIn(row: Record<string, unknown>): ExportedFile['head'] {
  const { status, digest, etag, policy_text: policy, type, address, headers } = row;
  return {
    status: status === 410 ? 410 : status === 404 ? 404 : 200,
    digest: String(digest),
    etag: String(etag),
    policy: String(policy),
    type: String(type),
    ...(typeof address === 'string' && { address }),
    ...(typeof headers === 'string' && { headers: readHeaders(headers) }),
  };
}

function assetIn({ text, digest, type, size }: Record<string, unknown>): ExportedAsset {
  return { address: String(text), digest: String(digest), type: String(type), size: Number(size) };
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Float64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** The bytes of a BLOB, at the beginning of a buffer of their own: numbers must not begin in the middle of one. */
function bufferOf(value: unknown): ArrayBuffer {
  return value instanceof Uint8Array ? value.slice().buffer : new ArrayBuffer(0);
}

function readHeaders(text: string): Record<string, string> {
  return JSON.parse(text);
}
