import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertNone, testGates } from './embargo/proof.ts';
import { recipeOf, seed } from './embargo/seed.ts';
import { titlesOf } from './embargo/titles.ts';
import { Watch } from './embargo/watch.ts';

/** The share of the addresses that depend on an article that are requested at each title when it crosses a gate. */
const share = 0.05;
const edits = 4;

// What only another title carries is as hidden as an embargo, but for links to where it is public.
describe('three titles of one newsroom', () => {
  const recipe = { ...recipeOf(seed + 7, 130), git: true };
  let watch: Watch;
  before(async () => {
    watch = await Watch.start(recipe, { driven: true, share, titles: titlesOf });
  });
  after(() => watch.end());

  test('each title carries some stories, and the small ones not all', () => {
    const { plan } = watch.chronicle;
    const [whole = 0, ...small] = (plan.titles ?? []).map(
      (title) => watch.chronicle.at(recipe.start, title).publicCount,
    );
    assert.equal(small.length, 2);
    for (const count of small) assert.ok(count > 5 && count < whole, `${count} of ${whole}`);
  });

  testGates(() => watch, recipe.gates, edits);

  test('the same holds at the end', async (t) => {
    await watch.readEverything();
    assertNone(watch.takeFaults(), 'at the end');
    assert.doesNotMatch(watch.site.printed.stderr, /\n\s+at |Watching stopped/);
    const { crossings, flips } = watch.counts;
    const requests = watch.readers.map((reader) => reader.requests);
    t.diagnostic(`${crossings} gates and edits crossed, ${flips} of them flips; requests: ${requests.join(', ')}`);
    for (const count of requests) assert.ok(count > 500, `${count} requests`);
  });

  test('hidden articles leave no trace on any title', async () => {
    const { compared, faults } = await watch.compareWithout();
    assert.ok(compared > 100, `${compared} addresses`);
    assertNone(faults, 'without what is hidden');
  });
});
