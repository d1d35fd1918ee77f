import type { Redirect } from '../formats/output.ts';
import { searchPath } from '../site/addresses/search.ts';
import { answer, digestOf } from '../site/answer.ts';
import { CachedPage, type PageReading } from './cached-page.ts';
import { finishDocument } from './document.ts';
import type { PageSource } from './exchange.ts';
import { htmlType } from './headers.ts';
import { Limiter } from './limiter.ts';
import type { PageContent } from './page-context.ts';
import type { PageServices } from './page-services.ts';
import type { Render } from './render.ts';
import { SharedWork } from './shared-work.ts';
import { Turns } from './turns.ts';
import { Unavailable } from './unavailable.ts';

/** The path of the one page that all addresses with nothing at them show. */
export const notFoundPath = '/not-found';

/**
 * How many pages are rendered at a time, and how many more may wait. One processor renders them, so more at a time would
 * only make each of them later; and each that waits holds its view in memory.
 */
const defaultLimits = { atOnce: 4, waiting: 400 };

/**
 * The same for searches. They have their own limit, so that a flood of them holds up no other page. Each makes its view and
 * its page anew.
 */
const searchLimits = { atOnce: 2, waiting: 200 };

/** The pages of a server: each is rendered when somebody asks for it, and again when what it shows has changed. */
export class Pages {
  readonly #services: PageServices;
  readonly #render: Render;
  readonly #renderings = new SharedWork<CachedPage>();
  readonly #turns = new Turns();
  readonly #limiter: Limiter;
  readonly #searches: Limiter;

  constructor(services: PageServices, render: Render, limits = defaultLimits, searches = searchLimits) {
    this.#services = services;
    this.#render = render;
    this.#limiter = new Limiter(limits.atOnce, limits.waiting);
    this.#searches = new Limiter(searches.atOnce, searches.waiting);
  }

  /** How many pages, and how many searches, wait to be rendered. */
  get waiting(): { pages: number; searches: number } {
    return { pages: this.#limiter.waiting, searches: this.#searches.waiting };
  }

  /**
   * The page of a path in its normal form, valid when this was called; or where the path leads. The path of a search has
   * its query string. A page that was rendered took time: check `isKnownValid` before it is sent. `isWanted` says whether
   * the client is still there: a page that all have left is not rendered. `from` takes where the page came from. Throws
   * `Unavailable`.
   */
  async current(
    path: string,
    isWanted: () => boolean = () => true,
    from: (source: PageSource) => void = () => undefined,
  ): Promise<CachedPage | Redirect> {
    if (path.split('?', 1)[0] === searchPath) {
      from('render');
      return this.#shared(path, isWanted, () => this.#search(path), this.#searches);
    }
    const { pages, validity } = this.#services;
    const inMemory = pages.get(path);
    from(inMemory ? 'memory' : 'disk');
    const cached = inMemory ?? (await pages.find(path));
    if (cached && validity.isKnownValid(cached)) return cached;
    const read = () => {
      if (!isWanted()) throw new Unavailable('Nobody waits for this any more.');
      return validity.read((edition) => answer(edition, path));
    };
    // Readers of pages that are cached do not wait for the views of many that are not.
    const { value: found, reading } = cached ? read() : await this.#turns.run(read);
    if (found.status === 308) return found;
    if (found.status === 404 && path !== notFoundPath) return this.current(notFoundPath, isWanted, from);
    const digest = digestOf(found.view);
    if (cached?.head.digest === digest && cached.head.status === found.status) {
      cached.reading = reading;
      return cached;
    }
    from('render');
    return this.#shared(`${path} ${digest}`, isWanted, async () => {
      const page = await this.#make(path, found, digest, reading);
      pages.put(page);
      return page;
    });
  }

  /** A page of results is made for its request and stored nowhere: there are as many as readers can think of queries. */
  async #search(path: string): Promise<CachedPage> {
    const { validity } = this.#services;
    const { value: found, reading } = await this.#turns.run(() => validity.read((edition) => answer(edition, path)));
    if (found.status === 308) throw new TypeError(`A search leads to ${found.to}.`);
    return this.#make(path, found, digestOf(found.view), reading);
  }

  /** However many ask for a page at once, it is made once. */
  #shared(
    name: string,
    isWanted: () => boolean,
    make: () => Promise<CachedPage>,
    limiter = this.#limiter,
  ): Promise<CachedPage> {
    return this.#renderings.share(name, (anybodyWaits) => limiter.run(make, anybodyWaits), isWanted);
  }

  async #make(
    path: string,
    { view, status }: PageContent,
    digest: string,
    reading: PageReading | undefined,
  ): Promise<CachedPage> {
    const { html, policy } = finishDocument(await this.#render(view, status), view.layout);
    const page = await CachedPage.from({ path, status, digest, policy, type: htmlType }, html);
    page.reading = reading;
    return page;
  }
}
