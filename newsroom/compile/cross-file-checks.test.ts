import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, brief, site, TestNewsroom, topics, type Files } from '../testing.ts';

const later = '2026-03-01T00:00:00Z';

async function problemsOf(newsroom: TestNewsroom): Promise<string[]> {
  return brief((await newsroom.compile()).problems);
}

test('names that lead nowhere are reported with their position', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article(
      '/2026/01/01/a',
      {
        topics: ['nowhere'],
        byline: ['nobody'],
        storyline: 'nothing',
        image: { src: 'none.jpg', alt: 'A' },
        related: ['/2026/01/01/b'],
      },
      '[A](/2026/01/01/c), [t](/topics/none), [p](/people/none) and [s](/storylines/none).\n\n![A](none.png)',
    ),
  });
  const file = 'articles/2026/01/01/a.mdx';
  assert.deepEqual(await problemsOf(newsroom), [
    `${file}:6:5 reference-missing topics`,
    `${file}:8:5 reference-missing byline`,
    `${file}:9:12 reference-missing storyline`,
    `${file}:11:8 picture-missing image`,
    `${file}:14:5 related-missing related`,
    `${file}:17:1 related-missing`,
    `${file}:17:21 reference-missing`,
    `${file}:17:40 reference-missing`,
    `${file}:17:62 reference-missing`,
    `${file}:19:1 picture-missing src`,
  ]);
  newsroom.write({
    ...topics({ nowhere: 'A', none: 'B' }),
    ...article('/2026/01/01/b'),
    ...article('/2026/01/01/moved', { aliases: ['/2026/01/01/c'] }),
    'people/nobody.mdx': '---\nname: A\n---\n',
    'people/none.mdx': '---\nname: B\n---\n',
    'storylines/nothing.mdx': '---\ntitle: A\n---\n',
    'storylines/none.mdx': '---\ntitle: B\n---\n',
    'images/none.jpg': Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080001000201011100ffd9', 'hex'),
    'images/none.png': Buffer.from('89504e470d0a1a0a0000000d494844520000000200000001080600000000000000', 'hex'),
  });
  assert.deepEqual(await problemsOf(newsroom), []);
});

