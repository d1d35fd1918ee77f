import { outputDigest, type Output, type Redirect } from '../formats/output.ts';
import { outputAt } from '../formats/outputs.ts';
import { searchFeedPath } from '../site/addresses/search.ts';
import { CachedPage, type KeptTexts, type NewPage, type PageReading } from './cached-page.ts';
import { inertPolicy as policy } from './headers.ts';
import type { PageServices } from './page-services.ts';
import { Limiter } from './limiter.ts';
import { SharedWork } from './shared-work.ts';
import { Turns } from './turns.ts';

/** How many feeds of searches are made at a time, and how many more may wait. */
const searchLimits = { atOnce: 1, waiting: 100 };

/** Holds back the searches of all sites of a server. */
export class SearchQueue {
  readonly #turns = new Turns();
  readonly #limiter = new Limiter(searchLimits.atOnce, searchLimits.waiting);

  /** Runs a search in a later turn. Throws `Unavailable`. */
  run<T>(search: () => T, isWanted: () => boolean): Promise<T> {
    return this.#limiter.run(() => this.#turns.run(search), isWanted);
  }
}

/**
 * What is neither a page nor a file: feeds, sitemaps. They are cached as pages are. When an output may have changed it is
 * written again; if it says the same, the cached one stays, with its ETag.
 */
export class Outputs {
  readonly #services: PageServices;
  readonly #texts: KeptTexts;
  readonly #compressions = new SharedWork<CachedPage>();
  readonly #searches: SearchQueue;

  constructor(services: PageServices, texts: KeptTexts = 'compressed', searches = new SearchQueue()) {
    this.#services = services;
    this.#texts = texts;
    this.#searches = searches;
  }

  /**
   * The output of a path in its normal form, valid when this was called; or where the path leads; `undefined` if there is
   * nothing. The path of the feed of a search has its query string. Compressing an output took time: check `isKnownValid`
   * before it is sent. `isWanted` says whether the client is still there. Throws `Unavailable`.
   */
  async current(path: string, isWanted: () => boolean = () => true): Promise<CachedPage | Redirect | undefined> {
    const { pages, validity } = this.#services;
    if (path.split('?', 1)[0] === searchFeedPath) return this.#search(path, isWanted);
    const found = await pages.find(path);
    const valid = found.find((each) => validity.isKnownValid(each));
    if (valid) return valid;
    const { value: output, reading } = validity.read((edition, instant) => outputAt(edition, path, instant));
    if (!output || 'to' in output) return output;
    const page = newPage(path, output);
    const cached = found.find(({ head }) => head.digest === page.digest);
    if (cached) pages.keep(cached);
    const made =
      cached ??
      (await this.#compressions.share(`${path} ${page.digest}`, async () => {
        const fresh = await CachedPage.from(page, output.body, this.#texts);
        pages.put(fresh, found);
        return fresh;
      }));
    made.reading = readingOf(output, reading);
    return made;
  }

  /** The feed of a search is made for its request and stored nowhere, as its page is. */
  async #search(path: string, isWanted: () => boolean): Promise<CachedPage | Redirect | undefined> {
    const { validity } = this.#services;
    const { value: output, reading } = await this.#searches.run(
      () => validity.read((edition, instant) => outputAt(edition, path, instant)),
      isWanted,
    );
    if (!output || 'to' in output) return output;
    const made = await CachedPage.from(newPage(path, output), output.body);
    made.reading = reading;
    return made;
  }
}

function newPage(path: string, output: Output): NewPage {
  const { type, status = 200, headers, address } = output;
  return {
    path,
    status,
    digest: outputDigest(output),
    policy,
    type,
    ...(headers && { headers }),
    ...(address !== undefined && { address }),
  };
}

/** Some outputs change with time alone, between two gates. */
function readingOf({ until }: Output, reading: PageReading | undefined): PageReading | undefined {
  return reading && until !== undefined ? { ...reading, until } : reading;
}
