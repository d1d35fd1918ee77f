import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom, topics, type Files } from '../testing.ts';
import type { SuggestedStoryline } from './suggested-storylines.ts';
import { blaze, others as week, outbreak, type Report } from './test-week.ts';

const now = '2026-03-01T00:00:00Z';
const slugs = (suggested: readonly SuggestedStoryline[]): string[] => suggested.map(({ slug }) => slug);
const paths = (suggested: readonly SuggestedStoryline[]): string[][] =>
  suggested.map(({ articles }) => articles.map(({ path }) => path));

/** Reports of one running story, a day each. */
const dam: readonly [headline: string, body: string][] = [
  [
    'Engineers find cracks in the Orlo dam',
    'Water seeps from the Orlo dam above Velden, engineers of the Orlo authority say.',
  ],
  [
    'Velden is evacuated below the Orlo dam',
    'Families leave Velden while engineers lower the water behind the Orlo dam.',
  ],
  [
    'Minister visits Velden and the Orlo dam',
    'The minister promises Velden that engineers will repair the Orlo dam and its cracks.',
  ],
  [
    'Water falls behind the Orlo dam',
    'Engineers in Velden report that the water behind the Orlo dam has fallen below the cracks.',
  ],
];

/** What else is in the paper, each about something else. */
const others: readonly [headline: string, body: string][] = [
  ['Harvest of apricots begins', 'Farmers along the southern hills pick fruit early because spring was warm.'],
  ['Museum shows clocks', 'Visitors can hear ninety pendulums strike noon in a restored railway hall.'],
  ['Striker moves to rival club', 'The transfer fee is a record for the league, according to two agents.'],
  ['Bank lowers interest rates', 'Savers get less from April, economists expect another cut before summer.'],
  ['Comet can be seen at dawn', 'Astronomers recommend binoculars and a dark eastern horizon.'],
  ['Opera house names conductor', 'She begins with a cycle of symphonies by composers of the north.'],
  ['Trains stop over pay', 'Drivers want shorter shifts; commuters take buses or bicycles.'],
  ['Vaccine trial succeeds', 'Nurses followed volunteers for eighteen months and saw few fevers.'],
];

function filed(
  reports: readonly [headline: string, body: string][],
  prefix: string,
  fields: (index: number) => Record<string, unknown> = () => ({}),
): Files {
  return Object.assign(
    {},
    ...reports.map(([headline, body], index) =>
      article(`/2026/01/${String(10 + index)}/${prefix}-${index}`, { headline, ...fields(index) }, body),
    ),
  );
}

const paper: Files = { ...site, ...topics({ news: 'News', water: 'Water' }), ...filed(others, 'other') };

async function suggestedIn(t: TestContext, files: Files, at = now): Promise<SuggestedStoryline[]> {
  const newsroom = new TestNewsroom(t, files);
  await newsroom.compile();
  return newsroom.at(at, (edition) => edition.suggestedStorylines());
}

test('the name of the site is in no title', async (t) => {
  const credited = dam.map(([headline, body]): [string, string] => [headline, `${body} A drawing of The Meridian.`]);
  const titleOn = async (name: string): Promise<string | undefined> => {
    const settings = String(site['site.yaml']).replace('The Test', name);
    const [found] = await suggestedIn(t, { ...paper, 'site.yaml': settings, ...filed(credited, 'dam') });
    ok(found);
    return [found.title, ...found.words].join(' ');
  };
  match((await titleOn('Another')) ?? '', /Meridian/);
  doesNotMatch((await titleOn('The Meridian')) ?? '', /Meridian/);
});

test('the parts of one series are no suggestion, and a series that is a part of one may be', async (t) => {
  const series = (from: number) => (index: number) =>
    index < from ? {} : { series: { name: 'The dam', part: index + 1 } };
  deepEqual(await suggestedIn(t, { ...paper, ...filed(dam, 'dam', series(0)) }), []);
  equal((await suggestedIn(t, { ...paper, ...filed(dam, 'dam', series(1)) })).length, 1);
});

