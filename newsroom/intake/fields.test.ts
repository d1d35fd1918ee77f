import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from './read-article.ts';
import { readEntity, type EntityKind } from './read-entity.ts';

const base = ['id: urn:test:x', 'headline: A headline', 'published: 2026-01-13T18:30:00Z'];

/** An article file in which a line replaces that of its field, or is added after the others. */
function fileWith(line: string): string {
  const name = line.split(':')[0] ?? '';
  const others = base.map((each) => (each.startsWith(`${name}:`) ? line : each));
  return `---\n${[...others, ...(others.includes(line) ? [] : [line])].join('\n')}\n---\nText.\n`;
}

function problemsOf(line: string): string[] {
  const { problems } = readArticle('articles/2026/01/13/x.mdx', fileWith(line));
  return problems.map(({ code, field, line: at, column }) => `${code} ${field} ${at}:${column}`);
}

test('fields that can be read', async (t) => {
  const good = [
    'headline: "A: quoted # headline"',
    'headline: 2026-01-13',
    'published: 2026-01-13T18:30Z',
    'published: 2026-01-13 18:30:00+09:00',
    'updated: 2026-01-14T18:40:00.123+09:00',
    'type: press-release',
    'byline: []',
    'byline:',
    'byline: ann-example',
    'byline: [ann-example, { name: Staff Writers, kind: organization }, { name: Bo, role: Editor, place: Nara }]',
    'dateline: { place: Oslo, country: NO, date: 2026-01-13 }',
    'dateline: { place: Paris, region: Texas }',
    'embargo: 2026-01-14T00:00:00Z',
    'status: withheld',
    'topics: security',
    'topics: [security, 東アジア]',
    'lang: pt-BR',
    'aliases: [/Old/Address.html]',
    'canonical: https://example.org/a?b=c#d',
    'image: { src: nara/garden.jpg, alt: A garden, credit: Ann Example }',
    'image: { src: a.jpg, alt: A, credit: B, creditUrl: "https://example.org/b", rights: © B, focus: 40% 30% }',
    'image: { src: a.jpg, alt: A, credit: B, focus: "0%, 99.6%" }',
    'related: [/2026/01/05/x, { url: "https://example.org/", title: There }]',
    'sources: [{ url: /2026/01/05/x, title: Here }]',
    'corrections: [{ at: 2026-01-14T09:00:00+09:00, text: A word was wrong. }]',
  ];
  for (const line of good) await t.test(line, () => assert.deepEqual(problemsOf(line), []));
});

