import { numberOf, textOf, type Store } from '../store/store.ts';
import { deletedBlob } from './repository-state.ts';
import type { Commit, FileChange } from './log.ts';
import type { Revision, RevisionState } from './published.ts';

/** One row of the table `revision`. `state` is undefined until the file is read as it was at that commit. */
export interface RevisionRow {
  key: number;
  path: string;
  at: string;
  blob: string;
  state: RevisionState | undefined;
}

/** The table `revision`: the states of each article file that git knows, followed through renames. */
export class Revisions {
  /** Files whose revisions have changed. */
  readonly changed = new Set<string>();
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Adds a commit. Commits must come oldest first. */
  add({ at, changes }: Commit): void {
    const texts = changes.filter(({ path, from }) => isText(path) || (from !== undefined && isText(from)));
    // All renamed files leave their old paths before any gets its new one, since two files may have swapped paths.
    for (const { from, status, path } of texts) {
      if (from !== undefined) this.#rename(inArticles(from), `>${inArticles(path)}`);
      else if (status === 'D') this.#delete(inArticles(path), at);
    }
    for (const change of texts) if (change.status !== 'D') this.#put(at, change);
  }

  #put(at: string, { path, from, blob, regular }: FileChange): void {
    const file = inArticles(path);
    if (from !== undefined) {
      this.#remove(file);
      this.#rename(`>${file}`, file);
    }
    if (regular && isText(path))
      this.#store.run('INSERT INTO revision (file, path, at, blob) VALUES (?, ?, ?, ?)', file, file, at, blob);
    else this.#delete(file, at);
    this.changed.add(file);
  }

  #rename(from: string, to: string): void {
    this.#store.run('UPDATE revision SET file = ? WHERE file = ?', to, from);
    this.changed.add(from);
  }

  #delete(file: string, at: string): void {
    this.#remove(file);
    const hidden: RevisionState = { type: 'hidden' };
    const sql = 'INSERT INTO revision (file, path, at, blob, state) VALUES (?, ?, ?, ?, ?)';
    this.#store.run(sql, file, file, at, deletedBlob, JSON.stringify(hidden));
  }

  #remove(file: string): void {
    this.#store.run('DELETE FROM revision WHERE file = ?', file);
    this.changed.add(file);
  }

  /** Removes all revisions. */
  clear(): void {
    for (const row of this.#store.all('SELECT file FROM history')) this.changed.add(textOf(row, 'file'));
    this.#store.run('DELETE FROM revision');
  }

  /** The revisions of a file, oldest first. */
  of(file: string): RevisionRow[] {
    return this.#store
      .all('SELECT key, path, at, blob, state FROM revision WHERE file = ? ORDER BY key', file)
      .map((row) => {
        const { state } = row;
        return {
          key: numberOf(row, 'key'),
          path: textOf(row, 'path'),
          at: textOf(row, 'at'),
          blob: textOf(row, 'blob'),
          state: typeof state === 'string' ? JSON.parse(state) : undefined,
        };
      });
  }

  /** Writes what the file was at that commit. `text` is the JSON of a `VersionText`, or null. */
  setState(key: number, state: RevisionState, text: string | null): void {
    this.#store.run('UPDATE revision SET state = ?, text = ? WHERE key = ?', JSON.stringify(state), text, key);
  }

  /** A row in the form that `publishedVersions` takes. Its text is read from the store only when it is needed. */
  asRevision({ key, at }: RevisionRow, state: RevisionState): Revision<number | null> {
    return {
      key,
      at,
      state,
      text: () => JSON.parse(textOf(this.#store.get('SELECT text FROM revision WHERE key = ?', key), 'text')),
    };
  }
}

function isText(path: string): boolean {
  return /\.mdx?$/.test(path);
}

function inArticles(path: string): string {
  return `articles/${path}`;
}
