import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownAddresses } from '../../server/own-addresses.ts';
import { compile } from './compile.ts';
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
        image: { src: 'none.jpg', alt: 'A', credit: 'B' },
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
    `${file}:15:5 related-missing related`,
    `${file}:18:1 related-missing`,
    `${file}:18:21 reference-missing`,
    `${file}:18:40 reference-missing`,
    `${file}:18:62 reference-missing`,
    `${file}:20:1 picture-missing src`,
  ]);
  newsroom.write({
    ...topics({ nowhere: 'A', none: 'B' }),
    ...article('/2026/01/01/b'),
    ...article('/2026/01/01/moved', { aliases: ['/2026/01/01/c'] }),
    'people/nobody.mdx': '---\nname: A\n---\n',
    'people/none.mdx': '---\nname: B\n---\n',
    'storylines/nothing.mdx': '---\ntitle: A\n---\n',
    'storylines/none.mdx': '---\ntitle: B\n---\n',
    'images/none.jpg': '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>',
    'images/none.png': '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>',
  });
  assert.deepEqual(await problemsOf(newsroom), []);
});

test('a picture whose name has other capitals or another ending is named', async (t) => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>';
  const newsroom = new TestNewsroom(t, {
    ...site,
    'images/Town/Harbour.SVG': svg,
    ...article('/2026/01/01/a', { image: { src: 'town/harbour.svg', alt: 'A', credit: 'B' } }),
    ...article('/2026/01/01/b', { image: { src: 'town/sea.svg', alt: 'A', credit: 'B' } }),
  });
  const { problems } = await newsroom.compile();
  assert.deepEqual(
    problems.map(({ fix }) => fix),
    [
      'Write Town/Harbour.SVG. Capitals and the ending count in the name of a file.',
      'Put the file there, or correct its path.',
    ],
  );
});

test('the nearest name is proposed, and a link is not called a byline', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...topics({ harbour: 'Harbour' }),
    ...article(
      '/2026/01/01/a',
      { topics: ['harbor'], byline: ['nobody'] },
      '[h](/topics/harbours) [n](/people/nobody)',
    ),
  });
  const { problems } = await newsroom.compile();
  assert.deepEqual(
    problems.map(({ why, fix }) => `${why} ${fix}`),
    [
      'The article would belong to a topic that has no page. Did you mean “harbour”? If not, write topics/harbor.mdx with a title, or correct the name.',
      'Readers see no author. Write people/nobody.mdx with a name, or correct the name. A byline can also be { name: … }.',
      'The text is shown without the link. Did you mean “harbour”? If not, write topics/harbours.mdx with a title, or correct the name.',
      'The text is shown without the link. Write people/nobody.mdx with a name, or correct the name.',
    ],
  );
});

test('links around every page that lead nowhere are reported, whatever the script of their address is', async (t) => {
  const content = new TestNewsroom(t, {
    ...topics({ 港: 'Harbour' }),
    ...article('/2026/01/01/ليبيا', { topics: ['港'] }),
    'pages/شارع.mdx': '---\ntitle: A\naliases: [/old]\n---\nA text.\n',
    'site.yaml': [
      site['site.yaml'],
      'menu: [/شارع, /港, /topics/港, /topics/none, /latest, /old, /feed.xml, "https://shop.example"]\n',
      'footer: [/2026/01/01/ليبيا, /2026/01/02/none, /%E6%B8%AF]\n',
      'policies: { ethics: "/none#ethics" }\n',
    ].join(''),
  });
  const problems = async (): Promise<string[]> => {
    const found = await compile({ content: content.content, data: content.data, ownAddresses });
    return found.problems.map(({ field, message }) => `${field} ${message}`);
  };
  assert.deepEqual(await problems(), [
    'menu There is no page at /港.',
    'menu There is no topic “none”.',
    'footer There is no article at /2026/01/02/none.',
    'footer There is no page at /港.',
    'policies There is no page at /none.',
  ]);
  content.write({
    'pages/港.mdx': '---\ntitle: A\naliases: [/none]\n---\nA text.\n',
    ...topics({ none: 'None' }),
    ...article('/2026/01/02/none'),
  });
  assert.deepEqual(await problems(), []);
});

