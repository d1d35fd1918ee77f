import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertNone, testGates } from './embargo/proof.ts';
import { crossings, recipeOf, recipes, seed } from './embargo/seed.ts';
import { Watch, type Counts } from './embargo/watch.ts';

/** The share of the addresses that depend on an article that are requested when it crosses a gate. */
const share = 0.05;
/** How many edits are made to each newsroom. */
const edits = 5;

const done: Counts & { requests: number } = { crossings: 0, flips: 0, requests: 0 };

function count(watch: Watch): void {
  done.crossings += watch.counts.crossings;
  done.flips += watch.counts.flips;
  done.requests += watch.readers.reduce((sum, { requests }) => sum + requests, 0);
}

for (const [index, recipe] of recipes().entries()) {
  describe(`a generated newsroom, in ${recipe.language} (seed ${recipe.seed})`, () => {
    let watch: Watch;
    before(async () => {
      watch = await Watch.start(recipe, { driven: true, share });
    });
    after(async () => {
      count(watch);
      await watch.end();
    });

    testGates(() => watch, recipe.gates, edits);

    // In one newsroom only: it takes some seconds.
    if (index === 0)
      test('hidden articles leave no trace: public answers have the same bytes with them, without them, and after they are written again', async () => {
        const { compared, faults } = await watch.compareWithout();
        assert.ok(compared > 100, `${compared} addresses`);
        assertNone(faults, 'without what is hidden');
      });

    test('the same holds at the end', async () => {
      await watch.readEverything();
      assertNone(watch.takeFaults(), 'at the end');
      assert.doesNotMatch(watch.site.printed.stderr, /\n\s+at |Watching stopped/);
    });
  });
}

describe('a newsroom by the clock of the machine', () => {
  /** There is one gate in each of so many seconds. */
  const span = 10;

  test('an answer to a request after a gate shows nothing from before it, and an answer before it nothing from after', async (t) => {
    for (let lead = 8000; ; lead *= 2) {
      const start = Math.ceil(Date.now() / 1000) * 1000;
      const gates = Array.from({ length: span }, (_, second) => start + lead + second * 1000);
      const watch = await Watch.start({ ...recipeOf(seed + 5, 110), start, gates }, { driven: false, share });
      try {
        // A machine that is too busy for this lead gets a longer one.
        if (watch.now > start + lead - 1000) continue;
        const last = gates.at(-1) ?? start;
        await watch.watchUntil((gates[span / 2] ?? last) + 500);
        assertNone(watch.takeFaults(), 'by the clock');
        const what = await watch.edit();
        assertNone(watch.takeFaults(), `after “${what}”`);
        await watch.watchUntil(last + 500);
        await watch.readEverything();
        assertNone(watch.takeFaults(), 'by the clock');
        assert.ok(watch.counts.flips > 50, `only ${watch.counts.flips} flips`);
        t.diagnostic(`${watch.counts.crossings} gates by the clock, ${watch.reader.requests} requests`);
        return;
      } finally {
        count(watch);
        await watch.end();
      }
    }
  });
});

test('enough gates were crossed', (t) => {
  t.diagnostic(
    `seed ${seed}: ${done.crossings} gates and edits crossed, ${done.flips} of them flips, ${done.requests} requests`,
  );
  assert.ok(done.crossings >= crossings, `${done.crossings} of ${crossings} gates`);
});
