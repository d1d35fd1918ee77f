import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOfDay } from './write.ts';

test('the rows of many days meet nowhere in the table in which FTS5 keeps deleted rows', () => {
  for (let places = 32; places <= 2 ** 16; places *= 2) {
    const met = new Set(Array.from({ length: places }, (_, day) => ((20_000 + day) * rowsOfDay) % places));
    assert.equal(met.size, places, `${places} places`);
  }
});
