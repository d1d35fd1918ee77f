import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReadResult } from '../reader.ts';
import { readWire } from './read.ts';

const read = (text: string | Uint8Array, date: string | null = null): ReadResult => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const [result] = readWire([{ path: 'copy.txt', bytes }], { date, collectionSources: [] }).results;
  assert.ok(result);
  return result;
};

const articleOf = (text: string | Uint8Array, date: string | null = null): NonNullable<ReadResult['article']> => {
  const result = read(text, date);
  assert.ok(result.article, JSON.stringify(result.problems));
  return result.article;
};

const rules = (text: string, date: string | null = null): string[] => read(text, date).log.map(({ rule }) => rule);

const NETWORK = `Harbour towns weigh a common wall


By Kenta MORIOKA



Otsu, Japan (AFP) Jan 13, 2026


The mayors of two towns met on Tuesday to weigh a common wall.

"We have one sea," the elder said. "It's well-known."

- Old floods -

The last flood was in 1911.

Related Links

Learn about tides at HarbourDaily.com

The tide tables https://tides.example/tables?y=2026

All about walls

© 2026 AFP. All rights reserved.
`;

test('copy of a news network: dateline on its own line, crosshead, related links', () => {
  const { slug, fields, body } = articleOf(NETWORK);
  assert.equal(slug, 'harbour-towns-weigh-a-common-wall');
  assert.deepEqual(fields, {
    headline: 'Harbour towns weigh a common wall',
    published: '2026-01-13+09:00',
    byline: [{ name: 'Kenta Morioka' }],
    agency: 'AFP',
    dateline: { place: 'Otsu', country: 'JP', date: '2026-01-13' },
    related: [
      { url: 'https://www.harbourdaily.com/', title: 'Learn about tides', source: 'HarbourDaily.com' },
      { url: 'https://tides.example/tables?y=2026', title: 'The tide tables', source: 'tides.example' },
    ],
  });
  assert.equal(
    body,
    `The mayors of two towns met on Tuesday to weigh a common wall.\n\n"We have one sea," the elder said. "It's well-known."\n\n## Old floods\n\nThe last flood was in 1911.\n`,
  );
  assert.deepEqual(rules(NETWORK), [
    'dateline-place-agency-day',
    'related-link-by-site-name',
    'related-link',
    'related-link-without-address',
    'rights',
    'published-day',
    'crosshead-dashes',
  ]);
});

const WRAPPED = `UPDATE 2-Growers of the valley sue the state over its
water plan
(Adds governor's comment, background)
By CHET BRAUN and MIA SUND=
Associated Press=
    ROSCOE, South Dakota (AP) _ growers of the valley sued the state
on Monday over a plan that leaves a third of their fields with-
out water, calling the inter-
national agreement behind it \`\`a theft in day-
light'' _ and void.
    "It's ours," said one. The well-
known grower has 40 acres.
    "We have time," the governor said.
    (Reporting by Chet Braun; Editing by Ann Lin)
    cb/ms/al
`;

test('lines of hard-wrapped copy are joined', () => {
  const { fields, body } = articleOf(WRAPPED, '2026-01-06');
  assert.equal(fields.headline, 'Growers of the valley sue the state over its water plan');
  assert.deepEqual(fields.byline, [{ name: 'Chet Braun' }, { name: 'Mia Sund' }]);
  assert.equal(fields.agency, 'AP');
  assert.deepEqual(fields.dateline, { place: 'Roscoe', region: 'South Dakota', country: 'US', date: '2026-01-06' });
  assert.equal(fields.published, '2026-01-06Z');
  assert.deepEqual(body.trim().split('\n\n'), [
    'Growers of the valley sued the state on Monday over a plan that leaves a third of their fields without water, calling the international agreement behind it “a theft in day-light” — and void.',
    `"It's ours," said one. The well-known grower has 40 acres.`,
    '"We have time," the governor said.',
  ]);
  const found = rules(WRAPPED, '2026-01-06');
  for (const rule of [
    'headline-tag',
    'advisory-update',
    'ansi-quotes',
    'underscore-dash',
    'reflowed',
    'hyphen-break-joined',
    'hyphen-break-kept',
    'credits',
    'sign-off',
  ])
    assert.ok(found.includes(rule), rule);
});

test('Windows-1252 is recognized', () => {
  const text = 'Caf\u00e9s close\n\nParis (AFP) Jan 13, 2026\n\nThe caf\u00e9s closed \u2014 all.\n';
  const bytes = Uint8Array.from(
    [...text].map((character) => (character === '\u2014' ? 0x97 : character.charCodeAt(0))),
  );
  assert.equal(articleOf(bytes).body, 'The cafés closed — all.\n');
  assert.equal(articleOf(bytes).slug, 'cafes-close');
});

