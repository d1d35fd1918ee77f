import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { commonWords, type CommonWords } from './common-words.ts';
import { termsOfText } from './key-terms.ts';

/** The words that texts share; all their terms are common ones, but for those that `without` has. */
function shared(texts: readonly string[], without = ''): CommonWords {
  const terms = texts.map((text) => termsOfText('', [text]));
  const left = termsOfText('', [without]).uses;
  const weights = new Map<number, number>();
  for (const { uses } of terms)
    for (const [term, { weight }] of uses) weights.set(term, (weights.get(term) ?? 0) + weight);
  const all = [...weights].filter(([term]) => !left.has(term)).map(([term, weight]) => ({ term, weight }));
  return commonWords(
    terms,
    all.toSorted((a, b) => b.weight - a.weight || a.term - b.term),
  );
}

test('a name is whole, cut to the part that all share, and without its ending', () => {
  deepEqual(shared(['a visit by Sanae Takaichi', 'a visit by Sanae Takaichi']).names, ['Sanae Takaichi']);
  deepEqual(shared(['by President Sanae Takaichi', 'by Sanae Takaichi'], 'President').names, ['Sanae Takaichi']);
  deepEqual(shared(['near Nara’s garden', 'near Nara’s pond', 'near Nara']).names, ['Nara']);
});

test('two forms of a word are named once, days and numbers never', () => {
  deepEqual(shared(['an Iranian ship, Iran says, on Monday in May', 'the Iranian ship left Iran on Monday']).names, [
    'Iran',
  ]);
  deepEqual(shared(['in 2026 seven ships', 'in 2026 seven ships']), { names: [], words: ['ships'] });
});

test('everyday words are no title, alone or in a name; a name may have one', () => {
  const text = 'we saw him report for several weeks that the World Bank and the Long Week help ships';
  deepEqual(shared([text, text]), { names: ['World Bank'], words: ['ships'] });
});

test('a word with a capital at the start of a sentence is no name', () => {
  deepEqual(shared(['Ships sink. Ships burn.', 'old ships sink']), { names: [], words: ['ships', 'sink', 'burn'] });
});

test('a word that is only at starts of sentences is no name either', () => {
  deepEqual(shared(['Ships sink', 'Ships sink']), { names: [], words: ['ships', 'sink'] });
});

test('at most three of each', () => {
  const text = 'when Ann, Berta, Carla, Doris and Emil saw apples, berries, cherries, dates and eggs';
  const { names, words } = shared([text, text]);
  deepEqual([names.length, words.length], [3, 3]);
});

test('nothing is shared by no texts', () => deepEqual(commonWords([], []), { names: [], words: [] }));
