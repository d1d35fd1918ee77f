import assert from 'node:assert/strict';
import { test } from 'node:test';
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
    ['---\na: *nobody\n---\n', 'front-matter-syntax 2:1'],
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
  await t.test('a fault has its position', () => {
    const found = readForeignFrontMatter('\n---\ntitle: A\ndeck: b: c\n---\nText\n');
    assert.ok(found && 'message' in found);
    assert.deepEqual([found.line, found.column], [4, 7]);
    assert.doesNotMatch(found.message, /\n/);
  });
});

test('what is written is read back, whatever it holds', () => {
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
