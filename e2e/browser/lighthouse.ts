import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright/test';
import { demonstrationDay } from '../demonstration.ts';
import { freePort } from '../free-port.ts';
import { root } from '../root.ts';
import { Site } from '../site.ts';
import { chromiumOptions, findChromium, noChromium } from './chromium.ts';

/** One of each kind of page that a reader comes to from elsewhere. */
export const landingPages = [
  '/',
  '/2026/01/12/the-long-way-back-to-the-moon',
  '/2026/01/13/tokyo-and-seoul-close-ranks-in-nara',
  '/topics/moon',
];

/** Lighthouse's result for a page. */
export interface Opinion {
  /** By the title of the category: 0 to 100. */
  scores: Map<string, number>;
  /** What a reader with a slow phone waits for; missing where performance is not audited. */
  timing?: Timing;
  /** Every audit that is not passed: its id, its score, and the reason; and why Lighthouse could not run, where it could not. */
  remarks: string[];
}

/**
 * Largest and first contentful paint, and total blocking time in milliseconds; how much the page moves; which element is painted
 * last, and how long each of its phases took, as Lighthouse writes them.
 */
interface Timing {
  largestPaint: number;
  firstPaint: number;
  blocking: number;
  shift: number;
  element: string[];
}

/** What we use of Lighthouse's own function. */
type Lighthouse = (
  url: string,
  flags: { port: number; logLevel: 'error'; onlyCategories?: string[] },
) => Promise<{ lhr: Result } | undefined>;

interface Result {
  categories: Record<string, { title: string; score: number | null }>;
  audits: Record<
    string,
    {
      id: string;
      title: string;
      score: number | null;
      scoreDisplayMode: string;
      displayValue?: string;
      numericValue?: number;
      errorMessage?: string;
      details?: unknown;
    }
  >;
  runtimeError?: { message: string };
}

// Lighthouse has a package.json of its own: it needs a newer Node than `npm ci` may be run with.
const installed = join(root, 'e2e/lighthouse/node_modules/lighthouse/core/index.js');

/** Why Lighthouse cannot run on this machine; `undefined` where it can. With `CI=true` it throws instead. */
export function lighthouseMissing(): string | undefined {
  if (findChromium() === undefined) return noChromium;
  if (existsSync(installed)) return undefined;
  const reason = 'Lighthouse is not installed: npm install --prefix e2e/lighthouse';
  if (process.env['CI'] === 'true') throw new Error(reason);
  return reason;
}

const mostAttempts = 3;

/** Runs Lighthouse on pages of a newsroom, as a phone on a slow connection. */
export class Auditor {
  readonly #lighthouse: Lighthouse;
  readonly #site: Site;
  readonly #browser: Browser;
  readonly #port: number;

  private constructor(lighthouse: Lighthouse, site: Site, browser: Browser, port: number) {
    this.#lighthouse = lighthouse;
    this.#site = site;
    this.#browser = browser;
    this.#port = port;
  }

  /** Starts a site over the demonstration newsroom, or another one, and a browser. Throws where Lighthouse or Chromium is missing. */
  static async start(newsroom: { content?: string; now: string } = { now: demonstrationDay }): Promise<Auditor> {
    const missing = lighthouseMissing();
    if (missing !== undefined) throw new Error(missing);
    const { default: lighthouse }: { default: Lighthouse } = await import(pathToFileURL(installed).href);
    const [port, debuggingPort] = [await freePort(), await freePort()];
    // The canonical addresses are those that Lighthouse requests, as on a public site.
    const siteUrl = `http://127.0.0.1:${port}`;
    const site = await Site.start({ ...newsroom, port: String(port), siteUrl });
    const executablePath = findChromium();
    const browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: [...chromiumOptions, `--remote-debugging-port=${debuggingPort}`],
      // Lighthouse audits the back/forward cache, which Playwright turns off.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    return new Auditor(lighthouse, site, browser, debuggingPort);
  }

  /** Audits a page in all categories, or in those given. */
  async opinionOf(path: string, onlyCategories?: string[]): Promise<Opinion> {
    for (let attempt = 1; ; attempt += 1) {
      const result = await this.#lighthouse(this.#site.base + path, {
        port: this.#port,
        logLevel: 'error',
        ...(onlyCategories && { onlyCategories }),
      });
      if (!result) throw new Error(`Lighthouse gave no result for ${path}.`);
      const opinion = opinionIn(result.lhr);
      // On a busy machine its recording may fail, and an audit then asks to run Lighthouse again.
      if (attempt === mostAttempts || !opinion.remarks.some((remark) => remark.includes('run Lighthouse again')))
        return opinion;
    }
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#site.stop();
  }
}

function opinionIn({ categories, audits, runtimeError }: Result): Opinion {
  return {
    scores: new Map(
      Object.values(categories).map(({ title, score }) => [title, Math.round((score ?? Number.NaN) * 100)]),
    ),
    ...(audits['largest-contentful-paint'] && {
      timing: {
        largestPaint: audits['largest-contentful-paint'].numericValue ?? Number.NaN,
        firstPaint: audits['first-contentful-paint']?.numericValue ?? Number.NaN,
        blocking: audits['total-blocking-time']?.numericValue ?? Number.NaN,
        shift: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
        element: subjectsOf(audits['lcp-breakdown-insight']?.details),
      },
    }),
    remarks: [
      ...(runtimeError ? [runtimeError.message] : []),
      ...Object.values(audits)
        .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'error' || (score !== null && score < 1))
        .map(({ id, score, title, displayValue, errorMessage, details }) =>
          [`${id} (${score ?? 'error'})`, errorMessage ?? title, displayValue, ...subjectsOf(details)]
            .filter(Boolean)
            .join(' – '),
        ),
    ],
  };
}

/** The elements, addresses and reasons that the details of an audit name, at most four. */
function subjectsOf(details: unknown): string[] {
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value))
      if (['snippet', 'reason', 'url'].includes(key) && typeof inner === 'string') found.push(inner.slice(0, 120));
      else collect(inner);
  };
  collect(details);
  return [...new Set(found)].slice(0, 4);
}
