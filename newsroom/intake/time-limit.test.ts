import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TimeLimitExceeded, withTimeLimit } from './time-limit.ts';

const large = 1_000_000;

test('work that ends in time gives its result', () => {
  for (const size of [0, large])
    assert.deepEqual(
      withTimeLimit(size, 10_000, () => ['done']),
      ['done'],
    );
});

test('endless work is stopped', () => {
  assert.throws(
    () =>
      withTimeLimit(large, 50, () => {
        for (;;);
      }),
    TimeLimitExceeded,
  );
});

test('an error of the work is passed on', () => {
  const error = new RangeError('deep');
  for (const size of [0, large])
    assert.throws(
      () =>
        withTimeLimit(size, 10_000, () => {
          throw error;
        }),
      (thrown) => thrown === error,
    );
});
