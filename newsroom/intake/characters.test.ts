import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Inline } from '../../elements/inline/inline.ts';
import { readBody } from './body.ts';

function read(text: string): { body: string; problems: string[] } {
  const { body, problems } = readBody('x.mdx', text, 5);
  return {
    body: JSON.stringify(body),
    problems: problems.map(({ code, severity, line, column }) => `${code} ${severity} ${line}:${column}`),
  };
}

const warning = (place: string): string => `character-invalid warning ${place}`;

/** Characters that no output may have, and how a text without them reads. */
const forbidden: [character: string, without: string][] = [
  ['\u0001', ''],
  ['\u0007', ''],
  ['\b', ''],
  ['\u000b', ' '],
  ['\f', ' '],
  ['\u001b', ''],
  ['\u001c', ' '],
  ['\u007f', ''],
  ['\u0080', ''],
  ['\u0085', ' '],
  ['\u009f', ''],
  ['\ufdd0', ''],
  ['\ufdef', ''],
  ['\ufffe', ''],
  ['\uffff', ''],
  ['\u{1fffe}', ''],
  ['\u{10ffff}', ''],
  ['\ud800', ''],
  ['\udc00', ''],
  ['\u202d', ''],
  ['\u202e', ''],
  ['\u202a', ''],
  ['\u202b', ''],
  ['\u202c', ''],
  ['\u2066', ''],
  ['\u2067', ''],
  ['\u2068', ''],
  ['\u2069', ''],
];

test('a character that no output may have is left out, with its place', async (t) => {
  const places: [name: string, text: (character: string) => string, place: string][] = [
    ['a paragraph', (it) => `A.\n\nOne${it}two.`, '7:4'],
    ['marked text', (it) => `*One${it}two*`, '5:5'],
    ['a link', (it) => `[One${it}two](/a)`, '5:5'],
    ['the title of a link', (it) => `[A](/a "One${it}two")`, '5:12'],
    ['an alternative text', (it) => `![One${it}two](a.svg)`, '5:6'],
    ['code', (it) => `\`One${it}two\``, '5:5'],
    ['a block of code', (it) => `\`\`\`\nOne${it}two\n\`\`\``, '6:4'],
    ['a crosshead', (it) => `## One${it}two`, '5:7'],
    ['an item', (it) => `- One${it}two`, '5:6'],
    ['a cell', (it) => `| One${it}two |\n|---|`, '5:6'],
    ['a note', (it) => `A[^1].\n\n[^1]: One${it}two`, '7:10'],
    ['an attribute', (it) => `<Figure src="a.svg" alt="One${it}two" caption="A" />`, '5:29'],
  ];
  for (const [character, without] of forbidden)
    for (const [name, text, place] of places)
      await t.test(`${JSON.stringify(character)} in ${name}`, () => {
        const { body, problems } = read(text(character));
        assert.deepEqual({ body, problems }, { body: read(text(without)).body, problems: [warning(place)] });
      });
});

test('the same written as a number', async (t) => {
  const numbers = [
    '&#0;',
    '&#1;',
    '&#8;',
    '&#12;',
    '&#13;',
    '&#x7f;',
    '&#128;',
    '&#xD800;',
    '&#xdfff;',
    '&#xFDD0;',
    '&#xFFFE;',
    '&#x10FFFF;',
    '&#x110000;',
    '&#x202E;',
    '&#8296;',
  ];
  const places: [name: string, text: (written: string) => string, place: string][] = [
    ['a paragraph', (it) => `One${it}two.`, '5:4'],
    ['the title of a link', (it) => `[A](/a "One${it}two")`, '5:1'],
    ['an alternative text', (it) => `![One${it}two](a.svg)`, '5:1'],
    ['an attribute', (it) => `<Figure src="a.svg" alt="One${it}two" />`, '5:21'],
    ['the address of a link', (it) => `[A](/one${it}two)`, '5:1'],
  ];
  for (const written of numbers)
    for (const [name, text, place] of places)
      await t.test(`${written} in ${name}`, () =>
        assert.deepEqual(read(text(written)), { body: read(text('')).body, problems: [warning(place)] }),
      );
  for (const text of ['`&#0;`', '    &#0;', '\\&#0;', '&amp;#0;'])
    await t.test(text, () => assert.deepEqual(read(text).problems, []));
});

test('of several in one line the first is reported', () => {
  assert.deepEqual(read('a\u0001b\u0002c\nd\u0003').problems, [warning('5:2'), warning('6:2')]);
});

test('characters that cannot be seen and belong to a text stay', async (t) => {
  for (const text of [
    'Zu\u00adsammen',
    'می\u200cخواهم',
    '👩\u200d🚀',
    'A\u200eb\u200f',
    'a\u00a0b',
    'a\u200bb',
    'a\u2060b',
    '\u2067עברית\u2069 and English',
    '\u202bעברית\u202c',
    'a \ufffd b',
    '&shy;',
    '&zwnj;',
    '&#x200E;',
  ])
    await t.test(JSON.stringify(text), () => {
      const { body, problems } = readBody('x.mdx', text, 1);
      assert.deepEqual(problems, []);
      const [first] = body.elements;
      const runs: Inline[] = first?.type === 'paragraph' ? first.children : [];
      const shown = runs.map((run) => (run.type === 'text' ? run.text : '')).join('');
      if (!text.startsWith('&')) assert.equal(shown, text);
      assert.match(shown, /./);
    });
});

test('a mark of direction may be closed in another line of its paragraph, but not in another paragraph', () => {
  assert.deepEqual(read('a \u2067b *c\nd* e\u2069').problems, []);
  assert.deepEqual(read('a \u2067b\n\nc\u2069').problems, [warning('5:3'), warning('7:2')]);
});

test('a link whose address has such a character leads where the address without it leads', () => {
  const { body, problems } = read('[A](java\u0001script:alert)');
  assert.deepEqual(problems, ['character-invalid warning 5:9', 'link-invalid warning 5:1']);
  assert.doesNotMatch(body, /href/);
});
