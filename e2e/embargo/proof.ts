import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from './check.ts';
import { seed } from './seed.ts';
import type { Watch } from './watch.ts';

/** Fails with what leaked or was missing, and with the seed that repeats it. */
export function assertNone(faults: readonly Fault[], what: string): void {
  const lines = faults.slice(0, 12).map(({ kind, target, words }) => `${kind}: ${target}: ${words}`);
  assert.deepEqual(lines, [], `${what}; to repeat it: E2E_SEED=${seed}`);
}

/** The tests of a newsroom that is watched: at the start, at each gate, and after so many edits. */
export function testGates(watching: () => Watch, gates: readonly number[], edits: number): void {
  test('at the start, every address shows what it must and nothing that it must not', async () => {
    const watch = watching();
    await watch.readEverything();
    assertNone(watch.takeFaults(), 'at the start');
  });

  test('the same holds an instant before each gate, and at it', async () => {
    const watch = watching();
    for (const gate of gates) {
      await watch.passGate(gate);
      assertNone(watch.takeFaults(), `at the gate ${new Date(gate).toISOString()}`);
    }
  });

  test('the same holds after edits', async () => {
    const watch = watching();
    for (let number = 0; number < edits; number += 1) {
      const what = await watch.edit();
      assertNone(watch.takeFaults(), `after “${what}”`);
    }
  });
}
