import { deepEqual, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { outputAt } from '../formats/outputs.ts';
import { article, site, TestNewsroom, topics } from '../newsroom/testing.ts';
import { pathOf, type Route } from '../site/addresses/routes.ts';
import { compile } from '../newsroom/compile/compile.ts';
import { ownAddresses } from './own-addresses.ts';

const story = '/2026/01/13/x';

/** An address of each kind of page. A file has the addresses of stories and topics. */
const pages: { [P in Route['page']]: Extract<Route, { page: P }> } = {
  front: { page: 'front' },
  article: { page: 'article', address: story },
  'article-links': { page: 'article-links', address: story },
  history: { page: 'history', address: story },
  version: { page: 'version', address: story, version: 2 },
  topics: { page: 'topics' },
  collections: { page: 'collections', kind: 'person', number: 2 },
  collection: { page: 'collection', kind: 'place', slug: 'nara', number: 2 },
  'topic-links': { page: 'topic-links', slug: 'asia' },
  latest: { page: 'latest', number: 2 },
  language: { page: 'language', tag: 'ja', number: 2 },
  archive: { page: 'archive' },
  year: { page: 'year', year: '2026' },
  month: { page: 'month', month: '2026/01' },
  day: { page: 'day', day: '2026/01/13', number: 1 },
  corrections: { page: 'corrections', number: 1 },
  search: { page: 'search' },
  'static-page': { page: 'static-page', path: '/about' },
};

const own = [
  '/',
  '/about',
  '/topics',
  '/corrections',
  '/corrections/page/1',
  '/search',
  '/search.xml',
  '/languages/ja',
  '/languages/ja/page/2',
  '/languages/ja/feed.xml',
  '/opensearch.xml',
  '/latest',
  '/latest/page/2',
  '/archive',
  '/people',
  '/places',
  '/agencies',
  '/storylines',
  '/healthz',
  '/not-found',
  '/share.jpg',
  '/places/x',
  '/people/x/feed.xml',
  '/places/x/page/2',
  '/agencies/x',
  '/storylines/x/atom.xml',
  '/places/x/y',
  '/images',
  '/images/a.jpg',
  '/images/a/b.svg',
  '/fonts/0123456789ab/a.woff2',
  '/_next',
  '/_next/static/chunks/a.js',
  '/sitemaps/2026-01.xml',
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/page/3/feed.xml',
  '/sitemap.xml',
  '/news-sitemap.xml',
  '/robots.txt',
  '/llms.txt',
  '/license.xml',
  '/trust.txt',
  '/.well-known/trust.txt',
  '/manifest.webmanifest',
  '/favicon.ico',
  '/icon.svg',
  '/apple-touch-icon.png',
  '/icon-192.png',
  '/icon-512.png',
  '/icon-maskable-512.png',
  '/topics/t/feed.xml',
  '/topics/t/page/2',
  '/topics/t/links',
  '/topics/t/page/2/feed.json',
  '/people/page/2',
  '/storylines/page/2',
  '/people/p/page/2',
  '/storylines',
  '/storylines/s/feed.xml',
  '/corrections/feed.xml',
  '/2026',
  '/2026/01',
  '/2026/01/13',
  '/2026/01/13/page/2',
];
const below = ['/related', '/history', '/history/2', '.txt', '.md', '.json', '/share.jpg'].map((end) => story + end);

test('the forms of all addresses of the site are known', () => {
  const isKnown = (path: string): boolean => ownAddresses.own.test(path) || ownAddresses.below.test(path);
  for (const [kind, route] of Object.entries(pages)) if (kind !== 'article') ok(isKnown(pathOf(route)), pathOf(route));
  for (const path of own) ok(ownAddresses.own.test(path), path);
  for (const path of below) deepEqual(ownAddresses.below.exec(path)?.[1], story, path);
});

test('an old address of another form is free', () => {
  for (const path of [
    '/x',
    '/old/address',
    '/story_999.html',
    '/2026/01/13/x',
    '/2026/01/13/x.html',
    '/topics/old',
    '/people/old',
    '/storylines/old',
    '/section/7',
    '/search-results',
    '/searching',
    '/imagesx',
    '/feed',
    '/rss.xml',
    '/blog/feed',
    '/20260113',
    '/2026-01-13',
    '/aboutus',
    '/node/7',
    '/index.php',
    '/page/2',
    '/2026/01/13/x/amp',
    '/en/2026/01/13/x',
    '/2026/1/13/x',
  ]) {
    ok(!ownAddresses.own.test(path), path);
    ok(!ownAddresses.below.test(path), path);
  }
});

test('an alias of such an address is a problem, and the article and the topic stay', async (t) => {
  const spelt = [
    '/Search/',
    '/IMAGES/a.jpg',
    '/pl%61ces/x',
    '/feed.xml/',
    '/search?q=a',
    '/topics?x=1',
    '/2026/01/?a=b',
  ];
  const aliases = [...own, ...below, `${story}.TXT`, ...spelt];
  // Each in a separate file: of many problems of one kind in a file, only the first are listed.
  const stories = aliases.map((alias, index) =>
    article(`/2026/01/14/y${index}`, { aliases: [alias, `/good-${index}`] }),
  );
  const tags = aliases.map((alias, index) => topics({ [`t${index}`]: { title: 'T', aliases: [alias] } }));
  const bad = ['/../../etc/passwd', 'none', '/a#b', '//evil.example'];
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article(story, { topics: aliases.map((_, index) => `t${index}`) }),
    ...article('/2026/01/15/z', { aliases: [...bad, '/good'] }),
    ...Object.assign({}, ...stories, ...tags),
  });
  const { content, data } = newsroom;
  const { problems } = await compile({ content, data, history: false, ownAddresses });
  const collisions = problems.filter(({ code }) => code === 'address-collision');
  for (const { file, message, severity } of collisions) {
    match(message, /is an address of the site itself/, file);
    deepEqual(severity, 'warning', file);
  }
  deepEqual(
    new Set(collisions.map(({ file }) => file)),
    new Set(aliases.flatMap((_, index) => [`articles/2026/01/14/y${index}.mdx`, `topics/t${index}.mdx`])),
  );
  deepEqual(
    problems.filter(({ code }) => code !== 'address-collision').map(({ file, code, field }) => [file, code, field]),
    bad.map((_, index) => ['articles/2026/01/15/z.mdx', 'field-invalid', `aliases.${index}`]),
  );
  newsroom.at('2026-02-01T00:00:00Z', (edition) => {
    deepEqual(edition.lookup('/good'), { state: 'redirect', to: '/2026/01/15/z' });
    for (const index of aliases.keys()) {
      deepEqual(edition.lookup(`/good-${index}`), { state: 'redirect', to: `/2026/01/14/y${index}` });
      deepEqual(edition.topic(`t${index}`)?.title, 'T');
    }
    for (const path of ['/feed.xml', '/robots.txt', '/sitemap.xml', `${story}.txt`])
      ok('body' in (outputAt(edition, path) ?? {}), path);
    for (const path of aliases)
      for (const address of [path, path.toLowerCase(), '/2026/01/13/x.txt', '/places/x'])
        ok(edition.redirectFrom(address) === undefined && edition.collectionFromAlias(address) === undefined, address);
  });
  // Also where nothing is at the address.
  newsroom.remove(`articles${story}.mdx`);
  const after = await compile({ content, data, history: false, ownAddresses, only: [`articles${story}.mdx`] });
  deepEqual(
    after.problems.filter(({ code }) => code === 'address-collision').map(({ message }) => message),
    collisions.map(({ message }) => message),
  );
  newsroom.at('2026-02-01T00:00:00Z', (edition) => deepEqual(edition.lookup(`${story}.txt`), { state: 'none' }));
});
