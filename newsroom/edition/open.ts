import { emptyStore, openStore, type Store } from '../store/store.ts';
import { Edition } from './edition.ts';

/** Hands out editions of one store, and keeps the newest while nothing has been compiled and no gate has passed. */
export class Editions {
  readonly #store: Store;
  #current: Edition | undefined;
  #version = -1;
  readonly #make: (now: number) => Edition;
  readonly #keep: boolean;

  /** `make` makes editions of another kind; they are not kept. */
  constructor(store: Store, siteUrl?: string, make?: (now: number) => Edition) {
    this.#store = store;
    this.#keep = make === undefined;
    this.#make = make ?? ((now) => new Edition(store, now, siteUrl));
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

  /** When the content folder was last scanned, in milliseconds; `undefined` if the store does not say. */
  lastScan(): number | undefined {
    const scanned = this.#store.meta('scanned');
    return scanned === undefined ? undefined : Number(scanned);
  }

  #edition(now: number): Edition {
    const version = this.#store.dataVersion();
    const current = this.#current;
    if (this.#keep && current && version === this.#version && current.from <= now && now < current.until)
      return current;
    this.#version = version;
    return (this.#current = this.#make(now));
  }

  close(): void {
    this.#store.close();
  }
}