test('articles of a running story are found, with what they share', async (t) => {
  const [found, ...more] = await suggestedIn(t, {
    ...paper,
    ...filed(dam, 'dam', (index) => ({ topics: index === 0 ? ['water'] : ['water', 'news'] })),
  });
  ok(found);
  deepEqual(more, []);
  const { articles, score, words, ...rest } = found;
  deepEqual(rest, {
    slug: 'orlo-velden-dam-engineers',
    title: 'Orlo, Velden: dam, engineers',
    exists: false,
    topics: ['water', 'news'],
  });
  deepEqual(words.toSorted(), ['Orlo', 'Velden', 'dam', 'engineers', 'water']);
  ok(score > 0.3);
  deepEqual(articles[0], {
    path: '/2026/01/10/dam-0',
    file: 'articles/2026/01/10/dam-0.mdx',
    headline: 'Engineers find cracks in the Orlo dam',
    published: '2026-01-10T12:00:00Z',
  });
  deepEqual(paths([found]), [dam.map((_, index) => `/2026/01/${10 + index}/dam-${index}`)]);
});

test('nothing is suggested of too few articles, of one day, of copies, or of what lies far apart', async (t) => {
  deepEqual(await suggestedIn(t, site), []);
  deepEqual(await suggestedIn(t, paper), []);
  deepEqual(await suggestedIn(t, { ...paper, ...filed(dam.slice(0, 2), 'dam') }), []);
  const sameDay = dam.map(([headline, body], index) => article(`/2026/01/10/dam-${index}`, { headline }, body));
  deepEqual(await suggestedIn(t, Object.assign({ ...paper }, ...sameDay)), []);
  const [first = ['', '']] = dam;
  deepEqual(await suggestedIn(t, { ...paper, ...filed([first, first, first, first], 'dam') }), []);
  const farApart = dam.map(([headline, body], index) => article(`/202${index}/01/10/dam-${index}`, { headline }, body));
  deepEqual(await suggestedIn(t, Object.assign({ ...paper }, ...farApart)), []);
});

test('translations of one article are one article', async (t) => {
  const original = '/2026/01/10/dam-0';
  const translations = filed(dam, 'dam', (index) =>
    index < 2 ? {} : { translationOf: original, lang: index === 2 ? 'de' : 'fr' },
  );
  deepEqual(await suggestedIn(t, { ...paper, ...translations }), []);
  equal((await suggestedIn(t, { ...paper, ...filed(dam, 'dam') })).length, 1);
});

test('a storyline that exists is completed, and one that is complete is not named', async (t) => {
  // No public article has the topic “water”.
  const line = { 'storylines/orlo.mdx': '---\ntitle: The Orlo dam\ntopics: [water, news]\n---\n' };
  const [found, ...more] = await suggestedIn(t, {
    ...paper,
    ...line,
    ...filed(dam, 'dam', (index) => (index < 2 ? { storyline: 'orlo' } : { topics: ['news'] })),
  });
  ok(found);
  deepEqual(more, []);
  deepEqual([found.slug, found.title, found.exists, found.topics], ['orlo', 'The Orlo dam', true, ['news']]);
  deepEqual(paths([found]), [['/2026/01/12/dam-2', '/2026/01/13/dam-3']]);
  deepEqual(await suggestedIn(t, { ...paper, ...line, ...filed(dam, 'dam', () => ({ storyline: 'orlo' })) }), []);
});

test('articles of two storylines are never put together', async (t) => {
  const lines = Object.fromEntries(['a', 'b'].map((slug) => [`storylines/${slug}.mdx`, `---\ntitle: ${slug}\n---\n`]));
  const files = filed(dam, 'dam', (index) => (index === 3 ? {} : { storyline: index === 0 ? 'b' : 'a' }));
  deepEqual(paths(await suggestedIn(t, { ...paper, ...lines, ...files })), [['/2026/01/13/dam-3']]);
});

test('a slug names no file that is there already', async (t) => {
  const files = {
    ...paper,
    ...filed(dam, 'dam'),
    'storylines/orlo-velden-dam-engineers.mdx': '---\ntitle: Another one\n---\n',
  };
  deepEqual(slugs(await suggestedIn(t, files)), ['orlo-velden-dam-engineers-2']);
});

