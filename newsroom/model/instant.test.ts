import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, isDay, readInstant } from './instant.ts';

test('instants that are real', async (t) => {
  const cases: [text: string, same: string][] = [
    ['2026-01-13T18:30:00+09:00', '2026-01-13T09:30:00.000Z'],
    ['2026-01-13T18:30Z', '2026-01-13T18:30:00.000Z'],
    ['2026-01-13t18:30:00z', '2026-01-13T18:30:00.000Z'],
    ['2026-01-13 18:30:00-0330', '2026-01-13T22:00:00.000Z'],
    ['2026-01-13T23:59:59.999+14:00', '2026-01-13T09:59:59.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['0033-04-03T15:00:00Z', '0033-04-03T15:00:00.000Z'],
  ];
  for (const [text, same] of cases) await t.test(text, () => assert.equal(readInstant(text), Date.parse(same)));
});

test('instants that are none', async (t) => {
  const cases = [
    '',
    '2026-01-13',
    '2026-01-13T18:30:00',
    '2026-01-13T18Z',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '2026-01-13T24:00:00Z',
    '2026-01-13T18:60:00Z',
    '2026-01-13T18:30:60Z',
    '2026-01-13T18:30:00+15:00',
    '2026-01-13T18:30:00+09:60',
    '2026-01-13T18:30:00 +09:00',
    '+2026-01-13T18:30:00Z',
    '2026-1-13T18:30:00Z',
    'Jan 13, 2026',
    ' 2026-01-13T18:30:00Z',
    '2026-01-13T18:30:00Z\n',
    '２０２６-01-13T18:30:00Z',
  ];
  for (const text of cases) await t.test(JSON.stringify(text), () => assert.equal(readInstant(text), undefined));
});

test('days of the calendar', () => {
  for (const day of ['2026-01-13', '2024-02-29', '2000-02-29', '9999-12-31']) assert.ok(isDay(day), day);
  for (const day of ['2026-02-30', '1900-02-29', '2026-1-1', '2026-01-13T', '', '2026-00-00', '0000-01-01'])
    assert.ok(!isDay(day), day);
});

test('the day is that of the offset in which it was written', () => {
  assert.equal(dayOf('2026-01-13T00:30:00+09:00'), '2026-01-13');
});
