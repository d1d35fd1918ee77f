import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from './read-article.ts';
import {
  readForeignFrontMatter,
  readFrontMatter,
  readYaml,
  writeFrontMatter,
  type FrontMatter,
} from './front-matter.ts';

function read(text: string): FrontMatter {
  const matter = readFrontMatter('x.mdx', text);
  assert.ok(!Array.isArray(matter), JSON.stringify(matter));
  return matter;
}

test('front matter is parsed as YAML 1.2, and the rest is the body', () => {
  const { data, body, bodyLine } = read('---\ncountry: NO\nat: 2026-01-13T18:30:00+09:00\nn: 1\n---\n\nText.\n');
  assert.deepEqual(data, { country: 'NO', at: '2026-01-13T18:30:00+09:00', n: 1 });
  assert.equal(body, '\nText.\n');
  assert.equal(bodyLine, 6);
});

test('forms that mean the same', () => {
  for (const text of [
    '---\na: 1\n---\nText.',
    '---yaml\na: 1\n---\nText.',
    '--- \na: 1\n---  \nText.',
    '---\n# a comment\na: 1\n---\nText.',
  ]) {
    const { data, body } = read(text);
    assert.deepEqual([data, body.trim()], [{ a: 1 }, 'Text.'], text);
  }
});

test('front matter without fields', () => {
  for (const text of ['---\n---\nText.', '---\n\n---\nText.', '---\n# nothing yet\n---\nText.']) {
    const { data, body } = read(text);
    assert.deepEqual([data, body.trim()], [{}, 'Text.'], text);
  }
});

test('a rule in the body is the body’s', () => {
  assert.equal(read('---\na: 1\n---\nOne.\n\n---\n\nTwo.\n').body, 'One.\n\n---\n\nTwo.\n');
});

test('front matter that cannot be read', async (t) => {
  const cases: [text: string, ...problems: string[]][] = [
    ['', 'front-matter-missing 1:1'],
    ['Text.\n', 'front-matter-missing 1:1'],
    ['\n---\na: 1\n---\n', 'front-matter-missing 1:1'],
    ['--\na: 1\n--\n', 'front-matter-missing 1:1'],
    ['---\na: 1\nText.\n', 'front-matter-unclosed 1:1'],
    ['---', 'front-matter-unclosed 1:1'],
    ['---\na: 1\n----\nText.\n\n---\n\nMore.\n', 'front-matter-unclosed 3:1'],
    ['---\na: 1\n--- Text\n\n---\n', 'front-matter-unclosed 3:1'],
    ['---js\nprocess.exit(3)\n---\n', 'front-matter-language 1:4'],
    ['---javascript\n({})\n---\n', 'front-matter-language 1:4'],
    ['---json\n{}\n---\n', 'front-matter-language 1:4'],
    ['---toml\na = 1\n---\n', 'front-matter-language 1:4'],
    ['---\na: b: c\n---\n', 'front-matter-syntax 2:4'],
    ['---\na: 1\na: 2\n---\n', 'front-matter-syntax 3:1'],
    ['---\na:\n\t- b\n---\n', 'front-matter-syntax 3:1'],
    ['---\na: "open\n---\n', 'front-matter-syntax 2:9'],
    ['---\na: *nobody\n---\n', 'front-matter-syntax 2:4'],
    ['----\na: 1\n----\n', 'front-matter-missing 1:1'],
    ['---\na: !!js/function "() => 1"\n---\n', 'front-matter-syntax 2:4'],
    ['---\n- a\n- b\n---\n', 'front-matter-syntax 2:1'],
    ['---\njust words\n---\n', 'front-matter-syntax 2:1'],
  ];
  for (const [text, ...expected] of cases) {
    await t.test(JSON.stringify(text), () => {
      const matter = readFrontMatter('x.mdx', text);
      assert.ok(Array.isArray(matter), 'was read');
      assert.deepEqual(
        matter.map(({ code, line, column }) => `${code} ${line}:${column}`),
        expected,
      );
    });
  }
});

test('aliases that multiply are refused, not followed', () => {
  const rows = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [index, name] of [...'bcdefgh'].entries()) {
    rows.push(`${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`);
  }
  const matter = readFrontMatter('x.mdx', `---\n${rows.join('\n')}\n---\n`);
  assert.ok(Array.isArray(matter));
  assert.deepEqual(
    matter.map(({ code }) => code),
    ['front-matter-syntax'],
  );
});

test('the position of a field, or of its nearest parent', () => {
  const { positionOf } = read('---\na: 1\nlist:\n  - one\n  - { two: 2 }\nempty:\n---\n');
  assert.deepEqual(positionOf(['a']), { line: 2, column: 4 });
  assert.deepEqual(positionOf(['list', 0]), { line: 4, column: 5 });
  assert.deepEqual(positionOf(['list', 1, 'two']), { line: 5, column: 12 });
  assert.deepEqual(positionOf(['list', 7, 'x']), { line: 4, column: 3 });
  assert.deepEqual(positionOf(['empty']), { line: 6, column: 1 });
  assert.deepEqual(positionOf(['nowhere']), { line: 1, column: 1 });
});