test('links in a text to a page, a picture or a place that is not there are reported', async (t) => {
  const text =
    '# The way there\n\n[a](/nowhere) [b](/jobs) [c](/images/none.svg) [d](#nope) [e](#the-way-there) [f](/latest) [g](/?p=1)';
  const content = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/01/a', {}, text),
    'pages/jobs.mdx': `---\ntitle: Jobs\n---\n${text}\n`,
  });
  const problems = async (only?: string[]): Promise<string[]> => {
    const { content: folder, data } = content;
    const found = await compile({ content: folder, data, ownAddresses, ...(only && { only }) });
    return found.problems.map(({ code, message }) => `${code} ${message}`);
  };
  const place = 'link-invalid There is no place “#nope” on this page.';
  const inOne = [
    'reference-missing There is no page at /nowhere.',
    'picture-missing There is no picture images/none.svg.',
    place,
  ];
  assert.deepEqual(await problems(), [...inOne, ...inOne]);
  const files = {
    'images/none.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>',
    'pages/nowhere.mdx': '---\ntitle: A\n---\nA text.\n',
  };
  content.write(files);
  assert.deepEqual(await problems(Object.keys(files)), [place, place]);
});

test('numbers of a series that are there twice, and gaps before a number, are reported with their position', async (t) => {
  const part = (slug: string, number: unknown, fields = {}): Files =>
    article(`/2026/01/01/${slug}`, { series: { name: 'The way', part: number }, ...fields });
  const newsroom = new TestNewsroom(t, { ...site, ...part('a', 2), ...part('b', 2), ...part('c', 5) });
  const files = ['a', 'b', 'c', 'd'].map((slug) => `articles/2026/01/01/${slug}.mdx`);
  const first = await newsroom.compile();
  assert.deepEqual(brief(first.problems), [
    `${files[0]}:7:9 series-part series.part`,
    `${files[0]}:7:9 series-part series.part`,
    `${files[1]}:7:9 series-part series.part`,
    `${files[1]}:7:9 series-part series.part`,
    `${files[2]}:7:9 series-part series.part`,
  ]);
  assert.deepEqual(
    first.problems.map(({ message, severity }) => `${severity}: ${message}`),
    [
      `warning: Part 2 of the series “The way” is also ${files[1]}.`,
      'warning: This is part 2 of the series “The way”, and there is no part 1.',
      `warning: Part 2 of the series “The way” is also ${files[0]}.`,
      'warning: This is part 2 of the series “The way”, and there is no part 1.',
      'warning: This is part 5 of the series “The way”, and there is no part 4.',
    ],
  );
  newsroom.write({ ...part('a', 1, { status: 'draft' }), ...part('c', 4), ...part('d', 3, { status: 'killed' }) });
  assert.deepEqual(await problemsOf(newsroom), [], 'hidden parts count: only the editor sees this');
  newsroom.remove(files[3] ?? '');
  assert.deepEqual(await problemsOf(newsroom), [`${files[2]}:7:9 series-part series.part`]);
  newsroom.write(part('c', 2));
  assert.deepEqual(await problemsOf(newsroom), [
    `${files[1]}:7:9 series-part series.part`,
    `${files[2]}:7:9 series-part series.part`,
  ]);
  newsroom.write({ ...part('b', 3), ...part('d', 0) });
  assert.deepEqual(await problemsOf(newsroom), [`${files[3]}:7:9 field-invalid series.part`]);
});

