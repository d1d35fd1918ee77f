import { keyOf, type CachedPage } from './cached-page.ts';
import { Memory } from './memory.ts';
import type { PageStore } from './page-store.ts';

/** Bytes of pages that stay in memory, some 11,000 articles; the rest are read from the store again, and compared. */
const memoryLimit = 192 * 1024 * 1024;

/**
 * Finished pages of a site by their path: those in use in memory, all of them in a store, on disk or in a database. It does
 * not know whether a page is valid; `validity.ts` does.
 */
export class PageCache {
  readonly #clock: () => number;
  readonly #store: PageStore | undefined;
  readonly #memory: Memory<CachedPage>;
  readonly #site: string | undefined;

  /**
   * Without a store, pages are in memory only. `clock` is the machine's, `memory` the most bytes of pages there, or the memory
   * that the pages of several sites share. `site`: what the site is called, where there are several.
   */
  constructor({
    clock,
    store,
    memory = memoryLimit,
    site,
  }: {
    clock: () => number;
    store?: PageStore | undefined;
    memory?: number | Memory<CachedPage>;
    site?: string | undefined;
  }) {
    this.#clock = clock;
    this.#store = store;
    this.#memory = typeof memory === 'number' ? new Memory(memory) : memory;
    this.#site = site;
  }

  /** The pages of another site, in the same memory and the same store. */
  of(site: string | undefined): PageCache {
    return new PageCache({ clock: this.#clock, store: this.#store, memory: this.#memory, site });
  }

  /** Forgets the pages of this site that are in memory. */
  forget(): void {
    this.#memory.forget(({ head }) => head.site === this.#site);
  }

  /** How many pages are in memory, their bytes there, and the bytes of the store, where they are known. */
  get size(): { pages: number; memory: number; disk: number | undefined } {
    return { pages: this.#memory.count, memory: this.#memory.bytes, disk: this.#store?.bytes };
  }

  /** Why the store cannot be used at present, in a sentence. */
  get hindrance(): string | undefined {
    return this.#store?.hindrance;
  }

  /** The page in memory. */
  get(path: string): CachedPage | undefined {
    return this.#memory.get(this.#key(path));
  }

  /** The page in memory, or else those in the store: servers with different contents may share one. */
  async find(path: string): Promise<readonly CachedPage[]> {
    const known = this.get(path);
    if (known) return [known];
    const found = (await this.#store?.find(this.#key(path))) ?? [];
    // While it was read, a newer one may have been put.
    const newer = this.get(path);
    return newer ? [newer] : found;
  }

  /** Keeps a page of the store in memory, which was found to be valid. */
  keep(page: CachedPage): void {
    this.#memory.set(keyOf(page.head), page);
  }

  /** Stores a page: in memory at once, and in the store soon after. `before`: pages of its path that were found. */
  put(page: CachedPage, before: readonly CachedPage[] = []): void {
    const { path, etag } = page.head;
    const same = [this.get(path), ...before].find((known) => known?.head.etag === etag);
    page.head.since = same?.head.since ?? this.#clock();
    if (this.#site !== undefined) page.head.site = this.#site;
    this.#memory.set(keyOf(page.head), page);
    void this.#store?.put(page);
  }

  async close(): Promise<void> {
    await this.#store?.close();
  }

  #key(path: string): string {
    return this.#site === undefined ? path : keyOf({ site: this.#site, path });
  }
}
