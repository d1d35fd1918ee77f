import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { compile } from '../compile/compile.ts';
import { openStore } from '../store/store.ts';
import { article, editionsIn, folderFor, site, TestNewsroom, topics, type Files } from '../testing.ts';
import type { MarkedText, SearchRequest, SearchResult } from './search.ts';
import { Chance, instant, start } from './test-month.ts';

const now = '2026-02-01T00:00:00Z';

/** A newsroom that was compiled at `now`. */
async function compiled(t: TestContext, files: Files): Promise<TestNewsroom> {
  const newsroom = new TestNewsroom(t, { ...site, ...files });
  await compile({ content: newsroom.content, data: newsroom.data, history: false, now: Date.parse(now) });
  return newsroom;
}

function found(newsroom: TestNewsroom, query: string, request: Partial<SearchRequest> = {}, at = now): SearchResult {
  return newsroom.at(at, (edition) => edition.search({ query, order: 'relevance', page: 1, ...request }));
}

function slugs({ hits }: SearchResult): string[] {
  return hits.map(({ story }) => story.address.slice(12));
}

/** Hits in brackets. */
function brackets(text: MarkedText): string {
  return text.map(({ text: part, hit }) => (hit ? `[${part}]` : part)).join('');
}

const words: Files = {
  ...topics({ world: 'World', asia: { title: 'Asia', parent: 'world' }, sport: 'Sport' }),
  'people/ann.mdx': '---\nname: Ann\n---\n',
  ...article(
    '/2026/01/01/election',
    { headline: 'Elections in Nara', topics: ['asia'], byline: ['ann'], type: 'analysis', agency: 'AFP' },
    'Voters chose Sanae Takaichi’s party, and the prime minister thanked them.',
  ),
  ...article(
    '/2026/01/02/garden',
    { headline: 'A garden opens', topics: ['sport'], dateline: { place: 'Nara', country: 'JP' } },
    'The minister in his prime was elected to open it, said Søren Łukasz of Straße.',
  ),
  ...article('/2025/12/31/tokyo', { headline: '東京都で選挙', lang: 'ja' }, '高市早苗首相は奈良で演説した。'),
  ...article(
    '/2025/12/30/arabic',
    { headline: 'الحكومة الجديدة', lang: 'ar' },
    'قال أحمد إن الْحُكُومَة ستجتمع غداً في القاهرة.',
  ),
  ...article('/2025/12/29/thai', { headline: 'ข่าววันนี้', lang: 'th' }, 'ประเทศไทยเป็นประเทศในเอเชียตะวันออกเฉียงใต้'),
  ...article('/2025/12/28/korean', { headline: '나라에서 만난 정상', lang: 'ko' }, '서울에서 온 대통령.'),
};

test('words match by their forms in every script', async (t) => {
  const newsroom = await compiled(t, words);
  for (const [query, ...expected] of [
    ['election', 'election', 'garden'],
    ['ELECTING', 'election', 'garden'],
    ['takaichi', 'election'],
    ["Takaichi's", 'election'],
    ['takaichi’s party', 'election'],
    ['soren lukasz', 'garden'],
    ['strasse', 'garden'],
    ['ＴＡＫＡＩＣＨＩ', 'election'],
    ['nara', 'election', 'garden'],
    ['ann', 'election'],
    ['"prime minister"', 'election'],
    ['“prime minister”', 'election'],
    ['«prime minister»', 'election'],
    ['prime minister', 'election', 'garden'],
    ['minister -takaichi', 'garden'],
    ['minister -"prime minister"', 'garden'],
    ['takaichi OR lukasz', 'garden', 'election'],
    ['東京', 'tokyo'],
    ['選挙', 'tokyo'],
    ['高市', 'tokyo'],
    ['首相 演説', 'tokyo'],
    ['首', 'tokyo'],
    ['京東'],
    ['حكومة', 'arabic'],
    ['الحكومة', 'arabic'],
    ['احمد', 'arabic'],
    ['ประเทศ', 'thai'],
    ['เอเชีย', 'thai'],
    ['서울', 'korean'],
    ['나라', 'korean'],
    ['topic:asia', 'election'],
    ['TOPIC：asia', 'election'],
    ['topic:"Asia"', 'election'],
    ['topic:world', 'election'],
    ['-topic:world nara', 'garden'],
    ['person:ann', 'election'],
    ['place:Nara', 'garden'],
    ['agency:afp', 'election'],
    ['type:analysis', 'election'],
    ['type:analysis type:news topic:world', 'election'],
    ['nara -type:analysis', 'garden'],
    ['after:2026', 'garden', 'election'],
    ['after:2026-01-02', 'garden'],
    ['nara before:2026-01-02', 'election'],
    ['nara -before:2026-01-02', 'garden'],
    ['before:2025-12-29', 'korean'],
    ['topic:nowhere'],
    ['type:nonsense nara'],
    ['-nara'],
    ['x:all'],
    ['all'],
    ['t:asia'],
  ] as const)
    assert.deepEqual(slugs(found(newsroom, query)).toSorted(), expected.toSorted(), query);
});

