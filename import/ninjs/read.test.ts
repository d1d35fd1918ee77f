import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportedFields } from '../imported-article.ts';
import type { ReadContext, ReadResult } from '../reader.ts';
import { readNinjs } from './read.ts';

const context: ReadContext = { date: null, site: 'https://test.example', collectionSources: [] };

function read(value: unknown, more: Partial<ReadContext> = {}): ReadResult {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const { results } = readNinjs([{ path: 'a.json', bytes: Buffer.from(text) }], { ...context, ...more });
  const [result] = results;
  assert.ok(result && results.length === 1);
  return result;
}

function articleOf(
  value: unknown,
  more: Partial<ReadContext> = {},
): { fields: ImportedFields; body: string; id?: string } {
  const { article, problems } = read(value, more);
  assert.ok(article, JSON.stringify(problems));
  return article;
}

const first = {
  uri: 'urn:newsml:agency.example:1',
  type: 'text',
  versioncreated: '2026-01-13T10:37:00Z',
  language: 'en',
  byline: 'Ann Lin, Defence Editor, and Bo Blott in Tokyo',
  located: 'Nara, Japan',
  headline: 'Towns weigh a wall &amp; a road',
  description_text: 'A standfirst.',
  subject: [{ name: 'Coastal defence', scheme: 'http://cv.example/', code: '1' }, { code: '2' }],
  place: [{ name: 'Nara', rel: 'mentions' }],
  genre: [{ name: 'Background' }],
  infosource: [{ name: 'Associated Press' }],
  body_xhtml:
    '<p>NARA, Japan (AP) -- The mayors met &amp; talked.</p><h3>Bitter memories</h3><p>They <b>agreed</b>.<br/>Twice. <a href="https://example.org/a">More</a></p><p><img src="x.jpg" alt="no"/></p>',
  body_text: 'NARA, Japan (AP) -- The mayors met.',
  associations: { mainpic: { uri: 'urn:pic', type: 'picture', headline: 'A picture' } },
};

test('33: ninjs 1.x, with names in lower case, and with maps', () => {
  const { fields, body, id } = articleOf(first);
  assert.equal(id, 'urn:newsml:agency.example:1');
  assert.deepEqual(fields, {
    headline: 'Towns weigh a wall & a road',
    standfirst: 'A standfirst.',
    type: 'explainer',
    byline: [
      { name: 'Ann Lin', role: 'Defence Editor' },
      { name: 'Bo Blott', place: 'Tokyo' },
    ],
    agency: 'AP',
    dateline: { place: 'Nara', country: 'JP', date: '2026-01-13' },
    published: '2026-01-13T10:37:00Z',
    topics: ['coastal-defence'],
    lang: 'en',
  });
  assert.equal(
    body,
    'The mayors met & talked.\n\n### Bitter memories\n\nThey **agreed**.\\\nTwice. [More](https://example.org/a)',
  );
  const rules = read(first).log.map(({ rule }) => rule);
  for (const rule of ['picture-dropped', 'subject-dropped', 'dateline-place-agency'])
    assert.ok(rules.includes(rule), rule);
});

test('33: ninjs 2.x and 3.x, with lists of headlines and bodies', () => {
  const { fields, body } = articleOf({
    uri: 'urn:x:2',
    firstCreated: '2026-01-13T08:00:00.000+09:00',
    versionCreated: '2026-01-13T10:00:00+09:00',
    pubStatus: 'usable',
    expires: '2027-01-01T00:00:00Z',
    copyrightHolder: 'dpa',
    headlines: [
      { role: 'sub', value: 'Not this' },
      { role: 'main', value: 'Der Titel' },
    ],
    descriptions: [{ role: 'summary', value: 'Kurz.' }],
    by: 'Von Christian Hollmann, dpa',
    bodies: [{ role: 'html', value: '<section class="main"><p>Eins.</p><p>Zwei.</p></section>' }],
    language: 'de',
  });
  assert.deepEqual(fields, {
    headline: 'Der Titel',
    standfirst: 'Kurz.',
    byline: [{ name: 'Christian Hollmann' }],
    agency: 'dpa',
    published: '2026-01-13T08:00:00+09:00',
    updated: '2026-01-13T10:00:00+09:00',
    expires: '2027-01-01T00:00:00Z',
    lang: 'de',
  });
  assert.equal(body, 'Eins.\n\nZwei.');
});

