import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { compile } from '../../newsroom/compile/compile.ts';
import type { DayCount } from '../../newsroom/edition/counts.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { Editions } from '../../newsroom/edition/open.ts';
import { slugify } from '../../newsroom/model/slug.ts';
import { article, site, TestNewsroom, topics, type Files } from '../../newsroom/testing.ts';
import { answer } from '../../site/answer.ts';
import { headOf } from '../../site/head.ts';
import { pathsWith } from '../../site/testing.ts';
import { bodyAt, editionOf, sitemapFaults, textsOf } from '../testing.ts';
import { articlesPerSitemap, monthParts } from './sitemap-list.ts';
import { linkTarget } from '../../site/addresses/link-target.ts';

const now = '2026-02-01T00:00:00Z';
const origin = 'https://test.example';

/** All sitemaps by path, without the news sitemap. */
function sitemapsOf(edition: Edition): Map<string, string> {
  const index = bodyAt(edition, '/sitemap.xml') ?? '';
  return new Map(
    textsOf(index, 'loc')
      .map((url) => url.slice(origin.length))
      .filter((path) => path !== '/news-sitemap.xml')
      .map((path) => [path, bodyAt(edition, path) ?? '']),
  );
}

function addressesIn(sitemaps: Map<string, string>): string[] {
  return [...sitemaps.values()].flatMap((xml) => textsOf(xml, 'loc')).map((url) => decodeURI(url.slice(origin.length)));
}

/** Every address that the files of a newsroom can have, found without an edition. */
function candidates(files: Files, slugs: readonly string[]): string[] {
  const addresses = Object.keys(files).flatMap((file) => /^articles(\/.*)\.mdx$/.exec(file)?.[1] ?? []);
  return [...pathsWith(addresses, slugs, [1, 2, 3, 4])];
}

/** Whether a page answers 200, may be indexed, and is its own canonical page. */
function isListed(edition: Edition, path: string): boolean {
  const found = answer(edition, path);
  if (found.status !== 200) return false;
  const { robots, alternates } = headOf(found.view);
  const indexed = typeof robots === 'object' && robots?.index === true;
  return indexed && String(alternates?.canonical).replace(/\/$/, '') === encodeURI(origin + path).replace(/\/$/, '');
}

const day = (index: number): string => String((index % 28) + 1).padStart(2, '0');

const files: Files = Object.assign(
  {},
  site,
  topics({ news: 'News', below: { title: 'Below', parent: 'news' }, hidden: 'Hidden', 東アジア: '東アジア' }),
  { 'people/ann.mdx': '---\nname: Ann\n---\n', 'storylines/line.mdx': '---\ntitle: Line\n---\n' },
  ...Array.from({ length: 95 }, (_, index) =>
    article(`/2025/${index < 70 ? '11' : '12'}/${index < 65 ? '07' : day(index)}/story-${index}`, {
      topics: index % 2 === 0 ? ['news'] : ['below'],
    }),
  ),
  article('/2026/01/01/alone'),
  article('/2026/01/02/with-place', { dateline: { place: 'Nara', country: 'JP' }, agency: 'AFP' }),
  article('/2026/01/03/with-place-too', { dateline: { place: 'Nara', country: 'JP' }, agency: 'AFP' }),
  article('/2026/01/04/by-ann', { byline: ['ann'], storyline: 'line' }),
  article('/2026/01/05/東京', { topics: ['東アジア'] }),
  article('/2026/01/06/owned-elsewhere', { canonical: 'https://other.example/story', topics: ['news'] }),
  article('/2026/01/07/corrected', { corrections: [{ at: '2026-01-08T00:00:00Z', text: 'Not so.' }] }),
  article('/2026/01/09/draft', { status: 'draft', topics: ['hidden'] }),
  article('/2026/01/10/killed', { status: 'killed', topics: ['news'] }),
  article('/2026/01/11/expired', { expires: '2026-01-12T00:00:00Z', topics: ['hidden'] }),
  article('/2026/05/01/ahead', { topics: ['hidden'] }),
  article('/2026/01/13/embargoed', { embargo: '2026-06-01T00:00:00Z', topics: ['hidden'] }),
  article('/2024/01/01/withheld', { status: 'withheld' }),
);
const slugs = ['news', 'below', 'hidden', '東アジア', 'ann', 'line', 'nara', 'afp'];

