import type { CollectionKind } from '../../newsroom/model/collection.ts';
import { collectionPath, routeOf } from './routes.ts';

// The last part of the address, the media type, and the name for readers.
export const rss = { name: 'feed.xml', type: 'application/rss+xml', words: 'RSS' } as const;
export const atom = { name: 'atom.xml', type: 'application/atom+xml', words: 'Atom' } as const;
export const jsonFeed = { name: 'feed.json', type: 'application/feed+json', words: 'JSON Feed' } as const;

/** The formats of every feed, in the order in which pages name them. */
export const feedFormats = [rss, atom, jsonFeed] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** What a feed contains: all stories, those in one language, the stories of a collection, or all corrections. */
export type FeedSource =
  | { of: 'site' }
  /** `tag` is a BCP 47 tag in small letters. */
  | { of: 'language'; tag: string }
  | { of: 'collection'; kind: CollectionKind; slug: string }
  | { of: 'corrections' };

/** One document of a feed. A document with a number is part of its archive. The one that readers subscribe to has none. */
export interface FeedRoute {
  source: FeedSource;
  /** The number of the list page with the same items. It counts from the oldest page. */
  number?: number;
  format: FeedFormat;
}

/** The path before the names of a source's feeds. The page whose list they contain is at this path. */
export function feedHome(source: FeedSource): string {
  switch (source.of) {
    case 'site':
      return '/';
    case 'collection':
      return collectionPath(source.kind, source.slug);
    case 'language':
      return languageBase(source.tag);
    case 'corrections':
      return '/corrections';
  }
}

/** The path of the stories in one language, and before the names of their feeds. */
export function languageBase(tag: string): string {
  return `/languages/${tag.toLowerCase()}`;
}

/** The path of a feed document. `base` is the path of the page whose list it contains: a collection, `/corrections`, or `/` for the whole site. */
export function feedPath(base: string, format: FeedFormat, number?: number): string {
  return `${base === '/' ? '' : base}${number === undefined ? '' : `/page/${number}`}/${format.name}`;
}

/** The feed document of a normal path; undefined if the path has not that form. Only the edition knows whether the feed has items. */
export function feedRouteOf(path: string): FeedRoute | undefined {
  const format = feedFormats.find(({ name }) => path.endsWith(`/${name}`));
  if (!format) return undefined;
  const list = path.slice(0, -format.name.length - 1);
  if (list === '') return { source: { of: 'site' }, format };
  // The front page has no numbered pages. Its older stories are on the pages of the days and in these documents.
  const [, page] = /^\/page\/([1-9]\d{0,6})$/.exec(list) ?? [];
  if (page !== undefined) return { source: { of: 'site' }, number: Number(page), format };
  const route = routeOf(list);
  // Only its newest stories: such a feed has no archive.
  if (route?.page === 'language' && route.number === undefined)
    return { source: { of: 'language', tag: route.tag }, format };
  if (route?.page !== 'collection' && route?.page !== 'corrections') return undefined;
  const numbered = route.number === undefined ? {} : { number: route.number };
  return route.page === 'collection'
    ? { source: { of: 'collection', kind: route.kind, slug: route.slug }, ...numbered, format }
    : { source: { of: 'corrections' }, ...numbered, format };
}
