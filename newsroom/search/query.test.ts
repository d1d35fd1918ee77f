import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseQuery, printQuery } from './query.ts';

/** What was understood, in one line: `|` between alternatives. */
function understood(typed: string): string {
  const { words, filters, notes } = parseQuery(typed);
  return [
    ...words.map(
      ({ any, excluded }) =>
        (excluded ? '-' : '') + any.map(({ kind, text }) => (kind === 'phrase' ? `“${text}”` : text)).join('|'),
    ),
    ...filters.map(
      (filter) =>
        `${filter.excluded ? '-' : ''}${filter.kind}=${'slug' in filter ? filter.slug : 'type' in filter ? filter.type : filter.day}`,
    ),
    ...notes.map(
      (note) => `!${note.kind}${'name' in note ? `(${note.name})` : 'word' in note ? `(${note.word})` : ''}`,
    ),
  ].join(' ');
}

test('what a query means', () => {
  for (const [typed, meaning] of [
    ['nara minister', 'nara minister'],
    ['  nara\tminister\n', 'nara minister'],
    ['"prime minister" nara', '“prime minister” nara'],
    [
      '“prime minister” „prime minister“ «prime minister» 「首相 演説」',
      '“prime minister” “prime minister” “prime minister” “首相 演説”',
    ],
    ['"prime minister', '“prime minister” !unbalanced-quote'],
    ['nara"', 'nara !unbalanced-quote'],
    ['""', '!nothing'],
    ['-nara tokyo', '-nara tokyo'],
    ['–nara −tokyo kyoto', '-nara -tokyo kyoto'],
    ['-"prime minister" nara', '-“prime minister” nara'],
    ['well-known', 'well-known'],
    ['-nara', '-nara !only-excluded'],
    ['-topic:sport', '-topic=sport !only-excluded'],
    ['a OR b', 'a|b'],
    ['a OR b OR "c d" e', 'a|b|“c d” e'],
    ['a or b', 'a or b !operator-as-word(or)'],
    ['a and b and topic:sport', 'a and b and topic=sport !operator-as-word(and)'],
    ['or', 'or'],
    ['and b', 'and b'],
    ['a or', 'a or'],
    ['a -or b', 'a -or b'],
    ['a "or" b', 'a “or” b'],
    ['Or And not', 'Or And not'],
    ['a NOT b', 'a NOT b !operator-as-word(NOT)'],
    ['NOT', 'NOT'],
    ['OR a OR', 'a !unused-or'],
    ['a OR OR b', 'a|b'],
    ['a topic:sport OR b', 'a b topic=sport !unused-or'],
    ['topic:a OR topic:b', 'topic=a topic=b !unused-or'],
    ['-a OR b', '-a b !unused-or'],
    ['a OR -b', 'a -b !unused-or'],
    ['a AND b', 'a b !needless-and'],
    ['AND', '!needless-and !nothing'],
    ['topic:sport', 'topic=sport'],
    ['TOPIC:Sport', 'topic=sport'],
    ['topic：sport', 'topic=sport'],
    ['ｔｏｐｉｃ：sport', 'topic=sport'],
    ['topic:"East Asia"', 'topic=east-asia'],
    ['topic:“East Asia” nara', 'nara topic=east-asia'],
    ['person:ann -person:bob', 'person=ann -person=bob'],
    ['place:Žilina agency:AFP', 'place=zilina agency=afp'],
    ['type:analysis type:"press release"', 'type=analysis type=press-release'],
    ['type:scoop', '!unknown-type'],
    ['-type:scoop nara', 'nara !unknown-type'],
    ['-type:scoop', '!unknown-type !nothing-left'],
    ['topic: nara', 'nara !no-value(topic)'],
    ['topic:"" nara', 'nara !no-value(topic)'],
    ['topic:', '!no-value(topic) !nothing-left'],
    ['Author：', '!no-value(author) !nothing-left'],
    ['storyline:Nara', 'storyline=nara'],
    ['author:ann -section:sport', 'person=ann -topic=sport'],
    ['topic:a topic:a', 'topic=a'],
    ['before:2026 after:2025-07', 'before=2026-01-01 after=2025-07-01'],
    ['after:2026-01-13', 'after=2026-01-13'],
    ['after:2026/1/3', 'after=2026-01-03'],
    ['after:２０２６', 'after=2026-01-01'],
    ['before:2026-02-30', '!unknown-date !nothing-left'],
    ['before:soon nara', 'nara !unknown-date'],
    ['http://example.org', 'http://example.org'],
    ['foo:bar', 'bar !unknown-filter(foo)'],
    ['Headline:nara headline:tokyo', 'nara tokyo !unknown-filter(headline)'],
    ['-headline:"prime minister" -headline:nara', '-“prime minister” -nara !unknown-filter(headline) !only-excluded'],
    ['headline:-nara a', '-nara a !unknown-filter(headline)'],
    ['headline:topic:sport', 'topic=sport !unknown-filter(headline)'],
    ['a OR headline:b', 'a|b !unknown-filter(headline)'],
    ['date:2026', '2026 !unknown-filter(date)'],
    [
      'aaa:1 bbb:2 ccc:3 ddd:4 eee:5',
      '1 2 3 4 5 !unknown-filter(aaa) !unknown-filter(bbb) !unknown-filter(ccc) !unknown-filter(ddd)',
    ],
    ['constructor:x', 'x !unknown-filter(constructor)'],
    ['12:30 3:1 a:b std::map', '12:30 3:1 a:b std::map'],
    ['example.org:80 localhost:3000 mailto:a@b.example', 'example.org:80 localhost:3000 mailto:a@b.example'],
    ['Nara: talks go on', 'Nara: talks go on'],
    ['NATO:n USA:ssa HEADLINE:Nara', 'NATO:n USA:ssa Nara !unknown-filter(headline)'],
    ['速報：首相 東京:大阪', '速報：首相 東京:大阪'],
    ['"headline:nara"', '“headline:nara”'],
    ['NEAR(a b) * ^ {x}', 'NEAR(a b) {x}'],
    ['צה"ל', 'צה"ל'],
    ['', '!nothing'],
    ['"-', '!unbalanced-quote !nothing'],
  ] as const)
    assert.equal(understood(typed), meaning, typed);
});

