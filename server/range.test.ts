import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rangeIn } from './range.ts';

test('a range is bytes of the file, both ends included', () => {
  for (const [header, start, end] of [
    ['bytes=0-0', 0, 0],
    ['bytes=0-', 0, 99],
    ['bytes=10-19', 10, 19],
    ['bytes=99-', 99, 99],
    ['bytes=50-1000', 50, 99],
    ['bytes=50-99999999999999999999999999', 50, 99],
    ['bytes=-1', 99, 99],
    ['bytes=-1000', 0, 99],
    ['Bytes = 1-2 ', 1, 2],
  ] as const)
    assert.deepEqual(rangeIn(header, 100), { start, end }, header);
});

test('a range outside of the file cannot be satisfied', () => {
  for (const header of ['bytes=100-', 'bytes=100-200', 'bytes=99999999999999999999999999-', 'bytes=-0'])
    assert.equal(rangeIn(header, 100), 'unsatisfiable', header);
  for (const header of ['bytes=0-', 'bytes=0-0', 'bytes=-1']) assert.equal(rangeIn(header, 0), 'unsatisfiable', header);
});

test('a header that asks for several ranges, or for none, is ignored', () => {
  for (const header of [
    undefined,
    '',
    'bytes=',
    'bytes=-',
    'bytes=2-1',
    'bytes=0-1,3-4',
    'bytes=a-b',
    'bytes=1.5-2',
    'lines=0-1',
    'bytes 0-1',
  ])
    assert.equal(rangeIn(header, 100), 'all', header);
});
