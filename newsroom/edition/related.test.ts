import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom, topics, type Files } from '../testing.ts';
import { mostRelated, type RelatedItem } from './related.ts';

const now = '2026-03-01T00:00:00Z';

async function relatedOf(t: TestContext, address: string, files: Files): Promise<RelatedItem[]> {
  const newsroom = new TestNewsroom(t, { ...site, ...files });
  await newsroom.compile();
  return newsroom.at(now, (edition) => {
    const found = edition.lookup(address);
    assert.ok(found.state === 'public');
    return edition.related(found.story);
  });
}

/** What a line leads to: an address, or `topic` and its slug. */
function targetOf(item: RelatedItem): string {
  switch (item.kind) {
    case 'story':
      return item.story.address;
    case 'page':
      return item.href;
    case 'topic':
      return `topic ${item.slug}`;
  }
}

/** Thirty stories of a topic, a third of them hidden in one way or another. */
function many(): Files {
  const hidden = [
    { status: 'draft' },
    { status: 'killed' },
    { embargo: '2027-01-01T00:00:00Z' },
    { expires: '2026-02-20T00:00:00Z' },
  ];
  const files: Files = topics({ a: 'A', b: 'B' });
  for (let number = 1; number <= 28; number += 1) {
    const fields = {
      topics: number % 2 === 0 ? ['a', 'b'] : ['a'],
      ...(number % 3 === 0 && hidden[(number / 3) % hidden.length]),
    };
    Object.assign(files, article(`/2026/01/${String(number).padStart(2, '0')}/s${number}`, fields));
  }
  return files;
}

test('related links hold neither the story itself, nor what is hidden, nor one address twice', async (t) => {
  for (const number of [2, 13, 14, 28]) {
    const own = `/2026/01/${String(number).padStart(2, '0')}/s${number}`;
    const links = await relatedOf(t, own, many());
    assert.ok(links.length <= mostRelated);
    const addresses = links.map(targetOf);
    assert.equal(new Set(addresses).size, addresses.length);
    assert.ok(!addresses.includes(own));
    const stories = addresses.filter((href) => href.startsWith('/2026/'));
    assert.ok(
      stories.every((href) => Number(href.slice(13)) % 3 !== 0),
      addresses.join(' '),
    );
    assert.ok(
      stories.every((href) => Number(href.slice(13)) < number),
      'topics lead to older stories only',
    );
  }
});

test('what the editor picked comes first, in the editor’s order', async (t) => {
  const links = await relatedOf(t, '/2026/01/28/s28', {
    ...many(),
    ...article('/2026/01/28/s28', {
      topics: ['a'],
      related: [
        '/2026/01/02/s2',
        { url: 'https://example.org/', title: 'There', source: 'A source' },
        '/2026/01/03/s3',
        '/2026/01/28/s28',
        '/2026/01/01/s1',
      ],
    }),
  });
  assert.deepEqual(links.slice(0, 4).map(targetOf), [
    '/2026/01/02/s2',
    'https://example.org/',
    '/2026/01/01/s1',
    'topic a',
  ]);
  const [first, second] = links;
  assert.ok(first?.kind === 'story' && second?.kind === 'page');
  assert.deepEqual([first.reason, first.dayGap], [{ kind: 'picked' }, -26]);
  assert.equal(second.source, 'A source');
});

test('a storyline counts for more than topics, and gives newer stories too', async (t) => {
  const links = await relatedOf(t, '/2026/01/10/own', {
    ...topics({ a: 'A', b: 'B' }),
    'storylines/line.mdx': '---\ntitle: Line\n---\n',
    ...article('/2026/01/10/own', { topics: ['a', 'b'], storyline: 'line' }),
    ...article('/2026/01/09/both', { topics: ['a', 'b'] }),
    ...article('/2026/01/08/one', { topics: ['a'] }),
    ...article('/2026/01/07/line', { storyline: 'line' }),
    ...article('/2026/01/12/next', { storyline: 'line', topics: ['a'] }),
    ...article('/2026/01/11/newer', { topics: ['a', 'b'] }),
    ...article('/2026/01/06/none'),
  });
  assert.deepEqual(links.map(targetOf), [
    'topic a',
    'topic b',
    '/2026/01/12/next',
    '/2026/01/07/line',
    '/2026/01/09/both',
    '/2026/01/08/one',
  ]);
  assert.deepEqual(
    links.flatMap((link) => (link.kind === 'story' ? [link.reason] : [])),
    [
      { kind: 'same-storyline' },
      { kind: 'same-storyline' },
      { kind: 'shared-topics', titles: ['A', 'B'] },
      { kind: 'shared-topics', titles: ['A'] },
    ],
  );
});

test('nothing is better than noise', async (t) => {
  assert.deepEqual(
    await relatedOf(t, '/2026/01/01/a', { ...article('/2026/01/01/a'), ...article('/2025/12/31/b') }),
    [],
  );
});
