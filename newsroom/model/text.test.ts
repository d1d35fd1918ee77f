import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBody } from '../intake/body.ts';
import { compareIn, openingOf, shorten } from './text.ts';

test('text is cut at the end of a word, within its length', () => {
  assert.equal(shorten('short', 10), 'short');
  assert.equal(shorten('one two three', 10), 'one two…');
  assert.equal(shorten('one, two — three', 11), 'one, two…');
  assert.equal(shorten('incomprehensibilities', 10), 'incompreh…');
  for (let length = 5; length < 40; length += 1)
    assert.ok(shorten('The committee met for a third day, and left.', length).length <= length);
});

test('no sign is cut in half: an emoji, a letter with its marks, a syllable, a flag, a line end', () => {
  for (const sign of ['👨‍👩‍👧‍👦', '👍🏽', '🏳️‍🌈', '🇯🇵', 'e\u0323\u0301', '각', '\u1100\u1161\u11a8', 'नि', '9️⃣', '𠮷', '\r\n'])
    for (const between of ['', ' ', 'a'])
      for (let length = 4; length < 60; length += 1) {
        const cut = shorten((sign + between).repeat(60), length);
        assert.ok(cut.length <= length && cut.endsWith('…') && cut.isWellFormed());
        const pieces = [...new Intl.Segmenter('en').segment(cut.slice(0, -1))].map(({ segment }) => segment);
        for (const piece of pieces) assert.ok(['', ' ', 'a', sign].includes(piece), `${piece} of ${sign}`);
      }
  assert.equal(shorten(`${'x'.repeat(8)}😀😀`, 10), `${'x'.repeat(8)}…`);
});

test('the order of the alphabet is that of the language, and numbers count by their value', () => {
  const sorted = (language: string, ...texts: string[]): string[] => texts.toSorted(compareIn(language));
  assert.deepEqual(sorted('de', 'Zoo', 'apfel', 'Ähre', 'Ost', 'Öl', 'Éclair'), [
    'Ähre',
    'apfel',
    'Éclair',
    'Öl',
    'Ost',
    'Zoo',
  ]);
  assert.deepEqual(sorted('sv', 'Öl', 'Zoo', 'Ål', 'Apa'), ['Apa', 'Zoo', 'Ål', 'Öl']);
  assert.deepEqual(sorted('en', 'G20', 'G7', 'G 8'), ['G 8', 'G7', 'G20']);
  assert.deepEqual(sorted('en', 'a', 'A', 'á'), sorted('en', 'á', 'A', 'a'));
  assert.deepEqual(sorted('en', 'e\u0301', 'é'), sorted('en', 'é', 'e\u0301'));
});

test('how a body opens, as plain text', () => {
  const { body } = readBody(
    'x.mdx',
    '## Head\n\nThe *first*[^1] [paragraph](/2026/01/13/x)\nof `two`.\n\nThe second.\n\n[^1]: Note.\n',
    1,
  );
  assert.equal(openingOf(body), 'The first paragraph of two.');
  for (const [text, opening] of [
    ['- a *list*\n- of two\n', 'a list of two'],
    ['1. One\n\n   More\n', 'One More'],
    ['- a list\n\nA paragraph.\n', 'A paragraph.'],
    ['> Quoted\n> words.\n', 'Quoted words.'],
    ['| a | b |\n|---|---|\n| c | d |\n', 'a | b c | d'],
    ['```\nlet a;\n  let b;\n```\n', 'let a; let b;'],
    ['![A moon](a.svg)\n', 'A moon'],
    ['## Head\n\n- a list\n', 'a list'],
    ['## Head\n', 'Head'],
    ['---\n\n- a list\n', 'a list'],
    ['<KeyPoints>\n\n- First\n- Second\n\n</KeyPoints>\n', 'First Second'],
    ['<FactBox title="Facts">\n\nA fact.\n\n</FactBox>\n', 'Facts A fact.'],
    ['', ''],
    ['---\n', ''],
  ] as const)
    assert.equal(openingOf(readBody('x.mdx', text, 1).body), opening, text);
});