test('a word in capitals is not found in a word with the same stem', async (t) => {
  const newsroom = await compiled(t, {
    ...article('/2026/01/01/tools', { headline: 'A useful tool is used' }),
    ...article('/2026/01/02/trade', { headline: 'U.S. trade' }),
    ...article('/2026/01/03/talks', { headline: 'US talks' }),
  });
  for (const query of ['US', 'U.S.', 'us']) assert.deepEqual(slugs(found(newsroom, query)), ['talks', 'trade'], query);
  assert.deepEqual(slugs(found(newsroom, 'using')), ['tools']);
});

test('a place is found by all its spellings, and by those of an edited places.yaml', async (t) => {
  const kyiv = '- { name: Kyiv, country: UA, aliases: [Kiev, Київ] }\n';
  const newsroom = await compiled(t, {
    ...article('/2026/01/01/a', { dateline: { place: 'Kyiv', country: 'UA' } }),
    ...article('/2026/01/02/b', { dateline: { place: 'Kiev', country: 'UA' } }),
    ...article('/2026/01/03/c', { dateline: { place: 'Київ' } }),
    ...article('/2026/01/04/d', { dateline: { place: 'Kiev', country: 'US' } }),
    ...article('/2026/01/05/e', { dateline: { place: 'Lviv', country: 'UA' } }),
  });
  const foundIn = (query: string): string => slugs(found(newsroom, query, { order: 'date' })).join('');
  assert.deepEqual(['place:kyiv', 'place:Kiev', 'place:київ'].map(foundIn), ['a', 'db', 'c']);
  newsroom.write({ 'places.yaml': kyiv });
  await compile({ content: newsroom.content, data: newsroom.data, history: false, now: Date.parse(now) });
  assert.deepEqual(['place:kyiv', 'place:київ', '-place:kyiv about'].map(foundIn), ['cba', 'cba', 'ed']);
  newsroom.remove('places.yaml');
  await compile({ content: newsroom.content, data: newsroom.data, history: false, now: Date.parse(now) });
  assert.deepEqual(['place:kyiv', 'place:Kiev', '-place:kyiv about'].map(foundIn), ['a', 'db', 'edcb']);
});

test('hits, their marks and the facets', async (t) => {
  const newsroom = await compiled(t, words);
  const result = found(newsroom, 'nara minister');
  assert.deepEqual(slugs(result), ['election', 'garden'], 'the one with a word in its headline comes first');
  assert.deepEqual(slugs(found(newsroom, 'nara minister', { order: 'date' })), ['garden', 'election']);
  assert.deepEqual(
    result.hits.map(({ headline }) => brackets(headline)),
    ['Elections in [Nara]', 'A garden opens'],
  );
  assert.equal(
    brackets(result.hits[0]?.snippet ?? []),
    'Voters chose Sanae Takaichi’s party, and the prime [minister] thanked them.',
  );
  assert.equal(
    brackets(found(newsroom, '"prime ministers"').hits[0]?.snippet ?? []).includes('[prime minister]'),
    true,
  );
  assert.equal(brackets(found(newsroom, '早苗').hits[0]?.snippet ?? []), '高市[早苗]首相は奈良で演説した。');
  assert.deepEqual(
    result.facets.map(({ kind, values }) => [
      kind,
      ...values.map(({ title, count, query }) => `${title} ${count} ${query}`),
    ]),
    [
      [
        'topic',
        'Asia 1 nara minister topic:asia',
        'Sport 1 nara minister topic:sport',
        'World 1 nara minister topic:world',
      ],
      ['person', 'Ann 1 nara minister person:ann'],
      ['place', 'Nara 1 nara minister place:nara'],
      ['agency', 'AFP 1 nara minister agency:afp'],
      ['type', 'analysis 1 nara minister type:analysis', 'news 1 nara minister type:news'],
      ['year', '2026 2 nara minister after:2026 before:2027'],
    ],
  );
  const narrowed = found(newsroom, 'nara topic:asia after:2026 before:2027');
  const selected = narrowed.facets.flatMap(({ values }) => values.filter((value) => value.selected));
  assert.deepEqual(
    selected.map(({ query }) => query),
    ['nara after:2026 before:2027', 'nara topic:asia'],
  );
});

