import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressSlug, storySlug, titleFromSlug } from './slug.ts';

const cases: [string, string][] = [
  ["China's harbour strike, day 3", 'chinas-harbour-strike-day-3'],
  ['Élysée: “non” à l’accord', 'elysee-non-a-laccord'],
  ['Łódź & Straße', 'lodz-strasse'],
  ['東京', '東京'],
  ['  --  ', ''],
  ['❤️', ''],
  ['🏳️‍🌈 👨‍👩‍👧', ''],
  ['令和6年度補正予算が成立', '令和6年度補正予算が成立'],
  ['Встреча в Москве 2027', 'встреча-в-москве-2027'],
  ['ارتفاع أسعار الذهب 50 دولارا', 'ارتفاع-أسعار-الذهب-50-دولارا'],
  ['서울 G20 정상회의', '서울-g20-정상회의'],
  ['Διάσκεψη 3', 'διάσκεψη-3'],
  ['दिल्ली में 12 की मौत', 'दिल्ली-में-12-की-मौत'],
  ['iPhone 7 の発売', 'iphone-7-の発売'],
  ['China’s 東京 visit of 2026', 'chinas-visit-of-2026'],
  ['2026', '2026'],
  ['7 🚀', '7'],
  ['🚀 Rakete startet', 'rakete-startet'],
  ['\u200B令和\u200B', '令和'],
];
for (const [text, slug] of cases) test(`slug of ${text}`, () => assert.equal(addressSlug(text), slug));

test('a slug is cut after a whole word and has at most 80 characters', () => {
  const slug = addressSlug('ministers agree '.repeat(10));
  assert.ok(slug.length <= 80);
  assert.match(slug, /^(ministers|agree)(-(ministers|agree))*$/);
  assert.equal(addressSlug('x'.repeat(100)).length, 80);
  assert.equal(addressSlug('が'.normalize('NFC').repeat(100)), 'が'.repeat(80));
  assert.equal(addressSlug('हि'.repeat(100)), 'हि'.repeat(40));
  assert.equal(addressSlug('𠮷'.repeat(100)), '𠮷'.repeat(40));
});

test('a headline of emoji has a slug that the desk can rename; one without a sign has none', () => {
  for (const headline of ['❤️', '🏳️‍🌈', '🇯🇵', '😀 😀']) assert.equal(storySlug(headline), 'story');
  assert.equal(storySlug('❤️ Nara'), 'nara');
  for (const headline of ['', '--', '\u200B', '\uFE0F']) assert.equal(storySlug(headline), '');
});

test('a title for a slug', () => assert.equal(titleFromSlug('best-practices'), 'Best practices'));
