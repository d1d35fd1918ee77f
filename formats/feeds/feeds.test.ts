import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, topics } from '../../newsroom/testing.ts';
import { feedFormats } from '../../site/addresses/feeds.ts';
import { bodyAt, editionOf, hostile, resolved, textsOf, xmlFaults } from '../testing.ts';
import { outputAt } from '../outputs.ts';

const now = '2026-02-01T00:00:00Z';
const day = (index: number): string => String(index + 1).padStart(2, '0');

/** A parsed JSON Feed. */
interface Parsed {
  feed_url: string;
  items: {
    id: string;
    url: string;
    title: string;
    summary: string;
    content_html?: string;
    content_text?: string;
    tags?: string[];
  }[];
}

function parse(body: string | undefined): Parsed {
  return JSON.parse(body ?? '');
}

const newsroom = [
  site,
  topics({ news: 'News', quiet: 'Quiet' }),
  {
    'people/ann.mdx': '---\nname: Ann Example\nrole: Reporter\n---\n',
    'storylines/line.mdx': '---\ntitle: The line\n---\n',
  },
  ...hostile.map((headline, index) =>
    article(`/2026/01/${day(index)}/story-${index}`, {
      headline,
      standfirst: `Standfirst: ${headline}`,
      topics: ['news'],
      byline: ['ann', { name: 'The desk', kind: 'organization' }],
      agency: 'AFP',
      dateline: { place: 'Nara', country: 'JP', date: '2026-01-01' },
      storyline: 'line',
    }),
  ),
];

test('E1–E5: the three feeds of site and collections have the same stories, newest change first, with any headlines', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      for (const base of ['', '/topics/news', '/people/ann', '/places/nara', '/agencies/afp', '/storylines/line']) {
        const [rss = '', atom = '', json] = ['feed.xml', 'atom.xml', 'feed.json'].map((name) =>
          bodyAt(edition, `${base}/${name}`),
        );
        assert.ok(!xmlFaults(t, rss), base);
        assert.ok(!xmlFaults(t, atom), base);
        const { items, feed_url: self } = parse(json);
        const ids = items.map(({ id }) => id);
        assert.deepEqual(ids, hostile.map((_, index) => `urn:test:story-${index}`).toReversed());
        assert.deepEqual(textsOf(rss, 'guid'), ids);
        assert.deepEqual(textsOf(atom, 'id').slice(1), ids);
        const titles = items.map(({ title }) => title);
        assert.deepEqual(textsOf(rss, 'title').slice(1), titles);
        // Atom states whether a title is HTML.
        assert.deepEqual(
          [...atom.matchAll(/<title(?: type="(html)")?>([^<]*)</g)]
            .slice(1)
            .map(([, html, text = '']) => (html ? resolved(resolved(text)) : resolved(text))),
          titles,
        );
        assert.deepEqual(
          textsOf(rss, 'description').slice(1).map(resolved),
          titles.map((title) => `Standfirst: ${title}`),
        );
        assert.deepEqual(
          textsOf(rss, 'content:encoded'),
          items.map(({ content_html: html }) => html),
        );
        // E1: `self` is the address of the feed.
        assert.equal(self, `https://test.example${base}/feed.json`);
        assert.match(
          rss,
          new RegExp(
            `<atom:link rel="self" type="application/rss\\+xml" href="https://test.example${base}/feed.xml"/>`,
          ),
        );
        assert.match(
          atom,
          new RegExp(`<link rel="self" type="application/atom\\+xml" href="https://test.example${base}/atom.xml"/>`),
        );
        // D4: the agency is a source, and never an author.
        assert.ok(!textsOf(rss, 'dc:creator').includes('AFP'));
        assert.ok(!textsOf(atom, 'name').includes('AFP'));
        assert.deepEqual([...new Set(textsOf(rss, 'dc:source'))], ['AFP']);
        // E3: `content:encoded` comes after `description`, and no address is relative.
        assert.match(rss, /<description>[^]*?<content:encoded>/);
        assert.doesNotMatch(rss + atom, /(?:href|src)=(?:"|&quot;)(?!https?:)/);
      }
    },
    ...newsroom,
  );
});

test('a feed without public items does not exist', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      for (const path of [
        '/topics/quiet/feed.xml',
        '/topics/none/atom.xml',
        '/people/bob/feed.json',
        '/2026/01/01/feed.xml',
      ])
        assert.equal(outputAt(edition, path), undefined, path);
    },
    ...newsroom,
  );
});

test('E4 and E6: an updated or corrected story comes first, and a future correction changes nothing', async (t) => {
  const corrections = [
    { at: '2026-01-05T09:00:00Z', text: 'It was the other way round.' },
    { at: '2026-03-01T09:00:00Z', text: 'Later.' },
  ];
  const [atom = '', rss = ''] = await editionOf(
    t,
    now,
    (edition) => [bodyAt(edition, '/atom.xml'), bodyAt(edition, '/feed.xml')],
    site,
    article('/2026/01/01/one', { updated: '2026-01-02T00:00:00Z', corrections }),
    article('/2026/01/03/two'),
    article('/2026/01/03/three'),
  );
  assert.deepEqual(textsOf(atom, 'id').slice(1), ['urn:test:one', 'urn:test:two', 'urn:test:three']);
  assert.deepEqual(textsOf(atom, 'updated'), [
    '2026-01-05T09:00:00Z',
    '2026-01-05T09:00:00Z',
    '2026-01-03T12:00:00.001Z',
    '2026-01-03T12:00:00Z',
  ]);
  assert.deepEqual(textsOf(rss, 'atom:updated'), ['2026-01-05T09:00:00Z']);
  assert.deepEqual(textsOf(rss, 'pubDate')[0], 'Sat, 03 Jan 2026 12:00:00 +0000');
  assert.match(resolved(atom), /<strong>Correction, 5 January 2026:<\/strong> It was the other way round\./);
  assert.doesNotMatch(atom + rss, /Later/);
});

