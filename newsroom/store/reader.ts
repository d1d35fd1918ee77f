import { endOfChangeLog } from './change-log.ts';
import { fileIdentity } from './file-identity.ts';
import type { Audience } from './schema.ts';
import { openStore, storePath, type Store } from './store.ts';

/** How often the file is checked. Milliseconds. */
const checkEvery = 250;

/** How a reader follows the store's file. */
export interface Following {
  /** The title whose articles are read, by its name; the first one, where it is missing. */
  title?: string | undefined;
  mayOpen?: (file: string) => boolean;
  clock?: () => number;
}

/**
 * A connection for reading that follows the store's file. A compile may replace the file, where it was damaged or of
 * another version; a connection that was opened before would read the old file for ever.
 */
export class StoreReader {
  readonly #data: string;
  readonly #title: string | undefined;
  readonly #audiences: readonly Audience[];
  readonly #mayOpen: (file: string) => boolean;
  readonly #clock: () => number;
  #store: Store;
  #file: string | undefined;
  #checkedAt: number;
  /** How many files were opened before this one. */
  #replaced = 0;

  /**
   * `mayOpen` says whether a file may be opened that has replaced another one, by its `fileIdentity`: one from a backup
   * shows what was killed since. `clock` gives milliseconds and never goes back. Throws `StoreMissing`.
   */
  constructor(
    data: string,
    audiences: readonly Audience[],
    { title, mayOpen = () => true, clock = () => performance.now() }: Following = {},
  ) {
    this.#data = data;
    this.#title = title;
    this.#audiences = audiences;
    this.#mayOpen = mayOpen;
    this.#clock = clock;
    this.#checkedAt = clock();
    // Before it is opened: if it is replaced in between, the next check sees that.
    this.#file = fileIdentity(storePath(data));
    this.#store = openStore(data, audiences, { title });
  }

  /** The connection to the present file. The one before is closed, so do not keep it. */
  current(): Store {
    const time = this.#clock();
    if (time - this.#checkedAt < checkEvery) return this.#store;
    this.#checkedAt = time;
    const file = fileIdentity(storePath(this.#data));
    if (file !== undefined && file !== this.#file && this.#mayOpen(file)) this.#reopen(file);
    return this.#store;
  }

  /** Which file is open, by its `fileIdentity`. */
  get file(): string | undefined {
    return this.#file;
  }

  /** Looks at once whether the file was replaced, and not a little later. */
  follow(): void {
    this.#checkedAt = -Infinity;
    this.current();
  }

  /** A number that is another one after each compile, and after the file was replaced. Cheap. */
  version(): number {
    const store = this.current();
    return this.#replaced * 2 ** 32 + store.dataVersion();
  }

  close(): void {
    this.#store.close();
  }

  /** Whether a store has less history than the one that is open, as one from a backup has. */
  #isBehind(store: Store): boolean {
    try {
      return endOfChangeLog(store).number < endOfChangeLog(this.#store).number;
    } catch {
      // The one that is open may be damaged.
      return true;
    }
  }

  #reopen(file: string): void {
    let store: Store;
    try {
      store = openStore(this.#data, this.#audiences, { title: this.#title, timeout: 0 });
    } catch {
      // It is of another version, or cannot be read. The old one serves on, and the next check tries again.
      return;
    }
    this.#replaced += 1;
    store.branch = this.#store.branch;
    if (this.#isBehind(store)) store.branch = ` ${this.#replaced}`;
    this.#store.close();
    this.#store = store;
    this.#file = file;
  }
}
