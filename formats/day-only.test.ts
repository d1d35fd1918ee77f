import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edition } from '../newsroom/edition/edition.ts';
import { article, type Files } from '../newsroom/testing.ts';
import { headOf } from '../site/head.ts';
import { thingsOn } from '../site/pages.ts';
import { mainOf } from '../site/testing-pages.ts';
import { pathsOf, viewAt } from '../site/testing.ts';
import { answer } from '../site/answer.ts';
import { tables } from '../site/words/words-of.ts';
import { articleData } from './article/article-data.ts';
import { articleFormats, type ArticleFormat } from './article/formats.ts';
import { writeNewsSitemap } from './sitemaps/news-sitemap.ts';
import { bodyAt, editionOf } from './testing.ts';

/** Articles of which only the day is known: what readers see, and what each format says. */

const now = '2026-01-14T12:00:00Z';
const day = '/2026/01/13/day';
const published = '2026-01-13+09:00';

/** A newsroom far from the place of its stories: there it is still the day before when their day begins. */
const newsroom = (language: string, fields: Record<string, unknown> = {}): Files => ({
  'site.yaml': `name: The Test\nurl: https://test.example\nlanguage: ${language}\ntimezone: America/New_York\n`,
  'storylines/line.mdx': '---\ntitle: The line\n---\n',
  'topics/sea.mdx': '---\ntitle: The sea\n---\n',
  ...article('/2026/01/12/before', { published: '2026-01-12Z', storyline: 'line', topics: ['sea'] }),
  ...article(day, { published, storyline: 'line', topics: ['sea'], agency: 'AFP', ...fields }),
});

for (const language of Object.keys(tables))
  test(`no page shows a time of a day: ${language}`, async (t) => {
    const days = await editionOf(
      t,
      now,
      (edition) =>
        pathsOf(edition).flatMap((path) => {
          const found = answer(edition, path);
          assert.equal(found.status, 200);
          const page = mainOf(found.view);
          assert.doesNotMatch(page.replace(/<[^>]*>/g, ' '), /\d:\d\d|UTC/, path);
          return [...page.matchAll(/<time dateTime="([^"]*)"/g)].map(([, date]) => date);
        }),
      newsroom(language),
    );
    assert.deepEqual([...new Set(days)].toSorted(), ['2026-01-12', '2026-01-13']);
  });

test('a time beside it is printed: that of an update, with its zone, and that of another story of the day', async (t) => {
  const files = {
    ...newsroom('en', { updated: '2026-01-13T09:30:00+09:00' }),
    ...article('/2026/01/13/time', { published: '2026-01-13T18:30:00-05:00' }),
  };
  await editionOf(
    t,
    now,
    (edition) => {
      const words = (page: string): string => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
      const page = words(mainOf(viewAt(edition, day, 'article')));
      assert.match(page, /13 January 2026 · updated 13 January 2026, 09:30 UTC\+9/);
      const list = words(mainOf(viewAt(edition, '/2026/01/13', 'day')));
      assert.match(list, /18:30 .*About time .*13 January .*About day/);
    },
    files,
  );
});

function documentAt(edition: Edition, format: ArticleFormat): string {
  const found = edition.lookup(day);
  assert.equal(found.state, 'public');
  return articleFormats[format].write(articleData(edition, found.story));
}

test('each format has the day as it asks for it', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const view = viewAt(edition, day, 'article');
      const described = JSON.stringify([thingsOn(view), headOf(view)]);
      assert.match(described, /"datePublished":"2026-01-13","dateModified":"2026-01-13"/);
      assert.doesNotMatch(described, /T00:00:00/);
      assert.match(
        writeNewsSitemap(edition, Date.parse(now)) ?? '',
        /<news:publication_date>2026-01-13<\/news:publication_date>/,
      );
      assert.match(documentAt(edition, 'text'), /\nPublished 13 January 2026\n/);
      assert.match(documentAt(edition, 'markdown'), /\npublished: 2026-01-13\+09:00\n/);
      // NITF has a rule for a day without a time: midnight with its offset. NewsML-G2, ninjs and feeds need a time.
      assert.match(documentAt(edition, 'nitf'), /<date.release norm="20260113T000000\+0900"\/>/);
      assert.match(documentAt(edition, 'newsml-g2'), /<firstCreated>2026-01-13T00:00:00\+09:00<.*\n/);
      assert.match(documentAt(edition, 'newsml-g2'), /<contentCreated>2026-01-13<\/contentCreated>/);
      const { firstCreated, altIds } = JSON.parse(documentAt(edition, 'ninjs'));
      assert.equal(firstCreated, '2026-01-13T00:00:00+09:00');
      assert.deepEqual(altIds.at(-1), { role: 'published-day', value: published });
      assert.match(bodyAt(edition, '/feed.xml') ?? '', /<pubDate>Tue, 13 Jan 2026 00:00:00 \+0900<\/pubDate>/);
    },
    newsroom('en'),
  );
});

test('the day begins at midnight there', async (t) => {
  for (const [at, state] of [
    ['2026-01-12T14:59:59Z', 'none'],
    ['2026-01-12T15:00:00Z', 'public'],
  ] as const)
    assert.equal(await editionOf(t, at, (edition) => edition.lookup(day).state, newsroom('en')), state);
});