test('each bad field is reported with its code and position', async (t) => {
  const bad: [line: string, ...problems: string[]][] = [
    ['image: { src: a.jpg, alt: A }', 'picture-credit image 5:8'],
    ['image: { src: a.jpg, alt: A, credit: B, captoin: C }', 'field-unknown image.captoin 5:50'],
    ['image: { src: a.jpg, alt: A, credit: B, embrago: 2026-02-01 }', 'field-misspelt image.embrago 5:50'],
    ['image: { src: a.jpg, alt: A, credit: B, focus: 40 30 }', 'field-invalid image.focus 5:48'],
    ['image: { src: a.jpg, alt: A, credit: B, focus: 40% }', 'field-invalid image.focus 5:48'],
    ['image: { src: a.jpg, alt: A, credit: B, focus: 40% 101% }', 'field-invalid image.focus 5:48'],
    ['image: { src: a.jpg, alt: A, credit: B, focus: -1% 0% }', 'field-invalid image.focus 5:48'],
    ['image: { src: a.jpg, alt: A, credit: B, focus: centre }', 'field-invalid image.focus 5:48'],
    ['image: { src: a.jpg, alt: A, credit: B, creditUrl: example.org }', 'field-invalid image.creditUrl 5:52'],
    ['id:', 'field-missing id 1:1'],
    ['id: 42', 'field-invalid id 2:5'],
    ['headline:', 'field-missing headline 1:1'],
    ['headline: ""', 'field-invalid headline 3:11'],
    ['headline: [a, b]', 'field-invalid headline 3:11'],
    ['headline: "\\u0007 bell"', 'field-invalid headline 3:11'],
    ['published:', 'field-missing published 1:1'],
    ['published: yesterday', 'date-invalid published 4:12'],
    ['published: 2026-01-13', 'date-invalid published 4:12'],
    ['published: 2026-02-30+09:00', 'date-invalid published 4:12'],
    ['published: 2026-01-13+15:00', 'date-invalid published 4:12'],
    ['published: 2026-01-13T18:30:00', 'date-invalid published 4:12'],
    ['published: 2026-02-30T18:30:00Z', 'date-invalid published 4:12'],
    ['published: 20260113', 'field-invalid published 4:12'],
    ['updated: 2026-01-13T25:00:00Z', 'date-invalid updated 5:10'],
    ['updated: 2026-01-12T18:30:00Z', 'date-order updated 5:10'],
    ['expires: 2026-01-12T18:30:00Z', 'date-order expires 5:10'],
    ['embargo: soon', 'date-invalid embargo 5:10'],
    ['status: public', 'field-invalid status 5:9'],
    ['type: scoop', 'field-invalid type 5:7'],
    ['byline: [Ann Example]', 'field-invalid byline.0 5:10'],
    ['byline: [a, { nam: Ann }]', 'field-invalid byline.1.name 5:13'],
    ['byline: [{ name: Ann, rank: 1 }]', 'field-unknown byline.0.rank 5:29'],
    ['dateline: Nara', 'field-invalid dateline 5:11'],
    ['dateline: { country: Japan }', 'field-invalid dateline.country 5:22'],
    ['dateline: { date: 2026-02-30 }', 'date-invalid dateline.date 5:19'],
    ['dateline: { city: Nara }', 'field-unknown dateline.city 5:19'],
    ['topics: [Security]', 'field-invalid topics.0 5:10'],
    ['topics: { a: b }', 'field-invalid topics 5:9'],
    ['storyline: [a]', 'field-invalid storyline 5:12'],
    ['lang: English', 'field-invalid lang 5:7'],
    ['lang: zh-yue', 'field-invalid lang 5:7'],
    ['lang: en-12', 'field-invalid lang 5:7'],
    ['aliases: [old/address]', 'field-invalid aliases.0 5:11'],
    ['aliases: [//elsewhere.example]', 'field-invalid aliases.0 5:11'],
    ['canonical: javascript:alert(1)', 'field-invalid canonical 5:12'],
    ['canonical: https://desk@example.org/', 'field-invalid canonical 5:12'],
    ['canonical: https:example.org', 'field-invalid canonical 5:12'],
    ['canonical: "https://evil.example\\\\@good.example/"', 'field-invalid canonical 5:12'],
    ['sources: [{ url: "//evil.example", title: X }]', 'field-invalid sources.0.url 5:18'],
    ['sources: [{ url: "/\\\\evil.example", title: X }]', 'field-invalid sources.0.url 5:18'],
    ['sources: [{ url: "/.//evil.example", title: X }]', 'field-invalid sources.0.url 5:18'],
    ['sources: [{ url: "https://a.example/\\0", title: X }]', 'field-invalid sources.0.url 5:18'],
    ['related: [{ url: "https://user:word@a.example/", title: X }]', 'field-invalid related.0.url 5:18'],
    ['related: [{ url: "https://e\\tvil.example/", title: X }]', 'field-invalid related.0.url 5:18'],
    ['related: ["/.//evil.example"]', 'field-invalid related.0 5:11'],
    ['aliases: ["/../../etc/passwd"]', 'field-invalid aliases.0 5:11'],
    ['aliases: ["/a/%2e%2e/b"]', 'field-invalid aliases.0 5:11'],
    ['aliases: ["/a#b"]', 'field-invalid aliases.0 5:11'],
    ['aliases: ["/a\\uD800"]', 'field-invalid aliases.0 5:11'],
    ['aliases: ["/a\\u202Eb"]', 'field-invalid aliases.0 5:11'],
    ['image: nara/garden.jpg', 'field-invalid image 5:8'],
    ['image: { src: nara/garden.jpg }', 'field-invalid image.alt 5:8'],
    ['related: [nowhere]', 'field-invalid related.0 5:11'],
    ['related: [{ url: "https://example.org/" }]', 'field-invalid related.0.title 5:11'],
    ['related: [{ url: /2026/01/01/a, title: X }]', 'field-invalid related.0.title 5:40'],
    ['related: [{ url: /2026/01/01/a, source: X }]', 'field-invalid related.0.source 5:41'],
    ['related: [{ url: "/2026/01/01/a?b", note: X }]', 'field-invalid related.0.url 5:18'],
    ['related: [{ url: /2026/01/01/a, nota: X }]', 'field-unknown related.0.nota 5:39'],
    ['related: [{ note: X }]', 'field-invalid related.0.url 5:11'],
    ['sources: [{ url: "data:x", title: X }]', 'field-invalid sources.0.url 5:18'],
    ['corrections: [{ at: today, text: X }]', 'date-invalid corrections.0.at 5:21'],
    ['colour: red', 'field-unknown colour 5:9'],
    ['constructor: x', 'field-unknown constructor 5:14'],
    ['__proto__: { a: b }', 'field-unknown __proto__ 5:12'],
    ['__proto__: { status: killed }', 'field-misspelt __proto__ 5:12'],
    ['toipcs: [a]', 'field-unknown toipcs 5:9'],
    ['embrago: 2026-01-14T00:00:00Z', 'field-misspelt embrago 5:10'],
    ['Status: killed', 'field-misspelt Status 5:9'],
  ];
  for (const [line, ...problems] of bad) await t.test(line, () => assert.deepEqual(problemsOf(line), problems));
});