test('a name in katakana is found however its parts are divided', async (t) => {
  const written = [
    'コリガンメイド',
    'コリガン・メイド',
    'コリガン･メイド',
    'ｺﾘｶﾞﾝ･ﾒｲﾄﾞ',
    'コリガン＝メイド',
    'コリガン=メイド',
    'コリガン メイド',
  ];
  const newsroom = await compiled(
    t,
    Object.assign(
      article('/2026/01/20/other', { lang: 'ja' }, 'コリガンさんとメイドさん。'),
      ...written.map((name, index) =>
        article(`/2026/01/0${index + 1}/name-${index}`, { lang: 'ja' }, `司会の${name}氏。`),
      ),
    ),
  );
  for (const query of [...written.slice(0, 6), '"コリガン メイド"', '"コリガン　メイド"'])
    assert.deepEqual(
      found(newsroom, query, { order: 'date' }).hits.map(({ snippet }) => brackets(snippet)),
      written.map((name) => `司会の[${name}]氏。`).toReversed(),
      query,
    );
  for (const query of ['コリガン メイド', 'コリガン　メイド'])
    assert.equal(found(newsroom, query).total, written.length + 1);
});

test('what was not understood is noted where it matters', async (t) => {
  const newsroom = await compiled(t, words);
  const notes = (query: string): string[] => found(newsroom, query).notes.map(({ kind }) => kind);
  assert.deepEqual(notes('prime and minister'), [], '“and” is in the story');
  assert.deepEqual(notes('東京 and 奈良'), ['operator-as-word']);
  assert.deepEqual(notes('thanked or them'), ['operator-as-word']);
  assert.deepEqual(slugs(found(newsroom, 'headline:nara place:nara')), ['garden']);
  assert.deepEqual(slugs(found(newsroom, 'author:ann section:asia')), ['election']);
  assert.deepEqual(slugs(found(newsroom, 'takaichi -type:scoop')), ['election']);
  assert.deepEqual(slugs(found(newsroom, 'takaichi type:scoop')), []);
});

const named: Files = {
  ...topics({ 'east-asia': 'Northeast Asia', asia: 'Asia', secret: 'Secret Plans' }),
  'people/ines.mdx': '---\nname: Ines Fairwater\n---\n',
  'people/ann-fairwater.mdx': '---\nname: Ann Stone\n---\n',
  'storylines/nara.mdx': '---\ntitle: The Nara summit\n---\n',
  ...article('/2026/01/01/one', {
    topics: ['east-asia'],
    byline: ['ines'],
    dateline: { place: 'Gyeongju', region: 'North Gyeongsang', country: 'KR' },
    agency: 'AFP',
    storyline: 'nara',
  }),
  ...article('/2026/01/02/two', { topics: ['asia'], dateline: { place: 'Paris', region: 'Texas' }, type: 'analysis' }),
  ...article('/2026/01/03/three', { topics: ['asia'], dateline: { place: 'Paris', region: 'Maine' } }),
  ...article('/2026/01/04/hidden', {
    status: 'draft',
    topics: ['secret'],
    type: 'interview',
    dateline: { place: 'Gyeongju', region: 'Elsewhere' },
  }),
};

