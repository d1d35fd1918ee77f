import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextBlock, VersionText } from '../model/version.ts';
import { differenceBetween, type Difference, type Piece } from './difference.ts';

const story = (...texts: string[]): VersionText => ({
  headline: 'Tokyo and Seoul close ranks',
  standfirst: '',
  corrections: 0,
  blocks: texts.map((text): TextBlock => ({ kind: 'paragraph', text })),
});

/** `[-removed-]` and `{+added+}`, as git writes them. */
const marked = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text, change }) => (change === 'added' ? `{+${text}+}` : change === 'removed' ? `[-${text}-]` : text))
    .join('');

const blocks = (before: VersionText, after: VersionText, language = 'en'): string[] =>
  differenceBetween(before, after, language).blocks.map(({ pieces }) => marked(pieces));

/** Each of the two versions can be read out of their difference. */
const holds = (difference: Difference, before: VersionText, after: VersionText): void => {
  for (const [version, other] of [
    [before, 'added'],
    [after, 'removed'],
  ] as const) {
    const texts = difference.blocks.flatMap(({ pieces }) => {
      const kept = pieces.filter(({ change }) => change !== other);
      return kept.length === 0 ? [] : [kept.map(({ text }) => text).join('')];
    });
    assert.deepEqual(
      texts,
      version.blocks.map(({ text }) => text),
    );
  }
};

describe('the difference between two versions', () => {
  it('is told word by word', () => {
    assert.deepEqual(blocks(story('They met in Nara on Tuesday.'), story('They met in Osaka on Tuesday.')), [
      'They met in [-Nara-]{+Osaka+} on Tuesday.',
    ]);
    const { headline, added, removed } = differenceBetween(
      story('A'),
      { ...story('A'), headline: 'Tokyo and Seoul stand together' },
      'en',
    );
    assert.equal(marked(headline), 'Tokyo and Seoul [-close ranks-]{+stand together+}');
    assert.deepEqual([added, removed], [2, 2]);
  });

  it('keeps blocks that stayed, shows those that came and went, and pairs those that were changed', () => {
    assert.deepEqual(
      blocks(
        story('One stays here.', 'Two is about the talks in Nara.', 'Three will go away.', 'Four stays.'),
        story('Zero is new here at the top.', 'One stays here.', 'Two is about the talks in Osaka.', 'Four stays.'),
      ),
      [
        '{+Zero is new here at the top.+}',
        'One stays here.',
        'Two is about the talks in [-Nara-]{+Osaka+}.',
        '[-Three will go away.-]',
        'Four stays.',
      ],
    );
  });

  it('keeps a phrase together', () => {
    assert.deepEqual(
      blocks(story('It was a cold, dark night in town.'), story('It was a warm, bright night in town.')),
      ['It was a [-cold, dark-]{+warm, bright+} night in town.'],
    );
    assert.deepEqual(blocks(story('It was a night in the town.'), story('It was, a long, cold night in the town.')), [
      'It was{+,+} a {+long, cold +}night in the town.',
    ]);
  });

  it('finds words where no space parts them', () => {
    assert.deepEqual(blocks(story('首相は奈良で会談した。'), story('首相は京都で会談した。'), 'ja'), [
      '首相は[-奈良-]{+京都+}で会談した。',
    ]);
    assert.deepEqual(blocks(story('ผู้นำพบกันที่นารา'), story('ผู้นำพบกันที่โอซากา'), 'th')[0]?.startsWith('ผู้นำพบกัน'), true);
  });

  it('finds words in scripts that run from the right', () => {
    assert.deepEqual(
      blocks(story('التقى الزعيمان في نارا يوم الثلاثاء.'), story('التقى الزعيمان في كوبي يوم الثلاثاء.'), 'ar'),
      ['التقى الزعيمان في [-نارا-]{+كوبي+} يوم الثلاثاء.'],
    );
  });

  it('of the first version shows it as it was', () => {
    const { blocks: found, added } = differenceBetween(undefined, story('One.', 'Two.'), 'en');
    assert.deepEqual(
      found.map(({ pieces }) => marked(pieces)),
      ['One.', 'Two.'],
    );
    assert.equal(added, 0);
  });

  const words = (size: number, seed: number): string[] => {
    let state = seed;
    return Array.from({ length: size }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return `word${(state % 3000).toString(36)}`;
    });
  };
  /** `share` of the words, spread evenly, replaced by those of another list. */
  const replaced = (list: readonly string[], others: readonly string[], share: number): string[] =>
    list.map((word, index) => ((index * 37) % 100 < share * 100 ? (others[index] ?? '') : word));
  const paragraphs = (list: readonly string[], size: number): VersionText =>
    story(
      ...Array.from(
        { length: Math.ceil(list.length / size) },
        (_, index) => `${list.slice(index * size, (index + 1) * size).join(' ')}.`,
      ),
    );

  it('is shown word by word in paragraphs, however many words are replaced', () => {
    const list = words(5000, 7);
    const others = words(5000, 11);
    for (const share of [0.01, 0.1, 0.3]) {
      const before = paragraphs(list, 80);
      const after = paragraphs(replaced(list, others, share), 80);
      const difference = differenceBetween(before, after, 'en');
      holds(difference, before, after);
      assert.deepEqual([difference.added, difference.removed], [5000 * share, 5000 * share]);
    }
  });

  it('of one long paragraph is word by word only as long as few words are replaced: the search has a limit', () => {
    const list = words(5000, 7);
    const others = words(5000, 11);
    for (const [share, pieces] of [
      [0.01, 150],
      [0.1, 2],
      [1, 2],
    ] as const) {
      const before = story(`${list.join(' ')}.`);
      const after = story(`${replaced(list, others, share).join(' ')}.`);
      const difference = differenceBetween(before, after, 'en');
      holds(difference, before, after);
      assert.equal(difference.blocks[0]?.pieces.length, pieces, `${share * 100}% of the words`);
    }
  });

  it('of two long lists of short blocks gives each block once', () => {
    const before = story(...words(3000, 3).map((word, index) => `${word} ${index}`));
    const after = story(...words(3000, 5).map((word, index) => `${word} ${index * 2}`));
    holds(differenceBetween(before, after, 'en'), before, after);
  });
});
