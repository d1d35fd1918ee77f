import { emptyStore, openStore, type Store } from '../store/store.ts';
import { Edition } from './edition.ts';

/** Hands out editions of one store, and keeps the newest while nothing has been compiled and no gate has passed. */
export class Editions {
  readonly #store: Store;
  #current: Edition | undefined;
  #version = -1;
  readonly #siteUrl: string | undefined;

  constructor(store: Store, siteUrl?: string) {
    this.#store = store;
    this.#siteUrl = siteUrl;
  }

  /** Throws `StoreMissing` where the data folder holds no store. */
  static in(data: string, siteUrl?: string): Editions {
    return new Editions(openStore(data), siteUrl);
  }

  /** Editions of a newsroom without content, for a build that must not depend on any. */
  static ofNothing(): Editions {
    return new Editions(emptyStore());
  }

  /**
   * Lets `read` look at the edition of an instant. All that it reads is of one compile, even while another is under
   * way; it must be done when it returns.
   */
  at<T>(now: number, read: (edition: Edition) => T): T {
    this.#store.database.exec('BEGIN');
    try {
      return read(this.#edition(now));
    } finally {
      this.#store.database.exec('COMMIT');
    }
  }

  /** A number that moves with every compile. Cheap. */
  version(): number {
    return this.#store.dataVersion();
  }

  #edition(now: number): Edition {
    const version = this.#store.dataVersion();
    const current = this.#current;
    if (current && version === this.#version && current.from <= now && now < current.until) return current;
    this.#version = version;
    return (this.#current = new Edition(this.#store, now, this.#siteUrl));
  }

  close(): void {
    this.#store.close();
  }
}
