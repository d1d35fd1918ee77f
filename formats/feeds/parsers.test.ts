import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { parseFeed as parseWithRowan } from '@rowanmanning/feed-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { demonstrationDay } from '../../e2e/demonstration.ts';
import { edgeDay, edgeNewsroom } from '../../e2e/edge-newsroom.ts';
import { compile } from '../../newsroom/compile/compile.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { Editions } from '../../newsroom/edition/open.ts';
import { collectionKinds } from '../../newsroom/model/collection.ts';
import { openingOf } from '../../newsroom/model/text.ts';
import { article, folderFor, site, TestNewsroom, topics } from '../../newsroom/testing.ts';
import {
  atom,
  feedHome,
  feedPath,
  jsonFeed,
  rss,
  type FeedFormat,
  type FeedSource,
} from '../../site/addresses/feeds.ts';
import { cutPage } from '../../site/shell/paging.ts';
import { bodyAt, hostile, resolved } from '../testing.ts';
import { entryId } from './ids.ts';
import { storyUrl } from './story-item.ts';
import { linkTarget } from '../../site/addresses/link-target.ts';

/** What every parser must find of an item, in every format. */
interface ParsedItem {
  id: string;
  url: string;
  title: string;
  published: number;
  authors: string[];
  content: string | undefined;
}

/** The same data from the edition, with the beginning of the text. */
type ExpectedItem = Omit<ParsedItem, 'content'> & { opening: string };

/** The items of one document from the edition, by their ids. */
function expectedItems(
  edition: Edition,
  source: FeedSource,
  number: number | undefined,
): Map<string, ExpectedItem> | undefined {
  if (source.of === 'corrections') return undefined;
  const [kind, slug] = source.of === 'collection' ? ([source.kind, source.slug] as const) : (['all', ''] as const);
  const page = cutPage(edition.count(kind, slug), number);
  assert.ok(page);
  return new Map(
    edition.fromOldest(kind, slug, page.offset, page.size).map(({ address }) => {
      const found = edition.lookup(address);
      assert.ok(found.state === 'public');
      const { story } = found;
      const id = entryId(story.id);
      return [
        id,
        {
          id,
          url: storyUrl(edition, story),
          title: story.headline,
          published: Date.parse(story.published),
          authors: story.parts.byline.map(({ name }) => name),
          opening: openingOf(story.parts.body),
        },
      ];
    }),
  );
}

/** The text of an Atom element. If it is marked as HTML, its entities are resolved once more. */
const textOfAtom = (text: { value?: string; type?: string } | undefined): string =>
  text?.type === 'html' ? resolved(text.value ?? '') : (text?.value ?? '');

/** The items of one document, from each parser and in each format that it can read. */
function parsedItems(edition: Edition, base: string, number: number | undefined): Record<string, ParsedItem[]> {
  const documentIn = (format: FeedFormat): string => bodyAt(edition, feedPath(base, format, number)) ?? '';
  const [rssXml, atomXml, json] = [documentIn(rss), documentIn(atom), documentIn(jsonFeed)];
  const own = edition.site.publisher?.name ?? edition.site.name;
  const rowan = (xml: string): ParsedItem[] =>
    parseWithRowan(xml).items.map(({ id, url, title, published, authors, content }) => ({
      id: id ?? '',
      url: url ?? '',
      title: title ?? '',
      published: published?.getTime() ?? NaN,
      // An entry without a byline has the author of the feed.
      authors: authors.flatMap(({ name }) => (name === null || name === own ? [] : [name])),
      content: content ?? undefined,
    }));
  return {
    'RSS, feedsmith': (parseRssFeed(rssXml).items ?? []).map((item) => ({
      id: item.guid?.value ?? '',
      url: item.link ?? '',
      title: item.title ?? '',
      published: Date.parse(item.pubDate ?? ''),
      authors: item.dc?.creators ?? [],
      content: item.content?.encoded,
    })),
    'Atom, feedsmith': (parseAtomFeed(atomXml).entries ?? []).map((entry) => ({
      id: entry.id ?? '',
      url: entry.links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
      title: textOfAtom(entry.title),
      published: Date.parse(entry.published ?? ''),
      authors: (entry.authors ?? []).flatMap(({ name }) => name ?? []),
      content: entry.content?.value,
    })),
    'JSON Feed, feedsmith': (parseJsonFeed(json).items ?? []).map((item) => ({
      id: item.id ?? '',
      url: item.url ?? '',
      title: item.title ?? '',
      published: Date.parse(item.date_published ?? ''),
      authors: (item.authors ?? []).flatMap(({ name }) => name ?? []),
      content: item.content_html,
    })),
    'RSS, rowanmanning': rowan(rssXml),
    'Atom, rowanmanning': rowan(atomXml),
  };
}

