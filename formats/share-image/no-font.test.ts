import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderableCard } from './renderable-card.ts';
import { card, useOnlyFonts, imageOf, Pixels, testTypesetter } from './testing.ts';

useOnlyFonts({});

test('a headline in a script without a font is left out; name, section and day stay', async () => {
  const japanese = card({
    headline: '奈良で首脳会談',
    lang: 'ja',
    notes: ['Nara, Japan (AFP) Jan 13, 2026', '13 January 2026', '2026-01-13'],
  });
  const ready = await renderableCard(await testTypesetter(), japanese);
  assert.ok(ready.page === 'article');
  assert.equal(ready.headline, undefined);
  assert.deepEqual([ready.name, ready.kicker, ready.notes], ['The Test', 'Weather', ['2026-01-13']]);
  assert.deepEqual(
    await imageOf(japanese),
    await imageOf({ ...japanese, headline: '東京' }),
    'there are no boxes for the letters',
  );
  assert.ok((await Pixels.of(await imageOf(japanese))).ink(152, 530).count > 1000, 'the name is in its place');
});

test('a name that cannot be set is replaced by the host of the site', async () => {
  const site = { name: '子午線新聞', host: 'xn--test.example', lang: 'ja' };
  const typesetter = await testTypesetter();
  const ready = await renderableCard(typesetter, card({ site, kicker: '北東アジア', headline: 'Nara' }));
  assert.ok(ready.page === 'article');
  assert.deepEqual([ready.name, ready.kicker, ready.headline], ['xn--test.example', undefined, 'Nara']);
  const front = await renderableCard(typesetter, { page: 'front', site, description: '短い' });
  assert.deepEqual(front, { page: 'front', siteLang: 'ja', name: 'xn--test.example' });
});

test('the site’s typefaces have Latin and Arabic letters, and no others', async () => {
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
    assert.equal(await typesetter.renderable(text), text.normalize('NFC'), text);
  for (const text of ['Договор', 'Ελλάδα', 'הממשלה', '奈良', '나라', 'नमस्ते', 'ไทย', 'x\u0951', 'One \u{10FFFF}'])
    assert.equal(await typesetter.renderable(text), undefined, text);
});

test('a pictograph without a font is left out, and the text around it stays', async () => {
  const typesetter = await testTypesetter();
  assert.equal(await typesetter.renderable('A rocket 🚀 and a family 👩‍👩‍👧'), 'A rocket and a family');
  assert.equal(await typesetter.renderable('Tokyo 🇯🇵 waves 👋🏽'), 'Tokyo waves');
  assert.equal(await typesetter.renderable('🚀'), undefined);
});
