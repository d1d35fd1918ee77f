import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDateline } from './dateline.ts';
import { resolveDay } from './dateline-day.ts';
import { dayAt, placeOf } from './place.ts';

interface Expected {
  place: string | null;
  region?: string;
  country?: string;
  day: string | null;
  agency: string | null;
  rest?: string;
}

const NEAR = '2026-01-02';
const FOUND: [string, Expected][] = [
  [
    'Madrid (EFE).- El ferry ha vuelto.',
    { place: 'Madrid', country: 'ES', day: null, agency: 'EFE', rest: 'El ferry ha vuelto.' },
  ],
  ['Otsu, Japan (AFP) Jan 13, 2026', { place: 'Otsu', country: 'JP', day: '2026-01-13', agency: 'AFP' }],
  [
    'Houston TX (UPI) Jan 20, 2005',
    { place: 'Houston', region: 'Texas', country: 'US', day: '2005-01-20', agency: 'UPI' },
  ],
  [
    'Edwards AFB CA (SPX) Jan 20, 2005',
    { place: 'Edwards AFB', region: 'California', country: 'US', day: '2005-01-20', agency: 'SPX' },
  ],
  [
    'Moscow (Voice of Russia) Aug 21, 2013',
    { place: 'Moscow', country: 'RU', day: '2013-08-21', agency: 'Voice of Russia' },
  ],
  [
    'Kazan, Russia (Volga Press) Aug 21, 2013',
    { place: 'Kazan', country: 'RU', day: '2013-08-21', agency: 'Volga Press' },
  ],
  [
    'STOCKHOLM, Aug 29, 2014 (AFP) - the maker said',
    { place: 'Stockholm', country: 'SE', day: '2014-08-29', agency: 'AFP', rest: 'The maker said' },
  ],
  ['Strasbourg, 10 juil 2024 (AFP)', { place: 'Strasbourg', country: 'FR', day: '2024-07-10', agency: 'AFP' }],
  ['BEIRUT (Reuters) - Two men', { place: 'Beirut', country: 'LB', day: null, agency: 'Reuters', rest: 'Two men' }],
  [
    'BEIRUT, July 16 (Reuters) - Two men',
    { place: 'Beirut', country: 'LB', day: '2025-07-16', agency: 'Reuters', rest: 'Two men' },
  ],
  ['Dec 30 (Reuters) - Two men', { place: null, day: '2025-12-30', agency: 'Reuters', rest: 'Two men' }],
  ['NEW YORK (AP) — A bank', { place: 'New York', country: 'US', day: null, agency: 'AP', rest: 'A bank' }],
  ['NEW YORK (AP) _ A bank', { place: 'New York', country: 'US', day: null, agency: 'AP', rest: 'A bank' }],
  ['NEW YORK (AP) -- A bank', { place: 'New York', country: 'US', day: null, agency: 'AP', rest: 'A bank' }],
  ['NEW YORK (AP) – A bank', { place: 'New York', country: 'US', day: null, agency: 'AP', rest: 'A bank' }],
  [
    'GENEVA/PARIS, Jan 13 (Reuters) - Talks',
    { place: 'Geneva/Paris', day: '2026-01-13', agency: 'Reuters', rest: 'Talks' },
  ],
  ['ABOARD THE USS NIMITZ (AP) — Jets', { place: 'ABOARD THE USS NIMITZ', day: null, agency: 'AP', rest: 'Jets' }],
  [
    'ON THE MISSISSIPPI RIVER (AP) — Barges',
    { place: 'ON THE MISSISSIPPI RIVER', day: null, agency: 'AP', rest: 'Barges' },
  ],
  [
    'UNITED NATIONS, Feb. 1, Kyodo - Envoys',
    { place: 'United Nations', day: '2026-02-01', agency: 'Kyodo', rest: 'Envoys' },
  ],
  [
    'MOSCOW, January 13. /TASS/. Envoys',
    { place: 'Moscow', country: 'RU', day: '2026-01-13', agency: 'TASS', rest: 'Envoys' },
  ],
  [
    '(ANSA) - ROME, JAN 13 - Envoys',
    { place: 'Rome', country: 'IT', day: '2026-01-13', agency: 'ANSA', rest: 'Envoys' },
  ],
  [
    'Tegucigalpa, Jan 2 (EFE).- Envoys',
    { place: 'Tegucigalpa', country: 'HN', day: '2026-01-02', agency: 'EFE', rest: 'Envoys' },
  ],
  [
    'New Delhi, Jan 13 (PTI) Envoys',
    { place: 'New Delhi', country: 'IN', day: '2026-01-13', agency: 'PTI', rest: 'Envoys' },
  ],
  [
    'WASHINGTON, Jan. 20 (UPI) -- Envoys',
    { place: 'Washington', country: 'US', day: '2026-01-20', agency: 'UPI', rest: 'Envoys' },
  ],
  [
    'ROSCOE, South Dakota (AP) _ Farmers',
    { place: 'Roscoe', region: 'South Dakota', country: 'US', day: null, agency: 'AP', rest: 'Farmers' },
  ],
  ['Tbilisi, Georgia (AFP) May 2, 2025', { place: 'Tbilisi', country: 'GE', day: '2025-05-02', agency: 'AFP' }],
  [
    'Macon, Georgia (AP) — Farmers',
    { place: 'Macon', region: 'Georgia', country: 'US', day: null, agency: 'AP', rest: 'Farmers' },
  ],
  ['Rio de Janeiro (AFP) May 2, 2025', { place: 'Rio de Janeiro', country: 'BR', day: '2025-05-02', agency: 'AFP' }],
  ['OTTAWA — Farmers', { place: 'Ottawa', country: 'CA', day: null, agency: null, rest: 'Farmers' }],
  [
    'Ouagadougou-Nord, Burkina Faso (AFP) Jan 13, 2026',
    { place: 'Ouagadougou-Nord', country: 'BF', day: '2026-01-13', agency: 'AFP' },
  ],
  ['KLEINDORF (dpa) - Farmers', { place: 'Kleindorf', day: null, agency: 'dpa', rest: 'Farmers' }],
  ['Kleindorf (dpa) – Farmers', { place: 'Kleindorf', day: null, agency: 'dpa', rest: 'Farmers' }],
  ['vienna (afp) - farmers', { place: 'Vienna', country: 'AT', day: null, agency: 'AFP', rest: 'Farmers' }],
  ['kleindorf (dpa) - farmers', { place: 'Kleindorf', day: null, agency: 'dpa', rest: 'Farmers' }],
  [
    'paris, jan 13, 2026 (afp) - farmers',
    { place: 'Paris', country: 'FR', day: '2026-01-13', agency: 'AFP', rest: 'Farmers' },
  ],
  ['otsu, japan (afp) jan 13, 2026', { place: 'Otsu', country: 'JP', day: '2026-01-13', agency: 'AFP' }],
  ['KLEINDORF, Jan 13, 2026 - Farmers', { place: 'Kleindorf', day: '2026-01-13', agency: null, rest: 'Farmers' }],
  ['Kleindorf, 13. Januar 2026', { place: 'Kleindorf', day: '2026-01-13', agency: null }],
  [
    'Berlin, 13. Januar (dpa) - Bauern',
    { place: 'Berlin', country: 'DE', day: '2026-01-13', agency: 'dpa', rest: 'Bauern' },
  ],
  [
    'MADRID, 13 ene (EFE).- Campesinos',
    { place: 'Madrid', country: 'ES', day: '2026-01-13', agency: 'EFE', rest: 'Campesinos' },
  ],
  [
    'Madrid, 13 de enero de 2026 (EFE).- Campesinos',
    { place: 'Madrid', country: 'ES', day: '2026-01-13', agency: 'EFE', rest: 'Campesinos' },
  ],
  [
    'Lisboa, 13 jan 2026 (Lusa) - Homens',
    { place: 'Lisboa', country: 'PT', day: '2026-01-13', agency: 'Lusa', rest: 'Homens' },
  ],
  [
    '(ANSA) - ROMA, 13 GEN - Uomini',
    { place: 'Roma', country: 'IT', day: '2026-01-13', agency: 'ANSA', rest: 'Uomini' },
  ],
  ['Wien (APA) - Bauern', { place: 'Wien', country: 'AT', day: null, agency: 'APA', rest: 'Bauern' }],
  ['(Reuters) - Farmers', { place: null, day: null, agency: 'Reuters', rest: 'Farmers' }],
];
for (const [line, expected] of FOUND) {
  test(`dateline: ${line}`, () => {
    const found = readDateline(line);
    assert.ok(found);
    const { place, region, country } = found.place === null ? { place: null } : placeOf(found.place);
    const day = found.day && resolveDay(found.day, NEAR);
    const actual = { place, region, country, day, agency: found.agency, rest: found.rest };
    assert.deepEqual(actual, { region: undefined, country: undefined, rest: '', ...expected });
  });
}