test('a picture whose name is written decomposed is found; of two that differ only in that, the composed one is used', async (t) => {
  const svg = (width: number): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="1"/>`;
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/01/a', { image: { src: 'Fe\u0301te/cafe\u0301.svg', alt: 'A' } }, '![B](ḍ\u0307.svg)'),
    'images/Fe\u0301te/cafe\u0301.svg': svg(2),
    'images/d\u0307\u0323.svg': svg(3),
  });
  const picture = (): [string | undefined, number | undefined] =>
    newsroom.at(later, (edition) => [
      edition.picture('Féte/café.svg')?.file,
      edition.pictureSize('Féte/café.svg')?.width,
    ]);
  const decomposed = 'images/Fe\u0301te/cafe\u0301.svg';
  assert.deepEqual(await problemsOf(newsroom), []);
  assert.deepEqual(picture(), [decomposed, 2]);
  newsroom.write({ 'images/Féte/café.svg': svg(4) });
  assert.deepEqual(await problemsOf(newsroom), [`${decomposed}:1:1 address-duplicate`]);
  assert.deepEqual(picture(), ['images/Féte/café.svg', 4]);
  newsroom.write({ [decomposed]: svg(5) });
  assert.deepEqual(await problemsOf(newsroom), [`${decomposed}:1:1 address-duplicate`]);
  newsroom.remove('images/Féte/café.svg');
  assert.deepEqual(await problemsOf(newsroom), []);
  assert.deepEqual(picture(), [decomposed, 5]);
  newsroom.remove(decomposed);
  assert.equal((await problemsOf(newsroom)).length, 1);
  assert.deepEqual(picture(), [undefined, undefined]);
});

test('an address in any form of writing is the same address', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/01/café', { aliases: ['/Alt/Caf%C3%A9/'] }),
    ...article(
      '/2026/01/02/b',
      { related: ['/2026/01/01/caf%C3%A9'] },
      '[One](/2026/01/01/cafe\u0301) and [two](/alt/café).',
    ),
  });
  assert.deepEqual(await problemsOf(newsroom), []);
  newsroom.at(later, (edition) => assert.equal(edition.redirectFrom('/alt/café'), '/2026/01/01/café'));
});

test('two articles with one id: each problem names the other file, and one article is used', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/02/live', { id: 'one' }),
    ...article('/2026/01/03/copy', { id: 'one' }),
  });
  const { problems } = await newsroom.compile();
  assert.deepEqual(brief(problems), [
    'articles/2026/01/02/live.mdx:2:1 id-duplicate id',
    'articles/2026/01/03/copy.mdx:2:1 id-duplicate id',
  ]);
  assert.match(problems[0]?.message ?? '', /copy\.mdx/);
  assert.match(problems[1]?.message ?? '', /live\.mdx/);
  newsroom.at(later, (edition) => {
    assert.ok(edition.story('/2026/01/02/live'));
    assert.equal(edition.lookup('/2026/01/03/copy').state, 'none');
    assert.equal(edition.count('all', ''), 1);
  });
});

test('of two articles with one id or address, one that is hidden never replaces the other', async (t) => {
  const cases: [name: string, fields: Record<string, unknown>][] = [
    ['a draft', { status: 'draft' }],
    ['an embargo', { embargo: '2026-06-01T00:00:00Z' }],
    ['a date in the future', { published: '2027-01-01T00:00:00Z' }],
  ];
  for (const [name, fields] of cases) {
    await t.test(`the same id: ${name}`, async (inner) => {
      const newsroom = new TestNewsroom(inner, {
        ...site,
        ...article('/2026/01/02/live', { id: 'one' }),
        ...article('/2026/01/01/early', { id: 'one', ...fields }),
      });
      await newsroom.compile();
      newsroom.at(later, (edition) => assert.ok(edition.story('/2026/01/02/live')));
    });
    await t.test(`the same address: ${name}`, async (inner) => {
      const [text] = Object.values(
        article('/2026/01/02/live', { id: 'two', headline: 'Twin', published: '2026-01-02T01:00:00Z', ...fields }),
      );
      const newsroom = new TestNewsroom(inner, {
        ...site,
        ...article('/2026/01/02/live'),
        'articles/2026/01/02/live.md': text ?? '',
      });
      assert.equal((await problemsOf(newsroom)).filter((each) => each.includes('address-duplicate')).length, 2);
      newsroom.at(later, (edition) => assert.equal(edition.story('/2026/01/02/live')?.headline, 'About live'));
    });
  }
});

test('a copy does not come up when the article that it copies is taken back', async (t) => {
  for (const status of ['killed', 'withheld']) {
    const newsroom = new TestNewsroom(t, {
      ...site,
      ...article('/2026/01/02/a', { id: 'one' }),
      ...article('/2026/01/03/copy', { id: 'one' }),
    });
    await newsroom.compile();
    newsroom.write(article('/2026/01/02/a', { id: 'one', status }));
    await newsroom.compile();
    newsroom.at(later, (edition) => assert.equal(edition.story('/2026/01/03/copy'), undefined, status));
  }
});

test('of three articles that share an id and an address in turn, only one is ever public', async (t) => {
  const at = (slug: string, fields: Record<string, unknown>): string =>
    Object.values(article(`/2026/01/02/${slug}`, fields))[0]?.toString() ?? '';
  const files: Files = {
    'articles/2026/01/02/x.mdx': at('x', { id: 'one', published: '2026-01-02T03:00:00Z' }),
    'articles/2026/01/02/y.md': at('y', { id: 'one', published: '2026-01-02T02:00:00Z' }),
    'articles/2026/01/02/y.mdx': at('y', { id: 'two', published: '2026-01-02T01:00:00Z' }),
  };
  const newsroom = new TestNewsroom(t, { ...site, ...files });
  await newsroom.compile();
  newsroom.at(later, (edition) => assert.equal(edition.count('all', ''), 1));
  newsroom.write({ 'articles/2026/01/02/x.mdx': at('x', { id: 'three' }) });
  await newsroom.compile();
  newsroom.at(later, (edition) => assert.equal(edition.count('all', ''), 2));
});

test('topics in a cycle are reported, each with its line, and do no harm', async (t) => {
  const circle = topics({
    a: { title: 'A', parent: 'c' },
    b: { title: 'B', parent: 'a' },
    c: { title: 'C', parent: 'b' },
    d: { title: 'D', parent: 'a' },
    e: { title: 'E', parent: 'e' },
  });
  const newsroom = new TestNewsroom(t, { ...site, ...circle, ...article('/2026/01/01/x', { topics: ['d', 'e'] }) });
  const cycles = ['a', 'b', 'c', 'e'].map((slug) => `topics/${slug}.mdx:3:9 topic-cycle parent`);
  assert.deepEqual(await problemsOf(newsroom), cycles);
  newsroom.at(later, (edition) => {
    assert.deepEqual(
      edition.topicsAbove('d').map(({ slug }) => slug),
      ['b', 'c', 'a'],
    );
    assert.equal(edition.count('topic', 'a'), 1);
  });
  newsroom.write({ 'topics/a.mdx': '---\ntitle: A\nparent: c\n---\n<Box>\n' });
  assert.deepEqual(await problemsOf(newsroom), [
    'topics/a.mdx:3:9 topic-cycle parent',
    'topics/a.mdx:5:1 element-unknown',
    ...cycles.slice(1),
  ]);
  newsroom.write(topics({ a: 'A', e: 'E' }));
  assert.deepEqual(await problemsOf(newsroom), []);
});

test('of two files for one topic one is used, and both are reported', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...topics({ a: 'One' }),
    'topics/a.md': '---\ntitle: Two\n---\n',
    ...article('/2026/01/01/x', { topics: ['a'] }),
  });
  const problems = ['topics/a.md:1:1 address-duplicate', 'topics/a.mdx:1:1 address-duplicate'];
  assert.deepEqual(await problemsOf(newsroom), problems);
  newsroom.at(later, (edition) => assert.equal(edition.topic('a')?.title, 'One'));
  newsroom.remove('topics/a.mdx');
  assert.deepEqual(await problemsOf(newsroom), []);
  newsroom.at(later, (edition) => assert.equal(edition.topic('a')?.title, 'Two'));
});

test('a translation in the language of its original is asked about', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/01/x'),
    ...article('/2026/01/02/y', { translationOf: '/2026/01/01/x' }),
    ...article('/2026/01/03/z', { translationOf: '/2026/01/01/nothing', lang: 'fr' }),
  });
  assert.deepEqual(await problemsOf(newsroom), [
    'articles/2026/01/02/y.mdx:5:16 translation-language translationOf',
    'articles/2026/01/03/z.mdx:5:16 related-missing translationOf',
  ]);
  newsroom.write(article('/2026/01/02/y', { translationOf: '/2026/01/01/x', lang: 'fr' }));
  newsroom.write(article('/2026/01/03/z', { translationOf: '/2026/01/01/x', lang: 'de' }));
  assert.deepEqual(await problemsOf(newsroom), []);
});
