import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { article, site, TestNewsroom, topics, type Files } from '../../newsroom/testing.ts';
import {
  atom,
  feedFormats,
  feedHome,
  feedPath,
  rss,
  type FeedFormat,
  type FeedSource,
} from '../../site/addresses/feeds.ts';
import { bodyAt, textsOf, xmlFaults } from '../testing.ts';

const origin = 'https://test.example';
const two = (number: number): string => String(number).padStart(2, '0');

/** Stories. Every third is on a topic. Of seven stories, one has an embargo and one an expiry in February. */
function stories(count: number): Files[] {
  return Array.from({ length: count }, (_, index) =>
    article(`/2026/01/${two((index % 28) + 1)}/story-${index}`, {
      ...(index % 3 === 0 && { topics: ['third'] }),
      ...(index % 7 === 0 && { embargo: `2026-02-${two((index % 5) + 2)}T00:00:00Z` }),
      ...(index % 7 === 3 && { expires: `2026-02-${two((index % 5) + 3)}T06:00:00Z` }),
      byline: [{ name: 'The desk', kind: 'organization' }],
      dateline: { place: 'Nara', country: 'JP' },
      corrections: [{ at: `2026-01-${two((index % 28) + 1)}T15:00:00Z`, text: `Right is ${index}.` }],
    }),
  );
}

/** The parts of a feed document that this test needs. */
interface Document {
  path: string;
  ids: string[];
  archive: boolean;
  links: Map<string, string>;
}

function documentAt(edition: Edition, path: string, format: FeedFormat): Document {
  const body = bodyAt(edition, path);
  assert.ok(body !== undefined, path);
  const here = (url: string): string => url.slice(origin.length);
  if (format.name === 'feed.json') {
    const { items, next_url: next }: { items: { id: string }[]; next_url?: string } = JSON.parse(body);
    const links = new Map(next === undefined ? [] : [['prev-archive', here(next)]]);
    return { path, ids: items.map(({ id }) => id), archive: path.includes('/page/'), links };
  }
  const found = body.matchAll(/<(?:atom:)?link rel="([\w-]+)"(?: type="[^"]*")? href="([^"]*)"/g);
  return {
    path,
    ids: format.name === 'atom.xml' ? textsOf(body, 'id').slice(1) : textsOf(body, 'guid'),
    archive: body.includes('<fh:archive/>'),
    links: new Map(
      [...found].filter(([, rel]) => rel !== 'alternate').map(([, rel = '', url = '']) => [rel, here(url)]),
    ),
  };
}

/** All documents of a feed: first the one that readers subscribe to, then the archive from the newest to the oldest. */
function walk(edition: Edition, source: FeedSource, format: FeedFormat): Document[] {
  const walked: Document[] = [];
  for (let path: string | undefined = feedPath(feedHome(source), format); path !== undefined;) {
    const document = documentAt(edition, path, format);
    walked.push(document);
    path = document.links.get('prev-archive');
  }
  return walked;
}

const sources: FeedSource[] = [
  { of: 'site' },
  { of: 'collection', kind: 'topic', slug: 'third' },
  { of: 'collection', kind: 'place', slug: 'nara' },
  { of: 'corrections' },
];

test('E7: the documents of a feed have every public item once, at every gate', async (t) => {
  const newsroom = new TestNewsroom(t, Object.assign({}, site, topics({ third: 'Third' }), ...stories(140)));
  await newsroom.compile();
  for (let hour = 0; hour <= 6 * 24; hour += 6) {
    const now = new Date(Date.parse('2026-02-02T00:00:00Z') + hour * 3_600_000).toISOString();
    newsroom.at(now, (edition) => {
      for (const source of sources) {
        const count =
          source.of === 'corrections'
            ? edition.corrections.count
            : source.of === 'collection'
              ? edition.count(source.kind, source.slug)
              : edition.count('all', '');
        const walks = feedFormats.map((format) => walk(edition, source, format));
        for (const walked of walks) {
          const ids = walked.flatMap((document) => document.ids);
          assert.equal(ids.length, count, now);
          assert.equal(new Set(ids).size, count);
          assert.deepEqual(
            walked.map((document) => document.ids),
            walks[0]?.map((document) => document.ids),
          );
        }
      }
    });
  }
});

test('E7: archive documents are marked, and link to each other and to the current one (RFC 5005)', async (t) => {
  const newsroom = new TestNewsroom(t, Object.assign({}, site, ...stories(125)));
  await newsroom.compile();
  newsroom.at('2026-03-01T00:00:00Z', (edition) => {
    for (const format of [rss, atom]) {
      const own = feedPath('/', format);
      const walked = walk(edition, { of: 'site' }, format);
      assert.deepEqual(
        walked.map(({ path, archive, links }) => [path, archive, Object.fromEntries(links)]),
        [
          [own, false, { self: own, 'prev-archive': `/page/2/${format.name}` }],
          [
            `/page/2/${format.name}`,
            true,
            {
              self: `/page/2/${format.name}`,
              current: own,
              'prev-archive': `/page/1/${format.name}`,
              'next-archive': own,
            },
          ],
          [
            `/page/1/${format.name}`,
            true,
            { self: `/page/1/${format.name}`, current: own, 'next-archive': `/page/2/${format.name}` },
          ],
        ],
      );
      for (const { path } of walked) assert.ok(!xmlFaults(t, bodyAt(edition, path) ?? ''), path);
      assert.equal(bodyAt(edition, `/page/3/${format.name}`), undefined);
    }
    // One id for all documents of a feed.
    const ids = ['/atom.xml', '/page/1/atom.xml'].map((path) => textsOf(bodyAt(edition, path) ?? '', 'id')[0]);
    assert.deepEqual(ids, [`${origin}/atom.xml`, `${origin}/atom.xml`]);
  });
});

test('new stories do not change a full document of a feed, except for the link to its new neighbour', async (t) => {
  const newsroom = new TestNewsroom(t, Object.assign({}, site, ...stories(100)));
  await newsroom.compile();
  const read = (): string[] =>
    newsroom.at('2026-03-01T00:00:00Z', (edition) =>
      feedFormats.flatMap((format) => bodyAt(edition, feedPath('/', format, 1)) ?? ''),
    );
  const before = read();
  newsroom.write(article('/2026/02/20/new'));
  await newsroom.compile();
  assert.deepEqual(read(), before);
  newsroom.write(Object.assign({}, ...Array.from({ length: 30 }, (_, index) => article(`/2026/02/21/new-${index}`))));
  await newsroom.compile();
  const without = (text: string): string => text.replace(/.*next-archive.*\n/, '');
  assert.deepEqual(read().map(without), before.map(without));
});
