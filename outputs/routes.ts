import type { Edition } from '../newsroom/edition/edition.ts';
import { answer } from '../site/answer.ts';
import { feedFormats, feedPath, type FeedFormat } from '../site/feeds.ts';
import { routeOf } from '../site/routes.ts';
import { writeAtom } from './feeds/atom.ts';
import { gatherFeed, type Feed } from './feeds/gather.ts';
import { writeJsonFeed } from './feeds/json-feed.ts';
import { writeRss } from './feeds/rss.ts';
import { writeLlms } from './llms.ts';
import { writeManifest } from './manifest.ts';
import type { Moved, Output } from './output.ts';
import { writeRobots } from './robots.ts';
import { chunkAt } from './sitemaps/chunks.ts';
import { newsSitemapPath, newsUntil, writeNewsSitemap } from './sitemaps/news.ts';
import { writeSitemap, writeSitemapIndex } from './sitemaps/sitemap.ts';

const xml = 'application/xml; charset=utf-8';
const text = 'text/plain; charset=utf-8';

/** Whether an address can be one of an output, so that no page is looked for at it. */
export function isOutputPath(path: string): boolean {
  return /\.(?:xml|json|txt|webmanifest)$/.test(path);
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
    case '/manifest.webmanifest':
      return { type: 'application/manifest+json; charset=utf-8', body: writeManifest(edition.site) };
  }
  const chunk = chunkAt(path);
  if (chunk) {
    const body = writeSitemap(edition, chunk);
    return body === undefined ? undefined : { type: xml, body };
  }
  const format = feedFormats.find(({ name }) => path.endsWith(`/${name}`));
  return format && feedAt(edition, path.slice(0, -format.name.length - 1), format);
}

const writers: Record<FeedFormat['name'], (feed: Feed) => string> = {
  'feed.xml': writeRss,
  'atom.xml': writeAtom,
  'feed.json': writeJsonFeed,
};

function feedAt(edition: Edition, base: string, format: FeedFormat): Output | Moved | undefined {
  const route = routeOf(base || '/');
  const hub = route?.page === 'hub' && route.number === undefined ? route : undefined;
  if (base !== '' && !hub) return undefined;
  const feed = gatherFeed(edition, hub);
  if (feed) return { type: `${format.type}; charset=utf-8`, body: writers[format.name](feed) };
  // A hub that has moved takes its feeds along.
  const found = base === '' ? undefined : answer(edition, base);
  return found?.status === 308 ? { to: feedPath(found.to, format) } : undefined;
}
