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
import { firstParagraph } from '../../newsroom/model/text.ts';
import { article, folderFor, site, TestNewsroom, topics } from '../../newsroom/testing.ts';
import { feedFormats, feedHome, feedPath, type FeedSource } from '../../site/addresses/feeds.ts';
import { cutPage } from '../../site/shell/paging.ts';
import { bodyAt, hostile, resolved } from '../testing.ts';
import { entryId } from './ids.ts';
import { linkTarget } from '../../site/addresses/link-target.ts';

/** What every reader must find of an item, whatever the format. */
interface Found {
  id: string;
  url: string;
  title: string;
  published: number;
  authors: string[];
  content: string | undefined;
}

/** What an edition says of an item: as much, and how its text begins. */
type Said = Omit<Found, 'content'> & { opening: string };

/** What an edition says of the things on one list page, by their id. */
function expected(edition: Edition, source: FeedSource, number: number | undefined): Map<string, Said> | undefined {
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
          url: edition.site.url + encodeURI(address),
          title: story.headline,
          published: Date.parse(story.published),
          authors: story.parts.byline.map(({ name }) => name),
          opening: firstParagraph(story.parts.body),
        },
      ];
    }),
  );
}

/** A text that says of itself that it is HTML means what a browser would show. */
const textOfAtom = (text: { value?: string; type?: string } | undefined): string =>
  text?.type === 'html' ? resolved(text.value ?? '') : (text?.value ?? '');

/** The items of one document as each parser finds them, in each format that it knows. */
function readings(edition: Edition, base: string, number: number | undefined): Record<string, Found[]> {
  const [rss = '', atom = '', json = ''] = feedFormats.map(
    (format) => bodyAt(edition, feedPath(base, format, number)) ?? '',
  );
  const own = edition.site.publisher?.name ?? edition.site.name;
  const rowan = (xml: string): Found[] =>
    parseWithRowan(xml).items.map(({ id, url, title, published, authors, content }) => ({
      id: id ?? '',
      url: url ?? '',
      title: title ?? '',
      published: published?.getTime() ?? NaN,
      // An entry without a byline is the feed's.
      authors: authors.flatMap(({ name }) => (name === null || name === own ? [] : [name])),
      content: content ?? undefined,
    }));
  return {
    'RSS, feedsmith': (parseRssFeed(rss).items ?? []).map((item) => ({
      id: item.guid?.value ?? '',
      url: item.link ?? '',
      title: item.title ?? '',
      published: Date.parse(item.pubDate ?? ''),
      authors: item.dc?.creators ?? [],
      content: item.content?.encoded,
    })),
    'Atom, feedsmith': (parseAtomFeed(atom).entries ?? []).map((entry) => ({
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
    'RSS, rowanmanning': rowan(rss),
    'Atom, rowanmanning': rowan(atom),
  };
}

/** Reads every document of every feed with every parser, and counts them. */
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
    if (bodyAt(edition, feedPath(base, feedFormats[0])) === undefined) continue;
    for (
      let number = 0;
      number === 0 || bodyAt(edition, feedPath(base, feedFormats[0], number)) !== undefined;
      number += 1
    ) {
      const page = number === 0 ? undefined : number;
      const read = readings(edition, base, page);
      const said = expected(edition, source, page);
      const [[, first = []] = []] = Object.entries(read);
      assert.ok(first.length > 0, base);
      for (const [reader, items] of Object.entries(read)) {
        documents += 1;
        const where = `${base} ${number}: ${reader}`;
        assert.deepEqual(items, first, where);
        if (!said) continue;
        assert.equal(items.length, said.size, where);
        for (const { content, ...item } of items) {
          const { opening = '', ...rest } = said.get(item.id) ?? {};
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

test('two parsers that are not ours find in all feeds of the demonstration newsroom what its edition says', async (t) => {
  assert.ok((await readNewsroom(t, join(import.meta.dirname, '../../content'), demonstrationDay)) > 100);
});

test('… and in those of a newsroom with everything that seldom happens', async (t) => {
  const newsroom = edgeNewsroom();
  t.after(() => newsroom.end());
  assert.ok((await readNewsroom(t, newsroom.folder, edgeDay)) > 30);
});

test('hostile headlines, names and texts come out of both parsers as they were written', async (t) => {
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
    const rss = bodyAt(edition, '/feed.xml') ?? '';
    assert.deepEqual(
      parseRssFeed(rss).items?.[0]?.categories?.map(({ name }) => name),
      [topic],
    );
    assert.deepEqual(
      parseWithRowan(rss).items[0]?.categories.map(({ term }) => term),
      [topic],
    );
  });
});
