import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom, type Files } from '../testing.ts';
import { openStore } from '../store/store.ts';
import { termNumber } from '../text-analysis/forms.ts';
import { rarityIn, type Rarity } from './term-counts.ts';
import { rarityStep } from './weights.ts';

/** How many articles are counted, and how rare words are. */
async function countsOf(t: TestContext, files: Files): Promise<{ counted: number; rarity: Rarity }> {
  const newsroom = new TestNewsroom(t, { ...site, ...files });
  await newsroom.compile();
  const store = openStore(newsroom.data);
  try {
    return { counted: Number(store.meta('terms_counted') ?? 0), rarity: rarityIn(store) };
  } finally {
    store.close();
  }
}

/** Articles, one a day from 1 January on. */
function articles(count: number, text: (number: number) => string, fields: Record<string, unknown> = {}): Files {
  const all: Files = {};
  for (let number = 1; number <= count; number += 1)
    Object.assign(all, article(`/2026/01/${String(number).padStart(2, '0')}/s${number}`, fields, text(number)));
  return all;
}

test('the oldest articles are counted, in steps: so few new ones change a count', async (t) => {
  for (const [all, counted] of [
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 2],
    [9, 7],
    [10, 9],
    [11, 9],
    [12, 11],
    [13, 11],
    [14, 11],
    [15, 14],
  ] as const)
    assert.equal(
      (
        await countsOf(
          t,
          articles(all, () => 'Ships.'),
        )
      ).counted,
      counted,
      `${all} articles`,
    );
  const { rarity } = await countsOf(t, {
    ...articles(10, (number) => (number === 10 ? 'Newest.' : 'Ships.')),
  });
  assert.equal(
    rarity.of(termNumber('newest'), false),
    rarity.of(termNumber('nowher'), false),
    'the newest one is not counted yet',
  );
});

test('the fewer articles have a word, the rarer it is; in steps, and never without any weight', async (t) => {
  const { rarity } = await countsOf(
    t,
    articles(15, (number) => `Ships ${number <= 7 ? 'radar' : 'trade'} ${number <= 3 ? 'tea' : 'rice'} only${number}.`),
  );
  const of = (word: string): number => rarity.of(termNumber(word), false);
  assert.deepEqual(['ship', 'radar', 'tea', 'only1', 'nowher'].map(of), [0.25, 0.75, 1.5, 2.25, 2.25]);
  // In a small archive an everyday word says less than another one.
  assert.ok(of('week') < of('nowher'));
  for (let number = 0; number < 1000; number += 1) {
    const weight = rarity.of(number * 4_294_967, false) / rarityStep(15);
    assert.ok(Number.isInteger(weight) && weight > 0);
  }
});

test('an article that is hidden, or that will close, is not counted', async (t) => {
  const shown = articles(3, () => 'Ships.');
  const { counted, rarity } = await countsOf(t, shown);
  for (const fields of [
    { status: 'draft' },
    { status: 'withheld' },
    { status: 'killed' },
    { embargo: '9000-01-01T00:00:00Z' },
    { expires: '2026-01-02T00:00:00Z' },
    { id: 'urn:test:s1' },
  ]) {
    const more = article('/2025/12/31/more', { published: '2026-01-01T12:30:00Z', ...fields }, 'Ships and secrets.');
    const found = await countsOf(t, { ...shown, ...more });
    assert.equal(found.counted, counted, JSON.stringify(fields));
    for (const word of ['ship', 'secret'])
      assert.equal(
        found.rarity.of(termNumber(word), false),
        rarity.of(termNumber(word), false),
        JSON.stringify(fields),
      );
  }
  const { counted: closing } = await countsOf(
    t,
    articles(9, () => 'Ships.', { expires: '9000-01-01T00:00:00Z' }),
  );
  assert.equal(closing, 0);
});
