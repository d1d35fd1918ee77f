import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Editions } from '../newsroom/edition/open.ts';
import { article, site, TestNewsroom } from '../newsroom/testing.ts';
import { Validity } from './validity.ts';
import { currentOutput } from './outputs.ts';
import { CachedPage, PageCache } from './page-cache.ts';
import { linkTarget } from '../site/addresses/link-target.ts';

/** Outputs as a server has them, at a time that the test sets. */
async function serverOf(t: TestContext): Promise<{
  newsroom: TestNewsroom;
  at: (path: string, now: string) => CachedPage | undefined;
}> {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/29/one'),
    ...article('/2026/01/30/two', { embargo: '2026-01-31T00:00:00Z' }),
  });
  await newsroom.compile();
  let now = 0;
  const editions = Editions.in(newsroom.data, { linkTarget });
  t.after(() => editions.close());
  const kept = { pages: new PageCache({ clock: () => now }), validity: new Validity(editions, () => now) };
  return {
    newsroom,
    at(path, instant) {
      now = Date.parse(instant);
      const found = currentOutput(kept, path);
      return found instanceof CachedPage ? found : undefined;
    },
  };
}

test('E6: an output is kept, with its tag, until what it says has changed', async (t) => {
  const { newsroom, at } = await serverOf(t);
  const before = at('/feed.xml', '2026-01-30T13:00:00Z');
  assert.ok(before);
  assert.equal(before.head.type, 'application/rss+xml; charset=utf-8');
  assert.equal(before, at('/feed.xml', '2026-01-30T23:59:59Z'));
  newsroom.write(article('/2026/01/29/draft', { status: 'draft' }));
  await newsroom.compile();
  assert.equal(before, at('/feed.xml', '2026-01-30T23:59:59Z'), 'what is hidden changes nothing');
  const after = at('/feed.xml', '2026-01-31T00:00:00Z');
  assert.ok(after && after.head.etag !== before.head.etag, 'a gate opens');
  assert.match(after.form('identity').toString(), /About two/);
  newsroom.write(article('/2026/01/29/one', { status: 'withheld' }));
  await newsroom.compile();
  assert.doesNotMatch(at('/feed.xml', '2026-01-31T00:00:01Z')?.form('identity').toString() ?? '', /About one/);
});

test('S1: a story leaves the news sitemap after two days, though no gate has passed', async (t) => {
  const { at } = await serverOf(t);
  const early = at('/news-sitemap.xml', '2026-01-31T11:59:59Z');
  assert.match(early?.form('identity').toString() ?? '', /About one[^]*/);
  const later = at('/news-sitemap.xml', '2026-01-31T12:00:00Z');
  assert.doesNotMatch(later?.form('identity').toString() ?? '', /About one/);
  assert.match(later?.form('identity').toString() ?? '', /About two/);
  assert.equal(at('/news-sitemap.xml', '2026-02-01T12:00:00Z'), undefined);
  assert.doesNotMatch(at('/sitemap.xml', '2026-02-01T12:00:00Z')?.form('identity').toString() ?? '', /news-sitemap/);
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
    assert.equal(at(path, '2026-01-31T00:00:00Z'), undefined, path);
});

test('an alternate has its Link header, and turns into a 410 when its story is killed', async (t) => {
  const { newsroom, at } = await serverOf(t);
  const path = '/2026/01/29/one.txt';
  const before = at(path, '2026-01-30T13:00:00Z');
  assert.equal(before?.head.status, 200);
  assert.deepEqual(before.head.headers, { Link: '<https://test.example/2026/01/29/one>; rel="canonical"' });
  assert.equal(before, at(path, '2026-01-30T14:00:00Z'));
  newsroom.write(article('/2026/01/29/one', { status: 'killed', reason: 'Withdrawn.' }));
  await newsroom.compile();
  const after = at(path, '2026-01-30T14:00:00Z');
  assert.equal(after?.head.status, 410);
  assert.doesNotMatch(after.form('identity').toString(), /About one/);
  assert.equal(at('/2026/01/30/two.json', '2026-01-30T23:59:59Z'), undefined);
  assert.match(at('/2026/01/30/two.json', '2026-01-31T00:00:00Z')?.form('identity').toString() ?? '', /About two/);
});