const NOT_DATELINES = [
  'NATO (the alliance) - said on Monday',
  'WASHINGTON (population 700,000) - the capital - slept',
  'NATO — which met on Monday — agreed',
  'The minister (AP) - as he was called - left',
  'In March (he said) - nothing happened',
  'Officials (Reuters reported) said so',
  'On Jan 13 the ministers met in Paris.',
  'The company, Jan Smit said, will go.',
  'the minister of the interior (afp) said nothing',
  'in a talk with him (dpa) - who was there - she said so',
  'ministers met (reuters) in paris',
  'Farmers, Jan 13, said so',
  'The flood came on a Monday, January 12',
];
for (const line of NOT_DATELINES) test(`not a dateline: ${line}`, () => assert.equal(readDateline(line), null));

test('a French month shows the language', () =>
  assert.equal(readDateline('Strasbourg, 10 juil 2024 (AFP)')?.day?.lang, 'fr'));

test('a day without a year needs another day to find its year', () => {
  const stated = readDateline('Jan 3 (Reuters) - Two men')?.day;
  assert.ok(stated);
  assert.equal(resolveDay(stated, null), null);
});

test('a day is in the time zone of the place, if it is known', () => {
  assert.equal(dayAt('2026-01-13', placeOf('Otsu, Japan')), '2026-01-13+09:00');
  assert.equal(dayAt('2026-07-13', placeOf('NEW YORK')), '2026-07-13-04:00');
  assert.equal(dayAt('2026-07-13', placeOf('Omsk, Russia')), '2026-07-13Z');
  assert.equal(dayAt('2026-07-13', null), '2026-07-13Z');
});
