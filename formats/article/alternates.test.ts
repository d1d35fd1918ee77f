import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { readArticle } from '../../newsroom/intake/read-article.ts';
import { article, site, topics } from '../../newsroom/testing.ts';
import { answer } from '../../site/answer.ts';
import { headOf } from '../../site/head.ts';
import type { Redirect, Output } from '../output.ts';
import { isOutputPath, outputAt } from '../outputs.ts';
import { editionOf, hostile } from '../testing.ts';

const now = '2026-02-01T00:00:00Z';
const endings = ['.txt', '.md', '.json'];

const full = {
  headline: 'A headline: with a colon',
  kicker: 'A kicker',
  standfirst: 'A standfirst.',
  type: 'analysis',
  byline: [{ name: 'Ann Lin', role: 'Editor', place: 'Geneva' }, { name: 'Bo Blott' }],
  agency: 'AFP',
  dateline: { place: 'Nara', country: 'JP', date: '2026-01-02' },
  updated: '2026-01-03T12:00:00Z',
  expires: '2027-01-01T00:00:00Z',
  topics: ['space'],
  aliases: ['/old/story', '/old/story_999.html', '/feeds/old.md'],
  image: { src: 'a.svg', alt: 'A field', caption: 'In May.', credit: 'B. Blott' },
  sources: [{ url: '/about', title: 'About us' }],
  corrections: [
    { at: '2026-01-04T09:00:00Z', text: 'It was May.' },
    { at: '2026-03-04T09:00:00Z', text: 'Not yet public.' },
  ],
};
const files = [
  site,
  topics({ space: 'Space' }),
  { 'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>' },
  article('/2026/01/02/story', full, 'First, [with a link](/topics/space).\n\n## Crosshead\n\nSecond.'),
  article('/2026/01/05/خبر', { canonical: 'https://example.org/the owner' }),
  article('/2026/01/06/feed'),
  article('/2026/01/07/killed', {
    status: 'killed',
    reason: 'Withdrawn at the request of the agency.',
    aliases: ['/old/killed'],
  }),
  article('/2026/01/08/expired', { expires: '2026-01-09T00:00:00Z' }),
  article('/2026/01/09/draft', { status: 'draft', aliases: ['/old/draft'] }),
  article('/2026/01/10/embargoed', { embargo: '2026-03-01T00:00:00Z' }),
  article('/2026/02/02/ahead'),
];

function document(edition: Edition, path: string): Output {
  const found = outputAt(edition, path);
  assert.ok(found && 'body' in found, path);
  return found;
}

test('each alternate has its type, and names its page by a Link header (rule C1)', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const types = ['text/plain; charset=utf-8', 'text/markdown; charset=utf-8', 'application/json'];
      for (const [index, ending] of endings.entries()) {
        assert.ok(isOutputPath(`/2026/01/02/story${ending}`));
        const { type, headers, status } = document(edition, `/2026/01/02/story${ending}`);
        assert.equal(type, types[index]);
        assert.equal(status, undefined);
        assert.deepEqual(headers, {
          Link: '<https://test.example/2026/01/02/story>; rel="canonical"',
          // R2: it expires when its page expires.
          'X-Robots-Tag': 'unavailable_after: 2027-01-01T00:00:00Z',
        });
        // A header is ASCII, and the canonical address is the same as on the page.
        assert.deepEqual(document(edition, `/2026/01/05/خبر${ending}`).headers, {
          Link: '<https://example.org/the%20owner>; rel="canonical"',
        });
      }
    },
    ...files,
  );
});