test('S8: the addresses of the sitemaps are the public, canonical addresses, each once', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const listed = addressesIn(sitemapsOf(edition));
      assert.equal(new Set(listed).size, listed.length);
      assert.deepEqual(
        listed.toSorted(),
        candidates(files, slugs)
          .filter((path) => isListed(edition, path))
          .toSorted(),
      );
      // This newsroom has all kinds of pages.
      for (const path of ['/topics/news/page/1', '/2025/11/07/page/1', '/2026/01/05/東京', '/corrections', '/2025'])
        assert.ok(listed.includes(path), path);
      assert.ok(!listed.includes('/2026/01/06/owned-elsewhere') && !listed.includes('/2026/01/01/alone/related'));
    },
    files,
  );
});

test('S5–S8: so are the addresses of the demonstration newsroom, and its sitemaps are valid', async (t) => {
  const { data } = new TestNewsroom(t);
  const content = resolve(import.meta.dirname, '../../content');
  await compile({ content, data });
  const editions = Editions.in(data, { siteUrl: origin, linkTarget });
  const names = readdirSync(content, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const all = Object.fromEntries(names.map((name) => [name, '']));
  const allText = [...names, ...names.map((name) => readFile(join(content, name)))].join('\n');
  editions.at(Date.parse('2026-01-15T00:00:00Z'), (edition) => {
    const listed = addressesIn(sitemapsOf(edition));
    // Every file name, and every name of a place or an agency, can be a collection.
    const words = allText.match(/[\p{L}\d.]+(?:[- ][\p{L}\d.]+)*/gu) ?? [];
    const places = [...allText.matchAll(/(?:place|name): ([^,}]+), region: ([^,}]+)/g)].map(
      ([, place, region]) => `${place} ${region}`,
    );
    const possibleSlugs = [...new Set([...words, ...places].map(slugify))];
    assert.deepEqual(
      listed.toSorted(),
      candidates(all, possibleSlugs)
        .filter((path) => isListed(edition, path))
        .toSorted(),
    );
    assert.ok(listed.length > 200);
    assert.ok(!sitemapFaults(t, bodyAt(edition, '/sitemap.xml') ?? '', 'siteindex'));
    for (const [path, xml] of sitemapsOf(edition)) assert.ok(!sitemapFaults(t, xml, 'sitemap'), path);
  });
  editions.close();
});

test('S5–S7: the index and the sitemaps are valid', async (t) => {
  const picture = { 'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>' };
  await editionOf(
    t,
    now,
    (edition) => {
      assert.ok(!sitemapFaults(t, bodyAt(edition, '/sitemap.xml') ?? '', 'siteindex'));
      const sitemaps = sitemapsOf(edition);
      for (const [path, xml] of sitemaps) assert.ok(!sitemapFaults(t, xml, 'sitemap'), path);
      const january = sitemaps.get('/sitemaps/2026-01.xml') ?? '';
      assert.deepEqual(textsOf(january, 'image:loc'), [`${origin}/images/a.svg`]);
    },
    files,
    picture,
    article('/2026/01/20/pictured', { image: { src: 'a.svg', alt: 'A' } }, '<Figure src="a.svg" alt="A" />\n\nText.'),
  );
});

test('S6: lastmod is the last change of the substance', async (t) => {
  const corrections = [
    { at: '2026-01-08T00:00:00+09:00', text: 'Not so.' },
    { at: '2026-03-08T00:00:00Z', text: 'Not yet.' },
  ];
  const xml = await editionOf(
    t,
    now,
    (edition) => bodyAt(edition, '/sitemaps/2026-01.xml') ?? '',
    site,
    article('/2026/01/01/as-it-was'),
    article('/2026/01/02/updated', { updated: '2026-01-03T00:00:00Z' }),
    article('/2026/01/04/corrected', { updated: '2026-01-05T00:00:00Z', corrections }),
  );
  assert.deepEqual(textsOf(xml, 'lastmod'), [
    '2026-01-01T12:00:00Z',
    '2026-01-03T00:00:00Z',
    '2026-01-08T00:00:00+09:00',
  ]);
});

/** The entries of an index: address and `lastmod`. */
function entriesOf(index: string): Record<string, string | undefined> {
  return Object.fromEntries(
    [...index.matchAll(/<sitemap>([^]*?)<\/sitemap>/g)].map(([, entry = '']) => [
      textsOf(entry, 'loc')[0]?.slice(origin.length) ?? '',
      textsOf(entry, 'lastmod')[0],
    ]),
  );
}

