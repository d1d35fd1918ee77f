import type { Crawl } from '../crawl.ts';
import type { Markup } from '../markup.ts';

/** A site that was crawled, and what a reader knows about it. */
export interface Walked {
  /** The address of its server. */
  base: string;
  /** The address that readers use, from its settings; no slash at the end. */
  siteUrl: string;
  crawl: Crawl;
}

/** A page of a crawled site. */
export interface WalkedPage {
  /** As it was requested, percent-encoded. */
  path: string;
  status: number;
  markup: Markup;
  bytes: Buffer;
}

/** A rule, and a function that finds what breaks it. */
export interface Check {
  /** The number of the rule in docs/publishing-rules.md, where it has one. */
  rule?: string;
  says: string;
  /** Gives a line for each fault, which begins with the path of the page. */
  find(walked: Walked): string[] | Promise<string[]>;
}

/** A check of each page by itself. `find` gives a line for each fault of a page. */
export function eachPage(find: (page: WalkedPage, walked: Walked) => string[]): Check['find'] {
  return (walked) =>
    pagesOf(walked).flatMap((page) => find(page, walked).map((fault) => `${decodeURI(page.path)}: ${fault}`));
}

/** The same, for the pages that search engines may list. */
export function eachListedPage(find: (page: WalkedPage, walked: Walked) => string[]): Check['find'] {
  return eachPage((page, walked) => (isListed(page) ? find(page, walked) : []));
}

/** All pages, of any status. */
export function pagesOf({ crawl }: Walked): WalkedPage[] {
  return crawl.pages.map(({ path, markup, answer }) => ({ path, markup, status: answer.status, bytes: answer.body }));
}

/** Whether search engines may list a page: it answers 200, and is not `noindex`. */
export function isListed({ status, markup }: Pick<WalkedPage, 'status' | 'markup'>): boolean {
  return status === 200 && !/noindex/.test(markup.meta('robots') ?? '');
}

/** Whether a path is that of an article. */
export function isArticle(path: string): boolean {
  return /^(?:\/\d+){3}\/[^/]+$/.test(path);
}

/** The path of an absolute address, if it is on the site; `undefined` elsewhere. */
export function pathIn(address: string, { siteUrl }: Walked): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.origin === siteUrl ? url.pathname + url.search : undefined;
}

/** The fault, if the condition does not hold. */
export function unless(holds: boolean, fault: string): string[] {
  return holds ? [] : [fault];
}

/** A date as ISO 8601 has it: a day, or a time with its offset. */
export const isoDate = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))?$/;