test('all problems of a file are reported at once', () => {
  const text = '---\nheadline: ""\ntype: scoop\nfoo: bar\n---\n<Box>\n';
  const { problems } = readArticle('articles/2026/13/40/X y.mdx', text);
  assert.deepEqual(problems.map(({ code }) => code).toSorted(), [
    'element-unknown',
    'field-invalid',
    'field-invalid',
    'field-missing',
    'field-missing',
    'field-unknown',
    'file-misplaced',
  ]);
});

test('a problem says what happened, why, and what to do', () => {
  const { problems } = readArticle('articles/2026/01/13/x.mdx', fileWith('embrago: 2026-01-14T00:00:00Z'));
  assert.equal(problems[0]?.message, 'There is no field “embrago”.');
  assert.match(problems[0]?.why ?? '', /misspelt/);
  assert.match(problems[0]?.fix ?? '', /“embargo”/);
});

test('a duplicate field is reported with its line', () => {
  const { problems } = readArticle('articles/2026/01/13/x.mdx', fileWith('headline: A\nheadline: B'));
  assert.deepEqual(
    problems.map(({ code, line }) => `${code} ${line}`),
    ['front-matter-syntax 4'],
  );
});

test('the other content files', async (t) => {
  const cases: [kind: 'topic' | 'person' | 'storyline' | 'site', file: string, text: string, ...problems: string[]][] =
    [
      ['topic', 'topics/a.mdx', '---\ntitle: A\n---\n'],
      ['topic', 'topics/a.mdx', '---\nlearn: A\n---\n', 'field-missing title 1:1'],
      ['topic', 'topics/a.mdx', '---\ntitle: A\naccent: pink\n---\n', 'field-invalid accent 3:9'],
      ['topic', 'topics/A b.mdx', '---\ntitle: A\n---\n', 'file-slug null 1:1'],
      ['person', 'people/a.mdx', '---\nname: A\nkind: robot\n---\n', 'field-invalid kind 3:7'],
      ['storyline', 'storylines/a.mdx', '---\ntitle: A\nstatus: open\n---\n', 'field-invalid status 3:9'],
      ['site', 'site.yaml', 'name: A\nurl: https://a.example\nlanguage: en\ntimezone: Europe/Vienna\n'],
      [
        'site',
        'site.yaml',
        '',
        'field-missing language 1:1',
        'field-missing name 1:1',
        'field-missing timezone 1:1',
        'field-missing url 1:1',
      ],
      [
        'site',
        'site.yaml',
        'name: A\nurl: a.example\nlanguage: en\ntimezone: Mars/Olympus\n',
        'field-invalid timezone 4:11',
        'field-invalid url 2:6',
      ],
    ];
  for (const [kind, file, text, ...expected] of cases) {
    await t.test(`${file} ${JSON.stringify(text)}`, () => {
      const { problems } = readEntity(kind, file, text);
      assert.deepEqual(
        problems.map(({ code, field, line, column }) => `${code} ${field} ${line}:${column}`).toSorted(),
        expected,
      );
    });
  }
});

test('settings that nothing reads are unknown fields', () => {
  const text = 'name: A\nurl: https://a.example\nlanguage: en\ntimezone: UTC\nheadings: { de: Der Test }\n';
  const { problems } = readEntity('site', 'site.yaml', text);
  assert.deepEqual(
    problems.map(({ code, field, severity }) => [code, field, severity]),
    [['field-unknown', 'headings', 'warning']],
  );
});

/** The article, and the words of its problems. */
function readingOf(line: string): { article: Record<string, unknown> | undefined; words: string[] } {
  const { article, problems } = readArticle('articles/2026/01/13/x.mdx', fileWith(line));
  return { article: article && { ...article }, words: problems.map(({ message, fix }) => `${message} ${fix}`) };
}

