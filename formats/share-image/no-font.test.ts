import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyCard } from './renderable-card.ts';
import { card, haveOnly, imageOf, Pixels, testTypesetter } from './testing.ts';

haveOnly({});

test('a script for which there is no font takes the headline away, and leaves name, section and day', async () => {
  const japanese = card({
    headline: '奈良で首脳会談',
    lang: 'ja',
    notes: ['Nara, Japan (AFP) Jan 13, 2026', '13 January 2026', '2026-01-13'],
  });
  const ready = await readyCard(await testTypesetter(), japanese);
  assert.ok(ready.page === 'article');
  assert.equal(ready.headline, undefined);
  assert.deepEqual([ready.name, ready.kicker, ready.notes], ['The Test', 'Weather', ['2026-01-13']]);
  assert.deepEqual(
    await imageOf(japanese),
    await imageOf({ ...japanese, headline: '東京' }),
    'no box tells them apart',
  );
  assert.ok((await Pixels.of(await imageOf(japanese))).ink(152, 530).count > 1000, 'the name stands in its place');
});

test('a name that cannot be set gives way to the site’s address', async () => {
  const site = { name: '子午線新聞', host: 'xn--test.example', lang: 'ja' };
  const typesetter = await testTypesetter();
  const ready = await readyCard(typesetter, card({ site, kicker: '北東アジア', headline: 'Nara' }));
  assert.ok(ready.page === 'article');
  assert.deepEqual([ready.name, ready.kicker, ready.headline], ['xn--test.example', undefined, 'Nara']);
  const front = await readyCard(typesetter, { page: 'front', site, description: '短い' });
  assert.deepEqual(front, { page: 'front', siteLang: 'ja', name: 'xn--test.example' });
});

test('what can be set: Latin and Arabic letters with the faces that come along, and no others', async () => {
  const typesetter = await testTypesetter();
  for (const text of [
    'Évian',
    'Łódź, 50 % – “so”',
    'Việt Nam',
    'naïve e\u0301',
    'خبر من القاهرة',
    'پاکستان گ ٪ ۲۰۲۶',
    'a\u00ADb\u200Dc',
  ])
    assert.equal(await typesetter.settable(text), text.normalize('NFC'), text);
  for (const text of ['Договор', 'Ελλάδα', 'הממשלה', '奈良', '나라', 'नमस्ते', 'ไทย', 'x\u0951', 'One \u{10FFFF}'])
    assert.equal(await typesetter.settable(text), undefined, text);
});

test('a pictograph without a font is left out, and what it stood beside stays', async () => {
  const typesetter = await testTypesetter();
  assert.equal(await typesetter.settable('A rocket 🚀 and a family 👩‍👩‍👧'), 'A rocket and a family');
  assert.equal(await typesetter.settable('Tokyo 🇯🇵 waves 👋🏽'), 'Tokyo waves');
  assert.equal(await typesetter.settable('🚀'), undefined);
});
