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
  readonly #limiter: Limiter;

  constructor(services: PageServices, render: Render, limits = defaultLimits) {
    this.#services = services;
    this.#render = render;
    this.#limiter = new Limiter(limits.atOnce, limits.waiting);
  }

  /**
   * The page of a path in its normal form, valid when this was called; or where the path leads. A page that was rendered
   * took time: check `isKnownValid` before it is sent. Throws `Unavailable`.
   */
  async current(path: string): Promise<CachedPage | Redirect> {
    const { pages, validity } = this.#services;
    const cached = pages.get(path) ?? (await pages.find(path));
    if (cached && validity.isKnownValid(cached)) return cached;
    const { value: found, window } = validity.read((edition) => answer(edition, path));
    if (found.status === 308) return found;
    if (found.status === 404 && path !== notFoundPath) return this.current(notFoundPath);
    const digest = digestOf(found.view);
    if (cached?.head.digest === digest && cached.head.status === found.status) {
      cached.window = window;
      return cached;
    }
    // However many ask for a page at once, it is rendered once.
    return this.#renderings.share(`${path} ${digest}`, () =>
      this.#limiter.run(() => this.#make(path, found, digest, window)),
    );
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
