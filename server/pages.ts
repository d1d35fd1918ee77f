import type { Redirect } from '../formats/output.ts';
import { answer, digestOf } from '../site/answer.ts';
import { CachedPage, type ValidityWindow } from './cached-page.ts';
import { finishDocument } from './document.ts';
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

/** The pages of a server: each is rendered when somebody asks for it, and again when what it shows has changed. */
export class Pages {
  readonly #services: PageServices;
  readonly #render: Render;
  readonly #renderings = new SharedWork<CachedPage>();
  /** Who waits for each rendering: whether the client is still there. */
  readonly #clients = new Map<string, (() => boolean)[]>();
  readonly #turns = new Turns();
  readonly #limiter: Limiter;

  constructor(services: PageServices, render: Render, limits = defaultLimits) {
    this.#services = services;
    this.#render = render;
    this.#limiter = new Limiter(limits.atOnce, limits.waiting);
  }

  /**
   * The page of a path in its normal form, valid when this was called; or where the path leads. A page that was rendered
   * took time: check `isKnownValid` before it is sent. `isWanted` says whether the client is still there: a page that all
   * have left is not rendered. Throws `Unavailable`.
   */
  async current(path: string, isWanted: () => boolean = () => true): Promise<CachedPage | Redirect> {
    const { pages, validity } = this.#services;
    const cached = pages.get(path) ?? (await pages.find(path));
    if (cached && validity.isKnownValid(cached)) return cached;
    const read = () => {
      if (!isWanted()) throw new Unavailable(`Nobody waits for ${path} any more.`);
      return validity.read((edition) => answer(edition, path));
    };
    // Readers of pages that are cached do not wait for the views of many that are not.
    const { value: found, window } = cached ? read() : await this.#turns.run(read);
    if (found.status === 308) return found;
    if (found.status === 404 && path !== notFoundPath) return this.current(notFoundPath, isWanted);
    const digest = digestOf(found.view);
    if (cached?.head.digest === digest && cached.head.status === found.status) {
      cached.window = window;
      return cached;
    }
    return this.#rendered(`${path} ${digest}`, isWanted, () => this.#make(path, found, digest, window));
  }

  /** However many ask for a page at once, it is rendered once. */
  #rendered(name: string, isWanted: () => boolean, make: () => Promise<CachedPage>): Promise<CachedPage> {
    const clients = this.#clients.get(name) ?? [];
    clients.push(isWanted);
    this.#clients.set(name, clients);
    return this.#renderings
      .share(name, () => this.#limiter.run(make, () => clients.some((isThere) => isThere())))
      .finally(() => this.#clients.delete(name));
  }

  async #make(
    path: string,
    { view, status }: PageContent,
    digest: string,
    window: ValidityWindow | undefined,
  ): Promise<CachedPage> {
    const { html, policy } = finishDocument(await this.#render(view, status));
    const page = await CachedPage.from({ path, status, digest, policy, type: htmlType }, html);
    page.window = window;
    this.#services.pages.put(page);
    return page;
  }
}
