import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDay, startOfDay } from './local-day.ts';
import { dayAfter, isPeriod } from './period.ts';

test('a period is a day, a month or a year, and is over on the day after it', () => {
  const cases: [period: string, over: string | undefined][] = [
    ['2026-02-05', '2026-02-06'],
    ['2026-02-28', '2026-03-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-12-31', '2027-01-01'],
    ['2026-02', '2026-03-01'],
    ['2026-12', '2027-01-01'],
    ['2026', '2027-01-01'],
    ['0050', '0051-01-01'],
    ['2026-02-30', undefined],
    ['2026-13', undefined],
    ['2026-00', undefined],
    ['0000', undefined],
    ['2026-2', undefined],
    ['26', undefined],
    ['2026-02-', undefined],
    ['2026-02-05T10:00:00Z', undefined],
  ];
  for (const [period, over] of cases) assert.equal(isPeriod(period) ? dayAfter(period) : undefined, over, period);
});

test('a day begins at midnight where the newsroom is, or when its clock has skipped midnight', () => {
  const cases: [day: string, timeZone: string, start: string][] = [
    ['2026-02-05', 'UTC', '2026-02-05T00:00:00.000Z'],
    ['2026-02-05', 'Asia/Tokyo', '2026-02-04T15:00:00.000Z'],
    ['2026-02-05', 'America/Los_Angeles', '2026-02-05T08:00:00.000Z'],
    ['2026-02-05', 'Pacific/Kiritimati', '2026-02-04T10:00:00.000Z'],
    ['2026-07-01', 'Europe/Vienna', '2026-06-30T22:00:00.000Z'],
    // At midnight it was one o’clock.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    // Samoa left out this day.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ];
  for (const [day, timeZone, start] of cases) {
    const found = startOfDay(day, timeZone);
    assert.equal(new Date(found).toISOString(), start, `${day} ${timeZone}`);
    assert.ok(localDay(found, timeZone) >= day && localDay(found - 1, timeZone) < day);
  }
});
