import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom, topics } from '../../newsroom/testing.ts';
import { answer } from '../answer.ts';
import { normalPath, pathOf, routeOf, type Route } from './routes.ts';

test('each path has one form', async (t) => {
  const cases: [path: string, normal: string | undefined][] = [
    ['/', '/'],
    ['//', '/'],
    ['', '/'],
    ['/topics/', '/topics'],
    ['/topics//security///', '/topics/security'],
    ['/Topics/SECURITY', '/topics/security'],
    ['/2026/01/13/Caf%C3%A9', '/2026/01/13/café'],
    ['/2026/01/13/cafe%CC%81', '/2026/01/13/café'],
    ['/topics/%73ecurity', '/topics/security'],
    ['/topics/東アジア', '/topics/東アジア'],
    ['/topics/a%20b', '/topics/a b'],
    ['/topics/a%2fb', undefined],
    ['/topics/a%5Cb', undefined],
    ['/topics/a\\b', undefined],
    ['/topics/a%00', undefined],
    ['/topics/a%0a', undefined],
    ['/topics/%', undefined],
    ['/topics/%zz', undefined],
    ['/topics/%c3', undefined],
    ['/topics/%c0%af', undefined],
    [`/topics/${'a'.repeat(1000)}`, undefined],
  ];
  for (const [path, normal] of cases) {
    await t.test(JSON.stringify(path.slice(0, 40)), () => {
      assert.equal(normalPath(path), normal);
      if (normal !== undefined) assert.equal(normalPath(normal), normal, 'is its own form');
    });
  }
});

test('paths that have a page, and the way back', async (t) => {
  const cases: [path: string, route: Route][] = [
    ['/', { page: 'front' }],
    ['/about', { page: 'static-page', path: '/about' }],
    ['/about/us', { page: 'static-page', path: '/about/us' }],
    ['/kontakt-2', { page: 'static-page', path: '/kontakt-2' }],
    ['/26', { page: 'static-page', path: '/26' }],
    ['/topics', { page: 'topics' }],
    ['/topics/a', { page: 'collection', kind: 'topic', slug: 'a' }],
    ['/topics/links', { page: 'collection', kind: 'topic', slug: 'links' }],
    ['/topics/page', { page: 'collection', kind: 'topic', slug: 'page' }],
    ['/topics/page/page/2', { page: 'collection', kind: 'topic', slug: 'page', number: 2 }],
    ['/topics/a/links', { page: 'topic-links', slug: 'a' }],
    ['/people', { page: 'collections', kind: 'person' }],
    ['/places', { page: 'collections', kind: 'place' }],
    ['/agencies', { page: 'collections', kind: 'agency' }],
    ['/storylines', { page: 'collections', kind: 'storyline' }],
    ['/storylines/page/2', { page: 'collections', kind: 'storyline', number: 2 }],
    ['/people/page', { page: 'collection', kind: 'person', slug: 'page' }],
    ['/people/page/page/1', { page: 'collection', kind: 'person', slug: 'page', number: 1 }],
    ['/latest', { page: 'latest' }],
    ['/latest/page/1', { page: 'latest', number: 1 }],
    ['/languages/zh-hans', { page: 'language', tag: 'zh-hans' }],
    ['/languages/ja/page/2', { page: 'language', tag: 'ja', number: 2 }],
    ['/archive', { page: 'archive' }],
    ['/people/ann', { page: 'collection', kind: 'person', slug: 'ann' }],
    ['/places/new-york/page/12', { page: 'collection', kind: 'place', slug: 'new-york', number: 12 }],
    ['/agencies/afp', { page: 'collection', kind: 'agency', slug: 'afp' }],
    ['/storylines/東京', { page: 'collection', kind: 'storyline', slug: '東京' }],
    ['/2026', { page: 'year', year: '2026' }],
    ['/2026/02', { page: 'month', month: '2026/02' }],
    ['/2024/02/29', { page: 'day', day: '2024/02/29' }],
    ['/2026/01/13/page/3', { page: 'day', day: '2026/01/13', number: 3 }],
    ['/2026/01/13/page', { page: 'article', address: '/2026/01/13/page' }],
    ['/2026/01/13/a-b', { page: 'article', address: '/2026/01/13/a-b' }],
    ['/2026/01/13/a-b/related', { page: 'article-links', address: '/2026/01/13/a-b' }],
    ['/2026/01/13/related/related', { page: 'article-links', address: '/2026/01/13/related' }],
  ];
  for (const [path, route] of cases) {
    await t.test(path, () => {
      assert.deepEqual(routeOf(path), route);
      assert.equal(pathOf(route), path);
    });
  }
});

