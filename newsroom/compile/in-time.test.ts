import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTime, TookTooLong } from './in-time.ts';

test('work that comes to an end is done', () => {
  assert.deepEqual(
    inTime(10_000, () => ['done']),
    ['done'],
  );
});

test('work without end is ended', () => {
  assert.throws(
    () =>
      inTime(50, () => {
        for (;;);
      }),
    TookTooLong,
  );
});

test('a fault of the work is its own', () => {
  const fault = new RangeError('deep');
  assert.throws(
    () =>
      inTime(10_000, () => {
        throw fault;
      }),
    (thrown) => thrown === fault,
  );
});
