import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, topics, type Files } from '../../newsroom/testing.ts';
import { bodyAt, editionOf, hostile, textsOf, xmlFaults } from '../testing.ts';

const now = '2026-02-01T00:00:00Z';

const newsroom: Files = {
  ...site,
  ...topics({ news: 'News' }),
  'site.yaml': `${String(site['site.yaml'])}websub: [https://hub.example/]\n`,
  ...Object.assign(
    {},
    ...hostile.map((headline, index) =>
      article(`/2026/01/${String(index + 1).padStart(2, '0')}/story-${index}`, {
        headline: `${headline} treaty`,
        topics: ['news'],
      }),
    ),
  ),
  ...article('/2026/01/20/hidden', { headline: 'A treaty', status: 'draft' }),
};
const target = (query: string): string => `/search.xml?${new URLSearchParams({ q: query })}`;

test('the feed of a search has its newest stories, its own address, and no hub', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const feed = bodyAt(edition, target('treaty')) ?? '';
      assert.equal(xmlFaults(t, feed), '');
      assert.deepEqual(
        textsOf(feed, 'link').slice(1),
        hostile
          .map((_, index) => `https://test.example/2026/01/${String(index + 1).padStart(2, '0')}/story-${index}`)
          .toReversed(),
      );
      assert.equal(textsOf(feed, 'title')[0], 'Search: treaty — The Test');
      assert.equal(textsOf(feed, 'link')[0], 'https://test.example/search?q=treaty&order=date');
      assert.match(
        feed,
        /<atom:link rel="self" type="application\/rss\+xml" href="https:\/\/test\.example\/search\.xml\?q=treaty"\/>/,
      );
      assert.doesNotMatch(feed, /rel="(?:hub|alternate)"/);
      assert.match(bodyAt(edition, '/feed.xml') ?? '', /rel="hub"/, 'the other feeds have one');
    },
    newsroom,
  );
});

test('any query has a feed, also one that finds nothing', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      for (const query of [
        ...hostile,
        '',
        'nothing',
        '"',
        ']]>',
        '\u0000',
        '\uD800',
        '%zz',
        'a'.repeat(10_000),
        'topic:news',
        'treaty -treaty',
      ]) {
        const feed = bodyAt(edition, target(query)) ?? '';
        assert.equal(xmlFaults(t, feed), '', query.slice(0, 40));
        assert.match(feed, /<rss version="2\.0"/, query.slice(0, 40));
      }
      assert.doesNotMatch(bodyAt(edition, target('nothing')) ?? '', /<item>|<pubDate>|<lastBuildDate>/);
      assert.equal(bodyAt(edition, '/search.xml'), bodyAt(edition, '/search.xml?q='));
      assert.equal(
        bodyAt(edition, '/search.xml?q=treaty&page=2&order=relevance&x=y'),
        bodyAt(edition, target('treaty')),
      );
      for (const path of ['/search.xmlx', '/topics/search.xml', '/search/feed.xml'])
        assert.equal(bodyAt(edition, path), undefined);
    },
    newsroom,
  );
});