test('addresses are printed in the form that browsers follow', async (t) => {
  const cases: [line: string, field: string, value: unknown][] = [
    ['canonical: https://Ä.example/b c', 'canonical', 'https://xn--4ca.example/b%20c'],
    ['sources: [{ url: "/../x", title: X }]', 'sources', [{ url: '/x', title: 'X' }]],
    ['sources: [{ url: "/a\\\\b", title: X }]', 'sources', [{ url: '/a/b', title: 'X' }]],
    ['related: ["/2026/01/../02/03/x"]', 'related', [{ address: '/2026/02/03/x' }]],
    ['translationOf: /2026/01/13/CAF%C3%89', 'translationOf', '/2026/01/13/café'],
    [
      'aliases: ["/?p=123", "/Index.php?option=com_content&id=7", "/a%20b?c=%C3%A4"]',
      'aliases',
      ['/?p=123', '/index.php?option=com_content&id=7', '/a b?c=ä'],
    ],
    ['aliases: ["/old?"]', 'aliases', ['/old']],
  ];
  for (const [line, field, value] of cases)
    await t.test(line, () => {
      const { article, words } = readingOf(line);
      assert.deepEqual(words, []);
      assert.deepEqual(article?.[field], value);
    });
});

test('characters that no output may have are named, in every field of text', async (t) => {
  const characters: [escape: string, name: RegExp][] = [
    ['\\uD800', /U\+D800, half of a character/],
    ['\\uDFFF', /U\+DFFF, half of a character/],
    ['\\uD83D a', /U\+D83D, half/],
    ['\\0', /control character U\+0000/],
    ['\\x07', /control character U\+0007/],
    ['\\e[31m', /control character U\+001B/],
    ['\\x7F', /control character U\+007F/],
    ['\\x85', /control character U\+0085/],
    ['\\x9F', /control character U\+009F/],
    ['\\uFFFE', /U\+FFFE, which is no character/],
    ['\\uFFFF', /U\+FFFF, which is no character/],
    ['\\uFDD0', /U\+FDD0, which is no character/],
    ['\\U0001FFFE', /U\+1FFFE, which is no character/],
    ['\\U0010FFFF', /U\+10FFFF, which is no character/],
    ['\\u202E', /U\+202E, which turns/],
    ['\\u202D', /U\+202D, which turns/],
    ['\\u202A', /U\+202A, a mark of direction/],
    ['\\u2069', /U\+2069, a mark of direction/],
    ['\\u2067 a \\u202C', /U\+202C, a mark of direction/],
  ];
  for (const [escape, name] of characters)
    for (const [start, end] of [
      ['id: "urn:x', '"'],
      ['headline: "A ', ' b"'],
      ['standfirst: "A ', '"'],
      ['dateline: { place: "A ', '" }'],
      ['byline: [{ name: "A ', '" }]'],
      ['sources: [{ url: /x, title: "A ', '" }]'],
      ['corrections: [{ at: 2026-01-14T09:00:00Z, text: "A ', '" }]'],
      ['image: { src: a.jpg, alt: "A ', '" }'],
    ] as const)
      await t.test(`${start}${escape}`, () => {
        const { article, words } = readingOf(`${start}${escape}${end}`);
        assert.equal(article, undefined);
        assert.match(words.join(), name);
        assert.match(words.join(), /Take this character out/);
        assert.match(words.join(), /^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]*$/u);
      });
  for (const blank of [
    '\\u3000',
    '\\u200B',
    '\\u2800',
    '\\u3164',
    '\\uFE0F',
    '\\u200D\\uFEFF',
    '\\u00A0',
    '\\u0301',
    '\\u00AD',
  ])
    await t.test(`blank ${blank}`, () => assert.equal(readingOf(`headline: "${blank}"`).article, undefined));
  for (const good of ['👩‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', 'می‌خواهم', '\\u2067שלום\\u2069 a', '\\u200Fא', '…', '7'])
    await t.test(`good ${good}`, () => assert.deepEqual(readingOf(`headline: "${good}"`).words, []));
});

test('the other files have none of these characters either', () => {
  const bad = '"a\\uFFFEb"';
  for (const [kind, file, text] of [
    ['topic', 'topics/a.mdx', `---\ntitle: ${bad}\n---\n`],
    ['person', 'people/a.mdx', `---\nname: ${bad}\n---\n`],
    ['storyline', 'storylines/a.mdx', `---\ntitle: ${bad}\n---\n`],
    ['page', 'about.mdx', `---\ntitle: ${bad}\n---\n`],
    ['site', 'site.yaml', `name: ${bad}\nurl: https://a.example\nlanguage: en\ntimezone: UTC\n`],
    ['site', 'site.yaml', `name: A\nurl: https://a.example\nlanguage: en\ntimezone: UTC\npolicies: { ${bad}: /x }\n`],
    [
      'site',
      'site.yaml',
      `name: A\nurl: https://a.example\nlanguage: en\ntimezone: UTC\npublisher: { name: A, founded: ${bad} }\n`,
    ],
  ] as const) {
    const { entity, problems } = readEntity(kind, file, text);
    // An optional field of site.yaml is left out.
    assert.ok(!JSON.stringify(entity ?? null).includes('\uFFFE'), text);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['field-invalid'],
    );
  }
});

