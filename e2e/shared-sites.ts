import { demonstrationDay } from './demonstration.ts';
import { edgeDay, edgeNewsroom } from './edge-newsroom.ts';
import type { TemporaryNewsroom } from './newsroom.ts';
import { Site } from './site.ts';
import { type PaperLanguage } from './town-copy.ts';
import { townDay, townPaper } from './town-paper.ts';

/** Sites that many tests read and none changes: the demonstration newsroom, and the edge newsroom (`edge-newsroom.ts`). */
export const siteNames = ['demonstration', 'edge'] as const;

/** The town's paper (`town-paper.ts`) in each of its languages. Only the tests in a browser start these. */
const paperNames = ['english', 'arabic', 'japanese'] as const;
const languageOf: Record<(typeof paperNames)[number], PaperLanguage> = { english: 'en', arabic: 'ar', japanese: 'ja' };

export const browserSiteNames = [...siteNames, ...paperNames] as const;
export type SiteName = (typeof browserSiteNames)[number];

/** What a test needs of a site that it only reads. */
export interface SharedSite {
  /** `http://127.0.0.1:port` */
  base: string;
  stop: () => Promise<void>;
}

/**
 * The environment variable that holds the port of a shared site. `global-setup.ts` sets it for all files of one
 * `node --test`, and `playwright.config.ts` for all browser tests.
 */
export function portVariable(name: SiteName): string {
  return `${name.toUpperCase()}_PORT`;
}

/** The address of a shared site that has been started. */
export function addressOf(name: SiteName): string {
  return `http://127.0.0.1:${process.env[portVariable(name)] ?? ''}`;
}

/** The shared site of this run. In a file that is run alone there is none, and one is started for it. */
export async function sharedSite(name: SiteName): Promise<SharedSite> {
  if (process.env[portVariable(name)] === undefined) return startSharedSite(name);
  return { base: addressOf(name), stop: async () => undefined };
}

/** Starts a shared site again, for a caller that stops it. */
export async function startSharedSite(name: SiteName): Promise<SharedSite> {
  return startOver(await contentOf(name));
}

/** Starts a site over a newsroom, which ends with it; over the demonstration newsroom if there is none. */
export async function startOver({ newsroom, now }: Content): Promise<SharedSite> {
  const site = await Site.start({ ...(now !== undefined && { now }), ...(newsroom && { content: newsroom.folder }) });
  return {
    base: site.base,
    stop: async () => {
      await site.stop();
      newsroom?.end();
    },
  };
}

interface Content {
  newsroom?: TemporaryNewsroom;
  /** The instant that the site takes as the present; the clock's if it is missing. */
  now?: string;
}

async function contentOf(name: SiteName): Promise<Content> {
  if (name === 'demonstration') return { now: demonstrationDay };
  if (name === 'edge') return { newsroom: edgeNewsroom(), now: edgeDay };
  return { newsroom: await townPaper(languageOf[name]), now: townDay };
}