test('a filter takes the name that readers know, and offers the nearest one', async (t) => {
  const newsroom = await compiled(t, named);
  for (const [query, ...expected] of [
    ['topic:"Northeast Asia"', 'one'],
    ['topic:asia', 'three', 'two'],
    ['section:northeast', 'one'],
    ['topic:east', 'one'],
    ['person:"Ines Fairwater"', 'one'],
    ['author:Fairwater', 'one'],
    ['author:ines', 'one'],
    ['place:Gyeongju', 'one'],
    ['place:"Gyeongju, North Gyeongsang"', 'one'],
    ['-place:Gyeongju type:news', 'three'],
    ['place:Paris'],
    ['storyline:"The Nara Summit"', 'one'],
    ['storyline:nara', 'one'],
    ['-storyline:nara after:2026', 'three', 'two'],
    ['topic:secret'],
  ] as const)
    assert.deepEqual(slugs(found(newsroom, query, { order: 'date' })), expected, query);
  for (const [query, expected] of [
    ['topic:northest-asia', 'topic:east-asia'],
    ['text topic:eastasia', 'text topic:east-asia'],
    ['zzzzzz topic:eastasia', undefined],
    ['topic:eastasia', 'topic:east-asia'],
    ['author:fairwatre', 'person:ines'],
    ['texxt author:fairwatre', 'text person:ines'],
    ['agency:apf', undefined],
    ['place:Paris', 'place:paris-maine'],
    ['storyline:summit', 'storyline:nara'],
    ['topic:secrte', undefined],
    ['topic:plans', undefined],
    ['topic:zzzzzz', undefined],
    ['gyeongsnag', 'gyeongsang'],
    ['gyengju', 'gyeongju'],
  ] as const)
    assert.equal(found(newsroom, query).suggestion, expected, query);
  const ofStoryline = (query: string): string[] =>
    found(newsroom, query)
      .facets.filter(({ kind }) => kind === 'storyline')
      .flatMap(({ values }) => values.map((each) => `${each.title} ${each.count} ${each.query}`));
  assert.deepEqual(ofStoryline('after:2026'), ['The Nara summit 1 after:2026 storyline:nara']);
  assert.deepEqual(ofStoryline('topic:asia'), []);
  assert.deepEqual(
    found(newsroom, 'topic:secret').notes,
    [{ kind: 'no-such', operator: 'topic', value: 'secret' }],
    'a topic of hidden stories is as one that does not exist',
  );
});

test('the examples of the documentation find something on the demonstration', async (t) => {
  const root = join(import.meta.dirname, '../..');
  const data = join(folderFor(t), 'data');
  await compile({ content: join(root, 'content'), data, history: false, now: Date.parse(now) });
  const lines = readFileSync(join(root, 'docs/search.md'), 'utf8').split('\n');
  const commands = lines.flatMap((line) => /^npx dateline search (?:'(.*)'|(.*?))(?: --json)?$/.exec(line) ?? []);
  const cells = lines.flatMap((line) => /^\| (`.*?`) \|/.exec(line)?.[1]?.split(', ') ?? []);
  const queries = [
    ...commands.filter((text) => text && !text.startsWith('npx')),
    ...cells.map((cell) => cell.slice(1, -1)),
  ];
  assert.ok(queries.length > 15, String(queries.length));
  const editions = editionsIn(data);
  t.after(() => editions.close());
  editions.at(Date.parse(now), (edition) => {
    for (const query of queries)
      assert.notEqual(edition.search({ query, order: 'relevance', page: 1 }).total, 0, query);
  });
});

test('a query that is the title of a page names it', async (t) => {
  const newsroom = await compiled(t, named);
  for (const [query, ...expected] of [
    ['northeast ASIA', 'topic Northeast Asia 1'],
    ['"asia"', 'topic Asia 2'],
    ['the nara summit', 'storyline The Nara summit 1'],
    ['fairwater', 'person Ines Fairwater 1'],
    ['gyeongju', 'place Gyeongju, North Gyeongsang 1'],
    ['afp', 'agency AFP 1'],
    ['paris'],
    ['secret plans'],
    ['-asia'],
    ['asia OR afp'],
    ['asia type:news'],
    ['!?'],
  ] as const)
    assert.deepEqual(
      found(newsroom, query).collections.map(({ kind, title, count }) => `${kind} ${title} ${count}`),
      expected,
      query,
    );
});

test('each filter is listed, with the query without it', async (t) => {
  const newsroom = await compiled(t, named);
  const used = (query: string): string[] =>
    found(newsroom, query).filters.map(
      (filter) => `${filter.excluded ? '-' : ''}${filter.kind} ${filter.title}: ${filter.query}`,
    );
  assert.deepEqual(used('a topic:east-asia -topic:asia after:2026-01 type:news'), [
    'topic Northeast Asia: a -topic:asia after:2026-01 type:news',
    '-topic Asia: a topic:east-asia after:2026-01 type:news',
    'after 2026-01: a topic:east-asia -topic:asia type:news',
    'type news: a topic:east-asia -topic:asia after:2026-01',
  ]);
  assert.deepEqual(used('after:2026 before:2027 -after:2027'), [
    'year 2026: -after:2027',
    '-after 2027: after:2026 before:2027',
  ]);
  assert.deepEqual(used('before:2027 after:2025 topic:secret'), [
    'before 2027: after:2025 topic:secret',
    'after 2025: before:2027 topic:secret',
    'topic secret: before:2027 after:2025',
  ]);
});

