import type { CollectionKind } from '../../newsroom/model/collection.ts';
import { isDay } from '../../newsroom/model/instant.ts';
import { isSlug } from '../../newsroom/model/slug.ts';
import { searchPath } from './search.ts';

export { normalPath } from '../../newsroom/model/path.ts';

/** A page of the site. `number` counts list pages from the oldest, which is 1; the newest page has none. */
export type Route =
  | { page: 'front' }
  | { page: 'article'; address: string }
  | { page: 'article-links'; address: string }
  | { page: 'history'; address: string }
  | { page: 'version'; address: string; version: number }
  | { page: 'topics' }
  /** All collections of a kind, by the alphabet. `number` counts the pages from the first one, which has none. */
  | { page: 'collections'; kind: IndexedKind; number?: number }
  | { page: 'collection'; kind: CollectionKind; slug: string; number?: number }
  | { page: 'topic-links'; slug: string }
  | { page: 'latest'; number?: number }
  /** The stories in a language, by its tag in small letters. */
  | { page: 'language'; tag: string; number?: number }
  | { page: 'archive' }
  | { page: 'year'; year: string }
  | { page: 'month'; month: string }
  | { page: 'day'; day: string; number?: number }
  | { page: 'corrections'; number?: number }
  /** `query` is the query string as it was written; missing where there is none. */
  | { page: 'search'; query?: string }
  /** A page of the newsroom itself, such as `/contact`. `/about` is always one. */
  | { page: 'static-page'; path: string };

/** A kind of collection with an index by the alphabet. The index of topics is their tree. */
export type IndexedKind = Exclude<CollectionKind, 'topic'>;

/** The route of a kind of page. */
export type RouteOf<P extends Route['page']> = { [K in P]: Extract<Route, { page: K }> }[P];

export const collectionFolders = {
  topic: 'topics',
  person: 'people',
  place: 'places',
  agency: 'agencies',
  storyline: 'storylines',
} as const satisfies Record<CollectionKind, string>;

/** First parts of addresses that only the site has. Some are of Next's routes, which readers never ask for. */
export const siteFolders: readonly string[] = [
  ...Object.values(collectionFolders),
  'corrections',
  'search',
  'latest',
  'archive',
  'images',
  'fonts',
  'languages',
  'sitemaps',
  'page',
  'healthz',
  'not-found',
  'alternates',
  'static-page',
  '_next',
];

/** Whether an address can be that of a page of the newsroom itself. Only an edition knows whether there is one. */
function isPageAddress(path: string): boolean {
  const parts = path.slice(1).split('/');
  return !siteFolders.includes(parts[0] ?? '') && !/^\d{4}$/.test(parts[0] ?? '') && parts.every(isSlug);
}

const kinds = new Map<string, CollectionKind>(
  Object.entries(collectionFolders).map(([kind, folder]) => [folder, kindOf(kind)]),
);

function kindOf(kind: string): CollectionKind {
  if (kind === 'topic' || kind === 'person' || kind === 'place' || kind === 'agency' || kind === 'storyline')
    return kind;
  throw new TypeError(`There is no collection “${kind}”.`);
}

/**
 * Finds the page of a path in its normal form; that of `/search` may have a query string. Only an edition knows whether
 * anything is on the page.
 */
export function routeOf(path: string): Route | undefined {
  const [first = '', ...rest] = path.slice(1).split('/');
  if (path === '/') return { page: 'front' };
  if (/^\d{4}$/.test(first)) return archiveRoute([first, ...rest]);
  if (path === '/topics') return { page: 'topics' };
  if (path === '/archive') return { page: 'archive' };
  if (first === 'corrections' || first === 'latest') {
    const place = placeOf(rest);
    return place && { page: first, ...place };
  }
  if (first === 'languages') {
    const [tag = '', ...behind] = rest;
    const place = placeOf(behind);
    return languageTag.test(tag) && place ? { page: 'language', tag, ...place } : undefined;
  }
  if (path === searchPath) return { page: 'search' };
  if (path.startsWith(`${searchPath}?`)) return { page: 'search', query: path.slice(searchPath.length + 1) };
  const kind = kinds.get(first);
  const place = placeOf(rest);
  if (kind && kind !== 'topic' && place && place.number !== 1) return { page: 'collections', kind, ...place };
  const [slug = '', second, third] = rest;
  if (isPageAddress(path)) return { page: 'static-page', path };
  if (!kind || !isSlug(slug)) return undefined;
  if (rest.length === 1) return { page: 'collection', kind, slug };
  if (rest.length === 2 && kind === 'topic' && second === 'links') return { page: 'topic-links', slug };
  const number = numberOf(third);
  return rest.length === 3 && second === 'page' && number ? { page: 'collection', kind, slug, number } : undefined;
}

