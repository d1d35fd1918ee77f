import '../run-jsx.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { readBody } from '../../newsroom/intake/body.ts';

const { testWords } = await import('../testing.ts');
const { Footnotes } = await import('./footnotes.tsx');

function shown(source: string): string {
  const { footnotes } = readBody('test.mdx', source, 1).body;
  return renderToStaticMarkup(
    createElement(Footnotes, { notes: footnotes, words: testWords, findPicture: () => undefined }),
  );
}

test('footnotes are listed with a link back to each of their marks', () => {
  assert.equal(
    shown('One[^b], two[^a], three[^b].\n\n[^a]: Note *A*.\n\n[^b]: Note B.\n'),
    '<section class="footnotes" aria-labelledby="footnotes"><h2 id="footnotes" lang="en">Notes</h2><ol>' +
      '<li id="note-1"><p>Note B.</p><p class="back">' +
      '<a href="#ref-1-1" aria-label="Back to the text, place 1">↩</a> ' +
      '<a href="#ref-1-2" aria-label="Back to the text, place 2">↩</a></p></li>' +
      '<li id="note-2"><p>Note <em>A</em>.</p><p class="back">' +
      '<a href="#ref-2-1" aria-label="Back to the text">↩</a></p></li></ol></section>',
  );
});

test('a text without footnotes has no list of them', () => {
  assert.equal(shown('One.'), '');
});