test('a picture whose name is written decomposed is found; of two that differ only in that, the composed one is used', async (t) => {
  const svg = (width: number): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="1"/>`;
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article(
      '/2026/01/01/a',
      { image: { src: 'Fe\u0301te/cafe\u0301.svg', alt: 'A', credit: 'B' } },
      '![B](ḍ\u0307.svg)',
    ),
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

test('a copy of a file takes nothing from the story that it copies, whatever its date', async (t) => {
  const published = '2026-01-02T12:00:00Z';
  for (const fields of [{ published }, { published: '2026-01-01T12:00:00Z' }]) {
    const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/02/live', { id: 'one', published }) });
    await newsroom.compile();
    newsroom.write(article('/2026/01/03/copy', { id: 'one', ...fields }));
    for (const only of [['articles/2026/01/03/copy.mdx'], undefined]) {
      const { problems } = await newsroom.compile(only);
      assert.deepEqual(
        problems.filter(({ code }) => code === 'id-duplicate').map(({ why }) => why),
        [
          'This file is used, since it was public first. The copy is left out.',
          'The other file is used, since it was public first. This one is left out.',
        ],
      );
      newsroom.at(later, (edition) => {
        assert.ok(edition.story('/2026/01/02/live'));
        assert.equal(edition.lookup('/2026/01/03/copy').state, 'none');
      });
    }
  }
  const unknown = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/02/live', { id: 'one', published }),
    ...article('/2026/01/03/copy', { id: 'one', published }),
  });
  const { problems } = await unknown.compile();
  assert.match(problems[0]?.why ?? '', /This file is used, since its folder or name comes first/);
  unknown.at(later, (edition) => assert.ok(edition.story('/2026/01/02/live')));
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

test('a name whose file has an error is reported so, and not as a name that nothing has', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article(
      '/2026/01/01/a',
      {
        topics: ['t'],
        byline: ['p'],
        storyline: 's',
        image: { src: 'i.png', alt: 'A', credit: 'B' },
        related: ['/2026/01/01/b'],
      },
      '[A](/2026/01/01/b)',
    ),
    ...article('/2026/01/01/b', { type: 'nonsense' }),
    'topics/t.mdx': '---\nlearn: A\n---\n',
    'people/p.md': 'A person.\n',
    'storylines/s.mdx': '---\ntitle: [A]\n---\n',
    'images/i.png': 'no picture',
  });
  const named = async (only?: string[]): Promise<string[]> =>
    (await newsroom.compile(only)).problems
      .filter(({ file }) => file === 'articles/2026/01/01/a.mdx')
      .map(({ field, message, fix }) => `${field}: ${message} ${fix}`);
  const says = (field: string | null, file: string): string =>
    `${field}: ${file} cannot be read: it has an error. Mend ${file} first.`;
  const all = [
    says('topics', 'topics/t.mdx'),
    says('byline', 'people/p.md'),
    says('storyline', 'storylines/s.mdx'),
    says('image', 'images/i.png'),
    says('related', 'articles/2026/01/01/b.mdx'),
    says(null, 'articles/2026/01/01/b.mdx'),
  ];
  assert.deepEqual(await named(), all);
  newsroom.remove('topics/t.mdx', 'people/p.md');
  newsroom.write({ 'people/p.mdx': '---\nname: ""\n---\n' });
  assert.deepEqual(await named(['topics/t.mdx', 'people']), [
    'topics: There is no topic “t”. Write topics/t.mdx with a title, or correct the name.',
    says('byline', 'people/p.mdx'),
    ...all.slice(2),
  ]);
  newsroom.write({ 'topics/t.mdx': '---\n---\n', 'people/p.mdx': '---\nname: P\n---\n' });
  assert.deepEqual(await named(['topics', 'people']), [all[0], ...all.slice(2)]);
});

test('each pick that shows no link, or only because an address leads on, has its own message', async (t) => {
  const at = (slug: string): string => `/2026/01/01/${slug}`;
  const own = at('own');
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...topics({ asia: { title: 'Asia', aliases: ['/topics/orient'], essential: [at('draft'), at('public')] } }),
    'people/ann.mdx': '---\nname: Ann\n---\n',
    ...article(at('public'), { aliases: ['/old/public'], topics: ['asia'] }),
    ...article(at('draft'), { status: 'draft' }),
    ...article(at('withheld'), { status: 'withheld', aliases: ['/old/withheld'] }),
    ...article(at('killed'), { status: 'killed' }),
    ...article(at('later'), { embargo: '2026-02-01T00:00:00Z' }),
    ...article(at('expired'), { expires: '2026-01-05T00:00:00Z' }),
    ...article(at('renamed'), { id: 'urn:test:renamed' }),
  });
  const compiledAt = async (now: string, only?: string[]): Promise<Record<string, string>> => {
    const { content, data } = newsroom;
    const { problems } = await compile({ content, data, now: Date.parse(now), ownAddresses, ...(only && { only }) });
    const found = problems.filter(({ code }) => code.startsWith('related-'));
    return Object.fromEntries(
      found.map(({ file, line, code, message, fix }) => [`${file}:${line}`, `${code} ${message} ${fix}`]),
    );
  };
  await compiledAt('2026-01-10T00:00:00Z');
  newsroom.remove(`articles${at('renamed')}.mdx`);
  const picks = {
    [at('public')]: undefined,
    '/old/public': `related-moved The article is at ${at('public')} now. Write ${at('public')}.`,
    [at('renamed')]: `related-moved The article is at ${at('new')} now. Write ${at('new')}.`,
    [own]: `related-missing ${own} is this article itself. Remove it, or correct the address.`,
    '/old/own': `related-missing /old/own is this article itself. Remove it, or correct the address.`,
    [at('draft')]: `related-hidden articles${at('draft')}.mdx is a draft. Publish it, or remove the link.`,
    '/old/withheld': `related-hidden articles${at('withheld')}.mdx is withheld. Publish it, or remove the link.`,
    [at('killed')]: `related-hidden articles${at('killed')}.mdx is killed. Remove the link, or pick another article.`,
    [at('later')]:
      `related-hidden articles${at('later')}.mdx is not public before 2026-02-01T00:00:00Z. The link appears then. Pick another article if readers need one before.`,
    [at('expired')]:
      `related-hidden articles${at('expired')}.mdx has expired. Remove the link, or pick another article.`,
    '/topics/asia':
      'related-missing /topics/asia is the page of a topic, not an article. Remove it. `topics` leads to topics.',
    '/topics/orient':
      'related-missing /topics/orient is the page of a topic, not an article. Remove it. `topics` leads to topics.',
    '/people/ann':
      'related-missing /people/ann is the page of a person, not an article. Remove it. A link in the text can lead there.',
    '/search':
      'related-missing /search is a page of the site itself, not an article. Remove it. A link in the text can lead there.',
    '/topics/none': 'related-missing There is no article at /topics/none. Correct the address, or remove the link.',
    '/constructor': 'related-missing There is no article at /constructor. Correct the address, or remove the link.',
    [at('none')]: `related-missing There is no article at ${at('none')}. Correct the address, or remove the link.`,
  };
  newsroom.write({
    ...article(at('new'), { id: 'urn:test:renamed' }),
    ...article(own, { aliases: ['/old/own'], related: Object.keys(picks) }),
  });
  const file = `articles${own}.mdx`;
  const first = 8;
  const expected = (words: (string | undefined)[]): Record<string, string> =>
    Object.fromEntries([
      ...words.flatMap((each, index) => (each === undefined ? [] : [[`${file}:${first + index}`, each]])),
      ['topics/asia.mdx:6', picks[at('draft')]],
    ]);
  assert.deepEqual(await compiledAt('2026-01-11T00:00:00Z'), expected(Object.values(picks)));
  // When the embargo ends, and when a status changes, the picks of other files are checked again.
  const without = (...slugs: string[]): Set<string | undefined> =>
    new Set(Object.entries(picks).flatMap(([pick, words]) => (words && !slugs.includes(pick) ? [words] : [])));
  const ended = await compiledAt('2026-02-02T00:00:00Z', ['site.yaml']);
  assert.deepEqual(new Set(Object.values(ended)), without(at('later')));
  newsroom.write(article(at('draft')));
  const published = await compiledAt('2026-02-02T00:00:00Z', [`articles${at('draft')}.mdx`]);
  assert.deepEqual(new Set(Object.values(published)), without(at('later'), at('draft')));
  newsroom.at('2026-01-12T00:00:00Z', (edition) => {
    const found = edition.lookup(own);
    assert.ok(found.state === 'public');
    const shown = found.story.parts.picked.map((link) => (link.kind === 'story' ? link.story.address : link.href));
    assert.deepEqual(shown, [at('public'), at('new'), at('draft')]);
  });
});

test('stories that become public together may pick each other, as may drafts', async (t) => {
  const pair = (fields: Record<string, unknown>): Files => ({
    ...article('/2026/01/01/a', { ...fields, related: ['/2026/01/01/b'] }),
    ...article('/2026/01/01/b', { ...fields, related: ['/2026/01/01/a'] }),
  });
  const newsroom = new TestNewsroom(t, { ...site, ...pair({ embargo: '2999-02-01T00:00:00Z' }) });
  assert.deepEqual(await problemsOf(newsroom), []);
  newsroom.write(pair({ status: 'draft' }));
  assert.deepEqual(await problemsOf(newsroom), []);
  newsroom.write(article('/2026/01/01/a', { related: ['/2026/01/01/b'] }));
  assert.deepEqual(await problemsOf(newsroom), ['articles/2026/01/01/a.mdx:6:5 related-hidden related']);
});
