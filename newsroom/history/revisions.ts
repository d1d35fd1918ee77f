import { numberOf, textOf, type Store } from '../store/store.ts';
import type { Commit, FileChange } from './log.ts';
import type { Revision, RevisionState } from './published.ts';

/** One row of `revision`. `state` is missing while nobody has read the file as it was. */
export interface RevisionRow {
  key: number;
  path: string;
  at: string;
  blob: string;
  state: RevisionState | undefined;
}

/** The store's memory of what git knows: each article file's states, followed through its renames. */
export class Revisions {
  /** Files whose states have moved. */
  readonly changed = new Set<string>();
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Takes a commit in. Commits come oldest first. */
  take({ at, changes }: Commit): void {
    const texts = changes.filter(({ path, from }) => isText(path) || (from !== undefined && isText(from)));
    // First away from the old places, then to the new ones: two files may have changed places.
    for (const { from, status, path } of texts) {
      if (from !== undefined) this.#move(inArticles(from), `>${inArticles(path)}`);
      else if (status === 'D' || status === 'A') this.#forget(inArticles(path));
    }
    for (const change of texts) if (change.status !== 'D') this.#put(at, change);
  }

  #put(at: string, { path, from, blob, regular }: FileChange): void {
    const file = inArticles(path);
    if (from !== undefined) {
      this.#forget(file);
      this.#move(`>${file}`, file);
    }
    if (regular && isText(path))
      this.#store.run('INSERT INTO revision (file, path, at, blob) VALUES (?, ?, ?, ?)', file, file, at, blob);
    else this.#forget(file);
    this.changed.add(file);
  }

  #move(from: string, to: string): void {
    this.#store.run('UPDATE revision SET file = ? WHERE file = ?', to, from);
    this.changed.add(from);
  }

  #forget(file: string): void {
    if (this.#store.run('DELETE FROM revision WHERE file = ?', file) > 0) this.changed.add(file);
  }

  /** Forgets all that git has told. */
  clear(): void {
    for (const row of this.#store.all('SELECT file FROM history')) this.changed.add(textOf(row, 'file'));
    this.#store.run('DELETE FROM revision');
  }

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

  /** Notes what a file said at a commit. */
  note(key: number, state: RevisionState, text: string | null): void {
    this.#store.run('UPDATE revision SET state = ?, text = ? WHERE key = ?', JSON.stringify(state), text, key);
  }

  /** A row as the rules want it: its text is looked up when they ask for it. */
  asState({ key, at }: RevisionRow, state: RevisionState): Revision<number | null> {
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
