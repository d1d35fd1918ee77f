import type { HubKind } from '../newsroom/model/hub.ts';
import { isDay } from '../newsroom/model/instant.ts';
import { isSlug } from '../newsroom/model/slug.ts';

/** A page of the site. `number` counts list pages from the oldest; the newest has none. */
export type Route =
  | { page: 'front' }
  | { page: 'article'; address: string }
  | { page: 'article-links'; address: string }
  | { page: 'topics' }
  | { page: 'hub'; kind: HubKind; slug: string; number?: number }
  | { page: 'topic-links'; slug: string }
  | { page: 'year'; year: string }
  | { page: 'month'; month: string }
  | { page: 'day'; day: string; number?: number }
  | { page: 'about' }
  | { page: 'not-found' };

export const hubRooms = {
  topic: 'topics',
  person: 'people',
  place: 'places',
  agency: 'agencies',
  storyline: 'storylines',
} as const satisfies Record<HubKind, string>;

const kinds = new Map<string, HubKind>(Object.entries(hubRooms).map(([kind, room]) => [room, kindOf(kind)]));

function kindOf(kind: string): HubKind {
  if (kind === 'topic' || kind === 'person' || kind === 'place' || kind === 'agency' || kind === 'storyline')
    return kind;
  throw new TypeError(`There is no hub “${kind}”.`);
}

/** The one form of a path that the site answers under: decoded, lower case, no slash at the end. */
export function normalPath(path: string): string | undefined {
  let decoded: string;
  try {
    // A slash that was encoded is part of a name, and no name has one.
    if (/%(?:2f|5c|00)/i.test(path)) return undefined;
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (/[\\\p{Cc}]/u.test(decoded) || decoded.length > 1000) return undefined;
  return (
    decoded
      .normalize('NFC')
      .toLowerCase()
      .replace(/\/{2,}/g, '/')
      .replace(/(?<=.)\/+$/, '') || '/'
  );
}

/** Finds the page of a path in its normal form; whether there is anything on it is the edition's to say. */
export function routeOf(path: string): Route | undefined {
  const [first = '', ...rest] = path.slice(1).split('/');
  if (path === '/') return { page: 'front' };
  if (/^\d{4}$/.test(first)) return archiveRoute([first, ...rest]);
  if (path === '/about') return { page: 'about' };
  if (path === '/topics') return { page: 'topics' };
  const kind = kinds.get(first);
  const [slug = '', second, third] = rest;
  if (!kind || !isSlug(slug)) return undefined;
  if (rest.length === 1) return { page: 'hub', kind, slug };
  if (rest.length === 2 && kind === 'topic' && second === 'links') return { page: 'topic-links', slug };
  const number = numberOf(third);
  return rest.length === 3 && second === 'page' && number ? { page: 'hub', kind, slug, number } : undefined;
}

function archiveRoute(parts: string[]): Route | undefined {
  const [year = '', month = '', day = '', name = '', last] = parts;
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
      return isSlug(name) && last === 'related'
        ? { page: 'article-links', address: `/${parts.slice(0, 4).join('/')}` }
        : undefined;
    default:
      return undefined;
  }
}

/** A list page's number: no zero in front, no more than any list could need. */
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
    case 'topics':
    case 'about':
    case 'not-found':
      return `/${route.page}`;
    case 'hub':
      return `/${hubRooms[route.kind]}/${route.slug}${numbered(route.number)}`;
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

/** The address of a hub's newest page. */
export function hubPath(kind: HubKind, slug: string): string {
  return `/${hubRooms[kind]}/${slug}`;
}
