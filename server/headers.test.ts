import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedCacheControl } from './headers.ts';

/** For how long each kind of cache may keep an answer, in seconds. */
function spans(untilGate: number, ownSeconds?: number): [own: number, shared: number] {
  const header = sharedCacheControl(untilGate, ownSeconds);
  assert.match(header, /must-revalidate/);
  return [Number(/\bmax-age=(\d+)/.exec(header)?.[1]), Number(/s-maxage=(\d+)/.exec(header)?.[1])];
}

test('no cache stores anything across a gate', () => {
  for (const untilGate of [-5, 0, 1, 999, 1000, 1001, 1999, 30_000, 60_001, Infinity]) {
    for (const own of [0, 60]) {
      const [reader, shared] = spans(untilGate, own);
      assert.ok(reader >= 0 && reader <= own, `${reader} of ${own}`);
      assert.ok(shared === 0 || shared * 1000 < untilGate, `shared ${shared} s, ${untilGate} ms before a gate`);
      assert.ok(reader === 0 || reader * 1000 <= untilGate, `own ${reader} s, ${untilGate} ms before a gate`);
    }
  }
});

test('far from any gate a shared cache stores for a second, a reader’s own for as long as it may', () => {
  assert.deepEqual(spans(Infinity), [0, 1]);
  assert.deepEqual(spans(Infinity, 60), [60, 1]);
  assert.deepEqual(spans(10_500, 60), [10, 1]);
});