test('a number or a word of YAML without quotes: the problem shows what was written, and the quotes', async (t) => {
  const cases: [line: string, shown: string, fix: string][] = [
    ['headline: 007', '007 without quotes is the number 7', '`headline: "007"`'],
    ['headline: 1984', '1984 without quotes is the number 1984', '`headline: "1984"`'],
    ['headline: 1e3', '1e3 without quotes is the number 1000', '`headline: "1e3"`'],
    ['headline: 0x1F', '0x1F without quotes is the number 31', '`headline: "0x1F"`'],
    ['headline: 0o17', '0o17 without quotes is the number 15', '`headline: "0o17"`'],
    ['headline: 1.50', '1.50 without quotes is the number 1.5', '`headline: "1.50"`'],
    ['headline: .inf', '.inf without quotes is the number Infinity', '`headline: ".inf"`'],
    ['headline: 12345678901234567890', '12345678901234567890 without', '`headline: "12345678901234567890"`'],
    ['headline: true', 'true without quotes is the value true', '`headline: "true"`'],
    ['headline: False', 'False without quotes is the value false', '`headline: "False"`'],
    ['headline: null', 'null without quotes is no value', '`headline: "null"`'],
    ['headline: ~', '~ without quotes is no value', '`headline: "~"`'],
    ['kicker: 24', '24 without quotes', '`kicker: "24"`'],
    ['id: 42', '42 without quotes', '`id: "42"`'],
    ['topics: [2024]', '2024 without quotes', '`"2024"`'],
    ['topics: 2024', '2024 without quotes', '`topics: "2024"`'],
    ['storyline: 2024', '2024 without quotes', '`storyline: "2024"`'],
    ['byline: [007]', '007 without quotes', '`"007"`'],
    ['byline: [{ name: 50 }]', '50 without quotes', '`name: "50"`'],
    ['dateline: { place: 29 }', '29 without quotes', '`place: "29"`'],
    ['sources: [{ url: /x, title: 1984 }]', '1984 without quotes', '`title: "1984"`'],
  ];
  for (const [line, shown, fix] of cases)
    await t.test(line, () => {
      const { article, words } = readingOf(line);
      assert.equal(article, undefined);
      assert.equal(words.length, 1);
      assert.ok(words[0]?.includes(shown) && words[0].includes(`Put it in quotes: ${fix}`), words[0]);
    });
  for (const line of [
    'headline: yes',
    'headline: NO',
    'headline: 1:30',
    'headline: 2026-01-13',
    'headline: 1_000',
    'kicker: null',
  ])
    await t.test(`text as it is: ${line}`, () => assert.deepEqual(readingOf(line).words, []));
  await t.test('where quotes do not help', () => {
    for (const line of ['published: 20260113', 'type: 7', 'image: 7', 'topics: [7.5]'])
      assert.doesNotMatch(readingOf(line).words.join(), /in quotes/, line);
  });
});

test('a value that a “#” cuts is a warning, a comment is none', async (t) => {
  const cut: [line: string, position: string][] = [
    ['headline: Council votes on Plan #2 for the harbour', 'value-cut headline 3:33'],
    ['headline: Plan # 2', 'value-cut headline 3:16'],
    ['kicker: #MeToo', 'value-cut kicker 5:9'],
    ['byline: [{ name: Ann #1\n }]', 'value-cut name 5:22'],
    ['topics:\n  - nara #1', 'value-cut topics 6:10'],
    ['standfirst: The text\n  goes on #here', 'value-cut standfirst 6:11'],
  ];
  for (const [line, position] of cut) await t.test(line, () => assert.deepEqual(problemsOf(line), [position]));
  for (const line of [
    'headline: Tokyo and Seoul close ranks   # required',
    'headline: A # b',
    'headline: C#7 and C#',
    'headline: "Plan #2"',
    "headline: 'Plan #2'",
    'standfirst: |\n  Plan #2',
    'kicker: A #',
    'kicker: A ##',
  ])
    await t.test(`not ${line}`, () => assert.deepEqual(problemsOf(line), []));
});

