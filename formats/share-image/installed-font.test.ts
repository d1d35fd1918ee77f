import assert from 'node:assert/strict';
import { test } from 'node:test';
import { squareFont } from './test-font.ts';
import { card, useOnlyFonts, imageOf, Pixels, testTypesetter } from './testing.ts';

useOnlyFonts({ 'square.ttf': squareFont('Square', '奈良で首脳会談🚀') });

test('an installed font is used', async () => {
  const typesetter = await testTypesetter();
  assert.equal(await typesetter.renderable('奈良で首脳会談'), '奈良で首脳会談');
  assert.equal(await typesetter.renderable('奈良で首脳会議'), undefined, 'one letter is missing');
  assert.equal(await typesetter.renderable('Lift-off 🚀'), 'Lift-off 🚀');
  const seven = (await Pixels.of(await imageOf(card({ headline: '奈良で首脳会談', lang: 'ja' })))).ink(152, 530);
  const two = (await Pixels.of(await imageOf(card({ headline: '奈良', lang: 'ja' })))).ink(152, 530);
  // Each letter of the font is a square of nine tenths of its size: 130 × 130 pixels in the largest size.
  assert.ok(two.count > 2 * 125 * 125 && two.count < 2 * 135 * 135, `two squares: ${two.count}`);
  assert.ok(seven.count > 3 * two.count, `seven squares: ${seven.count}`);
});
