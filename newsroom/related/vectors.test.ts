import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TermTable } from './vectors.ts';

test('a table gives the weights of its terms, and 0 for all others', () => {
  const largest = 2 ** 32 - 1;
  const vectors: [term: number, weight: number][][] = [
    [],
    [[0, 1.5]],
    [[largest, 0.25]],
    // They want the same place.
    [0, 64, 128, 192, 2 ** 31, largest - 63].map((term, index) => [term, index + 1]),
    Array.from({ length: 1000 }, (_, index) => [index * 4_294_967, index + 0.5]),
  ];
  for (const vector of vectors) {
    const table = TermTable.of(new Map(vector));
    for (const [term, weight] of vector) assert.equal(table.get(term), weight, String(term));
    for (const other of [1, 63, 65, 2 ** 31 + 1, largest - 1])
      assert.equal(table.get(other), 0, `${other} beside ${vector.length}`);
  }
});
