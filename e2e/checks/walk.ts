import { crawl } from '../crawl.ts';
import type { Walked } from './check.ts';

/** Paths that every site has, and to which no page has a link that is followed. */
const unlinkedPaths = [
  '/robots.txt',
  '/manifest.webmanifest',
  '/sitemap.xml',
  '/llms.txt',
  '/search?q=the',
  '/search?q=%22%3Cb%3E',
  '/search.xml?q=the',
];

/** Crawls a running site: every link, and every address that its pages name for programs. */
export async function walk(base: string, siteUrl: string, extraPaths: readonly string[] = []): Promise<Walked> {
  return { base, siteUrl, crawl: await crawl(base, [...unlinkedPaths, ...extraPaths], siteUrl) };
}