test('a file that is YAML alone counts its lines from the first', () => {
  const matter = readYaml('site.yaml', 'name: A\nurl: b: c\n');
  assert.ok(Array.isArray(matter));
  assert.deepEqual(
    matter.map(({ line }) => line),
    [2],
  );
});

test('front matter of another system', async (t) => {
  const cases: [name: string, text: string, expected: ReturnType<typeof readForeignFrontMatter>][] = [
    ['blank lines before it', '\n\n---\ntitle: A\n---\nText\n', { data: { title: 'A' }, body: 'Text\n', bodyLine: 6 }],
    ['no fields', '---\n---\nText\n', { data: {}, body: 'Text\n', bodyLine: 3 }],
    ['duplicate fields: the last one counts', '---\na: 1\na: 2\n---\n', { data: { a: 2 }, body: '', bodyLine: 5 }],
    [
      'quoted text that is not indented',
      '---\ntitle: "One\ntwo\'s \\"three\\""\ndeck: plain\n---\n',
      { data: { title: 'One two\'s "three"', deck: 'plain' }, body: '', bodyLine: 6 },
    ],
    [
      'a rule in the body',
      '---\na: 1\n---\nOne\n\n---\n\nTwo\n',
      { data: { a: 1 }, body: 'One\n\n---\n\nTwo\n', bodyLine: 4 },
    ],
    ['none', 'Text\n\n---\n\nmore\n', null],
    ['not closed', '---\ntitle: A\n', null],
    ['another language', '---json\n{}\n---\n', null],
  ];
  for (const [name, text, expected] of cases)
    await t.test(name, () => assert.deepEqual(readForeignFrontMatter(text), expected));
  await t.test('aliases that multiply', () => {
    const found = readForeignFrontMatter(`---\na: &a b\nc:\n${'- *a\n'.repeat(50)}---\nText\n`);
    assert.ok(found && 'message' in found);
  });
  await t.test('a fault has its position', () => {
    const found = readForeignFrontMatter('\n---\ntitle: A\ndeck: b: c\n---\nText\n');
    assert.ok(found && 'message' in found);
    assert.deepEqual([found.line, found.column], [4, 7]);
    assert.doesNotMatch(found.message, /\n/);
  });
});

test('what is written is read back, whatever its characters', () => {
  const fields = {
    id: 'urn:uuid:1',
    published: '2026-01-13T12:00:00+09:00',
    headline: 'Explainer: why "no" is # not yes - *ever*',
    dateline: { place: 'Otsu', country: 'NO', date: '2026-01-13' },
    topics: ['on', 'null', '007'],
  };
  const text = writeFrontMatter({ ...fields, kicker: undefined }, '\nFirst.\n\n---\n\nSecond.\n\n');
  const matter = read(text);
  assert.deepEqual(matter.data, fields);
  assert.equal(matter.body, '\nFirst.\n\n---\n\nSecond.\n');
  assert.equal(writeFrontMatter({ a: 1 }, ''), '---\na: 1\n---\n');
});

test('what is wrong is said in words for an editor, with the line to write', async (t) => {
  const cases: [text: string, position: string, words: RegExp][] = [
    ['status:draft', '2:1', /After `status:` a blank is missing.*`status: …`/],
    ['a: 1\nstatus:draft\nb: 2', '3:1', /After `status:` a blank is missing/],
    ['a: 1\nexpires:2030-01-01T00:00:00Z', '3:1', /After `expires:` a blank is missing/],
    ['a: 1\nb: 2\na: 3', '4:1', /`a` is there twice\. .*Take one of the two lines out/],
    ['a: { b: 1, b: 2 }', '2:12', /`b` is there twice/],
    ['a: Explainer: why', '2:4', /`a: "Explainer: why"`/],
    ['a: "Big" news', '2:10', /`a: '"Big" news'`/],
    ['a: It "is": so', '2:4', /`a: 'It "is": so'`/],
    ['a: @desk', '2:4', /`a: "@desk"`/],
    ['a: !now', '2:4', /`a: "!now"`/],
    ['b: 1\na: *star', '3:4', /Nothing is called “star”/],
    ['a: [1, 2', '', /in "double quotes"/],
  ];
  for (const [text, position, words] of cases)
    await t.test(text, () => {
      const matter = readFrontMatter('x.mdx', `---\n${text}\n---\n`);
      assert.ok(Array.isArray(matter));
      const [{ code, line, column, message, why, fix } = assert.fail()] = matter;
      assert.equal(code, 'front-matter-syntax');
      if (position !== '') assert.equal(`${line}:${column}`, position);
      assert.match(`${message} ${why} ${fix}`, words);
    });
  const hyphens = readFrontMatter('x.mdx', '----\na: 1\n----\n');
  assert.match(Array.isArray(hyphens) ? (hyphens[0]?.fix ?? '') : '', /exactly three hyphens/);
});