test('a hidden article has no alternate, a gone one answers 410, and an alias redirects in one hop (H1)', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const at = (path: string): Output | Redirect | undefined => outputAt(edition, path);
      for (const ending of endings) {
        for (const hidden of ['/2026/01/09/draft', '/2026/01/10/embargoed', '/2026/02/02/ahead', '/old/draft', '/no'])
          assert.equal(at(hidden + ending), undefined, hidden);
        const killed = document(edition, `/2026/01/07/killed${ending}`);
        assert.deepEqual(
          [killed.status, killed.type, killed.body],
          [
            410,
            'text/plain; charset=utf-8',
            'This story has been withdrawn.\nWithdrawn at the request of the agency.\n',
          ],
        );
        assert.equal(document(edition, `/2026/01/08/expired${ending}`).status, 410);
        for (const old of ['/old/story', '/old/story_999.html'])
          assert.deepEqual(at(old + ending), { to: `/2026/01/02/story${ending}` });
        assert.deepEqual(at(`/old/killed${ending}`), { to: `/2026/01/07/killed${ending}` });
      }
      assert.deepEqual(at('/feeds/old.md'), { to: '/2026/01/02/story' }, 'an alias can look like an output');
      assert.match(document(edition, '/2026/01/06/feed.json').body, /urn:test:feed/, 'a slug can be “feed”');
    },
    ...files,
  );
});

test('the head of an article names its alternates, absolute and with their types', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const found = answer(edition, '/2026/01/05/خبر');
      assert.ok(found.status === 200);
      const { alternates } = headOf(found.view);
      for (const [type, ending] of Object.entries({
        'text/plain': 'txt',
        'text/markdown': 'md',
        'application/json': 'json',
      }))
        assert.deepEqual(
          JSON.parse(JSON.stringify(alternates?.types))[type].map(({ url }: { url: string }) => url),
          [`https://test.example/2026/01/05/${encodeURI('خبر')}.${ending}`],
        );
    },
    ...files,
  );
});

test('plain text has everything that the page has, in the same order', async (t) => {
  await editionOf(
    t,
    now,
    (edition) =>
      assert.equal(
        document(edition, '/2026/01/02/story.txt').body,
        `Analysis | A kicker
A headline: with a colon

A standfirst.

By Ann Lin, Editor, Geneva; Bo Blott
Nara, Japan (AFP) Jan 2, 2026
Published 2 January 2026, 12:00 UTC
Updated 4 January 2026, 09:00 UTC

Correction, 4 January 2026, 09:00 UTC: It was May.

[Picture: A field]
In May. (B. Blott)

First, with a link.

- Crosshead -

Second.

Sources
- About us
  https://test.example/about

The Test
https://test.example/2026/01/02/story
`,
      ),
    ...files,
  );
});

test('Markdown is a valid article file of another newsroom, with the same text', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const { body } = document(edition, '/2026/01/02/story.md');
      const reading = readArticle('articles/2026/01/02/story.mdx', body);
      assert.ok(reading.article, JSON.stringify(reading.problems));
      const { headline, byline, canonical, updated, corrections, dateline } = reading.article;
      assert.deepEqual(
        { headline, byline, canonical, updated, corrections, dateline },
        {
          headline: full.headline,
          byline: full.byline.map((each) => ({ ...each, kind: 'person' })),
          canonical: 'https://test.example/2026/01/02/story',
          updated: '2026-01-04T09:00:00Z',
          corrections: full.corrections.slice(0, 1),
          dateline: full.dateline,
        },
      );
      assert.match(
        body,
        /\n!\[A field\]\(https:\/\/test\.example\/images\/a\.svg\)\n\n\*In May\. B\. Blott\*\n\nFirst, \[with a link\]\(https:\/\/test\.example\/topics\/space\)\.\n\n## Crosshead\n/,
      );
    },
    ...files,
  );
});

test('no headline breaks out of its place in any alternate', async (t) => {
  const all = hostile.map((headline, index) =>
    article(`/2026/01/02/story-${index}`, { headline, standfirst: headline, kicker: headline }),
  );
  await editionOf(
    t,
    now,
    (edition) => {
      for (const [index, headline] of hostile.entries()) {
        const path = `/2026/01/02/story-${index}`;
        const read = readArticle(`articles${path}.mdx`, document(edition, `${path}.md`).body);
        const shown = headline.replace(/\s+/g, ' ').trim();
        assert.equal(read.article?.headline, shown);
        assert.equal(JSON.parse(document(edition, `${path}.json`).body).headlines[0].value, shown);
        assert.ok(document(edition, `${path}.txt`).body.includes(shown));
      }
    },
    site,
    ...all,
  );
});