const least = { uri: 'urn:x:3', headline: 'A headline', versioncreated: '2026-01-13T10:00:00Z', body_text: 'Text.' };

test('plain text: lines are joined, crossheads are found, and Markdown is escaped (29, 35)', () => {
  const { body } = articleOf({
    ...least,
    body_text:
      'STOCKHOLM, Jan 13, 2026 (AFP) - one *star*\r\n\r\n- Bitter memories -\r\n\r\n1. <SIE.DE> rose [a](b)\r\n',
  });
  assert.equal(body, 'One \\*star\\*\n\n## Bitter memories\n\n1\\. \\<SIE.DE> rose [a\\](b)');
});

test('in version 1 the names of headlines and bodies can end in anything', () => {
  const { fields, body } = articleOf({
    uri: 'urn:x:5',
    versioncreated: '2026-01-13T10:00:00Z',
    headline_main: 'A headline',
    body_main: 'Plain.',
    body_richtext: '<p>Rich, and <em>whole</em>.</p>',
  });
  assert.deepEqual([fields.headline, body], ['A headline', 'Rich, and *whole*.']);
});

test('scripts, styles and markup of old pages are removed (35)', () => {
  const { body } = articleOf({
    ...least,
    body_html:
      '<script>alert(1)</script><style>p{}</style><p onclick="x()">A <a href="javascript:alert(1)">link</a> &lt;FactBox title="x"&gt;</p><FactBox title="y"><p>B</p></FactBox>',
  });
  assert.equal(body, 'A link \\<FactBox title="x">\n\nB');
});

test('embargo and expiry are read; an item is refused if one of them is unreadable (23)', () => {
  const { fields } = articleOf({ ...least, embargoed: '2026-01-14T00:01:00Z', expires: '2026-02-01T00:00:00Z' });
  assert.deepEqual([fields.embargo, fields.expires], ['2026-01-14T00:01:00Z', '2026-02-01T00:00:00Z']);
  for (const [field, value] of [
    ['embargoedUntil', 'tomorrow'],
    ['embargoed', {}],
    ['expires', '2026-13-01T00:00:00Z'],
  ] as const) {
    const { article, problems } = read({ ...least, [field]: value });
    assert.equal(article, null);
    assert.equal(problems[0]?.code, 'ninjs-date');
  }
});

test('a status says whether the item is an article, an order to hold it, or an order to kill it (21, 22)', () => {
  assert.deepEqual(read({ uri: 'urn:x:3', pubStatus: 'canceled' }).withdrawal, { id: 'urn:x:3', action: 'kill' });
  assert.deepEqual(read({ uri: 'urn:x:3', pubstatus: 'withheld' }).withdrawal, { id: 'urn:x:3', action: 'hold' });
  const { article } = read({ ...least, pubstatus: 'withheld' });
  assert.equal(article?.fields.status, 'withheld');
  assert.equal(read({ ...least, pubStatus: 'maybe' }).problems[0]?.code, 'ninjs-status');
});

test('a missing date is taken from --date, or is a problem; it is never today', () => {
  const { versioncreated: _, ...undated } = least;
  assert.equal(read(undated).problems[0]?.code, 'ninjs-date-missing');
  assert.equal(articleOf(undated, { date: '2026-01-13' }).fields.published, '2026-01-13Z');
});

