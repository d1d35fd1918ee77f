import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edition } from '../newsroom/edition/edition.ts';
import { collectionKinds } from '../newsroom/model/collection.ts';
import { article, site, topics } from '../newsroom/testing.ts';
import { alternateFormats, alternatePath } from '../site/addresses/alternates.ts';
import { answer } from '../site/answer.ts';
import { feedFormats, feedPath } from '../site/addresses/feeds.ts';
import { headOf } from '../site/head.ts';
import { collectionPath, sharePath } from '../site/addresses/routes.ts';
import { shareAnswer } from '../site/share-answer.ts';
import { describe } from '../site/describe.ts';
import { outputAt } from './outputs.ts';
import { bodyAt, editionOf, textsOf } from './testing.ts';

const now = '2026-02-01T00:00:00Z';

/** A word that is in everything hidden, and nowhere else. */
const canary = 'Xyzzyfish';

const secret = {
  headline: `${canary} headline`,
  seoTitle: canary,
  standfirst: canary,
  kicker: canary,
  agency: canary,
  dateline: { place: canary, country: 'JP', date: '2026-01-13' },
  topics: ['shared', 'xyzzyfish'],
  storyline: 'xyzzyfish',
  byline: ['xyzzyfish', { name: canary }],
  image: { src: 'xyzzyfish.svg', alt: canary },
  corrections: [{ at: '2026-01-31T13:00:00Z', text: canary }],
  sources: [{ url: `https://example.org/${canary}`, title: canary }],
};

const files = [
  site,
  topics({ shared: 'Shared', xyzzyfish: canary }),
  {
    'people/xyzzyfish.mdx': `---\nname: ${canary}\n---\n`,
    'storylines/xyzzyfish.mdx': `---\ntitle: ${canary}\n---\n`,
    'images/xyzzyfish.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
  },
  article(
    '/2026/01/31/seen',
    { topics: ['shared'], related: ['/2026/01/31/xyzzyfish-draft'] },
    'Text, [with a link](/2026/01/31/xyzzyfish-draft) and [another](/topics/xyzzyfish).',
  ),
  article('/2026/01/31/xyzzyfish-draft', { ...secret, status: 'draft' }, canary),
  article('/2026/01/31/xyzzyfish-withheld', { ...secret, status: 'withheld' }, canary),
  article('/2026/01/31/xyzzyfish-killed', { ...secret, status: 'killed', id: 'urn:test:killed' }, canary),
  article('/2026/01/31/xyzzyfish-embargoed', { ...secret, embargo: '2026-03-01T00:00:00Z' }, canary),
  article('/2026/01/31/xyzzyfish-expired', { ...secret, expires: '2026-01-31T20:00:00Z' }, canary),
  article('/2026/02/02/xyzzyfish-ahead', secret, canary),
];

/** Every output, and the head, JSON-LD and share card of every page, by path. */
function everything(edition: Edition): Map<string, string> {
  const index = bodyAt(edition, '/sitemap.xml') ?? '';
  const sitemaps = textsOf(index, 'loc').map((url) => url.slice('https://test.example'.length));
  const bases = [
    '/',
    '/corrections',
    ...collectionKinds.flatMap((kind) => ['shared', 'xyzzyfish'].map((slug) => collectionPath(kind, slug))),
  ];
  const paths = [
    '/sitemap.xml',
    '/robots.txt',
    '/llms.txt',
    '/manifest.webmanifest',
    '/sitemaps/2026-01.xml',
    '/sitemaps/2026-02.xml',
    ...sitemaps,
    ...bases.flatMap((base) => feedFormats.map((format) => feedPath(base, format))),
  ];
  const addresses = Object.values(files)
    .flatMap(Object.keys)
    .flatMap((file) => /^articles(.*)\.mdx$/.exec(file)?.[1] ?? []);
  for (const address of addresses) paths.push(...alternateFormats.map((format) => alternatePath(address, format)));
  const outputs = new Map(paths.map((path) => [path, bodyAt(edition, path) ?? '']));
  for (const url of sitemaps.flatMap((path) => textsOf(bodyAt(edition, path) ?? '', 'loc'))) {
    const path = decodeURI(url.slice('https://test.example'.length));
    const found = answer(edition, path);
    if (found.status !== 308) outputs.set(path, JSON.stringify([describe(found.view), headOf(found.view)]));
    const shared = shareAnswer(edition, sharePath(path));
    if (shared.status === 200) outputs.set(sharePath(path), JSON.stringify(shared.card));
  }
  return outputs;
}

test('no word of a hidden article is in any output', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const outputs = everything(edition);
      assert.ok(outputs.size > 30);
      for (const [path, body] of outputs) assert.doesNotMatch(body, new RegExp(canary, 'i'), path);
      assert.match(outputs.get('/feed.xml') ?? '', /About seen/);
      assert.match(outputs.get('/2026/01/31/seen/share.jpg') ?? '', /About seen/);
      for (const format of alternateFormats)
        assert.match(outputs.get(alternatePath('/2026/01/31/seen', format)) ?? '', /About seen/);
      assert.equal(outputAt(edition, '/topics/xyzzyfish/feed.xml'), undefined);
      assert.equal(outputAt(edition, '/sitemaps/2026-02.xml'), undefined);
    },
    ...files,
  );
});

test('an article is in the outputs from the instant at which its gate opens', async (t) => {
  await editionOf(
    t,
    '2026-02-02T12:00:00Z',
    (edition) => {
      for (const path of [
        '/feed.xml',
        '/topics/xyzzyfish/atom.xml',
        '/sitemaps/2026-02.xml',
        '/news-sitemap.xml',
        '/llms.txt',
        '/2026/02/02/xyzzyfish-ahead.txt',
        '/2026/02/02/xyzzyfish-ahead.md',
        '/2026/02/02/xyzzyfish-ahead.json',
      ])
        assert.match(bodyAt(edition, path) ?? '', new RegExp(canary, 'i'), path);
    },
    ...files,
  );
});