const nowhere = [
  '/0000',
  '/2026/1',
  '/2026/13',
  '/2026/00',
  '/2026/02/30',
  '/2025/02/29',
  '/2026/01/32',
  '/2026/01/13/a--b',
  '/2026/01/13/a.b',
  '/2026/01/13/a b',
  '/2026/01/13/../14',
  '/2026/01/13/a/b',
  '/2026/01/13/a/related/x',
  '/2026/01/13/page/0',
  '/2026/01/13/page/01',
  '/2026/01/13/page/-1',
  '/2026/01/13/page/1e3',
  '/2026/01/page/1',
  '/2026/01/13/page/99999999',
  '/topics/a/page/99999999999999999999',
  '/topics/a/page/0',
  '/topics/a/page',
  '/topics/a/page/1/2',
  '/topics/a/more',
  '/people/ann/links',
  '/people/page/0',
  '/people/page/1',
  '/people/page/02',
  '/topics/page/2',
  '/latest/2',
  '/latest/page',
  '/latest/page/0',
  '/latest/page/1/2',
  '/archive/2026',
  '/archive/page/1',
  '/topics/a b',
  '/topics/..',
  '/topics/a/..',
  '/__proto__',
  '/not-found',
  '/archive/x',
  '/images/x',
  '/about/a--b',
  '/.env',
  '/topics/😀',
  '/2026/01/13/%2e',
  `/topics/${'a'.repeat(300)}`,
];

test('paths that have none', async (t) => {
  for (const path of nowhere) await t.test(path.slice(0, 40), () => assert.equal(routeOf(path), undefined));
});

test('what paths answer', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...topics({ a: 'A', empty: 'Empty' }),
    ...article('/2026/01/13/x', { topics: ['a'], aliases: ['/old/x', '/2020/01/01/x', '/Alt/X.html'] }),
    ...article('/2026/01/14/killed', { status: 'killed', aliases: ['/old/killed'] }),
    ...article('/2026/01/15/draft', { status: 'draft', aliases: ['/old/draft'] }),
    ...article('/2026/01/16/expired', { expires: '2026-01-20T00:00:00Z' }),
  });
  await newsroom.compile();
  const cases: [path: string, status: string][] = [
    ['/', '200'],
    ['/about', '200'],
    ['/topics', '200'],
    ['/topics/a', '200'],
    ['/topics/a/links', '200'],
    ['/topics/a/page/1', '404'],
    ['/latest', '200'],
    ['/latest/page/1', '404'],
    ['/archive', '200'],
    ['/people', '404'],
    ['/places', '404'],
    ['/agencies', '404'],
    ['/storylines', '404'],
    ['/topics/empty', '404'],
    ['/topics/empty/links', '404'],
    ['/2026', '200'],
    ['/2026/01', '200'],
    ['/2026/01/13', '200'],
    ['/2026/01/13/page/1', '404'],
    ['/2026/01/14', '404'],
    ['/2025', '404'],
    ['/2026/01/13/x', '200'],
    ['/2026/01/13/x/related', '200'],
    ['/2026/01/14/killed', '410'],
    ['/2026/01/14/killed/related', '410'],
    ['/2026/01/15/draft', '404'],
    ['/2026/01/16/expired', '410'],
    ['/old/x', '308 /2026/01/13/x'],
    ['/2020/01/01/x', '308 /2026/01/13/x'],
    ['/2020/01/01/x/related', '308 /2026/01/13/x/related'],
    ['/alt/x.html', '308 /2026/01/13/x'],
    ['/old/killed', '308 /2026/01/14/killed'],
    ['/old/draft', '404'],
    ['/about/us', '404'],
    ['/nothing', '404'],
    ['/constructor', '404'],
    ...nowhere.map((path): [string, string] => [path, '404']),
  ];
  newsroom.at('2026-03-01T00:00:00Z', (edition) => {
    for (const [path, expected] of cases) {
      const found = answer(edition, path);
      assert.equal(found.status === 308 ? `308 ${found.to}` : String(found.status), expected, path);
    }
  });
});

test('a page knows its own path, and a missing one gives nothing of the path away', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...topics({ a: 'A' }),
    ...article('/2026/01/13/x', { topics: ['a'] }),
  });
  await newsroom.compile();
  newsroom.at('2026-03-01T00:00:00Z', (edition) => {
    for (const path of [
      '/',
      '/topics',
      '/topics/a',
      '/topics/a/links',
      '/2026',
      '/2026/01',
      '/2026/01/13',
      '/2026/01/13/x',
      '/2026/01/13/x/related',
      '/about',
    ]) {
      const found = answer(edition, path);
      assert.ok(found.status === 200, path);
      assert.equal(found.view.path, path);
    }
    assert.deepEqual(answer(edition, '/2026/01/13/secret-plan'), answer(edition, '/<script>'));
  });
});
