import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termsOfText, type TextTerms } from './key-terms.ts';
import { sharedWords, tellingTerms, type SharedTerm } from './shared-words.ts';
import { packTerms, StoredTerms } from './stored-terms.ts';

/** The terms that two texts share. Each weighs the same, in the order of the first text. */
function sharedIn(one: TextTerms, other: TextTerms): SharedTerm[] {
  return [...one.uses.keys()].filter((term) => other.uses.has(term)).map((term) => ({ term, weight: 1 }));
}

/** What the store has of a text. */
function stored(text: TextTerms): StoredTerms {
  return new StoredTerms(packTerms({ ...text, uses: text.uses.values() }));
}

/** What the reason for a link from one text to another says. */
function reasonFor(one: string, other: string): string {
  const [first, second] = [termsOfText('', [one]), termsOfText('', [other])];
  const { words, names } = sharedWords(first, stored(second), sharedIn(first, second));
  return `${names ? 'names' : 'words'}: ${words.join(', ')}`;
}

test('what two texts share, in the words of the first', () => {
  const cases: [one: string, other: string, reason: string][] = [
    [
      'There Sanae Takaichi drank tea in Nara.',
      'In Nara, tea was served to Sanae Takaichi.',
      'names: Sanae Takaichi, Nara',
    ],
    ['There they drank Tea and ate rice; tea helps, tea heals.', 'Rice and tea.', 'words: tea, rice'],
    // A surname that the text writes alone is a name; half of a name is none.
    ['We met Sanae Takaichi. Later Takaichi spoke of ships.', 'The ships of Takaichi.', 'names: Takaichi'],
    ['We met Ryan Day about ships.', 'We met Ryan Burke about ships.', 'words: ships'],
    ['Then Lee Jae-myung spoke of ships.', 'Then Lee Jae-yong spoke of ships.', 'words: ships'],
    ['They asked the White House Office of Budget.', 'They asked the White House.', 'names: White House'],
    ['Here the Department of Justice sued.', 'Here the Department of Justice won.', 'names: Department of Justice'],
    ['We met GSA’s team in Iran and Iranian officials.', 'GSA in Iran; Iranian teams.', 'names: GSA, Iran'],
    [
      'We saw White House aides. Then we saw the White House Office.',
      'We saw the White House Office.',
      'names: White House Office',
    ],
    // A name of several words is one where both have these words next to each other.
    ['They signed the Missile Treaty here.', 'Its missiles broke the treaty.', 'words: missile, treaty'],
    [
      'Here countries signed the Antarctic Treaty.',
      'Then the ice of the Antarctic broke; a treaty helps.',
      'words: treaty',
    ],
    ['We sailed the Persian Gulf with ships.', 'Then the Gulf Stream moves ships.', 'words: ships'],
    ['We saw the South China Sea and Kobe.', 'They left China for Kobe.', 'names: Kobe'],
    [
      'They signed the Comprehensive Test Ban Treaty.',
      'Many signed the Test Ban Treaty there.',
      'names: Test Ban Treaty',
    ],
    // A name of one word is one where both write it so inside sentences, in one form.
    ['It asks the Institute for ships.', 'It asks the Institution for ships.', 'words: ships'],
    ['Limited', 'A limited war with the Limited.', 'words: limited'],
    ['A fleet from Russia, and more ships.', 'Russia sent a fleet.', 'words: fleet, Russia'],
    ['Warheads count. Hormuz is near.', 'Near the strait of Hormuz are warheads.', 'words: warheads, Hormuz'],
    // Where something is from helps nobody.
    ['There an American and the Chinese drank tea.', 'Here an American and the Chinese ate; tea.', 'words: tea'],
    // At most three.
    ['We saw Nara, Otsu, Kobe and Uji.', 'They saw Uji, Kobe, Otsu and Nara.', 'names: Nara, Otsu, Kobe'],
    // Days, figures and everyday words.
    [
      'On Monday, 28 January, the first three people came.',
      'On Monday, 28 January, the first three people came.',
      'words: ',
    ],
    ['Today NASA and nasa count 18 wheels in 2026.', 'In 2026, 18 wheels.', 'words: wheels'],
    ['We use nasa.gov. The NASA builds rockets.', 'The nasa builds rockets.', 'words: NASA, rockets'],
    ['Nothing in common.', 'All else differs.', 'words: '],
    ['', '', 'words: '],
    ['高市早苗は奈良で', '奈良の早苗は市で', 'words: 早苗, 奈良'],
  ];
  for (const [one, other, reason] of cases) assert.equal(reasonFor(one, other), reason, one);
});

test('the names that say most come first', () => {
  const [one, other] = ['We saw Kobe and Otsu in New York.', 'Then they left New York for Otsu and Kobe.'].map((each) =>
    termsOfText('', [each]),
  );
  assert.ok(one && other);
  const weights: Record<string, number> = { Otsu: 5, New: 2, York: 2 };
  const shared = sharedIn(one, other).map(({ term }) => ({
    term,
    weight: weights[one.uses.get(term)?.written ?? ''] ?? 1.6,
  }));
  const sorted = shared.toSorted((a, b) => b.weight - a.weight);
  const { words, weight } = sharedWords(one, stored(other), sorted);
  assert.deepEqual(words, ['Otsu', 'York', 'Kobe']);
  assert.ok(weight > 5);
});

test('what tells of a text is no figure, no everyday word and no nation', () => {
  const text = termsOfText('', ['In 2026 a week of American tea from Uji.']);
  const telling = tellingTerms(text, sharedIn(text, text));
  assert.deepEqual(
    telling.map(({ term }) => text.uses.get(term)?.written),
    ['tea', 'Uji'],
  );
});

test('words that add little are not named, and no word is named twice', () => {
  const text = termsOfText('', ['They ship flour and bread.']);
  const [ship = 0, flour = 0, bread = 0] = [...text.uses.keys()];
  const shared = [
    { term: ship, weight: 10 },
    { term: flour, weight: 3 },
    { term: bread, weight: 2.9 },
    { term: 1, weight: 2 },
  ];
  assert.deepEqual(sharedWords(text, stored(text), shared), { words: ['ship', 'flour'], names: false, weight: 13 });
  assert.deepEqual(sharedWords(text, stored(text), [...shared.slice(0, 1), ...shared.slice(0, 1)]).words, ['ship']);
});
