import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressSlug, titleFromSlug } from './slug.ts';

const cases: [string, string][] = [
  ["China's harbour strike, day 3", 'chinas-harbour-strike-day-3'],
  ['Élysée: “non” à l’accord', 'elysee-non-a-laccord'],
  ['Łódź & Straße', 'lodz-strasse'],
  ['東京', '東京'],
  ['  --  ', ''],
];
for (const [text, slug] of cases) test(`slug of ${text}`, () => assert.equal(addressSlug(text), slug));

test('a slug is cut after a whole word and has at most 80 characters', () => {
  const slug = addressSlug('ministers agree '.repeat(10));
  assert.ok(slug.length <= 80);
  assert.match(slug, /^(ministers|agree)(-(ministers|agree))*$/);
  assert.equal(addressSlug('x'.repeat(100)).length, 80);
});

test('a title for a slug', () => assert.equal(titleFromSlug('best-practices'), 'Best practices'));
