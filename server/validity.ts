import type { Edition } from '../newsroom/edition/edition.ts';
import type { Editions } from '../newsroom/edition/open.ts';
import { answer, digestOf, type Answer } from '../site/answer.ts';
import type { Checked, CachedPage } from './page-cache.ts';

/**
 * Whether a kept page is right: exactly while the digest of what its address shows has not moved. Within one compile and
 * one window between gates nothing moves, so most requests cost one look at the store's version.
 */
export class Validity {
  readonly #editions: Editions;
  readonly #now: () => number;

  constructor(editions: Editions, now: () => number) {
    this.#editions = editions;
    this.#now = now;
  }

  /** Whether the page is known to be right, without looking at what it shows. */
  isKnown(page: CachedPage): boolean {
    const { checked } = page;
    if (!checked) return false;
    const now = this.#now();
    return checked.from <= now && now < checked.until && checked.version === this.#editions.version();
  }

  /** What the address answers now; a page that shows just that is marked as checked. */
  look(path: string, page: CachedPage | undefined): { answer: Answer; fresh: boolean } {
    const now = this.#now();
    const version = this.#editions.version();
    return this.#editions.at(now, (edition) => {
      const found = answer(edition, path);
      const fresh =
        page !== undefined &&
        found.status !== 308 &&
        found.status === page.head.status &&
        digestOf(found.view) === page.head.digest;
      // A preview says at which instant it was made: no page of it holds for longer.
      if (fresh && edition.previewedAt === undefined)
        page.checked = { version, from: edition.from, until: edition.until };
      return { answer: found, fresh };
    });
  }

  /** Lets `read` look at the present edition, and tells within which window what it saw holds. */
  inspect<T>(read: (edition: Edition, now: number) => T): { value: T; checked: Checked & { now: number } } {
    const now = this.#now();
    const version = this.#editions.version();
    return this.#editions.at(now, (edition) => ({
      value: read(edition, now),
      checked: { version, from: edition.from, until: edition.until, now },
    }));
  }

  /** Lets `read` look at the present edition. */
  read<T>(read: (edition: Edition) => T): T {
    return this.#editions.at(this.#now(), read);
  }

  /** Milliseconds until what the public may see changes next, as far as it is known today. */
  untilGate(page: CachedPage): number {
    return (page.checked?.until ?? 0) - this.#now();
  }

  /** The same, for what is not kept. */
  untilNextGate(): number {
    const { checked } = this.inspect(() => undefined);
    return checked.until - checked.now;
  }
}
