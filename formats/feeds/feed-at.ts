import type { Edition } from '../../newsroom/edition/edition.ts';
import { answer } from '../../site/answer.ts';
import { feedHome, feedPath, feedRouteOf, type FeedFormat } from '../../site/addresses/feeds.ts';
import { absolute } from '../../site/addresses/absolute.ts';
import type { Moved, Output } from '../output.ts';
import { writeAtom } from './atom.ts';
import type { Feed } from './feed.ts';
import { gatherFeed } from './build-feed.ts';
import { writeJsonFeed } from './json-feed.ts';
import { hubsOf } from './feed-links.ts';
import { writeRss } from './rss.ts';

const writers = {
  'feed.xml': writeRss,
  'atom.xml': writeAtom,
  'feed.json': writeJsonFeed,
} as const satisfies Record<FeedFormat['name'], (feed: Feed) => string>;

/** The document of a feed that lies at a path; `undefined` where there is none. */
export function feedAt(edition: Edition, path: string): Output | Moved | undefined {
  const route = feedRouteOf(path);
  if (!route) return undefined;
  const { source, number, format } = route;
  const feed = gatherFeed(edition, source, number);
  if (feed)
    return {
      type: `${format.type}; charset=utf-8`,
      body: writers[format.name](feed),
      ...(hubsOf(feed).length > 0 && { headers: { Link: subscribeLinks(feed, format) } }),
    };
  // A collection that has moved takes its feeds along.
  const found = source.of === 'collection' ? answer(edition, feedHome(source)) : undefined;
  return found?.status === 308 ? { to: feedPath(found.to, format, number) } : undefined;
}

/** What a WebSub subscriber looks for before he reads the feed: its hubs, and the address under which they know it (rule E7). */
function subscribeLinks(feed: Feed, format: FeedFormat): string {
  const self = absolute(feed.site.url, feedPath(feed.base, format));
  return [...hubsOf(feed).map((hub) => `<${new URL(hub).href}>; rel="hub"`), `<${self}>; rel="self"`].join(', ');
}
