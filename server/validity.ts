import type { Edition } from '../newsroom/edition/edition.ts';
import type { Editions } from '../newsroom/edition/open.ts';
import type { Sameness } from '../newsroom/related/neighbourhood.ts';
import { packed } from '../newsroom/edition/recent-changes.ts';
import type { CachedPage, PageReading } from './cached-page.ts';

/** Before a gate of any kind, caches keep nothing for so long, so that it is exact. Milliseconds. */
const near = 4_000;

/** What was read from the present edition. */
interface Reading<T> {
  value: T;
  /** By what it is known later whether it is still the same. A preview shows its own instant: what it reads holds no longer. */
  reading: PageReading | undefined;
  /** The instant of the reading, in milliseconds. */
  now: number;
}

/**
 * Whether a cached page is valid: exactly while the digest of what its address shows is the same. A page knows what its view
 * has read of the edition. While none of that has changed, by a compile or a gate, nobody looks at the view again.
 */
export class Validity {
  readonly #editions: Editions;
  readonly #now: () => number;

  constructor(editions: Editions, now: () => number) {
    this.#editions = editions;
    this.#now = now;
  }

  /** The present, in milliseconds. */
  get now(): number {
    return this.#now();
  }

  /** A number that changes with every compile. */
  get version(): number {
    return this.#editions.version();
  }

  /** The store's file that is read, by its `fileIdentity`. */
  get file(): string | undefined {
    return this.#editions.file;
  }

  /** The branch of the store that is read, see `Store`. */
  get branch(): string {
    return this.#editions.branch;
  }

  /** The state of the newsroom at present, in a few characters. */
  get state(): string {
    const { store, number, gate } = this.#editions.present(this.#now());
    return `${store} ${number} ${gate}`;
  }

  /** Whether the page is known to be valid at present. If not, it may be: read what its address shows, and compare. */
  isKnownValid(page: CachedPage): boolean {
    return this.samenessOf(page) === 'unchanged';
  }

  /** What has become of what the page shows, as far as is known. */
  samenessOf({ reading }: CachedPage): Sameness {
    if (!reading) return 'changed';
    const now = this.#now();
    if (reading.until !== undefined && reading.until <= now) return 'changed';
    const present = this.#editions.present(now);
    if (reading.at !== present) {
      const sameness = this.#editions.samenessOf(reading.read, reading.at, now, reading.hasDrifted);
      if (sameness === 'changed') return 'changed';
      // But for the drift, it would read the same now.
      reading.at = present;
      if (sameness === 'drifted') reading.hasDrifted = true;
    }
    return reading.hasDrifted ? 'drifted' : 'unchanged';
  }

  /** Lets `read` read the present edition. */
  read<T>(read: (edition: Edition, now: number) => T): Reading<T> {
    const now = this.#now();
    // What changes from now on is compared with this state.
    this.#editions.present(now);
    return this.#editions.at(now, (edition) => {
      if (edition.previewedAt !== undefined) return { value: read(edition, now), reading: undefined, now };
      const found = edition.recording(() => read(edition, now));
      return { value: found.value, reading: { read: packed(found.read), at: edition.readAt }, now };
    });
  }

  /**
   * Milliseconds until the gate that no cache may cross with the page, as far as is known today; 0 if that is unknown. See
   * `untilNextGate`.
   */
  untilGate(page: CachedPage): number {
    const { reading } = page;
    return reading ? Math.min((reading.until ?? Infinity) - this.#now(), this.#untilGate()) : 0;
  }

  /** The next gate, as far as is known today. */
  get nextGate(): number {
    return this.#editions.present(this.#now()).until;
  }

  /** Milliseconds until the gate that no cache may cross; 0 in a preview, which shows each instant. */
  untilNextGate(): number {
    const isPreview = this.#editions.at(this.#now(), ({ previewedAt }) => previewedAt !== undefined);
    return isPreview ? 0 : this.#untilGate();
  }

  /**
   * The next gate, if it is near. Of those that are not, the next one that hides something: if an answer said when a hidden
   * story opens, everybody could read that minutes before. A cache that crosses such a gate shows the story later, not earlier.
   */
  #untilGate(): number {
    const now = this.#now();
    const { until, closing } = this.#editions.present(now);
    return until - now < near ? until - now : closing - now;
  }
}
