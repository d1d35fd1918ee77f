import type { Edition } from '../newsroom/edition/edition.ts';
import { licensePath } from '../site/addresses/routes.ts';
import { absolute } from '../site/addresses/absolute.ts';
import { hasNews, newsSitemapPath } from './sitemaps/news-sitemap.ts';

/**
 * Crawlers may read everything; the file names all sitemaps and the licence (rules R1, R4, S8 and O6). Pages that must not be
 * indexed say so themselves. The licence comes first: after `User-agent` it would be for that agent only (RSL 1.0, 4.4).
 */
export function writeRobots(edition: Edition, now: number): string {
  const { url, license } = edition.site;
  const sitemaps = ['/sitemap.xml', ...(hasNews(edition, now) ? [newsSitemapPath] : [])];
  return [
    ...(license ? [`License: ${absolute(url, licensePath)}`, ''] : []),
    'User-agent: *',
    'Allow: /',
    '',
    ...sitemaps.map((path) => `Sitemap: ${absolute(url, path)}`),
    '',
  ].join('\n');
}
