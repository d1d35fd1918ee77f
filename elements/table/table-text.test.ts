import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableText } from './table-text.ts';

test('columns are as wide as their content, and a wide character counts as two', () => {
  assert.equal(
    tableText(
      ['State', 'Number'],
      [
        ['日本', '1'],
        ['Korea', '1,000'],
      ],
      [null, 'right'],
    ),
    'State  Number\n-----  ------\n日本        1\nKorea   1,000',
  );
  assert.equal(tableText(['', ''], [['a', 'b'], ['c']], [null, null]), 'a  b\nc');
  assert.equal(tableText(['', ''], [], [null, null]), '');
  assert.equal(tableText(['a', 'b'], [], [null, null]), 'a  b');
});

test('a table that is too wide for a terminal is written row by row', () => {
  const long = 'x'.repeat(70);
  assert.equal(
    tableText(
      ['', 'Long', 'Other'],
      [
        ['First', long, ''],
        ['Second', long, 'y'],
      ],
      [null, null, null],
    ),
    `First\nLong: ${long}\n\nSecond\nLong: ${long}\nOther: y`,
  );
});
