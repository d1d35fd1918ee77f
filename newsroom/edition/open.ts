import { emptyStore, openStore, type Store } from '../store/store.ts';
import type { EditionOptions } from './context.ts';
import { Edition } from './edition.ts';
import { publicVisibility, type Visibility } from './visibility.ts';

/** Hands out editions of one store, and reuses the last one while nothing is compiled and no gate passes. */
export class Editions {
  readonly #store: Store;
  readonly #options: EditionOptions;
  readonly #visibility: Visibility;
  #last: { edition: Edition; version: number } | undefined;

  constructor(store: Store, options: EditionOptions, visibility: Visibility = publicVisibility) {
    this.#store = store;
    this.#options = options;
    this.#visibility = visibility;
  }

  /** Throws `StoreMissing` where the data folder has no store for the public. */
  static in(data: string, options: EditionOptions): Editions {
    return new Editions(openStore(data), options);
  }

  /** Editions of a newsroom without content, for a build that must not depend on any. */
  static ofNothing(options: EditionOptions): Editions {
    return new Editions(emptyStore(), options);
  }

  /**
   * Calls `read` with the edition of an instant, in milliseconds. All that it reads is of one compile, even while another
   * one runs. The edition must not be used after `read` has returned.
   */
  at<T>(now: number, read: (edition: Edition) => T): T {
    this.#store.database.exec('BEGIN');
    try {
      return read(this.#edition(now));
    } finally {
      this.#store.database.exec('COMMIT');
    }
  }

  /** A number that changes with every compile. Cheap. */
  version(): number {
    return this.#store.dataVersion();
  }

  #edition(now: number): Edition {
    const version = this.#store.dataVersion();
    const last = this.#last;
    if (last?.version === version && last.edition.from <= now && now < last.edition.until) return last.edition;
    const edition = new Edition(this.#store, now, this.#options, this.#visibility);
    // A preview names its instant, so that each instant has an edition of its own.
    if (edition.previewedAt === undefined) this.#last = { edition, version };
    return edition;
  }

  close(): void {
    this.#store.close();
  }
}
