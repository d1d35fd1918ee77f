import type { Edition } from '../../newsroom/edition/edition.ts';
import { absolute } from '../../site/addresses/absolute.ts';
import { feedFormats, feedHome, feedPath, feedRouteOf, type FeedFormat } from '../../site/addresses/feeds.ts';
import { collectionPath } from '../../site/addresses/routes.ts';
import { answer } from '../../site/answer.ts';
import type { Redirect, Output } from '../output.ts';
import { writeAtom } from './atom.ts';
import type { Feed } from './feed.ts';
import { buildFeed } from './build-feed.ts';
import { writeJsonFeed } from './json-feed.ts';
import { hubsOf } from './feed-links.ts';
import { writeRss } from './rss.ts';

/** The function that writes each format. */
const writers = {
  'feed.xml': writeRss,
  'atom.xml': writeAtom,
  'feed.json': writeJsonFeed,
} as const satisfies Record<FeedFormat['name'], (feed: Feed) => string>;

/** The feed document at a path; undefined if there is none. */
export function feedAt(edition: Edition, path: string): Output | Redirect | undefined {
  const route = feedRouteOf(path);
  if (!route) return movedFeed(edition, path);
  const { source, number, format } = route;
  const feed = buildFeed(edition, source, number);
  if (feed)
    return {
      type: `${format.type}; charset=utf-8`,
      body: writers[format.name](feed),
      ...(hubsOf(feed).length > 0 && { headers: { Link: webSubLinks(feed, format) } }),
    };
  // If a collection has moved, its feeds have moved with it.
  const found = source.of === 'collection' ? answer(edition, feedHome(source)) : undefined;
  return found?.status === 308 ? { to: feedPath(found.to, format, number) } : undefined;
}

/** Where the feed of a topic is whose old address had another form than those of topics. */
function movedFeed(edition: Edition, path: string): Redirect | undefined {
  if (!feedFormats.some(({ name }) => path.endsWith(`/${name}`))) return undefined;
  const [, old = '', end = ''] = /^(.+?)((?:\/page\/[1-9]\d{0,6})?\/[^/]+)$/.exec(path) ?? [];
  const topic = old === '' ? undefined : edition.topicFromAlias(old);
  const to = topic === undefined ? undefined : collectionPath('topic', topic) + end;
  const route = to === undefined ? undefined : feedRouteOf(to);
  return to !== undefined && route && buildFeed(edition, route.source, route.number) ? { to } : undefined;
}

/** The Link header for WebSub subscribers: the hubs of the feed, and its address at those hubs (rule E7). */
function webSubLinks(feed: Feed, format: FeedFormat): string {
  const self = absolute(feed.site.url, feedPath(feed.base, format));
  return [...hubsOf(feed).map((hub) => `<${new URL(hub).href}>; rel="hub"`), `<${self}>; rel="self"`].join(', ');
}