test('S6: the index says when something in a month’s sitemap was last added or changed, and says nothing for lists', async (t) => {
  const newsroom = new TestNewsroom(
    t,
    Object.assign(
      {},
      site,
      topics({ news: 'News' }),
      article('/2026/01/01/as-it-was', { topics: ['news'] }),
      article('/2026/01/02/updated', { updated: '2026-01-20T00:00:00+09:00' }),
      article('/2025/12/01/embargoed', { embargo: '2026-01-25T00:00:00Z' }),
      article('/2025/12/02/seen', { corrections: [{ at: '2026-01-28T00:00:00Z', text: 'Not so.' }] }),
      article('/2025/11/01/expires', { expires: '2026-01-10T00:00:00Z' }),
      article('/2025/11/02/stays'),
    ),
  );
  await newsroom.compile();
  const at = (instant: string): Record<string, string | undefined> =>
    newsroom.at(instant, (edition) => entriesOf(bodyAt(edition, '/sitemap.xml') ?? ''));
  const lists = {
    '/sitemaps/pages.xml': undefined,
    '/sitemaps/topics.xml': undefined,
  };
  assert.deepEqual(at('2026-01-22T00:00:00Z'), {
    ...lists,
    '/sitemaps/2025-11.xml': '2025-11-02T12:00:00Z',
    '/sitemaps/2025-12.xml': '2025-12-02T12:00:00Z',
    '/sitemaps/2026-01.xml': '2026-01-19T15:00:00Z',
  });
  assert.equal(at('2026-01-25T00:00:00Z')['/sitemaps/2025-12.xml'], '2026-01-25T00:00:00Z', 'an embargo has ended');
  assert.equal(at('2026-01-28T00:00:00Z')['/sitemaps/2025-12.xml'], '2026-01-28T00:00:00Z', 'a correction');
});

test('S5: a month is split between its days, and a day that is too large is split too', () => {
  const dated = (number: number, count: number): DayCount => ({ day: `2026/01/0${number}`, count, lastChange: number });
  const cut = (...days: DayCount[]): unknown[] =>
    monthParts(days).map(({ offset, size, days: own, lastChange }) => [offset, size, own.length, lastChange]);
  assert.deepEqual(cut(), []);
  assert.deepEqual(cut(dated(1, 1), dated(2, 1999)), [[0, 2000, 2, 2]]);
  assert.deepEqual(cut(dated(1, 1), dated(2, 2000), dated(3, 1)), [
    [0, 1, 1, 1],
    [1, 2000, 1, 2],
    [2001, 1, 1, 3],
  ]);
  assert.deepEqual(cut(dated(1, 5), dated(2, 4500), dated(3, 1)), [
    [0, 5, 1, 1],
    [5, 2000, 1, undefined],
    [2005, 2000, 0, undefined],
    // The day after a split day is in the same part as the rest of it.
    [4005, 501, 1, undefined],
  ]);
});

test('S8: each article is in one part of its month, and the latest story changes only the last part', async (t) => {
  const newsroom = new TestNewsroom(t, site);
  for (let index = 0; index < articlesPerSitemap; index += 1)
    newsroom.write(article(`/2026/01/0${1 + (index % 2)}/n-${index}`, {}, '.'));
  newsroom.write(article('/2026/01/03/over', {}, '.'));
  await newsroom.compile();
  const before = newsroom.at(now, sitemapsOf);
  assert.deepEqual([...before.keys()].slice(-2), ['/sitemaps/2026-01.xml', '/sitemaps/2026-01-2.xml']);
  const listed = addressesIn(before).filter((path) => /^\/2026\/01\/..\/[^/]+$/.test(path));
  assert.equal(listed.length, articlesPerSitemap + 1);
  assert.equal(new Set(listed).size, listed.length);
  newsroom.write(article('/2026/01/04/last', {}, '.'));
  await newsroom.compile();
  const after = newsroom.at(now, sitemapsOf);
  assert.deepEqual(
    [...after].filter(([path, xml]) => before.get(path) !== xml).map(([path]) => path),
    ['/sitemaps/2026-01-2.xml'],
  );
});

