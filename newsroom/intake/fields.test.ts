import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from './read-article.ts';
import { readEntity } from './read-entity.ts';

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
    'image: { src: nara/garden.jpg, alt: A garden }',
    'related: [/2026/01/05/x, { url: "https://example.org/", title: There }]',
    'sources: [{ url: /2026/01/05/x, title: Here }]',
    'corrections: [{ at: 2026-01-14T09:00:00+09:00, text: A word was wrong. }]',
  ];
  for (const line of good) await t.test(line, () => assert.deepEqual(problemsOf(line), []));
});

test('each bad field is reported with its code and position', async (t) => {
  const bad: [line: string, ...problems: string[]][] = [
    ['id:', 'field-missing id 1:1'],
    ['id: 42', 'field-invalid id 2:5'],
    ['headline:', 'field-missing headline 1:1'],
    ['headline: ""', 'field-invalid headline 3:11'],
    ['headline: [a, b]', 'field-invalid headline 3:11'],
    ['headline: "\\u0007 bell"', 'field-invalid headline 3:11'],
    ['published:', 'field-missing published 1:1'],
    ['published: yesterday', 'date-invalid published 4:12'],
    ['published: 2026-01-13', 'date-invalid published 4:12'],
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
    ['byline: [{ name: Ann, rank: 1 }]', 'field-invalid byline.0 5:29'],
    ['dateline: Nara', 'field-invalid dateline 5:11'],
    ['dateline: { country: Japan }', 'field-invalid dateline.country 5:22'],
    ['dateline: { date: 2026-02-30 }', 'date-invalid dateline.date 5:19'],
    ['dateline: { city: Nara }', 'field-invalid dateline 5:19'],
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
    ['image: nara/garden.jpg', 'field-invalid image 5:8'],
    ['image: { src: nara/garden.jpg }', 'field-invalid image.alt 5:8'],
    ['related: [nowhere]', 'field-invalid related.0 5:11'],
    ['related: [{ url: "https://example.org/" }]', 'field-invalid related.0.title 5:11'],
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
  const text = 'name: A\nurl: https://a.example\nlanguage: en\ntimezone: UTC\ntitles: { de: Der Test }\n';
  const { problems } = readEntity('site', 'site.yaml', text);
  assert.deepEqual(
    problems.map(({ code, field, severity }) => [code, field, severity]),
    [['field-unknown', 'titles', 'warning']],
  );
});
