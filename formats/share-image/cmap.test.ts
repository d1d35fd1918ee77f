import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { facesIn } from '../../server/faces.ts';
import { charactersOf } from './cmap.ts';
import { squareFont } from './test-font.ts';

const has = (font: Buffer, character: string): boolean => charactersOf(font).has(character.codePointAt(0) ?? 0);

test('the characters of a font are those with a glyph', () => {
  assert.deepEqual([...charactersOf(squareFont('Square', 'b🚀a'))], [97, 98, 0x1f680]);
  const { headline, arabic } = facesIn(resolve(import.meta.dirname, '../..'));
  for (const letter of ['A', 'ß', 'ł', '“', '€', 'ế']) assert.ok(has(headline.bytes, letter), letter);
  for (const letter of ['Ж', 'ا', '奈', '\uFFFF']) assert.ok(!has(headline.bytes, letter), letter);
  for (const letter of ['ا', 'پ', 'ی', '٣', '\u064B']) assert.ok(has(arabic.bytes, letter), letter);
  assert.ok(charactersOf(headline.bytes).size > 400);
});

test('bytes that are not a font throw', () => {
  assert.throws(() => charactersOf(Buffer.from('no font at all, but long enough')));
});
