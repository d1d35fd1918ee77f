import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RefusalLog } from './refusal-log.ts';
import { Unavailable } from './unavailable.ts';

const tooMany = new Unavailable('Too many.');

test('refused requests are counted, with one line a minute', () => {
  let now = 0;
  const lines: string[] = [];
  const log = new RefusalLog(
    () => now,
    (line) => lines.push(line),
  );
  log.add(tooMany);
  for (let count = 0; count < 1_000; count += 1) log.add(tooMany);
  log.add(new Unavailable('It is locked.', `/${'x'.repeat(9_000)}`));
  assert.deepEqual(lines.splice(0), [
    'A request was refused: Too many.',
    `A request was refused: It is locked. (/${'x'.repeat(199)})`,
  ]);
  now = 60_000;
  log.add(tooMany);
  assert.deepEqual(lines.splice(0), ['1001 requests were refused: Too many.']);
  now = 1_000;
  log.add(tooMany);
  assert.deepEqual(lines, [], 'within a minute of the clock, whichever way it goes');
  now = -3_600_000;
  log.add(tooMany);
  assert.deepEqual(lines, ['2 requests were refused: Too many.']);
});