test('the time of --date is the time of publication if its day is that of the dateline', () => {
  const copy = 'Talks end\n\nPARIS, Jan 13 (Reuters) - Talks ended.\n';
  assert.equal(articleOf(copy, '2026-01-13T18:30:00+01:00').fields.published, '2026-01-13T18:30:00+01:00');
  assert.equal(articleOf(copy, '2026-01-14T01:00:00+01:00').fields.published, '2026-01-13+01:00');
});

test('copy without a dateline takes its day from --date, and every line stays', () => {
  const { fields, body } = articleOf(
    'Talks end\n\nNATO (the alliance) - said nothing on Monday.\n\nBy Tuesday the talks had ended.\n',
    '2026-01-13',
  );
  assert.deepEqual(fields, {
    headline: 'Talks end',
    published: '2026-01-13Z',
    dateline: { date: '2026-01-13' },
  });
  assert.equal(body, 'NATO (the alliance) - said nothing on Monday.\n\nBy Tuesday the talks had ended.\n');
});

test('one line for each paragraph, without blank lines', () => {
  const long =
    'The towns of the lake have met every year since the flood, and they will meet again, the mayors said on Tuesday, if there is time.';
  const { body } = articleOf(`Talks end\nby Staff Writers\nOtsu, Japan (AFP) Jan 13, 2026\n${long}\n${long}\n`);
  assert.equal(body, `${long}\n\n${long}\n`);
});

const FAILS: [string, string, string][] = [
  ['no date', 'Talks end\n\nPARIS (Reuters) - Talks ended.\n', 'wire-date-missing'],
  ['no year', 'Talks end\n\nPARIS, Jan 13 (Reuters) - Talks ended.\n', 'wire-date-missing'],
  ['no headline', 'PARIS, Jan 13, 2026 (Reuters) - Talks ended.\n', 'wire-headline-missing'],
  ['no text', 'Talks end\n\nParis (AFP) Jan 13, 2026\n', 'wire-text-missing'],
  ['nothing', '\n\n', 'wire-headline-missing'],
  [
    'an embargo',
    'EMBARGOED UNTIL 0001 GMT Jan 14\n\nTalks end\n\nParis (AFP) Jan 13, 2026\n\nText.\n',
    'wire-handling-unread',
  ],
  ['a kill', 'KILL KILL KILL\n\nParis (AFP) Jan 13, 2026\n\nText.\n', 'wire-handling-unread'],
  ['a hold', 'HOLD HOLD HOLD\n\nParis (AFP) Jan 13, 2026\n\nText.\n', 'wire-handling-unread'],
];
for (const [name, text, code] of FAILS) {
  test(`copy fails: ${name}`, () => {
    const { article, problems } = read(text);
    assert.equal(article, null);
    assert.deepEqual(
      problems.map((problem) => problem.code),
      [code],
    );
  });
}

test('a headline about a kill switch is not a kill', () =>
  assert.equal(articleOf('Kill switch proposed\n\nParis (AFP) Jan 13, 2026\n\nText.\n').slug, 'kill-switch-proposed'));

test('text that is not for publication is neither in the article nor in the log', () => {
  const result = read(
    'Talks end\n\nParis (AFP) Jan 13, 2026\n\nText.\n\n* * * *\n\nThe following information is not for publication\n\nCall Ann on 555.\n',
  );
  assert.equal(result.article?.body, 'Text.\n');
  assert.ok(!JSON.stringify(result).includes('555'));
});

