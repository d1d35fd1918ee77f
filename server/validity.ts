import type { Edition } from '../newsroom/edition/edition.ts';
import type { Editions } from '../newsroom/edition/open.ts';
import type { CachedPage, ValidityWindow } from './cached-page.ts';

/** What was read from the present edition. */
interface Reading<T> {
  value: T;
  /** In which window the value holds. A preview shows its own instant, so what it reads holds for no longer. */
  window: ValidityWindow | undefined;
  /** The instant of the reading, in milliseconds. */
  now: number;
}

/**
 * Whether a cached page is valid: exactly while the digest of what its address shows is the same. Within one compile and
 * between two gates nothing changes, so most requests only compare the page's window with the present.
 */
export class Validity {
  readonly #editions: Editions;
  readonly #now: () => number;

  constructor(editions: Editions, now: () => number) {
    this.#editions = editions;
    this.#now = now;
  }

  /** Whether the page is known to be valid at present. If not, it may be: read what its address shows, and compare. */
  isKnownValid(page: CachedPage): boolean {
    const { window } = page;
    if (!window) return false;
    const now = this.#now();
    return window.from <= now && now < window.until && window.version === this.#editions.version();
  }

  /** Lets `read` read the present edition. */
  read<T>(read: (edition: Edition, now: number) => T): Reading<T> {
    const now = this.#now();
    const version = this.#editions.version();
    return this.#editions.at(now, (edition) => ({
      value: read(edition, now),
      window: edition.previewedAt === undefined ? { version, from: edition.from, until: edition.until } : undefined,
      now,
    }));
  }

  /** Milliseconds until the next gate at which the page may change, as far as is known today; 0 if that is unknown. */
  untilGate(page: CachedPage): number {
    return page.window ? page.window.until - this.#now() : 0;
  }

  /** Milliseconds until the next gate. */
  untilNextGate(): number {
    const { window, now } = this.read(() => undefined);
    return window ? window.until - now : 0;
  }
}
