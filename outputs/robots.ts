import type { Edition } from '../newsroom/edition/edition.ts';
import { absolute } from './addresses.ts';
import { hasNews, newsSitemapPath } from './sitemaps/news.ts';

/** Everything may be read; all sitemaps are named (rules R1, R4 and S8). Search says itself that it is not to be indexed. */
export function writeRobots(edition: Edition, now: number): string {
  const { url } = edition.site;
  const sitemaps = ['/sitemap.xml', ...(hasNews(edition, now) ? [newsSitemapPath] : [])];
  return ['User-agent: *', 'Allow: /', '', ...sitemaps.map((path) => `Sitemap: ${absolute(url, path)}`), ''].join('\n');
}
