import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBody } from '../intake/body.ts';
import { firstParagraph, shorten } from './text.ts';

test('text is cut at the end of a word, within its length', () => {
  assert.equal(shorten('short', 10), 'short');
  assert.equal(shorten('one two three', 10), 'one two…');
  assert.equal(shorten('one, two — three', 11), 'one, two…');
  assert.equal(shorten('incomprehensibilities', 10), 'incompreh…');
  for (let length = 5; length < 40; length += 1)
    assert.ok(shorten('The committee met for a third day, and left.', length).length <= length);
});

test('the first paragraph of a body as plain text', () => {
  const { body } = readBody(
    'x.mdx',
    '## Head\n\nThe *first*[^1] [paragraph](/2026/01/13/x)\nof `two`.\n\nThe second.\n\n[^1]: Note.\n',
    1,
  );
  assert.equal(firstParagraph(body), 'The first paragraph of two.');
  assert.equal(firstParagraph(readBody('x.mdx', '- a list\n', 1).body), '');
});
