import type { Redirect } from '../formats/output.ts';
import { searchPath } from '../site/addresses/search.ts';
import type { CachedPage } from './cached-page.ts';
import type { PageSource } from './exchange.ts';
import { Limiter } from './limiter.ts';
import { notFoundPath, type MakePage } from './page-maker.ts';
import type { PageServices } from './page-services.ts';
import { SharedWork } from './shared-work.ts';
import { SpareTime } from './spare-time.ts';

/** How many tasks of one kind are under way at a time, and how many more may wait. */
interface Limits {
  atOnce: number;
  waiting: number;
}

/** Limits for a number of threads that make pages. */
export interface PageLimits {
  /** Pages that nobody has asked for yet. Each thread has a second one to go on with. */
  pages: Limits;
  /** Pages that are cached and may have changed: their readers do not wait for all the pages that nobody has asked for. */
  cached: Limits;
  /** Searches, so that a flood of them holds up no page. Each makes its view and its page anew. */
  searches: Limits;
}

export function limitsFor(threads: number): PageLimits {
  return {
    pages: { atOnce: 2 * threads, waiting: 400 },
    cached: { atOnce: 2 * threads, waiting: 2000 },
    searches: { atOnce: Math.max(1, threads - 1), waiting: 200 },
  };
}

/** Holds back the tasks of all sites of a server. */
export type PageLimiters = Record<keyof PageLimits, Limiter> & { spareTime: SpareTime };

export function limitersFor({ pages, cached, searches }: PageLimits): PageLimiters {
  return {
    pages: new Limiter(pages.atOnce, pages.waiting),
    cached: new Limiter(cached.atOnce, cached.waiting),
    searches: new Limiter(searches.atOnce, searches.waiting),
    spareTime: new SpareTime(),
  };
}

/** The pages of a site: each is made when somebody asks for it, and again when what it shows has changed. */
export class Pages {
  readonly #services: PageServices;
  readonly #make: MakePage;
  readonly #makings = new SharedWork<CachedPage | Redirect | undefined>();
  readonly #limiters: PageLimiters;

  constructor(services: PageServices, make: MakePage, limiters: PageLimiters = limitersFor(limitsFor(1))) {
    this.#services = services;
    this.#make = make;
    this.#limiters = limiters;
  }

  /**
   * The page of a path in memory, if it can be sent as it is. One that has drifted (see `Sameness`) is looked at again only in spare
   * time: one edit may have all pages of an archive drift, and readers would wait for each of them.
   */
  ready(path: string): CachedPage | undefined {
    const { pages, validity } = this.#services;
    const { cached, spareTime } = this.#limiters;
    const page = pages.get(path);
    const sameness = page ? validity.samenessOf(page) : 'changed';
    spareTime.noteOther();
    return sameness === 'unchanged' || (sameness === 'drifted' && !(cached.isIdle && spareTime.isNow))
      ? page
      : undefined;
  }

  /**
   * The page of a path in its normal form, valid when this was called; or where the path leads. The path of a search has
   * its query string. A page that was made took time: check that it has not changed before it is sent. `isWanted` says whether
   * the client is still there: a page that all have left is not made. `from` takes where the page came from. Throws
   * `Unavailable`.
   */
  async current(
    path: string,
    isWanted: () => boolean = () => true,
    from: (source: PageSource) => void = () => undefined,
  ): Promise<CachedPage | Redirect> {
    const { pages, validity } = this.#services;
    // There are as many searches as readers can think of queries, so their pages are stored nowhere.
    const isSearch = path.split('?', 1)[0] === searchPath;
    const inMemory = isSearch ? undefined : pages.get(path);
    from(inMemory ? 'memory' : 'disk');
    const ready = inMemory && this.ready(path);
    if (ready) return ready;
    const cached = inMemory ? [inMemory] : isSearch ? [] : await pages.find(path);
    const valid = cached.find((page) => validity.isKnownValid(page));
    if (valid) return valid;
    const limiter = isSearch ? 'searches' : cached.length > 0 ? 'cached' : 'pages';
    const hasDrifted = inMemory && validity.samenessOf(inMemory) === 'drifted';
    const make = (): Promise<CachedPage | Redirect | undefined> => this.#page(path, cached, !isSearch);
    // However many ask for a page at once, it is made once; but not for those who ask after something has changed.
    const found = await this.#makings.share(
      `${path} ${validity.state}`,
      (anybodyWaits) =>
        this.#limiters[limiter].run(() => (hasDrifted ? this.#limiters.spareTime.run(make) : make()), anybodyWaits),
      isWanted,
    );
    if (!found) return this.current(notFoundPath, isWanted, from);
    if (!cached.some((page) => page === found)) from('render');
    return found;
  }

  /** Has a page made, unless a cached one is valid; `undefined` where nothing is at the path. */
  async #page(
    path: string,
    cached: readonly CachedPage[],
    stores: boolean,
  ): Promise<CachedPage | Redirect | undefined> {
    const known = cached.map(({ head: { digest, status } }) => ({ digest, status }));
    const made = await this.#make({ path, known });
    switch (made.type) {
      case 'page':
        if (stores) this.#services.pages.put(made.page, cached);
        return made.page;
      case 'redirect':
        return made.redirect;
      case 'nothing':
        return undefined;
      case 'unchanged': {
        const page = cached.find(({ head }) => head.digest === made.digest);
        if (!page) throw new TypeError(`There is no page of ${path} that could be unchanged.`);
        page.reading = made.reading;
        this.#services.pages.keep(page);
        return page;
      }
    }
  }
}