const DAYS: [firstCreated: string, day: string, published: string][] = [
  ['2026-01-13T00:00:00+09:00', '2026-01-13+09:00', '2026-01-13+09:00'],
  ['2026-01-13T00:00:00+09:00', '', '2026-01-13T00:00:00+09:00'],
  // The day is of another version of the item.
  ['2026-01-13T08:00:00+09:00', '2026-01-13+09:00', '2026-01-13T08:00:00+09:00'],
  ['2026-01-13', '', '2026-01-13Z'],
];
for (const [firstCreated, day, published] of DAYS)
  test(`an item of which only the day is known: ${firstCreated} ${day}`, () => {
    const altids = day === '' ? [] : [{ role: 'published-day', value: day }];
    assert.equal(articleOf({ ...least, firstcreated: firstCreated, altids }).fields.published, published);
  });

test('a day is no instant of an embargo', () => {
  const item = { ...least, embargoed: '2026-01-14+09:00' };
  assert.equal(read(item).article, null);
});

const BAD: [string, unknown, string][] = [
  ['no JSON', '{"uri": "urn:x', 'ninjs-json'],
  ['nothing', '', 'ninjs-json'],
  ['a number', '7', 'ninjs-object'],
  ['null', 'null', 'ninjs-object'],
  ['an empty list', '[]', 'ninjs-object'],
  ['a list in a list', '[[]]', 'ninjs-object'],
  ['an object of something else', {}, 'ninjs-uri-missing'],
  ['a uri that is no text', { ...least, uri: { a: 1 } }, 'ninjs-uri-missing'],
  ['a picture', { ...least, type: 'picture' }, 'ninjs-type'],
  ['no headline', { ...least, headline: '' }, 'ninjs-headline-missing'],
  ['a headline without a word', { ...least, headline: '!!!' }, 'ninjs-headline-missing'],
  ['no text', { ...least, body_text: ' \n ' }, 'ninjs-body-missing'],
  [
    'a body with nothing but markup',
    { ...least, body_text: '', body_html: '<p> </p><img src="x">' },
    'ninjs-body-missing',
  ],
  [
    'lists where texts should be',
    { uri: 'urn:x', headlines: [[], null], bodies: {}, associations: 7 },
    'ninjs-headline-missing',
  ],
];
for (const [name, value, code] of BAD) {
  test(`invalid input is a problem with a reason: ${name}`, () => {
    const { article, withdrawal, problems } = read(value);
    assert.equal(article, null);
    assert.equal(withdrawal, undefined);
    const [problem, ...more] = problems;
    assert.deepEqual([problem?.code, more.length], [code, 0]);
    assert.ok(problem && problem.why !== '' && problem.fix !== '');
  });
}

test('each item of a list has its own result', () => {
  const bytes = Buffer.from(JSON.stringify([least, { ...least, uri: 'urn:x:4' }, 7]));
  const { results } = readNinjs([{ path: 'a.json', bytes }], context);
  assert.deepEqual(
    results.map(({ article }) => article?.id),
    ['urn:x:3', 'urn:x:4', undefined],
  );
});

test('the language of other systems becomes a language tag, or is named in the log', () => {
  for (const [language, lang] of [
    ['pt_BR', 'pt-BR'],
    ['EN', 'en'],
    ['zh-hans', 'zh-Hans'],
    ['de_AT.UTF-8', 'de-AT'],
    ['', undefined],
  ])
    assert.equal(articleOf({ ...least, language }).fields.lang, lang);
  const { article, log } = read({ ...least, language: 'Deutsch (alt)' });
  assert.equal(article?.fields.lang, undefined);
  assert.deepEqual(log, [{ rule: 'language-unreadable', text: 'Deutsch (alt)' }]);
});

test('the printed byline counts before the list of authors, which adds the roles', () => {
  const authors = [
    { name: 'Cy Desk', role: 'editor' },
    { name: 'Ann Lin', jobtitle: 'Defence Editor' },
  ];
  assert.deepEqual(articleOf({ ...least, by: 'Ann Lin in Tokyo', authors }).fields.byline, [
    { name: 'Ann Lin', role: 'Defence Editor', place: 'Tokyo' },
  ]);
  assert.deepEqual(articleOf({ ...least, authors }).fields.byline, [
    { name: 'Cy Desk', role: 'editor' },
    { name: 'Ann Lin', role: 'Defence Editor' },
  ]);
});
