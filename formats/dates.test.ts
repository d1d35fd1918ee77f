import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distinct, laterOf, rfc822 } from './dates.ts';

test('E2: dates of RSS have the right weekday, four digits of year and a numeric zone', () => {
  for (const [instant, written] of [
    ['2026-01-13T18:30:00+09:00', 'Tue, 13 Jan 2026 18:30:00 +0900'],
    ['2026-01-13T00:30:00+09:00', 'Tue, 13 Jan 2026 00:30:00 +0900'],
    ['2024-02-29T23:59:59Z', 'Thu, 29 Feb 2024 23:59:59 +0000'],
    ['1999-12-31T23:00:00-10:00', 'Fri, 31 Dec 1999 23:00:00 -1000'],
  ] as const)
    assert.equal(rfc822(instant), written);
});

test('E4: no two entries of a feed were updated at the same instant', () => {
  assert.deepEqual(
    distinct(['2026-01-13T12:00:00Z', '2026-01-13T21:00:00+09:00', '2026-01-13T12:00:00Z', '2026-01-13T13:00:00Z']),
    ['2026-01-13T12:00:00Z', '2026-01-13T21:00:00.001+09:00', '2026-01-13T12:00:00.002Z', '2026-01-13T13:00:00Z'],
  );
});

test('the later of two instants is later in time, not in the order of text', () => {
  assert.equal(laterOf('2026-01-13T20:00:00+09:00', '2026-01-13T12:00:00Z'), '2026-01-13T12:00:00Z');
});
