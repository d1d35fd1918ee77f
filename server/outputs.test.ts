import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article } from '../newsroom/testing.ts';
import { CachedPage } from './cached-page.ts';
import { Outputs } from './outputs.ts';
import { TestServices } from './testing.ts';

/** Outputs as a server has them, at a time that the test sets. */
async function serverOf(t: TestContext) {
  const services = await TestServices.over(
    t,
    {
      ...article('/2026/01/29/one'),
      ...article('/2026/01/30/two', { embargo: '2026-01-31T00:00:00Z' }),
    },
    '2026-01-30T00:00:00Z',
  );
  const outputs = new Outputs(services);
  const at = async (path: string, now: string): Promise<CachedPage | undefined> => {
    services.now = Date.parse(now);
    const found = await outputs.current(path);
    return found instanceof CachedPage ? found : undefined;
  };
  return {
    services,
    outputs,
    at,
    text: async (path: string, now: string): Promise<string> => (await (await at(path, now))?.text()) ?? '',
  };
}

test('E6: an output is cached, with its tag, until what it says has changed', async (t) => {
  const { services, at, text } = await serverOf(t);
  const before = await at('/feed.xml', '2026-01-30T13:00:00Z');
  assert.ok(before);
  assert.equal(before.head.type, 'application/rss+xml; charset=utf-8');
  assert.equal(before, await at('/feed.xml', '2026-01-30T23:59:59Z'));
  await services.change(article('/2026/01/29/draft', { status: 'draft' }));
  assert.equal(before, await at('/feed.xml', '2026-01-30T23:59:59Z'), 'what is hidden changes nothing');
  const after = await at('/feed.xml', '2026-01-31T00:00:00Z');
  assert.ok(after && after.head.etag !== before.head.etag, 'a gate opens');
  assert.match(await after.text(), /About two/);
  await services.change(article('/2026/01/29/one', { status: 'withheld' }));
  assert.doesNotMatch(await text('/feed.xml', '2026-01-31T00:00:01Z'), /About one/);
});

test('S1: a story leaves the news sitemap after two days, though no gate has passed', async (t) => {
  const { at, text } = await serverOf(t);
  const early = await text('/news-sitemap.xml', '2026-01-31T11:59:59Z');
  assert.match(early, /About one[^]*/);
  const later = await text('/news-sitemap.xml', '2026-01-31T12:00:00Z');
  assert.doesNotMatch(later, /About one/);
  assert.match(later, /About two/);
  assert.equal(await at('/news-sitemap.xml', '2026-02-01T12:00:00Z'), undefined);
  assert.doesNotMatch(await text('/sitemap.xml', '2026-02-01T12:00:00Z'), /news-sitemap/);
});

test('an address of another form than any output has is none', async (t) => {
  const { at } = await serverOf(t);
  for (const path of [
    '/nothing.xml',
    '/sitemaps/2026-1.xml',
    '/sitemaps/2026-01-1.xml',
    '/sitemaps/2026-02.xml',
    '/x/feed.xml',
  ])
    assert.equal(await at(path, '2026-01-31T00:00:00Z'), undefined, path);
});

test('an alternate has its Link header, and turns into a 410 when its story is killed', async (t) => {
  const { services, at, text } = await serverOf(t);
  const path = '/2026/01/29/one.txt';
  const before = await at(path, '2026-01-30T13:00:00Z');
  assert.equal(before?.head.status, 200);
  assert.deepEqual(before.head.headers, { Link: '<https://test.example/2026/01/29/one>; rel="canonical"' });
  assert.equal(before, await at(path, '2026-01-30T14:00:00Z'));
  await services.change(article('/2026/01/29/one', { status: 'killed', reason: 'Withdrawn.' }));
  const after = await at(path, '2026-01-30T14:00:00Z');
  assert.equal(after?.head.status, 410);
  assert.doesNotMatch(await after.text(), /About one/);
  assert.equal(await at('/2026/01/30/two.json', '2026-01-30T23:59:59Z'), undefined);
  assert.match(await text('/2026/01/30/two.json', '2026-01-31T00:00:00Z'), /About two/);
});

test('however many ask for a new output at once, it is compressed once', async (t) => {
  const { outputs } = await serverOf(t);
  const found = await Promise.all(Array.from({ length: 10 }, () => outputs.current('/sitemap.xml')));
  assert.equal(new Set(found).size, 1);
  assert.ok(found[0] instanceof CachedPage);
});

test('the feed of a search is made for each request, is stored nowhere, and changes at a gate', async (t) => {
  const { services, at, text } = await serverOf(t);
  const puts = t.mock.method(services.pages, 'put');
  const feed = await at('/search.xml?q=about', '2026-01-30T23:59:59Z');
  assert.ok(feed && services.validity.isKnownValid(feed));
  assert.match(await feed.text(), /About one/);
  assert.doesNotMatch(await feed.text(), /About two/);
  assert.match(await text('/search.xml?q=about', '2026-01-31T00:00:00Z'), /About two/);
  assert.match(await text('/search.xml', '2026-01-31T00:00:00Z'), /<rss /);
  assert.ok(!services.validity.isKnownValid(feed));
  assert.equal(puts.mock.callCount(), 0);
  await at('/feed.xml', '2026-01-31T00:00:00Z');
  assert.equal(puts.mock.callCount(), 1);
});
