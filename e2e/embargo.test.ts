import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Fault } from './embargo/check.ts';
import { crossings, recipeOf, recipes, seed } from './embargo/seed.ts';
import { Watch, type Tally } from './embargo/watch.ts';

/** How much of what hangs on an article is asked for each time that it crosses a gate. */
const share = 0.05;
/** Changes to the files of each newsroom. */
const edits = 5;

const done: Tally & { requests: number } = { crossings: 0, flips: 0, requests: 0 };

function assertNone(faults: readonly Fault[], what: string): void {
  const told = faults.slice(0, 12).map(({ kind, target, words }) => `${kind}: ${target}: ${words}`);
  assert.deepEqual(told, [], `${what}; to see it again: E2E_SEED=${seed}`);
}

function count(watch: Watch): void {
  done.crossings += watch.tally.crossings;
  done.flips += watch.tally.flips;
  done.requests += watch.reader.requests;
}

for (const [index, recipe] of recipes().entries()) {
  describe(`a newsroom that nobody wrote, in ${recipe.language} (seed ${recipe.seed})`, () => {
    let watch: Watch;
    before(async () => {
      watch = await Watch.start(recipe, { driven: true, share });
    });
    after(async () => {
      count(watch);
      await watch.end();
    });

    test('at its start, everything shows what it must and nothing that it must not', async () => {
      await watch.readEverything();
      assertNone(watch.takeFaults(), 'at the start');
    });

    test('so does everything that hangs on a gate, an instant before it and at it', async () => {
      for (const gate of recipe.gates) {
        await watch.passGate(gate);
        assertNone(watch.takeFaults(), `at the gate ${new Date(gate).toISOString()}`);
      }
    });

    test('and when files are changed', async () => {
      for (let number = 0; number < edits; number += 1) {
        const what = await watch.edit();
        assertNone(watch.takeFaults(), `after “${what}”`);
      }
    });

    // Of one newsroom: it takes some seconds.
    if (index === 0)
      test('what is hidden leaves no trace: with it, without it and with it written anew, all is the same bytes', async () => {
        const { compared, faults } = await watch.compareWithout();
        assert.ok(compared > 100, `${compared} addresses`);
        assertNone(faults, 'without what is hidden');
      });

    test('at its end, everything is as it must be', async () => {
      await watch.readEverything();
      assertNone(watch.takeFaults(), 'at the end');
      assert.doesNotMatch(watch.site.printed.stderr, /\n\s+at |Watching stopped/);
    });
  });
}

describe('a newsroom by the clock of the machine', () => {
  /** Seconds in which gates lie, one after the other. */
  const span = 10;

  test('what was asked for after a gate shows nothing from before it, and what came before it nothing from after', async (t) => {
    for (let lead = 8000; ; lead *= 2) {
      const start = Math.ceil(Date.now() / 1000) * 1000;
      const gates = Array.from({ length: span }, (_, second) => start + lead + second * 1000);
      const watch = await Watch.start({ ...recipeOf(seed + 5, 110), start, gates }, { driven: false, share });
      try {
        // A machine that is too busy to be there in time gets more of it.
        if (watch.now > start + lead - 1000) continue;
        const last = gates.at(-1) ?? start;
        await watch.watchUntil((gates[span / 2] ?? last) + 500);
        assertNone(watch.takeFaults(), 'by the clock');
        const what = await watch.edit();
        assertNone(watch.takeFaults(), `after “${what}”`);
        await watch.watchUntil(last + 500);
        await watch.readEverything();
        assertNone(watch.takeFaults(), 'by the clock');
        assert.ok(watch.tally.flips > 50, `only ${watch.tally.flips} flips`);
        t.diagnostic(`${watch.tally.crossings} gates by the clock, ${watch.reader.requests} requests`);
        return;
      } finally {
        count(watch);
        await watch.end();
      }
    }
  });
});

test('that was enough to prove something', (t) => {
  t.diagnostic(
    `seed ${seed}: ${done.crossings} gates and edits crossed, ${done.flips} of them flips, ${done.requests} requests`,
  );
  assert.ok(done.crossings >= crossings, `${done.crossings} of ${crossings} gates`);
});