test('text that YAML divides: the problem asks for quotes', () => {
  for (const line of [
    'headline:\n  Nara: a summit',
    'corrections:\n  - { at: 2026-01-14T09:00:00Z, text: A month, which was wrong }',
    'byline: [{ name: Ann, the editor }]',
  ])
    assert.match(readingOf(line).words.join(), /in quotes/, line);
});

test('a name that was typed decomposed is the composed name of the file', () => {
  const { article, words } = readingOf(
    'topics: ["e\u0301tats", "가".normalize("NFD")]'.replace('"가".normalize("NFD")', `"${'가'.normalize('NFD')}"`),
  );
  assert.deepEqual(words, []);
  assert.deepEqual(article?.['topics'], ['états', '가']);
  assert.deepEqual(readingOf('storyline: "e\u0301tats"').article?.['storyline'], 'états');
  assert.deepEqual(readingOf('byline: "e\u0301tats"').article?.['byline'], [{ person: 'états' }]);
  const topic = readEntity('topic', 'topics/a.mdx', '---\ntitle: A\nparent: "e\u0301tats"\n---\n');
  assert.ok(topic.entity?.kind === 'topic' && topic.entity.value.parent === 'états');
});

test('instants have one form', () => {
  for (const [written, form] of [
    ['2026-01-13T10:00:00-00:00', '2026-01-13T10:00:00Z'],
    ['2026-01-13T10:00-0000', '2026-01-13T10:00:00Z'],
    ['2026-01-13T10:00:00+00:00', '2026-01-13T10:00:00+00:00'],
    ['2026-01-13t10:00:00z', '2026-01-13T10:00:00Z'],
    ['2026-01-13 10:00:00.5+0530', '2026-01-13T10:00:00+05:30'],
  ])
    assert.equal(readingOf(`published: ${written}`).article?.['published'], form);
});

test('published can be a day with its offset, which begins at midnight there', () => {
  for (const [written, begins] of [
    ['2026-01-13+09:00', '2026-01-13T00:00:00+09:00'],
    ['"2026-01-13-05:00"', '2026-01-13T00:00:00-05:00'],
    ['2026-01-13Z', '2026-01-13T00:00:00Z'],
    ['2026-01-13+0530', '2026-01-13T00:00:00+05:30'],
  ]) {
    const { article } = readingOf(`published: ${written}`);
    assert.deepEqual([article?.['published'], article?.['dayOnly']], [begins, true]);
  }
  assert.equal(readingOf('published: 2026-01-13T00:00:00Z').article?.['dayOnly'], undefined);
  assert.equal(readingOf('updated: 2026-01-13+09:00').article, undefined);
});

test('a gate without a value hides the article, and one that is commented out is none', async (t) => {
  for (const gate of ['embargo', 'expires', 'status'])
    for (const value of ['', ' ', ' ~', ' null', ' # 2099-01-01T00:00:00Z', ' ""', ' &a'])
      await t.test(`${gate}:${value}`, () => {
        const read = readArticle('articles/2026/01/13/x.mdx', fileWith(`${gate}:${value}`));
        assert.equal(read.article, undefined);
        assert.ok('gates' in read && read.gates.hides);
        const { severity, field, fix } = read.problems.find(({ code }) => code !== 'value-cut') ?? assert.fail();
        assert.deepEqual([severity, field], ['error', gate]);
        if (!value.includes('"')) assert.match(fix, /after the colon, or take the line out/);
      });
  for (const line of ['# embargo:', '#embargo: 2099-01-01T00:00:00Z', '  # status:', 'updated:'])
    await t.test(`none: ${line}`, () => assert.deepEqual(readingOf(line).words, []));
});