test('what finds nothing for a plain reason says why', async (t) => {
  const newsroom = await compiled(t, named);
  const notes = (query: string): string[] => found(newsroom, query).notes.map(({ kind }) => kind);
  assert.deepEqual(notes('after:2026-02 before:2026-01'), ['no-day']);
  assert.deepEqual(notes('after:2026 before:2026'), ['no-day']);
  assert.deepEqual(notes('after:2026-01-01 before:2026-01-02'), []);
  assert.deepEqual(found(newsroom, 'type:opinion').notes, [{ kind: 'no-such', operator: 'type', value: 'opinion' }]);
  assert.deepEqual(
    found(newsroom, 'type:interview').notes,
    [{ kind: 'no-such', operator: 'type', value: 'interview' }],
    'only a hidden story has it',
  );
  assert.deepEqual(notes('type:analysis zzzzzz'), []);
  assert.deepEqual(notes('before:2026-02-30'), ['unknown-date', 'nothing-left']);
});

test('a misspelt word is mended', async (t) => {
  const newsroom = await compiled(t, words);
  for (const [query, expected] of [
    ['takaishi', 'takaichi'],
    ['minsiter', 'minister'],
    ['gadren topic:sport', 'garden topic:sport'],
    ['gadren topic:asia', undefined],
    ['nar', undefined],
    ['minister', undefined],
    ['takaishi -minister', undefined],
    ['"takaishi"', '"takaichi"'],
    ['"prime minsiter"', '"prime minister"'],
    ['“the prmie, minsiter” topic:asia', '"the prime, minister" topic:asia'],
    ['"minsiter prime"', undefined],
    ['"prime minsiter" topic:sport', undefined],
    ['-"prime minsiter" takaishi', '-"prime minsiter" takaichi'],
    ['prime-minsiter', 'prime-minister'],
    ['"東京 minsiter"', undefined],
    ['"minister prime"', undefined],
    [`minsiter OR "${'the '.repeat(23)}"`, `minister OR "${'the '.repeat(23).trim()}"`],
    [`minsiter OR "${'the '.repeat(24)}"`, undefined],
    ['zzzzzzzz', undefined],
    ['minister zzzzzzzz', undefined],
    ['minsiter zzzzzzzz', 'minister'],
    ['zzzzzzzz OR minsiter', 'minister'],
    ['"zzzzzzzz party" minsiter', 'minister'],
    ['minsiter zzzzzzzz topic:asia -sport', 'minister -sport topic:asia'],
    ['Gadren', 'garden'],
    ['Gadrne', undefined],
    ['gadrne', 'garden'],
    ['warden', undefined],
    ['Takaishy', 'takaichi'],
  ] as const)
    assert.equal(found(newsroom, query).suggestion, expected, query);
});

test('a story is of the day on which it was published, whatever its address says', async (t) => {
  const newsroom = await compiled(t, {
    ...article('/2025/12/31/midnight', { headline: 'A light', published: '2026-01-01T00:30:00Z' }),
    ...article('/2025/12/30/before', { headline: 'A light', published: '2025-12-31T23:30:00+09:00' }),
  });
  assert.deepEqual(slugs(found(newsroom, 'light after:2026')), ['midnight']);
  assert.deepEqual(slugs(found(newsroom, 'light before:2026')), ['before']);
  const years = found(newsroom, 'light').facets.find(({ kind }) => kind === 'year')?.values;
  assert.deepEqual(years?.map(({ slug, count }) => `${slug} ${count}`).toSorted(), ['2025 1', '2026 1']);
});

test('pages', async (t) => {
  const files = Array.from({ length: 45 }, (_, index) => article(`/2026/01/01/n-${index}`, {}, 'Same text.'));
  const newsroom = await compiled(t, Object.assign({}, ...files));
  const pages = [1, 2, 3, 4, 999_999].map((page) => found(newsroom, 'same', { page }));
  assert.deepEqual(
    pages.map(({ hits }) => hits.length),
    [20, 20, 5, 0, 0],
  );
  for (const { pages: count, total, atLeast } of pages) assert.deepEqual([count, total, atLeast], [3, 45, false]);
  assert.equal(new Set(pages.flatMap(slugs)).size, 45);
});