test('the type of work and the sources are part of the text', async (t) => {
  const sources = [{ url: 'https://example.org/a?b&c', title: 'The <report>', source: 'An institute' }];
  const { items } = await editionOf(
    t,
    now,
    (edition) => parse(bodyAt(edition, '/feed.json')),
    site,
    article('/2026/01/02/paid', { type: 'sponsored', sources }),
    article('/2026/01/01/empty', { type: 'opinion' }, ''),
  );
  assert.equal(
    items[0]?.content_html,
    '<p><strong>Sponsored</strong></p>\n<p>Text.</p>\n<p><strong>Sources</strong></p>\n' +
      '<ul><li><a href="https://example.org/a?b&amp;c">The &lt;report&gt;</a>, An institute</li></ul>',
  );
  assert.deepEqual(items[0]?.tags, ['Sponsored']);
  assert.equal(items[1]?.content_html, undefined);
});

test('E7: a killed story that was public has a tombstone with its id and no text', async (t) => {
  const atom = await editionOf(
    t,
    now,
    (edition) => bodyAt(edition, '/atom.xml') ?? '',
    site,
    article('/2026/01/01/public'),
    article('/2026/01/02/killed', { status: 'killed', headline: 'Canary', reason: 'Canary' }),
    article('/2026/01/03/withheld', { status: 'withheld', headline: 'Canary' }),
    article('/2026/03/01/never', { status: 'killed', headline: 'Canary' }),
  );
  assert.deepEqual(
    [...atom.matchAll(/<at:deleted-entry [^>]*ref="([^"]*)"/g)].map(([, id]) => id),
    ['urn:test:killed'],
  );
  assert.doesNotMatch(atom, /Canary|withheld|never/);
  assert.ok(!xmlFaults(t, atom));
});

test('a feed never exceeds its largest size: items that do not fit have only their standfirst, and none is left out', async (t) => {
  const long = 'A sentence of some length, which says & says <nothing>. '.repeat(800);
  const endless = `${long}\n\n`.repeat(5);
  await editionOf(
    t,
    now,
    (edition) => {
      for (const base of ['/topics/long', '/topics/long/page/1']) {
        for (const { name } of feedFormats) {
          const body = bodyAt(edition, `${base}/${name}`) ?? '';
          assert.ok(Buffer.byteLength(body) <= 512 * 1024, `${base}/${name}`);
        }
        const { items } = parse(bodyAt(edition, `${base}/feed.json`));
        assert.equal(items.length, base === '/topics/long' ? 31 : 30);
        const isFull = items.map(({ content_html: html }) => html !== undefined);
        assert.ok(isFull[0] && isFull[5] && !isFull.at(-1));
        // The three formats have the same items in full.
        assert.equal(
          textsOf(bodyAt(edition, `${base}/feed.xml`) ?? '', 'content:encoded').length,
          isFull.filter(Boolean).length,
        );
        assert.equal(
          textsOf(bodyAt(edition, `${base}/atom.xml`) ?? '', 'content').length,
          isFull.filter(Boolean).length,
        );
      }
      const { items } = parse(bodyAt(edition, '/topics/endless/feed.json'));
      assert.deepEqual(
        items.map(({ content_html: html }) => html === undefined),
        [true, false],
      );
    },
    site,
    topics({ long: 'Long', endless: 'Endless' }),
    ...Array.from({ length: 61 }, (_, index) =>
      article(
        `/2025/${index < 31 ? '10' : '11'}/${day(index % 31 === 30 ? 0 : index % 31)}/long-${index}`,
        { topics: ['long'] },
        long,
      ),
    ),
    article('/2025/10/01/endless', { topics: ['endless'] }, endless),
    article('/2025/09/01/short', { topics: ['endless'] }),
  );
});

test('no item has an empty summary, whatever its text begins with', async (t) => {
  const texts = ['- a list', '> A quotation.', '| a | b |\n|---|---|\n| c | d |', '```\ncode\n```', '![A](a.svg)', ''];
  await editionOf(
    t,
    now,
    (edition) => {
      const { items } = parse(bodyAt(edition, '/feed.json'));
      assert.equal(items.length, texts.length);
      for (const { id, summary, content_html: html, content_text: text } of items)
        assert.ok(summary && (html || text), id);
      for (const path of ['/atom.xml', '/feed.xml']) {
        const summaries = textsOf(bodyAt(edition, path) ?? '', path === '/atom.xml' ? 'summary' : 'description');
        assert.ok(summaries.length >= texts.length && summaries.every((each) => each.trim() !== ''), path);
      }
    },
    site,
    { 'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' },
    ...texts.map((text, index) => article(`/2026/01/0${index + 1}/story-${index}`, {}, text)),
  );
});

test('L1: a story in another language than that of the site names its language', async (t) => {
  const [atom = '', rss = ''] = await editionOf(
    t,
    now,
    (edition) => ['/atom.xml', '/feed.xml'].map((path) => bodyAt(edition, path) ?? ''),
    site,
    article('/2026/01/01/un', { lang: 'fr' }),
    article('/2026/01/02/two'),
  );
  assert.match(atom, /<feed [^>]*xml:lang="en"/);
  assert.deepEqual(atom.match(/<entry[^>]*>/g), ['<entry>', '<entry xml:lang="fr">']);
  assert.deepEqual(textsOf(rss, 'dc:language'), ['fr']);
});