test('what a field expects is said in words, with an example', async (t) => {
  const cases: [line: string, words: RegExp][] = [
    ['dateline: Nara', /“dateline”: expected parts with names.*found text\. .*`dateline: \{ place: Nara/],
    ['image: a.jpg', /“image”: expected parts.*found text\. .*`image: \{ src: /],
    ['image: { src: a.jpg }', /“image\.alt”: expected text, found nothing/],
    ['image: [a.jpg]', /found a list/],
    ['lang: [en]', /“lang”: expected text, found a list/],
    ['corrections: [A word]', /“corrections”, entry 1: expected parts.*`corrections: \[\{ at: /],
    ['sources: [https://a.example/]', /“sources”, entry 1: expected parts.*`sources: \[\{ url: /],
    ['byline: [{ name: A, kind: robot }]', /expected one of: person, organization/],
    ['embargo: soon', /“embargo” is no date and time/],
    ['status: public', /take the line out: without it the article is public/],
    ['publish: 2030-01-01T00:00:00Z', /Write “embargo”/],
    ['online: 2030-01-01', /Write “embargo”/],
    ['archived: 2030-01-01', /Write “expires”/],
    ['hidden: true', /Write “status”/],
    ['image: { src: a.jpg, alt: A, credit: B, captoin: C }', /“image” has no part “captoin”.*Write “caption”/],
    ['byline: [{ name: A, kind: organisation }]', /“byline”, entry 1, “kind”: .*Write “organization”/],
    ['subtitle: A', /Write “standfirst”/],
    ['type: scoop', /Write one of them: news, analysis, /],
  ];
  for (const [line, words] of cases)
    await t.test(line, () => {
      const said = readingOf(line).words.join();
      assert.match(said, words);
      assert.doesNotMatch(said, /Invalid|received/);
    });
  const { problems } = readArticle('articles/2026/01/13/x.mdx', fileWith('aliases: ["/x\\r\\nSet-Cookie"]'));
  assert.match(problems[0]?.why ?? '', /“\/xU\+000DU\+000ASet-Cookie”/);
});

test('a wrong setting of the site has an example of a right one', () => {
  const { problems } = readEntity(
    'site',
    'site.yaml',
    'name: A\nurl: news.example\nlanguage: english\ntimezone: Vienna\n',
  );
  assert.deepEqual(
    problems.map(({ field, fix }) => [
      field,
      /`url: https:\/\/news\.example`|en, de, ar|`timezone: Europe\/Vienna`/.test(fix),
    ]),
    [
      ['url', true],
      ['language', true],
      ['timezone', true],
    ],
  );
});

test('the address of the site is a host alone, in ASCII', async (t) => {
  const read = (lines: string): ReturnType<typeof readEntity> =>
    readEntity('site', 'site.yaml', `name: A\nlanguage: en\ntimezone: UTC\n${lines}\n`);
  const { entity } = read('url: https://новости.example/\nwebsub: [https://узел.example/]');
  assert.ok(entity?.kind === 'site');
  assert.equal(entity.value.url, 'https://xn--b1amnebsh.example');
  assert.equal(entity.value.id, 'https://xn--b1amnebsh.example');
  assert.deepEqual(entity.value.websub, ['https://xn--e1adn3a.example/']);
  for (const url of [
    'https://a.example/news',
    'https://a.example/news/',
    'https://a.example/?a=b',
    'https://a.example/#a',
    'https://desk@a.example',
    'https://a.example\\\\@b.example',
  ])
    await t.test(url, () => {
      const { entity: refused, problems } = read(`url: "${url}"`);
      assert.equal(refused, undefined);
      assert.deepEqual(
        problems.map(({ code, field }) => `${code} ${field}`),
        ['field-invalid url'],
      );
    });
  assert.match(read('url: https://a.example/news').problems[0]?.fix ?? '', /not under a path/);
  const moved = read('url: https://a.example\nid: https://old.example/news/');
  assert.ok(moved.entity?.kind === 'site' && moved.entity.value.id === 'https://old.example/news');
});

test('a bad value that is not required is an error of its own, and the rest of the file counts', async (t) => {
  const cases: [kind: EntityKind, text: string, value: Record<string, unknown>, ...problems: string[]][] = [
    [
      'topic',
      '---\ntitle: A\norder: first\naccent: pink\nparent: [a]\nlearn: {}\nstandfirst: ""\n---\n',
      { title: 'A' },
      'order',
      'accent',
      'parent',
      'learn',
      'standfirst',
    ],
    [
      'topic',
      '---\ntitle: A\nessential: [no, /2026/01/05/a, 1, /2026/01/05/b]\nlinks: [{ url: no }, { url: /a, title: A }, x]\n---\n',
      { essential: ['/2026/01/05/a', '/2026/01/05/b'], links: [{ url: '/a', title: 'A' }] },
      'essential.0',
      'essential.2',
      'links.0.url',
      'links.0.title',
      'links.2',
    ],
    ['topic', '---\ntitle: A\nessential: /2026/01/05/a\n---\n', { essential: [] }, 'essential'],
    ['person', '---\nname: A\nkind: robot\nrole: 1\n---\n', { name: 'A', kind: 'person' }, 'kind', 'role'],
    [
      'storyline',
      '---\ntitle: A\nstatus: runing\ntopics: [B C, asia]\n---\n',
      { status: 'running', topics: ['asia'] },
      'status',
      'topics.0',
    ],
    [
      'places',
      '- { name: Kyiv, aliases: [1, Kiev, { nom: A }] }\n- Nara\n- { name: Uji, country: JA }\n- { name: Bern }\n',
      {
        places: [
          { name: 'Kyiv', aliases: ['Kiev'] },
          { name: 'Bern', aliases: [] },
        ],
      },
      'places.0.aliases.0',
      'places.0.aliases.2.name',
      'places.1',
      'places.2.country',
    ],
  ];
  for (const [kind, text, value, ...fields] of cases)
    await t.test(JSON.stringify(text), () => {
      const { entity, problems } = readEntity(kind, 'topics/a.mdx', text);
      assert.deepEqual(problems.map(({ field }) => field).toSorted(), fields.toSorted());
      assert.deepEqual([...new Set(problems.map(({ severity }) => severity))], ['error']);
      for (const { why } of problems) assert.match(why, / It is left out\.$/);
      assert.ok(entity);
      assert.deepEqual({ ...entity.value, ...value }, entity.value);
    });
});

test('what is left out of a list does not move the positions of the rest', () => {
  const topic = '---\ntitle: A\nessential:\n  - no\n  - /2026/01/05/a\n  - 1\n  - /2026/01/05/b\n---\n';
  const { references } = readEntity('topic', 'topics/a.mdx', topic);
  assert.deepEqual(
    references.map(({ target, line }) => `${target} ${line}`),
    ['/2026/01/05/a 5', '/2026/01/05/b 7'],
  );
  const places = '- 1\n- name: Kyiv\n  aliases: [1, Kiev]\n- name: Uji\n  aliases: [Ujii, 2, kiev]\n';
  assert.deepEqual(
    readEntity('places', 'places.yaml', places)
      .problems.filter(({ code }) => code === 'place-conflict')
      .map(({ line, column, field, message }) => `${line}:${column} ${field} ${message}`),
    ['5:22 places.2.aliases.2 “kiev” is also a spelling of Kyiv, entry 2.'],
  );
});

test('messages count the entries of lists from 1', () => {
  const { problems } = readArticle('articles/2026/01/13/x.mdx', fileWith('sources: [{ url: "data:x", title: X }]'));
  assert.match(problems[0]?.message ?? '', /^“sources”, entry 1, “url”/);
});

test('more picks than a list shows are reported with those that are not shown', () => {
  const picks = (count: number): string =>
    `related:\n${Array.from({ length: count }, (_, index) => (index % 2 ? `  - /2026/01/01/s${index}\n` : `  - { url: "https://a.example/${index}", title: A }\n`)).join('')}`;
  const { problems } = readArticle('articles/2026/01/13/x.mdx', fileWith(picks(12).trimEnd()));
  assert.deepEqual(
    problems.map(({ code, line, message }) => [code, line, message]),
    [
      [
        'content-left-out',
        16,
        '“related” has 12 links, and a list shows at most 10: https://a.example/10, /2026/01/01/s11 are shown only in place of a link before that is not public.',
      ],
    ],
  );
  assert.deepEqual(readArticle('articles/2026/01/13/x.mdx', fileWith(picks(10).trimEnd())).problems, []);
});

test('a link that is picked twice is reported where it is again', () => {
  const page = '{ url: "https://a.example/", title: A }';
  const related = `related: [/2026/01/01/a, { url: /2026/01/01/a, note: Again }, ${page}, ${page}, /2026/01/01/b]`;
  const { problems } = readArticle('articles/2026/01/13/x.mdx', fileWith(related));
  assert.deepEqual(
    problems.map(({ code, field, severity, message }) => [code, field, severity, message]),
    [
      ['content-left-out', 'related.1', 'warning', '“related” has /2026/01/01/a twice: it is entry 1 and entry 2.'],
      [
        'content-left-out',
        'related.3',
        'warning',
        '“related” has https://a.example/ twice: it is entry 3 and entry 4.',
      ],
    ],
  );
});

test('a wrong weight names the page that has the weights', () => {
  const file = (related: string): string =>
    `name: A\nurl: https://a.example\nlanguage: en\ntimezone: UTC\nrelated: ${related}\n`;
  for (const related of ['{ threshold: high }', '{ colour: 0.1 }', '{ oldest: 2 }', 'all']) {
    const { entity, problems } = readEntity('site', 'site.yaml', file(related));
    assert.match(problems[0]?.fix ?? '', /docs\/related\.md/, related);
    assert.deepEqual([problems.length, problems[0]?.severity, entity?.kind], [1, 'warning', 'site']);
  }
});