test('of very many hits the newest are counted, in whole days, and a better one is found whatever its age', async (t) => {
  const day = (index: number): string => String(1 + Math.floor(index / 60)).padStart(2, '0');
  const files = Array.from({ length: 1_150 }, (_, index) =>
    article(`/2026/01/${day(index)}/n-${index}`, {}, 'The same old words.'),
  );
  const newsroom = await compiled(t, {
    ...Object.assign({}, ...files),
    ...article('/2025/01/01/old', { headline: 'The same' }, 'Nothing.'),
  });
  const result = found(newsroom, 'same');
  assert.deepEqual([result.total, result.atLeast, result.pages], [970, true, 49]);
  assert.deepEqual(result.notes, [{ kind: 'counted-newest', most: 970 }]);
  assert.equal(slugs(result)[0], 'old');
  assert.equal(slugs(found(newsroom, 'same', { order: 'date' }))[0], 'n-1149');
  assert.deepEqual(
    result.facets.flatMap(({ kind, values }) => values.map(({ slug, count }) => `${kind} ${slug} ${count}`)),
    ['type news 970', 'year 2026 970'],
  );
  assert.deepEqual([found(newsroom, '"same old"').total, found(newsroom, '"old same"').total], [970, 0]);
  assert.equal(found(newsroom, 'same before:2026-01-02').total, 61);
});

test('with many phrases stories are read, and answer as the index does', async (t) => {
  const newsroom = await compiled(t, words);
  const four = '"prime minister" "voters chose" "chose sanae" "and the"';
  for (const [more, ...expected] of [
    ['', 'election'],
    ['"thanked them"', 'election'],
    ['"them thanked"'],
    ['-"thanked them"'],
    ['-"them thanked"', 'election'],
    ['"no such" OR "thanked them"', 'election'],
    ['-"thank you" -"minister prime" -garden', 'election'],
  ] as const)
    assert.deepEqual(slugs(found(newsroom, `${four} ${more}`)), expected, more);
  assert.deepEqual(slugs(found(newsroom, '高市早苗 首相は 奈良で 演説し 京都 東')), ['tokyo']);
  assert.deepEqual(slugs(found(newsroom, '高市早苗 首相は 奈良で 演説し 京都 猫')), []);
});

test('any text is a query', async (t) => {
  const newsroom = await compiled(t, words);
  const hostile = [
    '',
    ' ',
    '"',
    '""',
    '"nara',
    'nara"',
    '“',
    '-',
    '--',
    '- -',
    'OR',
    'OR OR',
    'nara OR',
    'OR nara',
    'AND',
    'NOT',
    'NEAR',
    'NEAR(a b)',
    'a NEAR b',
    '*',
    'nara*',
    '^nara',
    '(',
    ')',
    '(nara',
    'nara)',
    '{headline}:nara',
    'headline:nara',
    'headline : nara',
    'a AND (b',
    "'",
    "''",
    "'; DROP TABLE article; --",
    '%',
    '%_',
    '%00',
    '\0',
    '\u0001\u0002',
    '\uD800',
    '\uDC00nara',
    'nara\uD83D',
    '\uFFFF',
    '\u202Enara',
    ':',
    '::',
    ':nara',
    'topic:',
    'topic:""',
    'topic:"',
    'topic::',
    '-topic:',
    'before:',
    'before:never',
    'before:2026-13',
    'before:2026-02-30',
    'after:0000',
    'after:9999',
    'before:99999',
    'type:',
    'type:x',
    'topic:topic:topic:x',
    'x'.repeat(10_000),
    'x '.repeat(5_000),
    '"x '.repeat(3_000),
    '-x '.repeat(2_000),
    'topic:a'.repeat(1_000),
    Array.from({ length: 200 }, (_, index) => `topic:t${index}`).join(' '),
    '東'.repeat(10_000),
    'a OR '.repeat(2_000),
    '𝒳𝒴𝒵',
    '👩‍👩‍👧',
    '\u0301',
    'a\u0301'.repeat(3_000),
    '<script>alert(1)</script>',
    '" OR "',
    '"-"',
    '-"',
    '-"nara',
    '+nara',
  ];
  for (const query of hostile) {
    const result = found(newsroom, query);
    assert.equal(result.hits.length > 0 || result.notes.length > 0 || result.total === 0, true, query.slice(0, 40));
    assert.equal(JSON.stringify(result).isWellFormed(), true, query.slice(0, 40));
    assert.equal(JSON.stringify(result).includes('\\ud'), false, query.slice(0, 40));
  }
});

