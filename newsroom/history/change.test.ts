import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { VersionText } from '../model/version.ts';
import { changeBetween } from './change.ts';

const story = (text: string, more: Partial<VersionText> = {}): VersionText => ({
  headline: 'Tokyo and Seoul close ranks',
  standfirst: '',
  corrections: 0,
  blocks: text.split('\n').map((each) => ({ kind: 'paragraph', text: each })),
  ...more,
});

/** Before, after, and the kind of change that it is by rule. */
const table: [string, string, ReturnType<typeof changeBetween>][] = [
  ['They met in Nara.', 'They met in Nara.', undefined],
  // Spelling
  ['The goverment said so.', 'The government said so.', 'typo'],
  ['It said teh same.', 'It said the same.', 'typo'],
  ['They recieved the acommodation.', 'They received the accommodation.', 'typo'],
  ['It is there choice.', 'It is their choice.', 'update'],
  ['a well known case', 'a well-known case', 'typo'],
  ['every day life', 'everyday life', 'typo'],
  ['They met at the the temple.', 'They met at the temple.', 'typo'],
  ['the foreign Ministry', 'the Foreign Ministry', 'typo'],
  ['its a start', "it's a start", 'typo'],
  ['naïve hopes', 'naive hopes', 'typo'],
  // Punctuation
  ['They met, and left.', 'They met and left', 'typo'],
  ['"No," she said.', '“No,” she said.', 'typo'],
  ['They met.\nThey left.', 'They met. They left.', 'typo'],
  ['Is it over?', 'It is over.', 'update'],
  ['Guilty?', 'Guilty.', 'update'],
  ['He called it a lie.', 'He called it “a lie”.', 'update'],
  // Numbers
  ['It cost 1.5 million.', 'It cost 15 million.', 'update'],
  ['It cost 5 million.', 'It cost 5 billion.', 'update'],
  ['It fell by 3%.', 'It fell by 3.', 'update'],
  ['At -5 degrees', 'At 5 degrees', 'update'],
  ['It cost $5.', 'It cost €5.', 'update'],
  ['eight people', 'eighty people', 'update'],
  ['on 13 January', 'on 14 January', 'update'],
  // Names
  ['said Jansen there', 'said Janssen there', 'update'],
  ['in Austria today', 'in Australia today', 'update'],
  // Negations, and words that reverse the meaning
  ['It is now legal.', 'It is not legal.', 'update'],
  ['They can go.', 'They can’t go.', 'update'],
  ['It was legal.', 'It was illegal.', 'update'],
  ['an ordinary moral act', 'an ordinary amoral act', 'update'],
  ['Er hat keine Schuld.', 'Er hat eine Schuld.', 'update'],
  ['il ne vient pas', 'il vient', 'update'],
  // Other words
  ['They killed him.', 'They billed him.', 'update'],
  ['He left.', 'She left.', 'update'],
  ['the war here', 'the way here', 'update'],
  ['They met in Nara.', 'They met in Nara and signed.', 'update'],
  ['They met and they signed.', 'They met.', 'update'],
  ['One.\nTwo.', 'Two.\nOne.', 'update'],
  // Scripts without capitals: any letter may be a word, or a name
  ['首相は奈良で会談した。', '首相は京都で会談した。', 'update'],
  ['首相は、奈良で会談した。', '首相は奈良で会談した。', 'typo'],
  ['التقى الزعيمان في نارا', 'التقى الزعيمان في كوبي', 'update'],
];

describe('the kind of a change', () => {
  for (const [before, after, kind] of table) {
    it(`${before.replaceAll('\n', '¶')} → ${after.replaceAll('\n', '¶')}: ${kind ?? 'none'}`, () => {
      assert.equal(changeBetween(story(before), story(after)), kind);
    });
  }

  it('of a headline counts like that of the text', () => {
    assert.equal(changeBetween(story('A.'), story('A.', { headline: 'Tokyo and Seoul closed ranks' })), 'typo');
    assert.equal(changeBetween(story('A.'), story('A.', { headline: 'Tokyo and Beijing close ranks' })), 'update');
    assert.equal(changeBetween(story('A.'), story('A.', { standfirst: 'They met.' })), 'update');
  });

  it('is a correction when one was added, whatever else was changed', () => {
    assert.equal(changeBetween(story('A.'), story('B.', { corrections: 1 })), 'correction');
    assert.equal(changeBetween(story('A.', { corrections: 1 }), story('A.')), undefined);
  });

  it('is one of pictures where these are all that differs', () => {
    const [old, now] = [story('One.\nTwo.'), story('One.\nTwo.')];
    const map = [
      { kind: 'picture', text: 'A map.' },
      { kind: 'caption', text: 'From Seoul to Nara.' },
    ] as const;
    const drawing = { kind: 'picture', text: 'A pagoda.' } as const;
    old.blocks.splice(0, 0, ...map);
    now.blocks.splice(1, 0, ...map);
    assert.equal(changeBetween(old, now), 'picture', 'moved');
    now.blocks.unshift(drawing);
    assert.equal(changeBetween(old, now), 'picture', 'added');
    assert.equal(changeBetween(now, old), 'picture', 'removed');
    assert.equal(
      changeBetween(old, { ...now, blocks: now.blocks.filter((each) => !map.some((part) => part === each)) }),
      'picture',
      'replaced',
    );
    assert.equal(changeBetween(old, { ...now, headline: 'Tokyo and Seoul agree' }), 'update');
    assert.equal(changeBetween(old, { ...now, blocks: now.blocks.slice(0, -1) }), 'update');
    const captioned = {
      ...old,
      blocks: old.blocks.map((each) => (each === map[1] ? { ...each, text: 'To Osaka.' } : each)),
    };
    assert.equal(changeBetween(old, captioned), 'update', 'another caption');
  });

  it('is an update where many words change a little', () => {
    const words = Array.from({ length: 13 }, () => 'goverment');
    assert.equal(
      changeBetween(
        story(words.slice(1).join(' ')),
        story(words.slice(1).join(' ').replaceAll('goverment', 'government')),
      ),
      'typo',
    );
    assert.equal(
      changeBetween(story(words.join(' ')), story(words.join(' ').replaceAll('goverment', 'government'))),
      'update',
    );
  });

  it('is an update between long texts that have nothing in common: the search ends early', () => {
    const [a, b] = ['a', 'b'].map((letter) =>
      Array.from({ length: 20_000 }, (_, index) => letter.repeat(4) + index.toString(36).replace(/\d/g, 'x')).join(' '),
    );
    assert.equal(changeBetween(story(a ?? ''), story(b ?? '')), 'update');
  });
});
