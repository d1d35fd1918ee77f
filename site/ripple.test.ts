import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom, titles, topics, type Files } from '../newsroom/testing.ts';
import { answersOf, digestsOf, viewAt } from './testing.ts';

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
  '/people',
  '/places',
  '/storylines',
  '/archive',
  // The day before leads to that of the story.
  '/2026/01/19',
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
    new Set(['/2026/01/06/s81']),
    'of the articles, only the one before it in its storyline',
  );
  assert.deepEqual(
    [...before.keys()].filter((path) => !after.has(path)),
    [],
    'and none is gone',
  );
});

/** What the page of each article shows of its storyline and of its series. */
function placesOf(newsroom: TestNewsroom): Map<string, string> {
  return newsroom.at(now, (edition) => {
    const addresses = edition.newest('all', '', 1000).map(({ address }) => address);
    return new Map(
      addresses.map((address) => {
        const { storyline, story } = viewAt(edition, address, 'article');
        return [address, JSON.stringify([storyline, story.parts.series])];
      }),
    );
  });
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before.keys()].filter((key) => before.get(key) !== after.get(key)).toSorted();
}

const inLine = (slug: string, day: number, fields: Record<string, unknown> = {}): Files =>
  article(`/2026/02/${String(day).padStart(2, '0')}/${slug}`, { storyline: 'summit', ...fields });

test('a new story of a storyline changes what one article shows of it: the one before it', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...files,
    ...inLine('first', 1),
    ...inLine('second', 2),
    ...inLine('third', 3),
  });
  await newsroom.compile();
  const before = placesOf(newsroom);
  assert.deepEqual(JSON.parse(before.get('/2026/02/02/second') ?? '')[0], {
    slug: 'summit',
    title: 'Summit',
    previous: { address: '/2026/02/01/first', headline: 'About first', lang: 'en', published: '2026-02-01T12:00:00Z' },
    next: { address: '/2026/02/03/third', headline: 'About third', lang: 'en', published: '2026-02-03T12:00:00Z' },
  });
  newsroom.write(inLine('fourth', 4));
  await newsroom.compile();
  const after = placesOf(newsroom);
  assert.deepEqual(differing(before, after), ['/2026/02/03/third']);
  // A story that is dated back changes both of its neighbours; a translation and a hidden story change none.
  newsroom.write({
    ...inLine('between', 2, { published: '2026-02-02T18:00:00Z' }),
    ...inLine('zweite', 2, { lang: 'de', translationOf: '/2026/02/02/second' }),
    ...inLine('draft', 3, { status: 'draft' }),
  });
  await newsroom.compile();
  assert.deepEqual(differing(after, placesOf(newsroom)), ['/2026/02/02/second', '/2026/02/03/third']);
});

test('a new part changes the pages of all parts of a short series, and of few parts of a long one', async (t) => {
  const part = (number: number, name: string): Files =>
    article(`/2026/02/01/${name}-${number}`, { series: { name, part: number } });
  for (const [size, changed] of [
    [3, 3],
    [11, 11],
    // At that size the list of all parts gives way to the parts near this one.
    [12, 12],
    [13, 3],
    [50, 3],
  ] as const) {
    const numbers = Array.from({ length: size }, (_, index) => index + 1);
    const newsroom = new TestNewsroom(t, Object.assign({}, site, ...numbers.map((number) => part(number, 'way'))));
    await newsroom.compile();
    const before = placesOf(newsroom);
    newsroom.write(part(size + 1, 'way'));
    await newsroom.compile();
    assert.equal(differing(before, placesOf(newsroom)).length, changed, `${size} parts`);
  }
});

test('a new story changes pages of the titles that carry it, and nothing of the others', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...files,
    ...titles({
      whole: { order: 1 },
      asia: { order: 2, carries: { topics: ['asia'] } },
      space: { order: 3, carries: { sections: ['space'] } },
    }),
    // A story of each small title leads to one of the other.
    ...article('/2026/01/19/to-asia', { topics: ['space'], related: ['/2026/01/02/s1'] }),
    ...article('/2026/01/19/to-space', { topics: ['asia'], related: ['/2026/01/03/s2'] }),
  });
  await newsroom.compile();
  const some = ['/', '/latest', '/topics/asia', '/people/ann'];
  const pages = { whole: some, asia: some, space: undefined };
  const digests = (title: keyof typeof pages): Map<string, string> => digestsOf(newsroom, now, pages[title], title);
  const before = { whole: digests('whole'), asia: digests('asia'), space: digests('space') };
  assert.ok(before.space.size > 60, `${before.space.size} pages`);
  newsroom.write(article('/2026/01/20/new', { topics: ['asia'], byline: ['ann'], agency: 'AFP' }));
  await newsroom.compile();
  assert.deepEqual(differing(before.whole, digests('whole')), some.toSorted());
  assert.deepEqual(differing(before.asia, digests('asia')), some.toSorted());
  assert.deepEqual(differing(before.space, digests('space')), []);
  newsroom.write(article('/2026/01/20/new', { topics: ['asia'], status: 'killed', reason: 'Wrong.' }));
  await newsroom.compile();
  assert.deepEqual(differing(before.space, digests('space')), []);
});

test('a new explainer of a running storyline changes few pages', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...files,
    'storylines/other.mdx': '---\ntitle: Other\ntopics: [space]\n---\n',
    ...article('/2026/02/01/other', { storyline: 'other', topics: ['space'] }),
  });
  await newsroom.compile();
  const before = digestsOf(newsroom, now);
  newsroom.write(inLine('explainer', 4, { topics: ['asia'], type: 'explainer' }));
  await newsroom.compile();
  const changed = differing(before, digestsOf(newsroom, now));
  // Among them, because of Related Links: each article of the storyline, with its page of links.
  const ofArticles = changed.filter((path) => path.startsWith('/2026/01/'));
  const others = changed.filter((path) => !ofArticles.includes(path));
  assert.deepEqual(others, [
    '/',
    '/2026',
    '/2026/02',
    '/2026/02/01',
    '/archive',
    '/latest',
    '/storylines',
    '/storylines/summit',
    '/topics',
    '/topics/asia',
    '/topics/asia/links',
    '/topics/security',
    '/topics/security/links',
  ]);
  t.diagnostic(`${changed.length} of ${before.size} pages change; ${others.length} of them are no articles`);
});