/** A BCP 47 tag in small letters. */
const languageTag = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/;

/** The page of a list, from the parts of the path behind the list's own address; `undefined` where they name no page. */
function placeOf([page, text, ...more]: readonly string[]): { number?: number } | undefined {
  if (page === undefined) return {};
  const number = page === 'page' && more.length === 0 ? numberOf(text) : undefined;
  return number === undefined ? undefined : { number };
}

function archiveRoute(parts: string[]): Route | undefined {
  const [year = '', month = '', day = '', name = '', last, version] = parts;
  const date = [year, month || '01', day || '01'].join('-');
  if (!isDay(date)) return undefined;
  const number = numberOf(last);
  switch (parts.length) {
    case 1:
      return { page: 'year', year };
    case 2:
      return { page: 'month', month: `${year}/${month}` };
    case 3:
      return { page: 'day', day: `${year}/${month}/${day}` };
    case 4:
      return isSlug(name) ? { page: 'article', address: parts.join('/').replace(/^/, '/') } : undefined;
    case 5:
      if (name === 'page' && number) return { page: 'day', day: `${year}/${month}/${day}`, number };
      if (!isSlug(name) || (last !== 'related' && last !== 'history')) return undefined;
      return { page: last === 'related' ? 'article-links' : 'history', address: `/${parts.slice(0, 4).join('/')}` };
    case 6: {
      const counted = numberOf(version);
      return isSlug(name) && last === 'history' && counted
        ? { page: 'version', address: `/${parts.slice(0, 4).join('/')}`, version: counted }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** The number of a list page: without a leading zero, and with at most seven digits, which is enough for any list. */
function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}

/** The path of a page, not encoded. */
export function pathOf(route: Route): string {
  switch (route.page) {
    case 'front':
      return '/';
    case 'article':
      return route.address;
    case 'article-links':
      return `${route.address}/related`;
    case 'history':
      return `${route.address}/history`;
    case 'version':
      return `${route.address}/history/${route.version}`;
    case 'topics':
    case 'archive':
      return `/${route.page}`;
    case 'static-page':
      return route.path;
    case 'corrections':
    case 'latest':
      return `/${route.page}${numbered(route.number)}`;
    case 'language':
      return `/languages/${route.tag}${numbered(route.number)}`;
    case 'collections':
      return `/${collectionFolders[route.kind]}${numbered(route.number)}`;
    case 'collection':
      return `/${collectionFolders[route.kind]}/${route.slug}${numbered(route.number)}`;
    case 'search':
      return searchPath + (route.query === undefined ? '' : `?${route.query}`);
    case 'topic-links':
      return `/topics/${route.slug}/links`;
    case 'year':
      return `/${route.year}`;
    case 'month':
      return `/${route.month}`;
    case 'day':
      return `/${route.day}${numbered(route.number)}`;
  }
}

function numbered(number: number | undefined): string {
  return number === undefined ? '' : `/page/${number}`;
}

/** The address of a collection's newest page. */
export function collectionPath(kind: CollectionKind, slug: string): string {
  return `/${collectionFolders[kind]}/${slug}`;
}

/** The address of the day that a story belongs to. */
export function dayPath(address: string): string {
  return address.slice(0, '/YYYY/MM/DD'.length);
}

/** The path of the licence that says on which terms machines may use the site. */
export const licensePath = '/license.xml';

/** The path under which a picture of the newsroom is served. */
export function pictureUrl(src: string): string {
  return `/images/${src.split('/').map(encodeURIComponent).join('/')}`;
}

/** The path of a font. It changes with the font, so that browsers can keep one for ever. */
export function fontPath({ slug, hash }: { slug: string; hash: string }): string {
  return `/fonts/${hash.slice(0, 12)}/${encodeURIComponent(slug)}`;
}

const shareName = '/share.jpg';

/** The address of a page's share image: each article has its own, all other pages have the one of the front page. */
export function sharePath(page: string): string {
  return page === '/' ? shareName : page + shareName;
}

/** The page that a path is the share image of. Only an edition knows whether there is such a page. */
export function sharedPage(path: string): string | undefined {
  if (path === shareName) return '/';
  const page = path.endsWith(shareName) ? path.slice(0, -shareName.length) : '';
  return routeOf(page)?.page === 'article' ? page : undefined;
}
