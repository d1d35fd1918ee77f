import type { Crawl } from '../crawl.ts';
import type { Markup } from '../markup.ts';

/** A site that was walked through, and what is known of it from outside. */
export interface Walked {
  /** Where it was asked. */
  base: string;
  /** The address that readers use, as the site was started with; no slash at the end. */
  siteUrl: string;
  crawl: Crawl;
}

/** A page of a walked site. */
export interface WalkedPage {
  /** As it was asked for, percent-encoded. */
  path: string;
  status: number;
  markup: Markup;
  bytes: Buffer;
}

/** A rule, and how to find what breaks it: a line for each fault, beginning with where it is. */
export interface Check {
  /** The rule's id, where it has one. */
  rule?: string;
  says: string;
  find(walked: Walked): string[] | Promise<string[]>;
}

/** A check of each page by itself. It gives what is wrong with the page, a line for each. */
export function eachPage(find: (page: WalkedPage, walked: Walked) => string[]): Check['find'] {
  return (walked) =>
    pagesOf(walked).flatMap((page) => find(page, walked).map((fault) => `${decodeURI(page.path)}: ${fault}`));
}

/** The same, of the pages that a search engine should list. */
export function eachListedPage(find: (page: WalkedPage, walked: Walked) => string[]): Check['find'] {
  return eachPage((page, walked) => (isListed(page) ? find(page, walked) : []));
}

/** All pages, of whatever status. */
export function pagesOf({ crawl }: Walked): WalkedPage[] {
  return crawl.pages.map(({ path, markup, answer }) => ({ path, markup, status: answer.status, bytes: answer.body }));
}

/** Whether a page shows something and does not ask search engines to pass it over. */
export function isListed({ status, markup }: Pick<WalkedPage, 'status' | 'markup'>): boolean {
  return status === 200 && !/noindex/.test(markup.meta('robots') ?? '');
}

/** Whether a path is that of a story. */
export function isArticle(path: string): boolean {
  return /^(?:\/\d+){3}\/[^/]+$/.test(path);
}

/** The path under which an absolute address of the site was walked; `undefined` elsewhere. */
export function pathIn(address: string, { siteUrl }: Walked): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.origin === siteUrl ? url.pathname + url.search : undefined;
}

/** A fault where a condition does not hold. */
export function unless(holds: boolean, fault: string): string[] {
  return holds ? [] : [fault];
}
