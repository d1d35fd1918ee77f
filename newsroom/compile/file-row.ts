import { compareText } from '../model/problem.ts';
import { numberOf, textOf, type Row, type Store } from '../store/store.ts';
import type { ContentFile, Scan } from './scan.ts';
import { rowsUnder } from './writer.ts';

/** What the store knows of a file. */
export interface FileRow {
  size: number;
  modified: number;
  stamp: string;
  hash: string;
}

/** The beginning of a query that gives rows for `fileRow`. */
export const fileColumns = 'SELECT path, size, modified, stamp, hash FROM file';

export function fileRow(row: Row): FileRow {
  return {
    size: numberOf(row, 'size'),
    modified: numberOf(row, 'modified'),
    stamp: textOf(row, 'stamp'),
    hash: textOf(row, 'hash'),
  };
}

export function rowOf(store: Store, path: string): FileRow | undefined {
  const row = store.get(`${fileColumns} WHERE path = ?`, path);
  return row && fileRow(row);
}

/** Whether no compile has written a file between two readings of its row. */
export function isSameRow(one: FileRow | undefined, other: FileRow | undefined): boolean {
  return one?.stamp === other?.stamp && one?.hash === other?.hash && one?.modified === other?.modified;
}

/** Whether a file may have changed since a compile read it. */
export function mayDiffer(row: FileRow | undefined, { size, modified, stamp }: ContentFile): boolean {
  return row?.size !== size || row.modified !== modified || row.stamp !== stamp;
}

/** Where the folder and the store differ. */
interface Differences {
  /** Files that the store does not have, has in another state, or could not read; with the hash that it has of each. */
  changed: { file: ContentFile; known: string | undefined }[];
  /** Paths of which the store has a row, and the folder no file. */
  gone: string[];
  /** The rows of both. */
  rows: Map<string, FileRow>;
  /** How many files the store does not have. */
  added: number;
}

/** Compares what was found with the store: with all of its rows, or with those at or under the paths of `only`. */
export function differences(store: Store, { files }: Scan, only: string[] | undefined): Differences {
  const unseen = new Map<string, ContentFile>();
  for (const file of files) unseen.set(file.path, file);
  const found: Differences = { changed: [], gone: [], rows: new Map(), added: 0 };
  // Of an archive, almost all rows are as the files are, and are forgotten at once.
  for (const raw of only ? rowsAt(store, files, only) : store.each(fileColumns)) {
    const path = textOf(raw, 'path');
    const file = unseen.get(path);
    unseen.delete(path);
    const row = fileRow(raw);
    // A file that could not be read has no hash. Perhaps it can be read now.
    if (file && !mayDiffer(row, file) && row.hash !== '') continue;
    found.rows.set(path, row);
    if (file) found.changed.push({ file, known: row.hash });
    else found.gone.push(path);
  }
  found.added = unseen.size;
  for (const file of unseen.values()) found.changed.push({ file, known: undefined });
  found.changed.sort((a, b) => compareText(a.file.path, b.file.path));
  return found;
}

/** The rows of files that were found, and of all that is at or under some paths. */
function rowsAt(store: Store, files: readonly ContentFile[], paths: readonly string[]): Row[] {
  const rows = [
    ...files.flatMap(({ path }) => store.all(`${fileColumns} WHERE path = ?`, path)),
    ...rowsUnder(store, `${fileColumns} WHERE`, 'path', paths),
  ];
  return [...new Map(rows.map((row) => [row['path'], row])).values()];
}