test('what is hidden has no influence', async (t) => {
  const open = await suggestedIn(t, { ...paper, ...filed(dam.slice(0, 3), 'dam') });
  equal(open.length, 1);
  const hiding: Record<string, unknown>[] = [
    { status: 'draft' },
    { status: 'withheld' },
    { status: 'killed' },
    { embargo: '2026-04-01T00:00:00Z' },
    { published: '2026-04-01T00:00:00Z' },
    { expires: '2026-02-01T00:00:00Z' },
    { id: 'urn:test:dam-0', published: '2026-01-20T12:00:00Z' },
  ];
  for (const fields of hiding) {
    const hidden = filed([...dam, ...others], 'hidden', () => fields);
    const suggested = await suggestedIn(t, { ...paper, ...filed(dam.slice(0, 3), 'dam'), ...hidden });
    deepEqual(suggested, open, JSON.stringify(fields));
  }
  const two = {
    ...paper,
    ...filed(dam.slice(0, 2), 'dam'),
    ...article(
      '/2026/01/12/dam-2',
      { headline: 'Minister visits Velden and the Orlo dam', embargo: '2026-02-01T00:00:00Z' },
      dam[2]?.[1],
    ),
  };
  deepEqual(await suggestedIn(t, two, '2026-01-31T00:00:00Z'), []);
  equal((await suggestedIn(t, two, '2026-02-01T00:00:00Z')).length, 1);
});

test('it does not depend on the order in which files were compiled', async (t) => {
  const files = { ...paper, ...filed(dam, 'dam') };
  const atOnce = await suggestedIn(t, files);
  const newsroom = new TestNewsroom(t, paper);
  await newsroom.compile();
  for (const [path, text] of Object.entries(filed(dam, 'dam')).toReversed()) {
    newsroom.write({ [path]: text });
    await newsroom.compile();
  }
  deepEqual(
    newsroom.at(now, (edition) => edition.suggestedStorylines()),
    atOnce,
  );
});

test('texts without a letter of Latin are put together too, and progress is counted', async (t) => {
  const reports: [string, string][] = [
    ['オルロ・ダムに亀裂', '技術者はオルロ・ダムの亀裂から水が漏れていると述べた。'],
    ['オルロ・ダムの下流で避難', '技術者がオルロ・ダムの水位を下げる間、住民は避難した。亀裂が広がった。'],
    ['大臣がオルロ・ダムを視察', '大臣はオルロ・ダムの亀裂を修理すると技術者に約束した。'],
  ];
  const newsroom = new TestNewsroom(t, { ...paper, ...filed(reports, 'dam') });
  await newsroom.compile();
  const steps: [number, number][] = [];
  const found = newsroom.at(now, (edition) => edition.suggestedStorylines((done, all) => steps.push([done, all])));
  deepEqual(paths(found), [['/2026/01/10/dam-0', '/2026/01/11/dam-1', '/2026/01/12/dam-2']]);
  ok(/^[\p{L}\p{M}-]+$/u.test(found[0]?.slug ?? ''));
  deepEqual(steps.at(-1), [11, 11]);
});

/** Files of short reports. `fields` gets the position of each in its list. */
function filedReports(reports: readonly Report[], name: string, fields: (index: number) => object = () => ({})): Files {
  return Object.assign(
    {},
    ...reports.map(([day, headline, body], index) =>
      article(`/2026/01/${String(day).padStart(2, '0')}/${name}-${index}`, { headline, ...fields(index) }, body),
    ),
  );
}

test('five short reports are found in a newsroom of 25 articles and in one of 8', async (t) => {
  for (const [name, rest] of [
    ['25', week],
    ['8', week.slice(0, 3)],
  ] as const) {
    const files = { ...site, ...filedReports(rest, 'other') };
    deepEqual(await suggestedIn(t, files), [], name);
    const found = await suggestedIn(t, { ...files, ...filedReports(outbreak, 'flu') });
    deepEqual(
      paths(found),
      [outbreak.map(([day], index) => `/2026/01/${String(day).padStart(2, '0')}/flu-${index}`)],
      name,
    );
    equal(found[0]?.title, 'Oldenmark: bird, flu', name);
  }
});

test('a storyline names the one article that it misses, whichever it is', async (t) => {
  const line = { 'storylines/s.mdx': '---\ntitle: S\n---\n' };
  for (const [name, reports] of Object.entries({ outbreak, blaze }))
    for (const missing of reports.keys()) {
      const files = filedReports(reports, 'report', (index) => (index === missing ? {} : { storyline: 's' }));
      const found = await suggestedIn(t, { ...site, ...line, ...filedReports(week, 'other'), ...files });
      deepEqual(
        found.map(({ slug, articles }) => [slug, articles.map(({ path }) => path.slice('/2026/01/00/'.length))]),
        [['s', [`report-${missing}`]]],
        `${name} without ${missing}`,
      );
    }
});
