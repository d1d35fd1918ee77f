import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom, topics, type Files } from '../testing.ts';
import type { Edition } from './edition.ts';

const now = '2026-03-01T00:00:00Z';
const slugsOf = (edition: Edition, topic: string, limit = 50): string[] =>
  edition.storylinesOfTopic(topic, limit).map(({ slug }) => slug);

function storyline(slug: string, topicsOf: string, ending = 'mdx'): Files {
  return { [`storylines/${slug}.${ending}`]: `---\ntitle: The ${slug}\ntopics: [${topicsOf}]\n---\n` };
}

function newsroomOf(...slugs: string[]): Files {
  return Object.assign(
    {},
    site,
    topics({ a: 'A', b: 'B' }),
    ...slugs.map((slug) => storyline(slug, 'a')),
    ...slugs.map((slug) => article(`/2026/01/01/${slug}`, { storyline: slug })),
  );
}

test('a topic has the public storylines that name it, by slug, and no more than are asked for', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...newsroomOf('c', 'a-1', 'ż', 'b2'),
    ...storyline('both', 'b, a'),
    ...article('/2026/01/02/both', { storyline: 'both' }),
    ...storyline('without', 'a'),
    ...storyline('later', 'a'),
    ...article('/2026/01/02/later', { storyline: 'later', embargo: '2026-04-01T00:00:00Z' }),
  });
  await newsroom.compile();
  newsroom.at(now, (edition) => {
    deepEqual(slugsOf(edition, 'a'), ['a-1', 'b2', 'both', 'c', 'ż']);
    deepEqual(slugsOf(edition, 'a', 2), ['a-1', 'b2']);
    deepEqual(slugsOf(edition, 'b'), ['both']);
    deepEqual(slugsOf(edition, 'none'), []);
    deepEqual(edition.storylinesOfTopic('b', 50), [{ kind: 'storyline', slug: 'both', title: 'The both', count: 1 }]);
  });
  newsroom.at('2026-04-01T00:00:00Z', (edition) => ok(slugsOf(edition, 'a').includes('later')));
});

test('a limit counts what may be seen, and not what is hidden before it', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...newsroomOf('x', 'y'),
    ...storyline('hidden', 'a'),
    ...article('/2026/01/02/hidden', { storyline: 'hidden', status: 'draft' }),
  });
  await newsroom.compile();
  newsroom.at(now, (edition) => deepEqual(slugsOf(edition, 'a', 1), ['x']));
});

test('it follows the files: edited, removed, and with a twin', async (t) => {
  const newsroom = new TestNewsroom(t, newsroomOf('x', 'y'));
  await newsroom.compile();
  newsroom.write(storyline('x', 'b'));
  newsroom.remove('storylines/y.mdx');
  await newsroom.compile();
  newsroom.at(now, (edition) => deepEqual([slugsOf(edition, 'a'), slugsOf(edition, 'b')], [[], ['x']]));
  // Of x.md and x.mdx the second counts.
  newsroom.write(storyline('x', 'a', 'md'));
  await newsroom.compile();
  newsroom.at(now, (edition) => deepEqual([slugsOf(edition, 'a'), slugsOf(edition, 'b')], [[], ['x']]));
  newsroom.remove('storylines/x.mdx');
  await newsroom.compile();
  newsroom.at(now, (edition) => deepEqual([slugsOf(edition, 'a'), slugsOf(edition, 'b')], [['x'], []]));
});
