import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSlug, placeSlug, slugify } from './slug.ts';

test('slugs', async (t) => {
  for (const slug of ['a', 'tokyo-and-seoul', '2026', 'a_b', '中国', 'कानून', 'نووي', 'straße', 'café']) {
    await t.test(slug, () => assert.ok(isSlug(slug)));
  }
  for (const slug of [
    '',
    'A',
    'a b',
    'a--b',
    '-a',
    'a-',
    'a.b',
    'a/b',
    '..',
    'cafe\u0301',
    'É',
    '😀',
    'a\n',
    'a'.repeat(201),
    'a%20b',
    '\uFE0F',
    'a\uFE0F',
    '\u0301a',
    'a-\u0301',
    '1\u20E3',
    '\u3164',
    'a\u034Fb',
  ]) {
    await t.test(`not ${JSON.stringify(slug.slice(0, 20))}`, () => assert.ok(!isSlug(slug)));
  }
});

test('slugs of names', async (t) => {
  const cases: [name: string, slug: string][] = [
    ['New York', 'new-york'],
    ['  São Paulo!  ', 'sao-paulo'],
    ['Ærø & Łódź', 'aero-lodz'],
    ['O’Brien’s “story”', 'obriens-story'],
    ['Straße', 'strasse'],
    ['Việt Nam', 'viet-nam'],
    ['北京', '北京'],
    ['ＡＦＰ', 'afp'],
    ['Йошкар-Ола', 'йошкар-ола'],
    ['が', 'が'],
    ['हिन्दी', 'हिन्दी'],
    ['😀', ''],
    ['---', ''],
    ['❤️', ''],
    ['🏳️‍🌈', ''],
    ['👨‍👩‍👧', ''],
    ['🇯🇵', ''],
    ['☺︎', ''],
    ['\u0301', ''],
    ['\u3164', ''],
    ['\u115F\u1160', ''],
    ['\u200B\u2060', ''],
    ['1️⃣ step', '1-step'],
    ['We ❤️ Nara', 'we-nara'],
    ['می‌خواهم', 'می-خواهم'],
    ['ශ්‍රී', 'ශ්-රී'],
    ['ไทย', 'ไทย'],
    ['తెలుగు', 'తెలుగు'],
    ['İstanbul', 'istanbul'],
  ];
  for (const [name, slug] of cases) {
    await t.test(name, () => {
      assert.equal(slugify(name), slug);
      assert.equal(slugify(slug), slug, 'stays as it is');
      if (slug !== '') assert.ok(isSlug(slug), 'is a slug');
    });
  }
});

test('places of the same name in different regions have different slugs', () => {
  assert.equal(placeSlug({ place: 'Paris' }), 'paris');
  assert.equal(placeSlug({ place: 'Paris', region: 'Texas' }), 'paris-texas');
  assert.equal(placeSlug({ country: 'JP' }), undefined);
  assert.equal(placeSlug(undefined), undefined);
});
