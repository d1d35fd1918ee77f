import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hindrances } from './hindrances.ts';

test('a hindrance is reported once when it lasts, again when its reason changes, and when it is over', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const reports: (string | undefined)[] = [];
  const hindrances = new Hindrances((reason) => reports.push(reason), 1000);
  hindrances.set('content', 'It is gone.');
  t.mock.timers.tick(999);
  hindrances.clear('content');
  t.mock.timers.tick(5000);
  assert.deepEqual(reports, [], 'a moment is not reported');
  hindrances.set('content', 'It is gone.');
  t.mock.timers.tick(500);
  hindrances.set('content', 'It is gone.');
  t.mock.timers.tick(500);
  hindrances.set('content', 'It is gone.');
  assert.deepEqual(reports, ['It is gone.']);
  hindrances.set('store', 'So is the store.');
  hindrances.clear('content');
  hindrances.clear('missing');
  hindrances.clear('store');
  assert.deepEqual(reports.slice(1), ['It is gone. So is the store.', 'So is the store.', undefined]);
});

test('how much is missing is not reported while nothing can be compiled', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const reports: (string | undefined)[] = [];
  const hindrances = new Hindrances((reason) => reports.push(reason), 1000);
  hindrances.set('content', 'It is empty.');
  t.mock.timers.tick(1000);
  hindrances.set('missing', 'Much is gone.');
  hindrances.clear('missing');
  hindrances.set('missing', 'Much is gone.');
  hindrances.clear('missing');
  hindrances.clear('content');
  assert.deepEqual(reports, ['It is empty.', undefined]);
});