test('a query that is printed is understood in the same way', () => {
  for (const typed of [
    'nara "prime minister" -tokyo a OR "b c" topic:east-asia -type:news after:2026-01 before:2027',
    '“a „b”',
    '「首相」 -首 topic:東京',
    'well-known -"x y" person:"Ann Example"',
    'l\'Élysée צה"ל',
    '"a b',
  ]) {
    const { words, filters, notes } = parseQuery(printQuery(parseQuery(typed)));
    const first = parseQuery(typed);
    assert.deepEqual({ words, filters }, { words: first.words, filters: first.filters }, typed);
    assert.deepEqual(notes, [], typed);
  }
});

test('a query is bounded', () => {
  const kinds = (typed: string): string[] => parseQuery(typed).notes.map(({ kind }) => kind);
  assert.deepEqual(kinds('x'.repeat(501)), ['too-long']);
  assert.deepEqual(kinds('x'.repeat(500)), []);
  assert.deepEqual(kinds('a '.repeat(25)), ['too-many-words']);
  assert.deepEqual(kinds(`${'a OR '.repeat(24)}a`), ['too-many-words']);
  assert.deepEqual(kinds('a '.repeat(24)), []);
  assert.deepEqual(kinds(Array.from({ length: 25 }, (_, index) => `topic:t${index}`).join(' ')), ['too-many-filters']);
  assert.deepEqual(kinds(`${'x'.repeat(499)}😀`), ['too-long']);
  assert.equal(printQuery(parseQuery(`${'x'.repeat(499)}😀`)).isWellFormed(), true);
});
