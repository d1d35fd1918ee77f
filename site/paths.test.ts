import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom, topics } from '../newsroom/testing.ts';
import { answer } from './answer.ts';
import { pagePaths } from './paths.ts';
import { pathsOf } from './testing.ts';

test('the list of all pages has each page once, and none that is missing is among the others', async (t) => {
  const many = Array.from({ length: 65 }, (_, index) =>
    article(`/2026/01/10/story-${index}`, {
      topics: ['b'],
      byline: ['ann'],
      dateline: { place: 'Nara' },
      agency: 'AFP',
    }),
  );
  const newsroom = new TestNewsroom(
    t,
    Object.assign(
      { ...site, ...topics({ a: 'A', b: { title: 'B', parent: 'a' }, empty: 'Empty' }) },
      { 'people/ann.mdx': '---\nname: Ann\n---\n', 'storylines/line.mdx': '---\ntitle: Line\n---\n' },
      { 'pages/contact.mdx': '---\ntitle: Contact\n---\n\nWrite.\n' },
      ...many,
      article('/2025/12/31/in-french', { lang: 'fr', storyline: 'line' }),
      article('/2025/12/30/corrected', { corrections: [{ at: '2026-01-01T00:00:00Z', text: 'Not so.' }] }),
      article('/2026/01/11/draft', { status: 'draft' }),
    ),
  );
  await newsroom.compile();
  newsroom.at('2026-02-01T00:00:00Z', (edition) => {
    const listed = [...pagePaths(edition)].filter((path) => answer(edition, path).status === 200);
    // Without a repository no story has a second version, so no page leads to its versions.
    const found = pathsOf(edition).filter((path) => !path.endsWith('/history'));
    deepEqual(listed.toSorted(), found.toSorted());
  });
});
