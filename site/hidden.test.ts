import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom, topics, type Files } from '../newsroom/testing.ts';
import { answersOf, digestsOf, pathsOf } from './testing.ts';

const now = '2026-02-01T00:00:00Z';

/** A small newsroom with links between most of its things, and some links to things that do not exist. */
const files: Files = {
  ...site,
  'about.mdx': '---\ntitle: About\n---\nSee [this](/2026/01/20/secret).\n',
  ...topics({
    security: { title: 'Security', links: [{ url: '/2026/01/20/secret', title: 'A link' }] },
    asia: { title: 'Asia', parent: 'security' },
    space: 'Space',
    'only-secret': { title: 'Leviathan', parent: 'security' },
  }),
  'people/ann.mdx': '---\nname: Ann\n---\n',
  'people/mole.mdx': '---\nname: Leviathan Mole\n---\n',
  'storylines/summit.mdx': '---\ntitle: Summit\ntopics: [asia, only-secret]\n---\nSee [that](/topics/only-secret).\n',
  'storylines/secret-line.mdx': '---\ntitle: Leviathan line\ntopics: [asia]\n---\n',
  'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
  ...Object.assign(
    {},
    ...Array.from({ length: 70 }, (_, number) => {
      const day = String((number % 19) + 1).padStart(2, '0');
      return article(
        `/2026/01/${day}/s${number}`,
        {
          topics: [['security', 'asia', 'space'][number % 3], 'asia'],
          byline: ['ann'],
          agency: number % 2 === 0 ? 'AFP' : 'UPI',
          dateline: { place: number % 4 === 0 ? 'Nara' : 'Seoul', country: 'JP' },
          ...(number % 7 === 0 && { storyline: 'summit' }),
          ...(number % 10 === 0 && { related: ['/2026/01/20/secret', '/old/secret'], aliases: [`/old/s${number}`] }),
        },
        'See [it](/2026/01/20/secret) and [them](/people/mole).\n\n![A](a.svg)',
      );
    }),
  ),
};

const hiding: [name: string, fields: Record<string, unknown>][] = [
  ['a draft', { status: 'draft' }],
  ['withheld', { status: 'withheld' }],
  ['killed', { status: 'killed' }],
  ['embargoed', { embargo: '2026-02-01T00:00:01Z' }],
  ['scheduled', { published: '2026-02-01T00:00:01Z' }],
  ['expired', { expires: '2026-02-01T00:00:00Z' }],
];

test('a hidden article changes no public page by one bit, and no page names it', async (t) => {
  const newsroom = new TestNewsroom(t, files);
  await newsroom.compile();
  const before = digestsOf(newsroom, now);
  assert.ok(before.size > 150, 'the newsroom has pages');
  for (const [name, fields] of hiding) {
    await t.test(name, async () => {
      newsroom.write(
        article(
          '/2026/01/20/secret',
          {
            headline: 'Leviathan',
            standfirst: 'Leviathan',
            kicker: 'Leviathan',
            topics: ['only-secret', 'asia', 'security'],
            byline: ['mole', 'ann'],
            agency: 'Leviathan News',
            dateline: { place: 'Leviathan', country: 'JP' },
            storyline: 'secret-line',
            image: { src: 'a.svg', alt: 'Leviathan' },
            aliases: ['/old/secret', '/old/s10'],
            related: ['/2026/01/01/s0'],
            corrections: [{ at: '2026-01-20T12:00:00Z', text: 'Leviathan' }],
            ...fields,
          },
          'Leviathan. See [s0](/2026/01/01/s0).',
        ),
      );
      await newsroom.compile();
      assert.deepEqual(digestsOf(newsroom, now), before);
      const all = [
        ...before.keys(),
        '/2026/01/20',
        '/topics/only-secret',
        '/topics/only-secret/links',
        '/people/mole',
        '/storylines/secret-line',
        '/places/leviathan',
        '/agencies/leviathan-news',
        '/2026/01/20/secret',
        '/2026/01/20/secret/related',
        '/old/s10',
      ];
      for (const [path, text] of answersOf(newsroom, now, all)) assert.doesNotMatch(text, /leviathan/i, path);
    });
  }
});

test('and when its time comes, it is there', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...files,
    ...article('/2026/01/20/secret', {
      headline: 'Leviathan',
      topics: ['only-secret'],
      embargo: '2026-02-01T00:00:01Z',
    }),
  });
  await newsroom.compile();
  const shown = [...answersOf(newsroom, '2026-02-01T00:00:01Z')]
    .filter(([, text]) => text.includes('Leviathan'))
    .map(([path]) => path);
  for (const path of [
    '/',
    '/topics',
    '/topics/security',
    '/topics/only-secret',
    '/latest',
    '/2026/01',
    '/2026/01/20',
    '/2026/01/20/secret',
  ])
    assert.ok(shown.includes(path), path);
});

test('every address on a page leads to a page', async (t) => {
  const newsroom = new TestNewsroom(t, files);
  await newsroom.compile();
  const paths = new Set(newsroom.at(now, pathsOf));
  const named = new Map<string, string>();
  const collect = (value: unknown, page: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inside] of Object.entries(value)) {
      if (
        (key === 'href' || key === 'address' || key === 'path') &&
        typeof inside === 'string' &&
        inside.startsWith('/')
      )
        named.set(inside, page);
      else collect(inside, page);
    }
  };
  for (const [path, text] of answersOf(newsroom, now)) collect(JSON.parse(text), path);
  named.delete('/not-found');
  assert.ok(named.size > 100, 'pages name addresses');
  for (const [address, page] of named) assert.ok(paths.has(address), `${page} names ${address}`);
});
