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

/** What the store knows about all files; with `only`, about those that were found and those at or under the paths. */
export function knownFiles(store: Store, { files }: Scan, only: string[] | undefined): Map<string, FileRow> {
  const rows = only
    ? [
        ...files.flatMap(({ path }) => store.all(`${fileColumns} WHERE path = ?`, path)),
        ...rowsUnder(store, `${fileColumns} WHERE`, 'path', only),
      ]
    : store.all(fileColumns);
  return new Map(rows.map((row) => [textOf(row, 'path'), fileRow(row)]));
}
