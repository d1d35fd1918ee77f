import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedCacheControl } from './headers.ts';

/** A directive's seconds; 0 where it is missing. */
function seconds(header: string, directive: string): number {
  return Number(new RegExp(`(?:^|[ ,])${directive}=(\\d+)`).exec(header)?.[1] ?? 0);
}

test('no cache uses anything across a gate, fresh or stale, even if it counts two seconds too many', () => {
  for (const untilGate of [-5, 0, 999, 2999, 3000, 3001, 3999, 4000, 30_000, 60_001, 1e9, Infinity]) {
    for (const own of [0, 60]) {
      const header = sharedCacheControl(untilGate, own);
      const fresh = [seconds(header, 'max-age'), seconds(header, 's-maxage')];
      const stale = [seconds(header, 'stale-while-revalidate'), seconds(header, 'stale-if-error')];
      const longest = Math.max(...fresh) + Math.max(...stale);
      assert.ok(longest === 0 || (longest + 2) * 1000 <= untilGate, `${header}, ${untilGate} ms before a gate`);
      assert.equal(header.includes('must-revalidate'), Math.max(...stale) === 0);
    }
  }
});

test('how long caches may use an answer', () => {
  const cases = [
    [Infinity, 0, 'public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=300'],
    [Infinity, 60, 'public, max-age=60, s-maxage=1, stale-while-revalidate=1, stale-if-error=300'],
    [75_000, 60, 'public, max-age=60, s-maxage=1, stale-while-revalidate=1, stale-if-error=13'],
    [10_500, 60, 'public, max-age=8, s-maxage=1, must-revalidate'],
    [10_500, 0, 'public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=7'],
    [3000, 0, 'public, max-age=0, s-maxage=1, must-revalidate'],
    [2999, 60, 'public, max-age=0, s-maxage=0, must-revalidate'],
  ] as const;
  for (const [untilGate, own, expected] of cases) assert.equal(sharedCacheControl(untilGate, own), expected);
});
