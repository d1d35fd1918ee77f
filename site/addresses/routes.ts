import type { CollectionKind } from '../../newsroom/model/collection.ts';
import { isDay } from '../../newsroom/model/instant.ts';
import { isSlug } from '../../newsroom/model/slug.ts';

export { normalPath } from '../../newsroom/model/path.ts';

/** A page of the site. `number` counts list pages from the oldest, which is 1; the newest page has none. */
export type Route =
  | { page: 'front' }
  | { page: 'article'; address: string }
  | { page: 'article-links'; address: string }
  | { page: 'history'; address: string }
  | { page: 'version'; address: string; version: number }
  | { page: 'topics' }
  | { page: 'collection'; kind: CollectionKind; slug: string; number?: number }
  | { page: 'topic-links'; slug: string }
  | { page: 'year'; year: string }
  | { page: 'month'; month: string }
  | { page: 'day'; day: string; number?: number }
  | { page: 'corrections'; number?: number }
  | { page: 'about' };

/** The route of a kind of page. */
export type RouteOf<P extends Route['page']> = { [K in P]: Extract<Route, { page: K }> }[P];

export const collectionFolders = {
  topic: 'topics',
  person: 'people',
  place: 'places',
  agency: 'agencies',
  storyline: 'storylines',
} as const satisfies Record<CollectionKind, string>;

const kinds = new Map<string, CollectionKind>(
  Object.entries(collectionFolders).map(([kind, folder]) => [folder, kindOf(kind)]),
);

function kindOf(kind: string): CollectionKind {
  if (kind === 'topic' || kind === 'person' || kind === 'place' || kind === 'agency' || kind === 'storyline')
    return kind;
  throw new TypeError(`There is no collection “${kind}”.`);
}

/** Finds the page of a path in its normal form. Only an edition knows whether anything is on the page. */
export function routeOf(path: string): Route | undefined {
  const [first = '', ...rest] = path.slice(1).split('/');
  if (path === '/') return { page: 'front' };
  if (/^\d{4}$/.test(first)) return archiveRoute([first, ...rest]);
  if (path === '/about') return { page: 'about' };
  if (path === '/topics') return { page: 'topics' };
  if (first === 'corrections') return correctionsRoute(rest);
  const kind = kinds.get(first);
  const [slug = '', second, third] = rest;
  if (!kind || !isSlug(slug)) return undefined;
  if (rest.length === 1) return { page: 'collection', kind, slug };
  if (rest.length === 2 && kind === 'topic' && second === 'links') return { page: 'topic-links', slug };
  const number = numberOf(third);
  return rest.length === 3 && second === 'page' && number ? { page: 'collection', kind, slug, number } : undefined;
}

function correctionsRoute([page, text, ...more]: string[]): Route | undefined {
  if (page === undefined) return { page: 'corrections' };
  const number = page === 'page' && more.length === 0 ? numberOf(text) : undefined;
  return number === undefined ? undefined : { page: 'corrections', number };
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
    case 'about':
      return `/${route.page}`;
    case 'corrections':
      return `/corrections${numbered(route.number)}`;
    case 'collection':
      return `/${collectionFolders[route.kind]}/${route.slug}${numbered(route.number)}`;
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
