import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, brief, site, topics, TestNewsroom } from '../testing.ts';

const newsroom = {
  ...site,
  ...topics({ space: 'Space' }),
  'storylines/talks.mdx': '---\ntitle: The talks\n---\n',
  ...article('/2026/01/01/a', { topics: ['space'], storyline: 'talks' }),
  ...article('/2026/01/02/b', { aliases: ['/old/b'] }),
  ...article('/2026/01/04/ليبيا'),
  ...article('/2026/01/03/draft', { status: 'draft' }),
};

test('what front.yaml cannot mean is a problem with its place, and the rest counts', async (t) => {
  for (const [yaml, ...expected] of [
    ['lead: /2026/01/01/a\n'],
    ['lead: /old/b\nseconds: [/2026/01/03/draft]\n'],
    ['lead: /2026/01/09/none\n', 'front.yaml:1:7 related-missing lead'],
    ['seconds: [/2026/01/01/a, /topics/space]\n', 'front.yaml:1:26 related-missing seconds'],
    ['seconds: /2026/01/01/a\n', 'front.yaml:1:10 field-invalid seconds'],
    ['running: [talks]\n', 'front.yaml:1:10 field-invalid running'],
    ['running: { storyline: none }\n', 'front.yaml:1:23 reference-missing running'],
    ['packages: { topic: space }\n', 'front.yaml:1:11 field-invalid packages'],
    ['packages:\n  - { topic: none }\n', 'front.yaml:2:14 reference-missing packages'],
    ['packages:\n  - { storyline: none }\n', 'front.yaml:2:18 reference-missing packages'],
    ['packages:\n  - { type: scoop }\n', 'front.yaml:2:13 field-invalid packages.0.type'],
    ['packages:\n  - { topic: space, layout: wide }\n', 'front.yaml:2:29 field-invalid packages.0.layout'],
    ['packages:\n  - { topic: space, weight: third }\n', 'front.yaml:2:29 field-invalid packages.0.weight'],
    ['packages:\n  - { topic: space, type: opinion }\n', 'front.yaml:2:5 field-invalid packages.0'],
    [
      'lead: /2026/01/01/a\npackages:\n  - { topic: space, pinned: [/2026/01/02/b, /2026/01/01/a] }\n',
      'front.yaml:3:45 field-invalid packages.0.pinned.1',
    ],
    [
      'packages:\n  - { topic: space, layout: row }\n  - { type: opinion, layout: row }\n',
      'front.yaml:3:30 field-invalid packages.1.layout',
    ],
    [
      'packages:\n  - { topic: space, layout: band }\n  - { type: news }\n  - { type: opinion, layout: band }\n',
      'front.yaml:4:30 field-invalid packages.2.layout',
    ],
    ['numbers: [{ value: 1, label: x, url: /2026/01/01/a }]\n', 'front.yaml:1:20 field-invalid numbers.0.value'],
    ['numbers: [{ value: "1", label: x, url: /2026/01/09/none }]\n', 'front.yaml:1:40 related-missing numbers'],
    ['numbers: [{ value: "1", label: x, url: /2026/01/04/ليبيا }]\n'],
    ['- lead: /2026/01/01/a\n', 'front.yaml:1:1 front-matter-syntax'],
    ['leed: /2026/01/01/a\n', 'front.yaml:1:7 field-unknown leed'],
  ]) {
    const folder = new TestNewsroom(t, { ...newsroom, 'front.yaml': yaml ?? '' });
    assert.deepEqual(brief((await folder.compile()).problems), expected, yaml);
    assert.equal(folder.at('2026-02-01T00:00:00Z', (edition) => edition.front.seconds.length) <= 1, true);
  }
});

test('a part that is wrong is left out alone, and a list of which nothing is left is not an empty one', async (t) => {
  for (const [yaml, packages, fillsSeconds] of [
    ['packages: [{ topic: space, layout: rows }, { type: scoop }]\n', [{ topic: 'space', pinned: [] }], true],
    ['packages: [{ type: scoop }]\nseconds: [x]\n', undefined, true],
    ['packages: []\nseconds: []\n', [], false],
  ] as const) {
    const folder = new TestNewsroom(t, { ...newsroom, 'front.yaml': yaml });
    await folder.compile();
    const { front } = folder.at('2026-02-01T00:00:00Z', (edition) => ({ front: edition.front }));
    assert.deepEqual([front.packages, front.fillsSeconds], [packages, fillsSeconds], yaml);
  }
});

test('`front` in site.yaml is a problem that says where it belongs', async (t) => {
  const folder = new TestNewsroom(t, { ...newsroom, 'site.yaml': `${site['site.yaml']}front: [/2026/01/01/a]\n` });
  const { problems } = await folder.compile();
  assert.deepEqual(
    problems.map(({ code, field, fix }) => [code, field, fix]),
    [['field-unknown', 'front', 'Put the addresses into front.yaml: `lead: …`, and `seconds: [ … ]`.']],
  );
});

test('pins that are not public are left out without a word, and an old address leads to its article', async (t) => {
  const folder = new TestNewsroom(t, {
    ...newsroom,
    'front.yaml':
      'lead: /2026/01/03/draft\nseconds: [/old/b, /2026/01/02/b]\nnumbers: [{ value: "1", label: x, url: /2026/01/03/draft }]\n',
  });
  assert.deepEqual(brief((await folder.compile()).problems), []);
  const { lead, seconds, numbers } = folder.at('2026-02-01T00:00:00Z', (edition) => edition.front);
  assert.equal(lead, undefined);
  assert.deepEqual(
    seconds.map(({ address }) => address),
    ['/2026/01/02/b'],
  );
  assert.deepEqual(numbers, []);
});