test('a word that only an anchor holds is a warning, an anchor that is used is none', () => {
  const warningsOf = (text: string): string[] =>
    read(`---\n${text}\n---\n`).warnings.map(
      ({ code, field, line, column, message }) => `${code} ${field} ${line}:${column} ${message}`,
    );
  const said = (name: string): string => `\`&${name}\` is not part of the value of “a”.`;
  assert.deepEqual(warningsOf('a: &co'), [`value-cut a 2:4 ${said('co')}`]);
  assert.deepEqual(warningsOf('b: 1\na: &co News'), [`value-cut a 3:4 ${said('co')}`]);
  assert.deepEqual(warningsOf('a: [x, &co y]'), [`value-cut a 2:8 ${said('co')}`]);
  assert.deepEqual(warningsOf('a: &b text\nc: *b'), []);
  assert.deepEqual(warningsOf('a: Q&A\nb: "&co"\nc: Rain & wind'), []);
});

test('front matter that would cost too much time is refused before it is parsed, and its gates hide', async (t) => {
  const numbered = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');
  const anchors = (count: number): string => numbered(count, (index) => `a${index}: &a${index} b`);
  const kinds: [name: string, text: string][] = [
    ['sequences in each other', `a: ${'['.repeat(51)}`],
    ['maps in each other', `a: ${'{b: '.repeat(51)}`],
    ['closed sequences', `a: ${'['.repeat(51)}${']'.repeat(51)}`],
    ['blocks in each other', numbered(51, (index) => `${' '.repeat(index)}a:`)],
    ['lists in each other', `a:\n${'- '.repeat(51)}b`],
    ['keys in each other', `${'? '.repeat(51)}b`],
    ['lines', `c: 1\n${numbered(20_001, () => '# a')}`],
    ['items', `a:\n${numbered(20_001, () => '- b')}`],
    ['items in one line', `a: [${'b,'.repeat(20_001)}]`],
    ['fields', numbered(1001, (index) => `a${index}: 1`)],
    ['aliases', `${anchors(101)}\n${numbered(101, (index) => `b${index}: *a${index}`)}`],
    ['characters', `a: ${'b'.repeat(262_144)}`],
  ];
  for (const [name, text] of kinds)
    await t.test(name, () => {
      const matter = readFrontMatter('x.mdx', `---\n${text}\n---\n`);
      assert.ok(Array.isArray(matter));
      assert.deepEqual(
        matter.map(({ code }) => code),
        ['front-matter-syntax'],
      );
      assert.match(matter[0]?.message ?? '', /^The front matter (?:has|is nested) /);
      const file = `---\nembargo: 2099-01-01T00:00:00Z\n${text}\n---\nText.\n`;
      const { article, ...others } = readArticle('articles/2026/01/13/x.mdx', file);
      assert.equal(article, undefined);
      assert.ok('gates' in others && others.gates.hides);
      const foreign = readForeignFrontMatter(`---\n${text}\n---\n`);
      if (name !== 'fields' && name !== 'aliases') assert.ok(foreign && 'message' in foreign);
    });
  for (const [name, text] of [
    ['deep', `a: ${'['.repeat(50)}${']'.repeat(50)}`],
    ['many items', `a:\n${numbered(19_000, () => '- b')}`],
    ['many fields', numbered(1000, (index) => `a${index}: 1`)],
    ['aliases', `${anchors(100)}\n${numbered(100, (index) => `b${index}: *a${index}`)}`],
  ] as const)
    await t.test(`read: ${name}`, () =>
      assert.ok(read(`---\n${text}\n---\n`).data['a'] ?? read(`---\n${text}\n---\n`).data['a0']),
    );
});

test('one fault of YAML that others follow from is one problem', () => {
  const texts = [
    '- { name: Kyiv, aliases: [Kiev }\n- { name: Nara }\n',
    '- { name: Kyiv\n  aliases: [Kiev]\n- {name: Nara}\n- [\n',
    '- name: Kyiv\n aliases: [a]\n- x: [\n',
  ];
  for (const text of texts) {
    const found = readYaml('places.yaml', text, 'places');
    assert.ok(Array.isArray(found));
    assert.equal(found.length, 1, JSON.stringify(found));
  }
  const found = readFrontMatter('a.mdx', '---\nheadline: a: b\nkicker: c: d\n---\n');
  assert.ok(Array.isArray(found));
  assert.deepEqual(
    found.map(({ line }) => line),
    [2, 3],
    'faults that have nothing to do with each other',
  );
});
