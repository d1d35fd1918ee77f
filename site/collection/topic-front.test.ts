import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, topics, TestNewsroom, type Files } from '../../newsroom/testing.ts';
import { mainOf } from '../testing-pages.ts';
import { viewAt } from '../testing.ts';
import type { TopicFront } from './topic-front.ts';
import type { CollectionView } from './view.ts';

const now = '2026-03-01T00:00:00Z';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>';

async function sectionOf(t: TestContext, count: number, ...more: Files[]): Promise<CollectionView> {
  const stories = Array.from({ length: count }, (_, index) =>
    article(`/2026/01/${String(index + 1).padStart(2, '0')}/story-${index}`, {
      topics: [index % 3 === 0 ? 'moon' : 'space'],
      type: index % 5 === 4 ? 'explainer' : 'news',
      ...(index % 2 === 0 && { image: { src: `${index % 4}.svg`, alt: 'A picture' } }),
    }),
  );
  const tree = topics({ space: 'Space', moon: { title: 'Moon', parent: 'space' } });
  const images = { 'images/0.svg': svg, 'images/2.svg': svg };
  const newsroom = new TestNewsroom(t, Object.assign({}, site, tree, images, ...stories, ...more));
  await newsroom.compile();
  return newsroom.at(now, (edition) => viewAt(edition, '/topics/space', 'collection'));
}

/** The addresses to which the headlines of a page lead, in its order. */
function headlines(page: string): string[] {
  return [...page.matchAll(/<h[23][^>]*>(?:<a href="(\/2026[^"]+)")/g)].map(([, address = '']) => address);
}

test('a section has a front for any number of stories: each story once, and each picture once', async (t) => {
  for (const [count, seconds] of [
    [1, 0],
    [2, 1],
    [4, 2],
    [20, 3],
  ] as const) {
    const view = await sectionOf(t, count);
    const front = view.detail.topic?.front;
    assert.equal(front?.seconds.length, seconds);
    const page = mainOf(view);
    const shown = headlines(page);
    assert.equal(new Set(shown).size, shown.length, `${count}: ${shown.join(' ')}`);
    assert.equal(new Set(shown).size, count, 'all stories of the page');
    const pictures = [...page.matchAll(/<img src="([^"]+)"/g)].map(([, src]) => src);
    assert.equal(new Set(pictures).size, pictures.length);
    assert.equal(pictures.length, Math.min(2, Math.ceil(count / 2)));
  }
});

test('of what to read first, stories with pictures are before the others', async (t) => {
  const view = await sectionOf(
    t,
    20,
    topics({
      space: { title: 'Space', essential: ['/2025/12/01/bare', '/2025/12/01/shown'] },
      moon: { title: 'Moon', parent: 'space' },
    }),
    { 'images/9.svg': svg },
    article('/2025/12/01/bare', { topics: ['space'] }),
    article('/2025/12/01/shown', { topics: ['space'], image: { src: '9.svg', alt: 'A picture' } }),
  );
  const [first, second] = view.detail.topic?.front?.essential ?? [];
  assert.deepEqual([first?.story.address, second?.story.address], ['/2025/12/01/shown', '/2025/12/01/bare']);
});

test('a topic of any rank has a front; storylines run with stories that are not above', async (t) => {
  const line = Object.assign(
    { 'storylines/probe.mdx': '---\ntitle: The probe\ntopics: [space]\n---\n' },
    ...[1, 2, 3, 4, 5, 6, 7].map((day) =>
      article(`/2026/02/0${day}/probe-${day}`, { topics: ['moon'], storyline: 'probe' }),
    ),
    article('/2026/02/08/secret', { topics: ['moon'], storyline: 'probe', status: 'withheld' }),
  );
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...topics({ space: 'Space', moon: { title: 'Moon', parent: 'space' } }),
    ...line,
  });
  await newsroom.compile();
  newsroom.at(now, (edition) => {
    const frontOf = (path: string): TopicFront | undefined => viewAt(edition, path, 'collection').detail.topic?.front;
    assert.deepEqual(
      frontOf('/topics/space')?.running.map(({ slug, stories }) => [slug, stories.map(({ address }) => address)]),
      [['probe', ['/2026/02/03/probe-3', '/2026/02/02/probe-2', '/2026/02/01/probe-1']]],
    );
    assert.equal(frontOf('/topics/moon')?.lead.story.address, '/2026/02/07/probe-7');
  });
});
