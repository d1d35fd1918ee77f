import type { Edition } from '../newsroom/edition/edition.ts';
import { collectionKinds } from '../newsroom/model/collection.ts';
import type { VersionEntry } from '../newsroom/model/version.ts';
import { pathOf, type Route, type RouteOf } from './addresses/routes.ts';
import { indexedKinds, indexPages } from './collections/view.ts';
import { fullPages } from './shell/paging.ts';

/** How many stories of a day are read at once: no more than that are in memory. */
const batch = 100;

/** The addresses of all public stories, the oldest first. */
export function* storyAddresses(edition: Edition): Generator<string> {
  for (const { day, count } of edition.days(''))
    for (let offset = 0; offset < count; offset += batch)
      for (const { address } of edition.fromOldest('day', day, offset, batch)) yield address;
}

/**
 * Where each kind of page is at the instant of an edition, if a reader can find it. A new kind of page without a line here does not compile. A page
 * of links may be missing where a story has no links, so ask for the page before you name it.
 */
const routes: { [P in Route['page']]: (edition: Edition) => Iterable<RouteOf<P>> } = {
  front: () => [{ page: 'front' }],
  article: (edition) => ofStories(edition, (address) => [{ page: 'article', address }]),
  'article-links': (edition) => ofStories(edition, (address) => [{ page: 'article-links', address }]),
  // That of a story with one version answers, but says nothing, and no page leads there.
  history: (edition) =>
    ofStories(edition, (address) => (versionsOf(edition, address).length > 1 ? [{ page: 'history', address }] : [])),
  version: (edition) =>
    ofStories(edition, (address) => {
      const versions = versionsOf(edition, address);
      return versions.length > 1 ? versions.map(({ number }) => ({ page: 'version', address, version: number })) : [];
    }),
  topics: () => [{ page: 'topics' }],
  collections: (edition) =>
    indexedKinds(edition).flatMap((kind) =>
      numbers(indexPages(edition, kind)).map((number) => ({
        page: 'collections' as const,
        kind,
        ...(number > 1 && { number }),
      })),
    ),
  collection: (edition) =>
    collectionKinds.flatMap((kind) =>
      edition
        .collectionCounts(kind)
        .flatMap(({ slug, count }) => listRoutes({ page: 'collection', kind, slug }, count)),
    ),
  'topic-links': (edition) =>
    edition.collectionCounts('topic').map(({ slug }) => ({ page: 'topic-links' as const, slug })),
  latest: (edition) => listRoutes({ page: 'latest' }, edition.count('all', '')),
  language: (edition) =>
    edition.languages.flatMap((tag) => listRoutes({ page: 'language', tag }, edition.count('language', tag))),
  archive: (edition) => (edition.count('all', '') > 0 ? [{ page: 'archive' }] : []),
  year: (edition) => periods(edition, 'YYYY').map((year) => ({ page: 'year' as const, year })),
  month: (edition) => periods(edition, 'YYYY/MM').map((month) => ({ page: 'month' as const, month })),
  day: (edition) => edition.days('').flatMap(({ day, count }) => listRoutes({ page: 'day', day }, count)),
  corrections: (edition) => listRoutes({ page: 'corrections' }, edition.corrections.count),
  search: () => [{ page: 'search' }],
  'static-page': (edition) =>
    [...new Set(['/about', ...edition.pages.map(({ slug }) => `/${slug}`)])].map((path) => ({
      page: 'static-page' as const,
      path,
    })),
};

/** The paths of all pages of some kinds; of all kinds, where none are named. */
export function* pagePaths(edition: Edition, kinds: readonly Route['page'][] = allKinds): Generator<string> {
  for (const kind of kinds) for (const route of routes[kind](edition)) yield pathOf(route);
}

const allKinds = Object.keys(routes).filter((kind): kind is Route['page'] => Object.hasOwn(routes, kind));

/** The paths of the pages of a list with so many articles. Each one is its own canonical page (rule C2). */
export function listPaths(list: ListRoute, count: number): string[] {
  return listRoutes(list, count).map(pathOf);
}

/** The routes of lists that are numbered from the oldest page. */
type ListRoute = RouteOf<'collection' | 'day' | 'corrections' | 'latest' | 'language'>;

function listRoutes<R extends ListRoute>(list: R, count: number): R[] {
  return count === 0 ? [] : [list, ...numbers(fullPages(count)).map((number) => ({ ...list, number }))];
}

function* ofStories<R>(edition: Edition, routesOf: (address: string) => Iterable<R>): Generator<R> {
  for (const address of storyAddresses(edition)) yield* routesOf(address);
}

function versionsOf(edition: Edition, address: string): readonly VersionEntry[] {
  return edition.history(address)?.versions ?? [];
}

/** The years or the months with stories, oldest first. */
function periods(edition: Edition, form: 'YYYY' | 'YYYY/MM'): string[] {
  return [...new Set(edition.days('').map(({ day }) => day.slice(0, form.length)))];
}

/** 1 to `last`. */
function numbers(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
