import type { Edition } from '../newsroom/edition/edition.ts';
import { licensePath } from '../site/addresses/routes.ts';
import { absolute } from '../site/addresses/absolute.ts';
import { hasNews, newsSitemapPath } from './sitemaps/news-sitemap.ts';

/**
 * Everything may be read; all sitemaps are named, and the licence (rules R1, R4, S8 and O6). Search says itself that it
 * is not to be indexed. The licence stands above: behind `User-agent` it would be that agent's alone (RSL 1.0, 4.4).
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
