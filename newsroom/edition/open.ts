import type { Sameness } from '../related/neighbourhood.ts';
import { StoreReader, type Following } from '../store/reader.ts';
import type { Audience } from '../store/schema.ts';
import { emptyStore, openStore, type Store } from '../store/store.ts';
import type { EditionOptions } from './context.ts';
import { Edition } from './edition.ts';
import { RecentChanges, type PackedDependencies, type ReadAt } from './recent-changes.ts';
import { publicVisibility, type Visibility } from './visibility.ts';
import { nextClosing } from './window.ts';

/** Where editions have their store from. */
type Source = Pick<StoreReader, 'current' | 'version' | 'close' | 'file' | 'follow'>;

/** A store that nothing replaces. */
function fixed(store: Store): Source {
  return {
    current: () => store,
    version: () => 0,
    close: () => store.close(),
    file: undefined,
    follow: () => undefined,
  };
}

/** For whom editions are: what they show, and the audiences whose stores they read. */
interface Readers {
  audiences: readonly Audience[];
  visibility: Visibility;
}

const everybody: Readers = { audiences: ['public'], visibility: publicVisibility };

/** The state of the newsroom at present. While it is the same object, nothing has changed. */
export interface Present extends ReadAt {
  /** `Editions.version`. */
  version: number;
  /** The next gate, as far as is known; milliseconds. */
  until: number;
  /** The next gate at which something public is hidden; milliseconds. */
  closing: number;
}

/** Hands out editions of one store and one title, and reuses the last one while nothing is compiled and no gate passes. */
export class Editions {
  readonly #source: Source;
  readonly #options: EditionOptions;
  readonly #visibility: Visibility;
  readonly #changes = new RecentChanges();
  #last: { edition: Edition; store: Store; version: number } | undefined;
  #present: Present | undefined;
  #versionInTurn: number | undefined;

  private constructor(source: Source, options: EditionOptions, visibility: Visibility) {
    this.#source = source;
    this.#options = options;
    this.#visibility = visibility;
  }

  /**
   * Editions of the store in a data folder; for the public, unless other readers are named. They follow the file when it
   * is replaced. `following`: see `StoreReader`. Throws `StoreMissing`.
   */
  static in(
    data: string,
    options: EditionOptions,
    { audiences, visibility }: Readers = everybody,
    following: Following = {},
  ): Editions {
    const { title } = options;
    return new Editions(new StoreReader(data, audiences, { ...following, title }), options, visibility);
  }

  /**
   * Editions for a static edition: of the store as it is now, whatever is compiled until they are closed. Changes that are compiled meanwhile take
   * more space on the disk. What was read at `since`, in another process, can be compared with it. Throws `StoreMissing`.
   */
  static frozen(data: string, options: EditionOptions, since?: ReadAt): Editions {
    const store = openStore(data, ['public'], { title: options.title });
    store.database.exec('BEGIN');
    // The transaction begins with the first reading.
    store.meta('generation');
    const editions = new Editions(fixed(store), { ...options, hasSearch: false }, publicVisibility);
    if (since) editions.#changes.beginAt(since);
    return editions;
  }

  /** Editions of a newsroom without content, for a build that must not depend on any. */
  static ofNothing(options: EditionOptions): Editions {
    const store = emptyStore();
    return new Editions(fixed(store), options, publicVisibility);
  }

  /**
   * Calls `read` with the edition of an instant, in milliseconds. All that it reads is of one compile, even while another
   * one runs. The edition must not be used after `read` has returned.
   */
  at<T>(now: number, read: (edition: Edition, store: Store) => T): T {
    const store = this.#source.current();
    const isFrozen = store.database.isTransaction;
    if (!isFrozen) store.database.exec('BEGIN');
    try {
      return read(this.#edition(store, now), store);
    } finally {
      // A fault of the disk ends the transaction, and must not be hidden by another one.
      if (!isFrozen && store.database.isTransaction) store.database.exec('COMMIT');
    }
  }

  /**
   * A number that changes with every compile. Within one turn of the event loop it is read once: many requests that have
   * come together are answered from the same state.
   */
  version(): number {
    if (this.#versionInTurn === undefined) {
      this.#versionInTurn = this.#source.version();
      setImmediate(() => (this.#versionInTurn = undefined));
    }
    return this.#versionInTurn;
  }

  /** The store's file that is read, by its `fileIdentity`. */
  get file(): string | undefined {
    return this.#source.file;
  }

  /** The branch of the store that is read, see `Store`. */
  get branch(): string {
    return this.#source.current().branch;
  }

  /** Reads the file, and calls it the branch, that other editions of the same data folder read. */
  follow(file: string | undefined, branch: string): void {
    if (file !== this.#source.file) this.#source.follow();
    const store = this.#source.current();
    if (store.branch === branch) return;
    store.branch = branch;
    this.#last = undefined;
  }

  /** The state of the newsroom at an instant, in milliseconds; for readers of whom each instant shows them the same. */
  present(now: number): Present {
    const version = this.version();
    const known = this.#present;
    if (known?.version === version && known.gate <= now && now < known.until) return known;
    return this.at(now, ({ readAt, until, site, sectionOf }, store) => {
      this.#changes.update(store, readAt, site.timezone, sectionOf);
      return (this.#present = { ...readAt, version, until, closing: nextClosing(store, now) });
    });
  }

  /** What has become of what was read in a state of the newsroom, at `now`, for which `present` was called. `drifts`: whether it has drifted before. */
  samenessOf(read: PackedDependencies, readAt: ReadAt, now: number, drifts = false): Sameness {
    return this.#changes.samenessOf(read, readAt, now, drifts);
  }

  #edition(store: Store, now: number): Edition {
    const version = store.dataVersion();
    const last = this.#last;
    if (last?.store === store && last.version === version && last.edition.from <= now && now < last.edition.until)
      return last.edition;
    const edition = new Edition(store, now, this.#options, this.#visibility);
    // A preview names its instant, so each instant has another edition.
    if (edition.previewedAt === undefined) this.#last = { edition, store, version };
    return edition;
  }

  close(): void {
    this.#source.close();
  }
}
