import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from './compile.ts';
import { article, brief, site, TestNewsroom, topics, type Files } from '../testing.ts';

/** A small newsroom in which files refer to each other in every way. */
const files: Files = {
  ...site,
  ...topics({ security: 'Security', asia: { title: 'Asia', parent: 'security' }, space: 'Space' }),
  'people/ann.mdx': '---\nname: Ann\n---\nA life.\n',
  'storylines/summit.mdx': '---\ntitle: Summit\ntopics: [asia]\n---\nSo far.\n',
  'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
  ...article('/2026/01/01/a', {
    topics: ['asia'],
    byline: ['ann'],
    storyline: 'summit',
    aliases: ['/old/a'],
    agency: 'AFP',
  }),
  ...article('/2026/01/02/b', { topics: ['security'], related: ['/2026/01/01/a'], image: { src: 'a.svg', alt: 'A' } }),
  ...article(
    '/2026/01/03/c',
    { dateline: { place: 'Nara', country: 'JP' } },
    'See [a](/old/a) and [asia](/topics/asia).',
  ),
};

type Step = [name: string, write: Files, ...remove: string[]];

function part(address: string, number: number): Files {
  return article(address, { series: { name: 'The way', part: number } });
}

/** What can happen to it. Each step begins where the previous one ended. */
const steps: Step[] = [
  ['an article is edited', article('/2026/01/01/a', { topics: ['space'], byline: ['ann'] }, 'Other words.')],
  ['its alias comes back', article('/2026/01/01/a', { topics: ['asia'], aliases: ['/old/a'] })],
  ['an article goes that others name', {}, 'articles/2026/01/01/a.mdx'],
  ['it comes back', article('/2026/01/01/a', { topics: ['asia'], byline: ['ann'] })],
  ['a topic goes', {}, 'topics/asia.mdx'],
  ['the topic comes back elsewhere in the tree', topics({ asia: { title: 'Asia', parent: 'space' } })],
  ['topics form a circle', topics({ space: { title: 'Space', parent: 'asia' } })],
  ['the circle is broken', topics({ space: 'Space' })],
  ['a person goes', {}, 'people/ann.mdx'],
  ['a picture goes', {}, 'images/a.svg'],
  ['a storyline goes', {}, 'storylines/summit.mdx'],
  ['a copy with the same id', article('/2026/01/05/copy', { id: 'urn:test:a' })],
  [
    'a copy at the same address',
    {
      'articles/2026/01/02/b.md':
        article('/2026/01/02/b', { id: 'urn:test:b2', headline: 'Twin' })['articles/2026/01/02/b.mdx'] ?? '',
    },
  ],
  ['the first of the copies goes', {}, 'articles/2026/01/01/a.mdx', 'articles/2026/01/02/b.mdx'],
  ['a topic has a twin', { 'topics/space.md': '---\ntitle: Outer space\nparent: security\n---\n' }],
  ['the first of the twins goes', {}, 'topics/space.mdx'],
  [
    'a topic takes an alias that an article has',
    topics({ asia: { title: 'Asia', aliases: ['/old/a', '/topics/orient'] } }),
  ],
  ['an article takes an alias that the topic has', article('/2026/01/06/e', { aliases: ['/topics/orient'] })],
  ['the topic has a twin with another alias', { 'topics/asia.md': '---\ntitle: Asia\naliases: [/old/asia]\n---\n' }],
  ['the first of these twins goes', {}, 'topics/asia.mdx'],
  ['an alias has the address of a topic', article('/2026/01/07/f', { aliases: ['/topics/europe'] })],
  ['that topic comes', topics({ europe: 'Europe' })],
  ['and goes again', {}, 'topics/europe.mdx'],
  ['a storyline comes', { 'storylines/talks.mdx': '---\ntitle: Talks\ntopics: [asia, space]\n---\n' }],
  ['it has another topic', { 'storylines/talks.mdx': '---\ntitle: Talks\ntopics: [space]\n---\n' }],
  ['an article is a part of a series', article('/2026/01/02/b', { series: { name: 'The Way', part: 3 } })],
  ['the part after it comes', article('/2026/01/06/e', { series: { name: 'the way', part: 4 } })],
  ['the first part comes, twice', { ...part('/2026/01/05/one', 1), ...part('/2026/01/05/other', 1) }],
  ['the missing part comes', part('/2026/01/05/other', 2)],
  ['a part becomes one of another series', article('/2026/01/02/b', { series: { name: 'Another', part: 1 } })],
  ['a part goes', {}, 'articles/2026/01/05/one.mdx'],
  ['an article has another spelling of a place', article('/2026/01/08/g', { dateline: { place: 'Nara-shi' } })],
  ['places.yaml comes', { 'places.yaml': '- { name: Nara, country: JP, aliases: [奈良, Nara-shi] }\n' }],
  ['an article comes with it', article('/2026/01/08/h', { dateline: { place: '奈良', country: 'JP' } })],
  ['an article names another country', article('/2026/01/08/i', { dateline: { place: '奈良', country: 'CN' } })],
  ['the country goes', { 'places.yaml': '- { name: Nara, aliases: [奈良] }\n' }],
  [
    'the place is renamed, and an article with it',
    {
      'places.yaml': '- { name: Nara City, aliases: [奈良, Nara] }\n- { name: Otsu, aliases: [Nara-shi] }\n',
      ...article('/2026/01/08/h', { dateline: { place: 'Otsu' } }),
    },
  ],
  ['a list of nothing', { 'places.yaml': '' }],
  ['the list is back', { 'places.yaml': '- { name: Otsu, region: Shiga, aliases: [Nara] }\n' }],
  ['an article has the region', article('/2026/01/08/h', { dateline: { place: 'Nara', region: 'Shiga' } })],
  ['places.yaml goes', {}, 'places.yaml'],
  ['a folder goes', {}, 'articles/2026/01/03'],
  ['what nothing reads comes', { 'articles/2026/01/04/notes.txt': '' }],
  ['and goes', {}, 'articles/2026/01/04'],
];

