import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom, topics, type Files } from '../testing.ts';
import type { Edition } from './edition.ts';

const now = '2026-03-01T00:00:00Z';

async function withEdition(t: TestContext, files: Files, check: (edition: Edition) => void): Promise<void> {
  const newsroom = new TestNewsroom(t, { ...site, ...files });
  await newsroom.compile();
  newsroom.at(now, check);
}

const slugs = (stories: readonly { address: string }[]): string[] => stories.map(({ address }) => address.slice(12));

test('stories are in the order of their instants, and of their addresses where those are equal', async (t) => {
  const files = {
    ...article('/2026/01/02/b', { published: '2026-01-02T10:00:00Z' }),
    ...article('/2026/01/02/a', { published: '2026-01-02T12:00:00+02:00' }),
    ...article('/2026/01/02/c', { published: '2026-01-02T23:00:00+14:00' }),
    ...article('/2026/01/02/d', { published: '2026-01-02T08:00:00-05:00' }),
  };
  await withEdition(t, files, (edition) => {
    assert.deepEqual(slugs(edition.fromOldest('all', '', 0, 9)), ['c', 'a', 'b', 'd']);
    assert.deepEqual(slugs(edition.newest('all', '', 9)), ['d', 'b', 'a', 'c']);
    assert.deepEqual(slugs(edition.fromOldest('all', '', 1, 2)), ['a', 'b']);
    const story = edition.story('/2026/01/02/b');
    assert.ok(story);
    assert.deepEqual(slugs(edition.around('all', '', story, 'before', 9)), ['a', 'c']);
    assert.deepEqual(slugs(edition.around('all', '', story, 'after', 9)), ['d']);
  });
});

test('a story is in its topics and in those above them, once in each', async (t) => {
  const files = {
    ...topics({
      top: 'Top',
      mid: { title: 'Mid', parent: 'top' },
      low: { title: 'Low', parent: 'mid' },
      other: 'Other',
      empty: { title: 'Empty', parent: 'top' },
    }),
    ...article('/2026/01/01/a', { topics: ['low', 'top'] }),
    ...article('/2026/01/02/b', { topics: ['mid'] }),
    ...article('/2026/01/03/c', { topics: ['other', 'nowhere'] }),
  };
  await withEdition(t, files, (edition) => {
    const counts = ['top', 'mid', 'low', 'other', 'empty', 'nowhere'].map(
      (slug) => edition.collection('topic', slug)?.count,
    );
    assert.deepEqual(counts, [2, 2, 1, 1, undefined, undefined]);
    assert.deepEqual(
      edition.topicsUnder(undefined).map(({ slug }) => slug),
      ['other', 'top'],
    );
    assert.deepEqual(
      edition.topicsUnder('top').map(({ slug }) => slug),
      ['mid'],
    );
    assert.deepEqual(
      edition.topicsAbove('low').map(({ slug }) => slug),
      ['top', 'mid'],
    );
    assert.deepEqual(
      edition.collections('topic').map(({ slug }) => slug),
      ['low', 'mid', 'other', 'top'],
    );
    assert.deepEqual(slugs(edition.newest('topic', 'top', 9)), ['b', 'a']);
  });
});

test('sections are in the order that the editor gave them', async (t) => {
  const files = {
    ...topics({ a: { title: 'A', order: 2 }, b: { title: 'B' }, c: { title: 'C', order: 1 }, d: { title: 'Aa' } }),
    ...article('/2026/01/01/x', { topics: ['a', 'b', 'c', 'd'] }),
  };
  await withEdition(t, files, (edition) =>
    assert.deepEqual(
      edition.topicsUnder(undefined).map(({ slug }) => slug),
      ['c', 'a', 'd', 'b'],
    ),
  );
});

test('collections of places and agencies are named by the articles', async (t) => {
  const files = {
    ...article('/2026/01/01/a', { agency: 'AFP', dateline: { place: 'Paris', country: 'FR' } }),
    ...article('/2026/01/02/b', { agency: 'afp', dateline: { place: 'Paris', region: 'Texas', country: 'US' } }),
    ...article('/2026/01/03/c', { dateline: { country: 'JP' } }),
  };
  await withEdition(t, files, (edition) => {
    assert.deepEqual(
      edition.collections('place').map(({ slug, title, count }) => [slug, title, count]),
      [
        ['paris', 'Paris', 1],
        ['paris-texas', 'Paris, Texas', 1],
      ],
    );
    assert.deepEqual(
      edition.collections('agency').map(({ slug, title, count }) => [slug, title, count]),
      [['afp', 'AFP', 2]],
    );
  });
});

test('days with something to read', async (t) => {
  const files = {
    ...article('/2025/12/31/a'),
    ...article('/2026/01/01/b'),
    ...article('/2026/01/01/c'),
    ...article('/2026/01/02/d', { status: 'draft' }),
  };
  await withEdition(t, files, (edition) => {
    assert.deepEqual(edition.days('2026'), [{ day: '2026/01/01', count: 2 }]);
    assert.deepEqual(edition.days('2025/12'), [{ day: '2025/12/31', count: 1 }]);
    assert.deepEqual(edition.days('2024'), []);
  });
});

test('a site with few settings', async (t) => {
  await withEdition(
    t,
    {
      'site.yaml': 'name: N\nurl: https://n.example/\nlanguage: de\ntimezone: Europe/Vienna\n',
      ...article('/2026/01/01/a'),
    },
    (edition) => {
      assert.equal(edition.site.url, 'https://n.example');
      assert.equal(edition.story('/2026/01/01/a')?.lang, 'de');
      assert.equal(edition.page('/about'), undefined);
    },
  );
});
