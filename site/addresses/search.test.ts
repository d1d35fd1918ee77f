import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from '../answer.ts';
import { hostile } from '../../formats/testing.ts';
import { article, site, TestNewsroom } from '../../newsroom/testing.ts';
import { pathOf, routeOf } from './routes.ts';
import { readPart, searchFeedHref, searchHref, searchRequestOf, withSearch } from './search.ts';

test('what a query string asks for', async (t) => {
  const cases: [query: string, words: string, order?: 'date', page?: number][] = [
    ['', ''],
    ['q=', ''],
    ['q', ''],
    ['q=nara', 'nara'],
    ['q=a+b%20c', 'a b c'],
    ['q=%20%20nara%0A%09', 'nara'],
    ['q=a&q=b', 'a'],
    ['q=&q=b', ''],
    ['Q=a', ''],
    ['q=a;b', 'a;b'],
    ['q=100%', '100%'],
    ['q=%zz', '%zz'],
    ['q=%c3%28', '\uFFFD('],
    ['q=%E2%80%AEx', 'x'],
    ['q=a%00b%1b', 'a b'],
    ['q=cafe%CC%81', 'café'],
    ['utm_source=x&q=a&rows=9', 'a'],
    ['q=a&order=date', 'a', 'date'],
    ['q=a&order=DATE', 'a'],
    ['q=a&order=relevance', 'a'],
    ['q=a&page=2', 'a', undefined, 2],
    ['q=a&page=007', 'a', undefined, 7],
    ['q=a&page=999999', 'a', undefined, 999_999],
    ...['0', '-1', '1e3', '2.5', 'x', '', '99999999999999999999', '%'].map((page): [string, string] => [
      `q=a&page=${page}`,
      'a',
    ]),
    ['&&&=&q=a&=', 'a'],
    ['q=a?q=b', 'a?q=b'],
  ];
  for (const [query, words, order = 'relevance', page = 1] of cases)
    await t.test(query, () => assert.deepEqual(searchRequestOf(query), { query: words, order, page }));
});

test('an address of a search leads back to what it asks for', () => {
  for (const query of [
    ...hostile.map((text) => searchRequestOf(new URLSearchParams({ q: text }).toString()).query),
    '"a b" -c',
    'a&page=3#x',
  ])
    for (const order of ['relevance', 'date'] as const)
      for (const page of [1, 2]) {
        const href = searchHref({ query, order, page });
        assert.match(href, /^\/search\?[\w.*%&=+-]*$/);
        assert.deepEqual(searchRequestOf(href.slice('/search?'.length)), { query, order, page });
        assert.match(searchFeedHref(query), /^\/search\.xml\?q=[\w.*%+-]*$/);
      }
});

test('as much of a query is shown as is read, and no half of a character', () => {
  assert.equal(readPart('a'.repeat(10_000)), 'a'.repeat(500));
  assert.equal(readPart(`${'a'.repeat(499)}🚀`), `${'a'.repeat(499)}\uFFFD`);
});

test('a query is part of the address of a search, and of no other', async (t) => {
  assert.equal(withSearch('/search', 'q=a'), '/search?q=a');
  assert.equal(withSearch('/search.xml', 'q=a'), '/search.xml?q=a');
  assert.equal(withSearch('/search', ''), '/search');
  assert.equal(withSearch('/topics', 'q=a'), '/topics');
  for (const path of ['/search', '/search?q=A%20b', '/search?']) {
    const route = routeOf(path);
    assert.ok(route?.page === 'search');
    assert.equal(pathOf(route), path);
  }
  for (const path of ['/search/', '/search/a', '/topics?q=a']) assert.equal(routeOf(path), undefined, path);
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/10/one', { aliases: ['/old'] }) });
  await newsroom.compile();
  newsroom.at('2026-02-01T00:00:00Z', (edition) => {
    for (const path of ['/search', '/search?', '/search?q=%', '/search?page=9'])
      assert.equal(answer(edition, path).status, 200, path);
  });
});