/** Words that a random newsroom is written with; `secret…` are only in what is hidden. */
const vocabulary = [
  'harbour',
  'minister',
  'election',
  'elected',
  'garden',
  'bridges',
  'tunnel',
  'museum',
  'orchard',
  'senate',
  'quarry',
  '東京',
  '選挙',
];

function someText(chance: Chance, all: readonly string[], count: number): string {
  return Array.from({ length: count }, () => all[chance.below(all.length)]).join(' ');
}

/** An article; hidden at `now` if `hidden` says how. */
function someArticle(chance: Chance, number: number, hidden: boolean): Files {
  const day = 1 + chance.below(20);
  const all = hidden
    ? [...vocabulary, 'secretive', 'harbours', 'ministr', 'electoin', 'bridging', 'gardne']
    : vocabulary;
  const address = `/2026/01/${String(day).padStart(2, '0')}/${hidden ? 'h' : 'p'}-${number}`;
  const state = hidden
    ? chance.pick<Record<string, unknown>>(
        { status: 'draft' },
        { status: 'withheld' },
        { status: 'killed' },
        { embargo: '2026-03-01T00:00:00Z' },
        { expires: instant(start + 25 * 86_400_000) },
        { published: '2026-03-01T00:00:00Z' },
      )
    : {};
  return article(
    address,
    {
      headline: someText(chance, all, 3),
      standfirst: someText(chance, all, 5),
      topics: chance.pick([], ['top'], ['low'], hidden ? ['veiled'] : ['other']),
      type: chance.pick('news', 'analysis'),
      byline: chance.pick<unknown[]>(['ann'], ['bob'], hidden ? [{ name: 'Secretive Author' }] : ['ann']),
      dateline: { place: hidden ? 'Gardne' : chance.pick('Nara', 'Žilina'), country: 'JP' },
      ...(hidden && chance.below(4) === 0 && { agency: 'Secretive' }),
      ...state,
    },
    `${someText(chance, all, 40)}\n\n${someText(chance, all, 40)}`,
  );
}

const others: Files = {
  ...topics({
    top: 'Top',
    low: { title: 'Low', parent: 'top' },
    other: 'Other',
    veiled: { title: 'Veiled', parent: 'top' },
  }),
  'people/ann.mdx': '---\nname: Ann\n---\n',
  'people/bob.mdx': '---\nname: Bob\n---\n',
};

function someQuery(chance: Chance): string {
  const typed = [
    ...vocabulary,
    'secretive',
    'harbours',
    'ministr',
    'electoin',
    'brigding',
    'bridging',
    'gardne',
    'musuem',
    'tunel',
    '東',
    'h',
    'se',
    '"harbour minister"',
    '"secretive garden"',
    'topic:top',
    'topic:veiled',
    'topic:low',
    'person:ann',
    'place:nara',
    'place:gardne',
    'agency:secretive',
    'type:news',
    'after:2026-01-10',
    'before:2026-01-15',
  ];
  return Array.from({ length: 1 + chance.below(3) }, () => {
    const word = typed[chance.below(typed.length)] ?? '';
    return chance.below(5) === 0 ? `-${word}` : chance.below(8) === 0 ? `${word} OR` : word;
  }).join(' ');
}

