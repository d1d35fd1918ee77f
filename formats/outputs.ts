import type { Edition } from '../newsroom/edition/edition.ts';
import { licensePath } from '../site/addresses/routes.ts';
import { redirectOf } from '../site/redirect.ts';
import { alternateAt } from './article/alternates.ts';
import { feedAt } from './feeds/feed-at.ts';
import { keyAddress } from './indexnow.ts';
import { writeLicense } from './license.ts';
import { writeLlms } from './llms.ts';
import { writeManifest } from './manifest.ts';
import type { Moved, Output } from './output.ts';
import { writeRobots } from './robots.ts';
import { chunkAt } from './sitemaps/sitemap-list.ts';
import { newsSitemapPath, newsUntil, writeNewsSitemap } from './sitemaps/news-sitemap.ts';
import { writeSitemap, writeSitemapIndex } from './sitemaps/sitemap.ts';
import { trustPaths, writeTrust } from './trust.ts';

const xml = 'application/xml; charset=utf-8';
const text = 'text/plain; charset=utf-8';

/** Whether an address can be one of an output, so that no page is looked for at it. */
export function isOutputPath(path: string): boolean {
  return /\.(?:xml|json|txt|md|webmanifest)$/.test(path);
}

/**
 * What an address answers that is no page, by its normal path: feeds, sitemaps and what stands beside them.
 * `undefined` where there is nothing. `now` may be later than the edition's own instant, within its window.
 */
export function outputAt(edition: Edition, path: string, now: number = edition.now): Output | Moved | undefined {
  switch (path) {
    case '/sitemap.xml':
      return { type: xml, body: writeSitemapIndex(edition, now), until: newsUntil(edition, now) };
    case newsSitemapPath: {
      const body = writeNewsSitemap(edition, now);
      return body === undefined ? undefined : { type: xml, body, until: newsUntil(edition, now) };
    }
    case '/robots.txt':
      return { type: text, body: writeRobots(edition, now), until: newsUntil(edition, now) };
    case '/llms.txt':
      return { type: text, body: writeLlms(edition) };
    case licensePath: {
      const body = writeLicense(edition);
      return body === undefined ? undefined : { type: 'application/rsl+xml; charset=utf-8', body };
    }
    case '/manifest.webmanifest':
      return { type: 'application/manifest+json; charset=utf-8', body: writeManifest(edition.site) };
  }
  if (trustPaths.includes(path)) {
    const body = writeTrust(edition);
    return body === undefined ? undefined : { type: text, body };
  }
  const { indexnow } = edition.site;
  if (indexnow !== undefined && path === keyAddress(indexnow).toLowerCase())
    return { type: text, body: indexnow, address: keyAddress(indexnow) };
  const chunk = chunkAt(path);
  if (chunk) {
    const body = writeSitemap(edition, chunk);
    return body === undefined ? undefined : { type: xml, body };
  }
  const found = feedAt(edition, path) ?? alternateAt(edition, path);
  if (found) return found;
  // An alias may have any form, that of an output too.
  const to = redirectOf(edition, path);
  return to === undefined ? undefined : { to };
}
