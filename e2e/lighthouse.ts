import lighthouse from 'lighthouse';
import { startBrowser } from './browser.ts';
import { demonstrationDay } from './demonstration.ts';
import { freePort } from './free-port.ts';
import { Site } from './site.ts';

/** One of each kind of page that a reader comes to from elsewhere. */
export const landingPages = [
  '/',
  '/2026/01/12/the-long-way-back-to-the-moon',
  '/2026/01/13/tokyo-and-seoul-close-ranks-in-nara',
  '/topics/moon',
];

/** What Lighthouse thinks of a page. */
export interface Opinion {
  /** By the name of the category: 0 to 100. */
  scores: Map<string, number>;
  /** Every audit that is not passed: its id, its score, and the reason. */
  remarks: string[];
}

/** Lighthouse at a page of the demonstration newsroom, as a phone on a slow line. */
export class Auditor {
  readonly #site: Site;
  readonly #browser: Awaited<ReturnType<typeof startBrowser>>;
  readonly #port: number;

  private constructor(site: Site, browser: Awaited<ReturnType<typeof startBrowser>>, port: number) {
    this.#site = site;
    this.#browser = browser;
    this.#port = port;
  }

  static async start(): Promise<Auditor> {
    const [own, debugging] = [await freePort(), await freePort()];
    // Its canonical addresses are those that are asked, as they are on a public site.
    const siteUrl = `http://127.0.0.1:${own}`;
    const site = await Site.start({ now: demonstrationDay, port: String(own), siteUrl });
    const more = [`--remote-debugging-port=${debugging}`];
    return new Auditor(site, await startBrowser({ more, less: ['--disable-back-forward-cache'] }), debugging);
  }

  /** Looks at a page, by all categories or by some. */
  async opinionOf(path: string, onlyCategories?: string[]): Promise<Opinion> {
    const result = await lighthouse(this.#site.base + path, {
      port: this.#port,
      logLevel: 'error',
      ...(onlyCategories && { onlyCategories }),
    });
    if (!result) throw new Error(`Lighthouse did not look at ${path}.`);
    const { categories, audits, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`${path}: ${runtimeError.message}`);
    return {
      scores: new Map(
        Object.values(categories).map(({ title, score }) => [title, Math.round((score ?? Number.NaN) * 100)]),
      ),
      remarks: Object.values(audits)
        .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'error' || (score !== null && score < 1))
        .map(({ id, score, title, displayValue, errorMessage, details }) =>
          [`${id} (${score ?? 'error'})`, errorMessage ?? title, displayValue, ...placesIn(details)]
            .filter(Boolean)
            .join(' – '),
        ),
    };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#site.stop();
  }
}

/** The elements, addresses and reasons that an audit's details name; a few are enough. */
function placesIn(details: unknown): string[] {
  const found: string[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value))
      if (['snippet', 'reason', 'url'].includes(key) && typeof inner === 'string') found.push(inner.slice(0, 120));
      else look(inner);
  };
  look(details);
  return [...new Set(found)].slice(0, 4);
}