/** Checks every document of every feed with every parser, and returns the number of documents. */
function readAll(edition: Edition): number {
  const sources: FeedSource[] = [
    { of: 'site' },
    { of: 'corrections' },
    ...collectionKinds.flatMap((kind) =>
      edition.collections(kind).map(({ slug }) => ({ of: 'collection' as const, kind, slug })),
    ),
  ];
  let documents = 0;
  for (const source of sources) {
    const base = feedHome(source);
    if (bodyAt(edition, feedPath(base, rss)) === undefined) continue;
    for (let number = 0; number === 0 || bodyAt(edition, feedPath(base, rss, number)) !== undefined; number += 1) {
      const page = number === 0 ? undefined : number;
      const byParser = parsedItems(edition, base, page);
      const expected = expectedItems(edition, source, page);
      const [[, first = []] = []] = Object.entries(byParser);
      assert.ok(first.length > 0, base);
      for (const [parser, items] of Object.entries(byParser)) {
        documents += 1;
        const where = `${base} ${number}: ${parser}`;
        assert.deepEqual(items, first, where);
        if (!expected) continue;
        assert.equal(items.length, expected.size, where);
        for (const { content, ...item } of items) {
          const { opening = '', ...rest } = expected.get(item.id) ?? {};
          assert.deepEqual(item, rest, where);
          const words = resolved((content ?? '').replace(/<[^>]*>/g, '')).replace(/\s+/g, ' ');
          assert.ok(content !== undefined && words.includes(opening), where);
        }
      }
    }
  }
  return documents;
}

async function readNewsroom(t: TestContext, content: string, now: string): Promise<number> {
  const data = folderFor(t);
  await compile({ content, data });
  const editions = Editions.in(data, { linkTarget });
  try {
    return editions.at(Date.parse(now), readAll);
  } finally {
    editions.close();
  }
}

test('two independent parsers find in all feeds of the demonstration newsroom what its edition has', async (t) => {
  assert.ok((await readNewsroom(t, join(import.meta.dirname, '../../content'), demonstrationDay)) > 100);
});

test('… and in those of a newsroom with rare cases', async (t) => {
  const newsroom = edgeNewsroom();
  t.after(() => newsroom.end());
  assert.ok((await readNewsroom(t, newsroom.folder, edgeDay)) > 30);
});

test('both parsers read hostile headlines, names and texts as they were written', async (t) => {
  const topic = 'News & <b>views</b> &amp; more';
  const newsroom = new TestNewsroom(
    t,
    Object.assign(
      {},
      site,
      topics({ news: topic }),
      ...hostile.map((headline, index) =>
        article(
          `/2026/01/${String(index + 1).padStart(2, '0')}/story-${index}`,
          {
            headline,
            standfirst: headline,
            topics: ['news'],
            byline: [{ name: `By ${headline}`, kind: 'organization' }],
            corrections: [{ at: `2026-01-20T${10 + index}:00:00Z`, text: headline }],
          },
          `Text.\n\n\`\`\`\n${headline}\n\`\`\``,
        ),
      ),
    ),
  );
  await newsroom.compile();
  newsroom.at('2026-02-01T00:00:00Z', (edition) => {
    assert.equal(readAll(edition), 15);
    const xml = bodyAt(edition, '/feed.xml') ?? '';
    assert.deepEqual(
      parseRssFeed(xml).items?.[0]?.categories?.map(({ name }) => name),
      [topic],
    );
    assert.deepEqual(
      parseWithRowan(xml).items[0]?.categories.map(({ term }) => term),
      [topic],
    );
  });
});
