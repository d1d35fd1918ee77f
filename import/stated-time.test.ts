import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDay, toInstant, parseStatedTime, offsetAtNoon, yearNearest } from './stated-time.ts';

const statedTimes: [string, string | null][] = [
  ['2016-11-17 14:00:46 -0400', '2016-11-17T14:00:46-04:00'],
  ['2015-06-29 1:00:19 -5', '2015-06-29T01:00:19-05:00'],
  ['2014-04-11T11:07:00-04:00', '2014-04-11T11:07:00-04:00'],
  ['2024-05-02T10:00:00.000Z', '2024-05-02T10:00:00Z'],
  ['2019-04-08', '2019-04-08T00:00:00Z'],
  ['2019-04-08 09:30:00', '2019-04-08T09:30:00Z'],
  ['2019-04-08+09:00', '2019-04-08T00:00:00+09:00'],
  ['2019-04-08Z', '2019-04-08T00:00:00Z'],
  ['2019-04-08+15:00', null],
  ['2019-02-30', null],
  ['2019-04-08 24:10:00', null],
  ['last Tuesday', null],
];
for (const [text, instant] of statedTimes) {
  test(`stated time: ${text}`, () => {
    const time = parseStatedTime(text);
    assert.equal(time && toInstant(time), instant);
  });
}

test('a day must exist', () => {
  assert.equal(calendarDay(2024, 2, 29), '2024-02-29');
  assert.equal(calendarDay(2023, 2, 29), null);
});

test('offsets follow the zone and the season', () => {
  assert.equal(offsetAtNoon('2026-01-13', 'Asia/Tokyo'), '+09:00');
  assert.equal(offsetAtNoon('2026-07-13', 'Europe/Paris'), '+02:00');
  assert.equal(offsetAtNoon('2026-01-13', 'Europe/London'), '+00:00');
});

test('a missing year is found, also across New Year', () => {
  assert.equal(yearNearest(12, 30, '2026-01-02'), 2025);
  assert.equal(yearNearest(1, 2, '2025-12-31'), 2026);
  assert.equal(yearNearest(6, 1, '2026-06-03'), 2026);
  assert.equal(yearNearest(1, 13, '2026-07-17'), 2026);
  assert.equal(yearNearest(12, 1, '2026-07-17'), 2025);
});
