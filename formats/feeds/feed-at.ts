import type { Edition } from '../../newsroom/edition/edition.ts';
import {
  feedFormats,
  feedHome,
  feedPath,
  feedRouteOf,
  type FeedFormat,
  type FeedSource,
} from '../../site/addresses/feeds.ts';
import { collectionPath } from '../../site/addresses/routes.ts';
import { answer } from '../../site/answer.ts';
import { fullPages } from '../../site/shell/paging.ts';
import { collectionKinds } from '../../newsroom/model/collection.ts';
import type { Redirect, Output } from '../output.ts';
import { writeAtom } from './atom.ts';
import type { Feed } from './feed.ts';
import { buildFeed } from './build-feed.ts';
import { writeJsonFeed } from './json-feed.ts';
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
      ...(feed.hubs.length > 0 && { headers: { Link: webSubLinks(feed, format) } }),
    };
  // If a collection has moved, its feeds have moved with it.
  const found = source.of === 'collection' ? answer(edition, feedHome(source)) : undefined;
  return found?.status === 308 ? { to: feedPath(found.to, format, number) } : undefined;
}

/** The paths of all documents of all feeds. */
export function* feedPaths(edition: Edition): Generator<string> {
  for (const { source, count } of feedSources(edition))
    for (let number = 0; number <= fullPages(count); number += 1)
      for (const format of feedFormats) yield feedPath(feedHome(source), format, number === 0 ? undefined : number);
}

/** All feeds, with the number of items in their archives; 0 for a feed that has none. */
function feedSources(edition: Edition): { source: FeedSource; count: number }[] {
  return [
    { source: { of: 'site' }, count: edition.count('all', '') },
    ...[edition.site.language, ...edition.languages].map((tag) => ({
      source: { of: 'language' as const, tag },
      count: 0,
    })),
    ...collectionKinds.flatMap((kind) =>
      edition
        .collectionCounts(kind)
        .map(({ slug, count }) => ({ source: { of: 'collection' as const, kind, slug }, count })),
    ),
    { source: { of: 'corrections' }, count: edition.corrections.count },
  ];
}

/** Where the feed of a collection is whose old address had another form. */
function movedFeed(edition: Edition, path: string): Redirect | undefined {
  if (!feedFormats.some(({ name }) => path.endsWith(`/${name}`))) return undefined;
  const [, old = '', end = ''] = /^(.+?)((?:\/page\/[1-9]\d{0,6})?\/[^/]+)$/.exec(path) ?? [];
  const found = old === '' ? undefined : edition.collectionFromAlias(old);
  const to = found && collectionPath(found.kind, found.slug) + end;
  const route = to === undefined ? undefined : feedRouteOf(to);
  return to !== undefined && route && buildFeed(edition, route.source, route.number) ? { to } : undefined;
}

/** The Link header for WebSub subscribers: the hubs of the feed, and its address at those hubs (rule E7). */
function webSubLinks(feed: Feed, format: FeedFormat): string {
  return [...feed.hubs.map((hub) => `<${new URL(hub).href}>; rel="hub"`), `<${feed.address(format)}>; rel="self"`].join(
    ', ',
  );
}
