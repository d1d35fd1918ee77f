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
  const paragraphs = (list: readonly string[], size: number): VersionText =>
    story(
      ...Array.from(
        { length: Math.ceil(list.length / size) },
        (_, index) => `${list.slice(index * size, (index + 1) * size).join(' ')}.`,
      ),
    );

  for (const [what, size] of [
    ['paragraphs', 80],
    ['one paragraph', 5000],
  ] as const) {
    for (const share of [0.01, 0.1, 0.3, 1]) {
      it(`of 5,000 words in ${what}, ${share * 100}% of them changed, takes less than 100 ms`, () => {
        const list = words(5000, 7);
        const others = words(5000, 11);
        const before = paragraphs(list, size);
        const after = paragraphs(
          list.map((word, index) => ((index * 37) % 100 < share * 100 ? (others[index] ?? '') : word)),
          size,
        );
        holds(differenceBetween(before, after, 'en'), before, after);
        // Time on a core, and the best of a few: other work may hold up this machine.
        const took = Math.min(
          ...Array.from({ length: 4 }, () => {
            const started = process.cpuUsage();
            differenceBetween(before, after, 'en');
            return process.cpuUsage(started).user / 1000;
          }),
        );
        assert.ok(took < 100, `${took.toFixed(0)} ms`);
      });
    }
  }

  it('of two long lists of short blocks is bounded too', () => {
    const before = story(...words(3000, 3).map((word, index) => `${word} ${index}`));
    const after = story(...words(3000, 5).map((word, index) => `${word} ${index * 2}`));
    const started = performance.now();
    holds(differenceBetween(before, after, 'en'), before, after);
    assert.ok(performance.now() - started < 1000);
  });
});