test('a store with hidden articles answers as one without them, byte for byte', async (t) => {
  for (let seed = 1; seed <= 4; seed += 1) {
    const chance = new Chance(seed);
    const shown: Files = Object.assign(
      {},
      ...Array.from({ length: 60 }, (_, index) => someArticle(chance, index, false)),
    );
    const hidden: Files = Object.assign(
      {},
      ...Array.from({ length: 60 }, (_, index) => someArticle(chance, index, true)),
    );
    const without = await compiled(t, { ...others, ...shown });
    const within = await compiled(t, { ...others, ...shown, ...hidden });
    // Also where the hidden ones came later, and where some were public before.
    const later = await compiled(t, { ...others, ...shown, ...hidden });
    for (const [path, text] of Object.entries(hidden)) {
      later.write({ [path]: String(text).replace('status: draft\n', '') });
    }
    const options = { content: later.content, data: later.data, history: false, now: Date.parse(now) };
    await compile(options);
    later.write(hidden);
    await compile(options);
    const requests = Array.from({ length: 150 }, (): SearchRequest => ({
      query: someQuery(chance),
      order: chance.pick('relevance', 'date'),
      page: 1 + chance.below(2),
    }));
    const answers = [without, within, later].map((newsroom) =>
      newsroom.at(now, (edition) => requests.map((request) => JSON.stringify(edition.search(request)))),
    );
    assert.deepEqual(answers[1], answers[0], `seed ${seed}`);
    assert.deepEqual(answers[2], answers[0], `seed ${seed}, later`);
  }
});

test('the words for suggestions are those of public stories', async (t) => {
  const newsroom = await compiled(t, {
    ...article('/2026/01/01/shown', {}, 'A giraffe.'),
    ...article('/2026/01/01/draft', { status: 'draft' }, 'A zebra.'),
    ...article('/2026/01/01/later', { embargo: '2026-02-02T00:00:00Z' }, 'An okapi.'),
  });
  const known = (): string[] => {
    const store = openStore(newsroom.data);
    const rows = store.all(
      "SELECT word FROM search_word WHERE word NOT IN ('about', 'shown', 'draft', 'later') ORDER BY word",
    );
    store.close();
    return rows.map(({ word }) => String(word));
  };
  const again = async (at: string): Promise<void> => {
    await compile({ content: newsroom.content, data: newsroom.data, history: false, now: Date.parse(at) });
  };
  assert.deepEqual(known(), ['giraffe']);
  newsroom.write(article('/2026/01/01/draft', {}, 'A zebra.'));
  await again(now);
  assert.deepEqual(known(), ['giraffe', 'zebra'], 'an article is published');
  newsroom.write(article('/2026/01/01/draft', {}, 'A quagga.'));
  await again('2026-02-03T00:00:00Z');
  assert.deepEqual(known(), ['giraffe', 'okapi', 'quagga', 'zebra'], 'another one has opened since');
});

test('what opens is found at its instant, without a compile, and what closes is not', async (t) => {
  const newsroom = await compiled(t, {
    ...article('/2026/01/01/opens', { embargo: '2026-02-02T00:00:00Z' }, 'An unheard-of zebra.'),
    ...article('/2026/01/01/closes', { expires: '2026-02-02T00:00:00Z' }, 'A well-known giraffe.'),
  });
  const at = (query: string, instantOf: string): string[] => slugs(found(newsroom, query, {}, instantOf));
  assert.deepEqual(at('zebra', '2026-02-01T23:59:59Z'), []);
  assert.deepEqual(at('zebra', '2026-02-02T00:00:00Z'), ['opens']);
  assert.deepEqual(at('giraffe', '2026-02-01T23:59:59Z'), ['closes']);
  assert.deepEqual(at('giraffe', '2026-02-02T00:00:00Z'), []);
  assert.equal(found(newsroom, 'zerba', {}, '2026-02-01T23:59:59Z').suggestion, undefined);
  assert.equal(found(newsroom, 'zerba', {}, '2026-02-02T00:00:00Z').suggestion, 'zebra');
  assert.equal(found(newsroom, 'girafe').suggestion, 'giraffe');
  assert.equal(found(newsroom, 'girafe', {}, '2026-02-02T00:00:00Z').suggestion, undefined);
});

test('what an article no longer says is not found', async (t) => {
  const newsroom = await compiled(t, {
    ...article('/2026/01/01/a', {}, 'An old zebra.'),
    ...article('/2026/01/01/b', {}, 'A giraffe.'),
  });
  const again = (): Promise<unknown> =>
    compile({ content: newsroom.content, data: newsroom.data, history: false, now: Date.parse(now) });
  newsroom.write(article('/2026/01/01/a', {}, 'A new okapi.'));
  newsroom.remove('articles/2026/01/01/b.mdx');
  await again();
  assert.deepEqual(
    ['zebra', 'okapi', 'giraffe'].map((query) => found(newsroom, query).total),
    [0, 1, 0],
  );
  assert.equal(found(newsroom, 'zebbra').suggestion, undefined, 'no article has the word any more');
  assert.equal(found(newsroom, 'okapx').suggestion, 'okapi');
});
