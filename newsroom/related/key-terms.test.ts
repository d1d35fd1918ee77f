import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termNumber } from '../text-analysis/forms.ts';
import { scan } from '../text-analysis/runs.ts';
import { keyTermsOf, readTerms, termsOfText, type TextTerms } from './key-terms.ts';
import { keyTermsOfArticle } from './weights.ts';

/** Names of one word, then those of several. */
function namesOf({ uses, names }: TextTerms): string[] {
  const alone = [...uses.values()].filter(({ isName, standsAlone }) => isName && standsAlone);
  return [...alone.map(({ written }) => written), ...names.map(({ written }) => written)];
}

test('names in a text', () => {
  const cases: [text: string, names: string[]][] = [
    ['On Monday Sanae Takaichi flew to Nara.', ['Nara', 'Sanae Takaichi']],
    ['They spoke of Otsu Friday Nara time.', ['Otsu', 'Nara']],
    ['Yesterday she met Lee Jae-myung.', ['Lee Jae-myung']],
    // A word that begins a sentence has a capital in any case.
    ['Leaders met. Ships left; Radar was off: Tea was served.', []],
    ['“Tea is served,” she said. «Merci», he said.', []],
    ['Takaichi spoke. Then Takaichi left.', ['Takaichi']],
    ['Then we met in Nara, Otsu and Kyoto.', ['Nara', 'Otsu', 'Kyoto']],
    ['We asked the University of Tokyo and the Bank of England.', ['University of Tokyo', 'Bank of England']],
    ['Today the head of the Bank resigned.', ['Bank']],
    ['We read USA.gov and the rules of GSA’s Office of Design.', ['GSA', 'USA.gov', 'Office of Design']],
    ['They use Design here, and design there, and design everywhere.', []],
    // In a title a capital says nothing.
    ['The Most Popular Questions From The Public', []],
    ['by President Sanae Takaichi', ['President Sanae Takaichi']],
    ['Because A B C met the X Æ of Å.', []],
    ['Gestern sprach die Ministerin mit Ursula von der Leyen in Köln.', ['Ministerin', 'Ursula', 'Leyen', 'Köln']],
    ['Там был Владимир Зеленский, сказал он.', ['Владимир Зеленский']],
    ['高市早苗首相は奈良市で会談した。', []],
    ['التقت رئيسة الوزراء في نارا.', []],
    ['', []],
  ];
  for (const [text, names] of cases) assert.deepEqual(namesOf(termsOfText('', [text])), names, text);
});

test('terms are words by their stems, without those that say nothing', () => {
  const stems = (headline: string, ...blocks: string[]): string[] =>
    [...termsOfText(headline, blocks).uses.values()].map(({ written }) => written);
  assert.deepEqual(stems('Ships', 'the ship shipped shipping'), ['Ships']);
  assert.deepEqual(stems('It is', 'what they have been, and it was more than that'), []);
  assert.deepEqual(stems('Café', 'cafe CAFÉ'), ['CAFÉ']);
  assert.deepEqual(stems('A b c', '7 x'), [], 'single letters and figures');
  assert.deepEqual(stems('東京'), ['東京']);
  assert.deepEqual(stems('nasa', 'The NASA rocket'), ['NASA', 'rocket'], 'initials are written so');
});

test('a term counts how often it is there, a name more, and whether the headline has it', () => {
  const { uses, length } = termsOfText('Ships sail', ['A ship met Otsu. Otsu waved, and we saw Otsu.']);
  const of = (stem: string): [number?, boolean?, boolean?] => {
    const use = uses.get(termNumber(stem));
    return [use?.weight, use?.inHeadline, use?.isName];
  };
  assert.deepEqual(of('ship'), [2, true, false]);
  assert.deepEqual(of('otsu'), [1.5 + 1 + 1.5, false, true]);
  assert.deepEqual(of('nothing'), [undefined, undefined, undefined]);
  assert.equal(length, 'ships sail ship met otsu otsu waved saw otsu'.split(' ').length);
});

test('the key terms are the most used and those of the headline, whatever the order of the text', () => {
  const many = Array.from({ length: 100 }, (_, index) => `word${index}`);
  const terms = (blocks: string[]): number[] =>
    keyTermsOf(readTerms(['Zebra', ...blocks].map(scan)).uses).map(({ term }) => term);
  const forth = terms([`${many.join(' ')} lion lion`]);
  assert.equal(forth.length, keyTermsOfArticle);
  assert.deepEqual(forth.slice(0, 2).toSorted(), [termNumber('zebra'), termNumber('lion')].toSorted());
  assert.deepEqual(terms([`lion ${many.toReversed().join(' ')} lion`]), forth);
});

test('numbers of terms are whole, of 32 bits, and differ', () => {
  const numbers = Array.from({ length: 20_000 }, (_, index) => termNumber(`w${index}`));
  assert.ok(numbers.every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 32));
  assert.ok(new Set(numbers).size > 19_990);
  // The store holds them: another function needs another schemaVersion.
  assert.deepEqual([termNumber(''), termNumber('nara'), termNumber('奈良')], [2872998923, 2391942410, 1400471183]);
});

test('of very many names the first are remembered', () => {
  const names = Array.from({ length: 100 }, (_, index) => `we met Ann N${index}`);
  const found = termsOfText('', [`${names.join(', ')}.`]).names.map(({ written }) => written);
  assert.deepEqual([found.length, found[0], found.at(-1)], [60, 'Ann N0', 'Ann N59']);
});

test('the work grows with the length of the text, not with its square', () => {
  const hostile = ['Aa ', 'Aa-', 'Aa.', 'Aa of ', 'Aa’s ', 'a', '.', '- ', 'Aa\n', 'Ää ', '奈良', '1 ', '“Aa” '];
  for (const part of hostile) {
    const long = part.repeat(20_000);
    const { names, uses } = termsOfText(long, [long, long]);
    assert.ok(names.length <= 60 && uses.size <= 2_000, JSON.stringify(part));
    for (const { written } of names) assert.ok(written.length < 400, written.slice(0, 100));
  }
});
