import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { escapeText } from './escape.ts';

interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

const processor = remark().use(remarkGfm);

const flat = (node: Node): string =>
  node.type === 'break' ? '<BREAK>' : (node.value ?? (node.children ?? []).map(flat).join(''));

/** The rendered text of Markdown that must be one paragraph. */
function rendered(markdown: string): string {
  const tree: Node = processor.parse(markdown);
  const [only, ...more] = tree.children ?? [];
  assert.equal(more.length, 0, `one block: ${markdown}`);
  assert.equal(only?.type, 'paragraph', `a paragraph: ${markdown}`);
  return only ? flat(only) : '';
}

const CLEAN = [
  `The minister's well-known view - "no comment" - did not change.`,
  'At 5 p.m. the U.S. team, 100 strong (or so), left; fewer than <100 remained > 5.',
  'Costs rose 2 * 3 times & AT&T fell by 10% [sic] in snake_case!',
  'See https://example.org/a_b/c?d=1&e=2 or mail desk_one@example.org.',
  'C:\\temp {braces} “quotes” — dashes',
];
for (const text of CLEAN) {
  test(`ordinary prose stays clean: ${text.slice(0, 40)}`, () => {
    assert.equal(escapeText(text), text);
    assert.equal(rendered(escapeText(text)), text);
  });
}

const ACTIVE: [string, string][] = [
  ['*stars*', '\\*stars\\*'],
  ['# heading', '\\# heading'],
  ['1. item', '1\\. item'],
  ['12) item', '12\\) item'],
  ['- minus', '\\- minus'],
  ['+ plus', '\\+ plus'],
  ['* star', '\\* star'],
  ['> quote', '\\> quote'],
  ['---', '\\---'],
  ['- - -', '\\- - -'],
  ['===', '\\==='],
  ['<SIE.DE> rose', '\\<SIE.DE> rose'],
  ['<FactBox title="x">', '\\<FactBox title="x">'],
  ['[a](b)', '[a\\](b)'],
  ['[a]: https://b.example', '[a\\]: https://b.example'],
  ['[^1] note', '\\[^1] note'],
  ['[x] done', '\\[x] done'],
  ['&copy; 2026', '\\&copy; 2026'],
  ['a \\* b', 'a \\\\\\* b'],
  ['`` code', '\\`\\` code'],
  ['~~gone~~', '\\~\\~gone\\~\\~'],
  ['https://a.example/_b_', 'https\\://a.example/\\_b\\_'],
  ['_under_ score', '\\_under\\_ score'],
  ['number sign #', 'number sign \\#'],
];
for (const [text, escaped] of ACTIVE) {
  test(`active: ${text}`, () => {
    assert.equal(escapeText(text), escaped);
    assert.equal(rendered(escaped), text);
  });
}

test('property: any line renders as itself', () => {
  const pieces = [
    ...'*_~`<>#[]()!&|\\-+=:;.,"\'{}0189abXé ',
    '  ',
    '1. ',
    '# ',
    '**',
    '__',
    '```',
    '~~~',
    '](',
    ']:',
    '[^',
    '![',
    '&amp;',
    '&#35;',
    '<b>',
    '</b>',
    '<!--',
    '<Figure ',
    'https://',
    'www.',
    'a@b.cd',
    'x.org',
    '\\',
    '|-|',
    '---',
    'word',
    ' - ',
    '日本',
  ];
  // A fixed linear congruential generator: the test is the same on every run.
  let seed = 20260113;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let run = 0; run < 20_000; run += 1) {
    let text = '';
    for (let length = next(9) + 1; length > 0; length -= 1) text += pieces[next(pieces.length)] ?? '';
    text = text.replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    assert.equal(rendered(escapeText(text)), text, JSON.stringify({ text, escaped: escapeText(text) }));
  }
});
