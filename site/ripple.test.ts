import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom, topics, type Files } from '../newsroom/testing.ts';
import { answersOf } from './testing.ts';

const now = '2026-03-01T00:00:00Z';

const files: Files = {
  ...site,
  ...topics({ security: 'Security', asia: { title: 'Asia', parent: 'security' }, space: 'Space' }),
  'people/ann.mdx': '---\nname: Ann\n---\n',
  'people/bo.mdx': '---\nname: Bo\n---\n',
  'storylines/summit.mdx': '---\ntitle: Summit\ntopics: [asia]\n---\n',
  ...Object.assign(
    {},
    ...Array.from({ length: 120 }, (_, number) =>
      article(`/2026/01/${String((number % 19) + 1).padStart(2, '0')}/s${number}`, {
        topics: [['security', 'asia', 'space'][number % 3]],
        byline: [number % 2 === 0 ? 'ann' : 'bo'],
        dateline: { place: number % 4 === 0 ? 'Nara' : 'Seoul', country: 'JP' },
        ...(number % 40 === 1 && { storyline: 'summit' }),
      }),
    ),
  ),
};

/** Pages that count stories without naming each: what is under a topic or a day, and the archive. */
const counting = [
  '/topics',
  '/2026',
  '/2026/01',
  '/topics/security',
  '/topics/security/links',
  '/topics/asia/links',
  '/storylines/summit',
];

test('a new story changes only the pages that show it, or count it', async (t) => {
  const newsroom = new TestNewsroom(t, files);
  await newsroom.compile();
  const before = answersOf(newsroom, now);
  const address = '/2026/01/20/new';
  newsroom.write(
    article(address, {
      topics: ['asia'],
      byline: ['ann'],
      dateline: { place: 'Nara', country: 'JP' },
      storyline: 'summit',
    }),
  );
  await newsroom.compile();
  const after = answersOf(newsroom, now);
  const changed = [...after.keys()].filter((path) => before.has(path) && before.get(path) !== after.get(path));
  const unexplained = changed.filter((path) => !after.get(path)?.includes(address) && !counting.includes(path));
  assert.deepEqual(unexplained, []);
  for (const path of [
    '/',
    '/topics/asia',
    '/topics/security',
    '/people/ann',
    '/places/nara',
    '/storylines/summit',
    '/2026/01',
  ])
    assert.ok(changed.includes(path), path);
  const articles = changed.filter((path) => /^\/2026\/01\/\d\d\/s/.test(path));
  assert.deepEqual(
    new Set(articles.map((path) => path.replace('/related', ''))),
    new Set(['/2026/01/02/s1', '/2026/01/04/s41', '/2026/01/06/s81']),
    'of the articles, only those of its storyline',
  );
  assert.deepEqual(
    [...before.keys()].filter((path) => !after.has(path)),
    [],
    'and none is gone',
  );
});