const ENCODED = 'Cafés close\n\nParis (AFP) Jan 13, 2026\n\nThe cafés closed, all of them.\n';
const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
const ENCODINGS: [string, Uint8Array][] = [
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${ENCODED}`)],
  ['Latin-1', Buffer.from(ENCODED, 'latin1')],
  ['UTF-16 LE', utf16(ENCODED, 'le', true)],
  ['UTF-16 BE', utf16(ENCODED, 'be', true)],
  ['UTF-16 LE without a byte order mark', utf16(ENCODED, 'le', false)],
  ['UTF-16 BE without a byte order mark', utf16(ENCODED, 'be', false)],
];
for (const [name, bytes] of ENCODINGS)
  test(`encoding: ${name}`, () => {
    const { slug, body } = articleOf(bytes);
    assert.deepEqual([slug, body], ['cafes-close', 'The cafés closed, all of them.\n']);
  });

test('an embargo is found in every encoding', () => {
  for (const bytes of [utf16(`EMBARGO\n\n${ENCODED}`, 'le', false), Buffer.from(`BLOQUÉ\n\n${ENCODED}`, 'latin1')])
    assert.equal(read(bytes).problems[0]?.code, 'wire-handling-unread');
});

test('copy in two encodings, or in one that we do not know, fails', () => {
  const mixed = Buffer.concat([Buffer.from(ENCODED), Buffer.from([0x93, 0x41, 0x94, 0x0a])]);
  const japanese = Uint8Array.from([0x83, 0x6a, 0x81, 0x5b, 0x83, 0x58, 0x0a, 0x0a, 0x83, 0x8d, 0x90, 0x81]);
  for (const bytes of [mixed, japanese])
    assert.equal(read(bytes, '2026-01-13').problems[0]?.code, 'wire-encoding-unknown');
});

test('a file that is too long for a story fails', () =>
  assert.equal(
    read(`Talks end\n\nParis (AFP) Jan 13, 2026\n\n${'They ended.\n'.repeat(11_000)}`).problems[0]?.code,
    'wire-too-long',
  ));

const FLASHES: [string, string][] = [
  ['FLASH\n\nMayor of Otsu resigns\n\nOtsu, Japan (AFP) Jan 13, 2026\n', 'wire-text-missing'],
  ['URGENT - Mayor of Otsu resigns\n\nOtsu, Japan (AFP) Jan 13, 2026\n', 'wire-text-missing'],
  ['OTSU, Jan 13, 2026 (AFP) - Mayor of Otsu resigns\n', 'wire-headline-missing'],
  ['Mayor of Otsu resigns\n', 'wire-date-missing'],
];
for (const [copy, code] of FLASHES)
  test(`a flash of one line fails with a reason: ${copy.split('\n')[0]}`, () =>
    assert.equal(read(copy).problems[0]?.code, code));

test('a flash with text is a story, and the mark goes to the log', () => {
  const copy =
    'URGENT: Mayor of Otsu resigns\n\nOTSU, Jan 13, 2026 (AFP) - The mayor of Otsu resigned on Tuesday.\n\nab/cd\n\nREUTERS\n\n131200 GMT JAN 26\n';
  assert.equal(articleOf(copy).fields.headline, 'Mayor of Otsu resigns');
  assert.equal(articleOf(copy).body, 'The mayor of Otsu resigned on Tuesday.\n');
});

test('what is behind an end mark is not in the text', () => {
  const copy = 'Talks end\n\nParis (AFP) Jan 13, 2026\n\nThe talks ended. (Reuters)\n\n-30-\n\nTel. 555\n';
  const result = read(copy);
  assert.equal(result.article?.body, 'The talks ended.\n');
  assert.ok(result.log.some(({ rule, text }) => rule === 'after-end-mark' && text === 'Tel. 555'));
});

test('copy in German gets its language, with the dateline of a town that is in no table', () => {
  const copy =
    'Fähre fährt wieder\n\nKleindorf, 13. Januar 2026 (dpa) - Die Fähre zwischen den beiden Städten fährt wieder, wie die Gesellschaft am Dienstag mitteilte. Sie ist nicht neu und für den Ort wichtig.\n\ndpa ab cd\n';
  const { fields, body } = articleOf(copy);
  assert.deepEqual([fields.lang, fields.dateline?.place, fields.dateline?.date], ['de', 'Kleindorf', '2026-01-13']);
  assert.ok(body.endsWith('wichtig.\n'));
});

const HEADS = [
  'u0123 r i BC-JP--Ferry, 1st Ld, 250\n\nFerry returns',
  'With AP Photos.\n\nFerry returns',
  'Ferry returns\n\nWith AP photos and video.',
  '1st Ld-Writethru, Ferry returns',
  'Ferry returns =(Picture)=',
  'Ferry returns =',
];
for (const head of HEADS)
  test(`no part of the headline: ${head.replaceAll('\n\n', ' | ')}`, () => {
    const { fields, body } = articleOf(`${head}\n\nOTSU, Jan 13, 2026 (AFP) - The ferry returned on Tuesday.\n`);
    assert.deepEqual([fields.headline, body], ['Ferry returns', 'The ferry returned on Tuesday.\n']);
  });
for (const headline of [
  'With photos, artist shows her town',
  'Ferry returns (Video)',
  'First leader of ferry line dies',
])
  test(`a headline: ${headline}`, () =>
    assert.equal(
      articleOf(`${headline}\n\nOTSU, Jan 13, 2026 (AFP) - The ferry returned on Tuesday.\n`).fields.headline,
      headline,
    ));