test('S1–S4: the news sitemap has the stories of two days, and does not exist if there are none', async (t) => {
  const news = [
    site,
    article('/2026/01/29/older'),
    article('/2026/01/30/yesterday', { lang: 'zh-Hant' }),
    article('/2026/01/31/sold', { type: 'sponsored' }),
    article('/2026/01/31/today', { headline: 'R&D <up>' }),
  ];
  await editionOf(
    t,
    now,
    (edition) => {
      const xml = bodyAt(edition, '/news-sitemap.xml') ?? '';
      assert.ok(!sitemapFaults(t, xml, 'sitemap'));
      assert.deepEqual(textsOf(xml, 'news:title'), ['R&D <up>', 'About yesterday']);
      assert.deepEqual(textsOf(xml, 'news:language'), ['en', 'zh-tw']);
      assert.deepEqual(textsOf(xml, 'news:name'), ['The Test', 'The Test']);
      assert.match(bodyAt(edition, '/sitemap.xml') ?? '', /news-sitemap/);
      assert.match(bodyAt(edition, '/robots.txt') ?? '', /news-sitemap/);
    },
    ...news,
  );
  await editionOf(
    t,
    '2026-02-10T00:00:00Z',
    (edition) => {
      assert.equal(bodyAt(edition, '/news-sitemap.xml'), undefined);
      assert.doesNotMatch(
        (bodyAt(edition, '/sitemap.xml') ?? '') + (bodyAt(edition, '/robots.txt') ?? ''),
        /news-sitemap/,
      );
    },
    ...news,
  );
});

test('a new story changes the sitemap of its month and, where the month is new, the index', async (t) => {
  const newsroom = new TestNewsroom(t, files);
  await newsroom.compile();
  const changed = async (more: Files): Promise<string[]> => {
    const withIndex = (edition: Edition): Map<string, string> =>
      sitemapsOf(edition).set('/sitemap.xml', bodyAt(edition, '/sitemap.xml') ?? '');
    const before = newsroom.at(now, withIndex);
    newsroom.write(more);
    await newsroom.compile();
    return [...newsroom.at(now, withIndex)].filter(([path, xml]) => before.get(path) !== xml).map(([path]) => path);
  };
  assert.deepEqual(await changed(article('/2025/11/08/one-more', { topics: ['news'] })), ['/sitemaps/2025-11.xml']);
  assert.deepEqual(await changed(article('/2025/10/08/new-month', { topics: ['news'] })), [
    '/sitemaps/2025-10.xml',
    '/sitemap.xml',
  ]);
  assert.deepEqual(await changed(article('/2026/01/14/draft-again', { status: 'draft', topics: ['news'] })), []);
});

test('no hidden story changes a byte of any sitemap, not even a date', async (t) => {
  const hidden = /(?:draft|killed|expired|ahead|embargoed|withheld)\.mdx$/;
  const shown = Object.fromEntries(Object.entries(files).filter(([path]) => !hidden.test(path)));
  const late = { updated: '2026-01-31T00:00:00Z', corrections: [{ at: '2026-01-30T00:00:00Z', text: 'Not so.' }] };
  const more = Object.assign(
    {},
    article('/2025/11/07/draft', { ...late, status: 'draft', topics: ['news'] }),
    article('/2025/11/07/embargoed', { ...late, embargo: '2026-06-01T00:00:00Z', topics: ['news'] }),
    article('/2025/11/07/expired', { ...late, expires: '2026-01-31T12:00:00Z', topics: ['news'] }),
  );
  const all = (edition: Edition): string[] => [
    bodyAt(edition, '/sitemap.xml') ?? '',
    ...[...sitemapsOf(edition)].flat(),
  ];
  assert.deepEqual(await editionIn(t, all, { ...files, ...more }), await editionIn(t, all, shown));
});

test('the order in which files are written does not matter', async (t) => {
  const all = (edition: Edition): string[] => [...sitemapsOf(edition)].flat();
  const reversed: Files = Object.fromEntries(Object.entries(files).toReversed());
  assert.deepEqual(await editionIn(t, all, files), await editionIn(t, all, reversed));
});

/** The front matter of an article, or all of a YAML file; empty for other files. */
function readFile(path: string): string {
  return /\.(?:mdx|yaml)$/.test(path) && statSync(path).isFile()
    ? (readFileSync(path, 'utf8').split('\n---')[0] ?? '')
    : '';
}

function editionIn<T>(t: TestContext, read: (edition: Edition) => T, of: Files): Promise<T> {
  return editionOf(t, now, read, of);
}