test('a compile of what has changed leaves the same store as a compile of everything', async (t) => {
  const step = new TestNewsroom(t, files);
  await step.compile();
  for (const [name, write, ...remove] of steps) {
    await t.test(name, async (inner) => {
      step.write(write);
      step.remove(...remove);
      await step.compile([...Object.keys(write), ...remove]);
      const full = new TestNewsroom(inner);
      // Of two copies, the one that was public first is used.
      await compile({ content: step.content, data: full.data, memory: step.data });
      assert.deepEqual(step.dump(), full.dump());
      const before = step.dump();
      await step.compile();
      assert.deepEqual(step.dump(), before, 'a compile of everything after it changes nothing');
    });
  }
});

test('the path of a folder means all files in it', async (t) => {
  const newsroom = new TestNewsroom(t, files);
  await newsroom.compile();
  const before = newsroom.dump();
  for (const path of [
    'articles',
    'articles/2026/01',
    'topics',
    'people',
    'images',
    'site.yaml',
    'nowhere',
    'articles/2026/02',
  ]) {
    await newsroom.compile([path]);
    assert.deepEqual(newsroom.dump(), before, path);
  }
});

test('the order of files never matters', async (t) => {
  const everything = { ...files };
  for (const [, write] of steps) Object.assign(everything, write);
  const forth = new TestNewsroom(t, everything);
  const back = new TestNewsroom(t, Object.fromEntries(Object.entries(everything).toReversed()));
  const one = await forth.compile();
  const other = await back.compile();
  assert.deepEqual(brief(one.problems), brief(other.problems));
  assert.deepEqual(forth.dump(), back.dump());
  const byOne = new TestNewsroom(t, site);
  await byOne.compile();
  for (const [path, text] of Object.entries(everything).toReversed()) {
    byOne.write({ [path]: text });
    await byOne.compile([path]);
  }
  const atOnce = new TestNewsroom(t);
  await compile({ content: byOne.content, data: atOnce.data, memory: byOne.data });
  assert.deepEqual(byOne.dump(), atOnce.dump(), 'one by one, from the last to the first');
});
