import type { Edition } from '../newsroom/edition/edition.ts';
import { collectionKinds } from '../newsroom/model/collection.ts';
import { article, site, titles, topics, type Files, type TestNewsroom } from '../newsroom/testing.ts';
import { pathOf, type Route, type RouteOf } from './addresses/routes.ts';
import { answer, digestOf } from './answer.ts';
import type { PageName, View, ViewOf } from './pages.ts';
import { fullPages } from './shell/paging.ts';

/**
 * Routes of every kind of page that has an address, in each form of the address: those of an article, of its days, and of
 * the collections with a slug. `numbers` are those of list pages and of versions.
 */
export function routesWith(address: string, slug: string, numbers: readonly number[]): Route[] {
  const [, year = '', month = '', day = ''] = address.split('/');
  const routes: { [P in Route['page']]: RouteOf<P>[] } = {
    front: [{ page: 'front' }],
    article: [{ page: 'article', address }],
    'article-links': [{ page: 'article-links', address }],
    history: [{ page: 'history', address }],
    version: numbers.map((version) => ({ page: 'version', address, version })),
    topics: [{ page: 'topics' }],
    collections: collectionKinds
      .filter((kind) => kind !== 'topic')
      .flatMap((kind) =>
        withPages(
          { page: 'collections', kind },
          numbers.filter((number) => number > 1),
        ),
      ),
    collection: collectionKinds.flatMap((kind) => withPages({ page: 'collection', kind, slug }, numbers)),
    'topic-links': [{ page: 'topic-links', slug }],
    latest: withPages({ page: 'latest' }, numbers),
    language: withPages({ page: 'language', tag: /^[a-z]{2,8}$/.test(slug) ? slug : 'fr' }, numbers),
    archive: [{ page: 'archive' }],
    year: [{ page: 'year', year }],
    month: [{ page: 'month', month: `${year}/${month}` }],
    day: withPages({ page: 'day', day: `${year}/${month}/${day}` }, numbers),
    corrections: withPages({ page: 'corrections' }, numbers),
    search: [{ page: 'search' }],
    'static-page': [{ page: 'static-page', path: '/about' }],
  };
  return Object.values<Route[]>(routes).flat();
}

function withPages<R extends Route>(newest: R, numbers: readonly number[]): (R & { number?: number })[] {
  return [newest, ...numbers.map((number) => ({ ...newest, number }))];
}

/** The paths of all those routes for several articles and slugs, each once. */
export function pathsWith(
  addresses: readonly string[],
  slugs: readonly string[],
  numbers: readonly number[],
): Set<string> {
  const [anAddress = '/2026/01/01/none'] = addresses;
  return new Set(
    [
      ...addresses.flatMap((address) => routesWith(address, 'none', numbers)),
      ...['none', ...slugs].flatMap((slug) => routesWith(anAddress, slug, numbers)),
    ].map(pathOf),
  );
}

/** Every path at which an edition has a page. */
export function pathsOf(edition: Edition): string[] {
  const addresses = edition.newest('all', '', 10_000).map(({ address }) => address);
  const slugs = [
    ...collectionKinds.flatMap((kind) => edition.collections(kind).map(({ slug }) => slug)),
    ...edition.languages,
  ];
  // No list is longer than that of all stories, or of all corrections.
  const longest = fullPages(Math.max(addresses.length, edition.corrections.count));
  const numbers = Array.from({ length: longest }, (_, index) => index + 1);
  const own = edition.pages.map((page) => `/${page.slug}`);
  return [...new Set([...pathsWith(addresses, slugs, numbers), ...own])].filter(
    (path) => answer(edition, path).status === 200,
  );
}

/** The view at a path. Throws where the page is of another kind, or where there is none. */
export function viewAt<P extends PageName>(edition: Edition, path: string, kind: P): ViewOf<P> {
  const found = answer(edition, path);
  if (found.status === 308 || !isOf(found.view, kind)) throw new TypeError(`There is no “${kind}” at ${path}.`);
  return found.view;
}

function isOf<P extends PageName>(view: View, kind: P): view is ViewOf<P> {
  return view.page === kind;
}

/** What each path answers, as JSON; of the paths given, or of all that have a page. */
export function answersOf(newsroom: TestNewsroom, now: string, paths?: readonly string[]): Map<string, string> {
  return newsroom.at(
    now,
    (edition) => new Map((paths ?? pathsOf(edition)).map((path) => [path, JSON.stringify(answer(edition, path))])),
  );
}

/** The status of each path, with the digest of its page or the address to go to instead; on the first title, unless another one is named. */
export function digestsOf(
  newsroom: TestNewsroom,
  now: string,
  paths?: readonly string[],
  title?: string,
): Map<string, string> {
  const digests = (edition: Edition): Map<string, string> => {
    const digest = (path: string): string => {
      const found = answer(edition, path);
      return `${found.status} ${found.status === 308 ? found.to : digestOf(found.view)}`;
    };
    return new Map((paths ?? pathsOf(edition)).map((path) => [path, digest(path)]));
  };
  return newsroom.at(now, digests, title);
}

/**
 * Three titles: one carries everything, one a topic with what is below it, and one in Arabic a topic that it does not own. A topic below
 * `superpowers` has only stories that are under embargo; its title is in nothing else.
 */
export const sisterTitles: Files = {
  ...site,
  ...titles({
    main: { order: 1 },
    'space-war': { order: 2, name: 'Space War', carries: { topics: ['superpowers'] } },
    horizon: { order: 3, name: 'الأفق', language: 'ar', carries: { topics: ['asia'] } },
  }),
  ...topics({
    security: 'Security',
    superpowers: { title: 'Superpowers', parent: 'security', learn: 'Learn about the superpowers' },
    arms: { title: 'Arms', parent: 'superpowers' },
    secret: { title: 'Leviathan', parent: 'superpowers', learn: 'Learn about Leviathan' },
    asia: { title: 'Asia', owner: 'main' },
  }),
  'pages/contact.mdx': '---\ntitle: Contact\n---\nWrite to us, or read [this](/topics/secret).\n',
  ...article(
    '/2026/01/01/talks',
    {
      topics: ['asia', 'superpowers', 'arms'],
      dateline: { place: 'Nara', country: 'JP' },
      related: ['/2026/01/03/hidden', { url: 'https://space-war.example/topics/secret', title: 'More' }],
    },
    'Text, [a link](/topics/secret) and [another](https://space-war.example/topics/secret/links).',
  ),
  ...article('/2026/01/03/hidden', { topics: ['secret', 'asia'], embargo: '2026-02-01T00:00:00Z' }),
  ...article('/2026/01/04/doctrine', { topics: ['superpowers', 'asia'] }),
  ...article('/2026/01/04/talks-ar', { topics: ['asia', 'arms'], lang: 'ar', translationOf: '/2026/01/01/talks' }),
  ...article('/2026/01/05/doctrine-fr', { topics: ['security'], lang: 'fr', translationOf: '/2026/01/04/doctrine' }),
};
