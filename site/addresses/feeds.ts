import type { CollectionKind } from '../../newsroom/model/collection.ts';
import { collectionPath, routeOf } from './routes.ts';

/** The three formats of every feed: the last part of the address, the media type, the name for readers. */
export const feedFormats = [
  { name: 'feed.xml', type: 'application/rss+xml', words: 'RSS' },
  { name: 'atom.xml', type: 'application/atom+xml', words: 'Atom' },
  { name: 'feed.json', type: 'application/feed+json', words: 'JSON Feed' },
] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** What a feed lists: all stories, the stories of a collection, or the corrections. */
export type FeedSource =
  | { of: 'site' }
  | { of: 'collection'; kind: CollectionKind; slug: string }
  | { of: 'corrections' };

/** One document of a feed. Documents with a number are its archive; readers subscribe to the one without. */
export interface FeedRoute {
  source: FeedSource;
  /** The number of the list page that lists the same things; the oldest page is 1. */
  number?: number;
  format: FeedFormat;
}

/** The path of the page that a feed follows. */
export function feedHome(source: FeedSource): string {
  switch (source.of) {
    case 'site':
      return '/';
    case 'collection':
      return collectionPath(source.kind, source.slug);
    case 'corrections':
      return '/corrections';
  }
}

/** The address of a feed; `base` is the address of the page that it follows: a collection, `/corrections`, or `/` for the site. */
export function feedPath(base: string, format: FeedFormat, number?: number): string {
  return `${base === '/' ? '' : base}${number === undefined ? '' : `/page/${number}`}/${format.name}`;
}

/** Finds the feed of a path in its normal form. Only an edition knows whether anything is in the feed. */
export function feedRouteOf(path: string): FeedRoute | undefined {
  const format = feedFormats.find(({ name }) => path.endsWith(`/${name}`));
  if (!format) return undefined;
  const list = path.slice(0, -format.name.length - 1);
  if (list === '') return { source: { of: 'site' }, format };
  // The front page has no older pages: all stories are on the pages of the days, and in these documents.
  const [, page] = /^\/page\/([1-9]\d{0,6})$/.exec(list) ?? [];
  if (page !== undefined) return { source: { of: 'site' }, number: Number(page), format };
  const route = routeOf(list);
  if (route?.page !== 'collection' && route?.page !== 'corrections') return undefined;
  const numbered = route.number === undefined ? {} : { number: route.number };
  return route.page === 'collection'
    ? { source: { of: 'collection', kind: route.kind, slug: route.slug }, ...numbered, format }
    : { source: { of: 'corrections' }, ...numbered, format };
}
