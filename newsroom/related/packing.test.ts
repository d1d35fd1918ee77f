import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packKeyTerms, packNumbers, unpackKeyTerms, unpackNumbers, type KeyTerm } from './packing.ts';

test('numbers come out as they went in', () => {
  for (const numbers of [
    [],
    [0],
    [1, 2 ** 32 - 1, 0, 7],
    Array.from({ length: 1000 }, (_, index) => index * 4_294_967),
  ])
    assert.deepEqual([...unpackNumbers(packNumbers(numbers))], numbers);
});

test('key terms come out as they went in; weights in halves, up to a largest one', () => {
  const term = (number: number, weight: number, inHeadline = false, isName = false): KeyTerm => ({
    term: number,
    weight,
    inHeadline,
    isName,
  });
  const same = [term(0, 0.5), term(2 ** 32 - 1, 31.5, true, true), term(7, 1.5, true), term(8, 2, false, true)];
  assert.deepEqual(unpackKeyTerms(packKeyTerms(same)), same);
  assert.deepEqual(unpackKeyTerms(packKeyTerms([])), []);
  assert.deepEqual(unpackKeyTerms(packKeyTerms([term(1, 5000, true), term(2, 1.3)])), [
    term(1, 31.5, true),
    term(2, 1.5),
  ]);
});

test('bytes are read where they are, and a part of an entry is not read', () => {
  const bytes = packKeyTerms([{ term: 9, weight: 1, inHeadline: true, isName: false }]);
  const inside = new Uint8Array([1, 2, 3, ...bytes, 4]).subarray(3);
  assert.deepEqual(unpackKeyTerms(inside), [{ term: 9, weight: 1, inHeadline: true, isName: false }]);
  assert.deepEqual([...unpackNumbers(new Uint8Array([9, 9, 9, 5, 0, 0, 0, 1]).subarray(3))], [5]);
});
