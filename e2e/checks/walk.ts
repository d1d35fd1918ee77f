import { crawl } from '../crawl.ts';
import type { Walked } from './check.ts';

/** What no page links to, and every site has. */
const beside = ['/robots.txt', '/manifest.webmanifest', '/sitemap.xml', '/llms.txt'];

/** Walks through a running site: every link, and everything that it names for machines. */
export async function walk(base: string, siteUrl: string, besides: readonly string[] = []): Promise<Walked> {
  return { base, siteUrl, crawl: await crawl(base, [...beside, ...besides], siteUrl) };
}
