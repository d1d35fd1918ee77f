import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharp } from '../../formats/sharp.ts';
import { article, site, TestNewsroom } from '../testing.ts';
import { readPicture } from './picture-file.ts';

/** One frame, or two of which the second has another colour. */
const pixels = (channels: 3 | 4, height = 30): ReturnType<typeof sharp> =>
  sharp(Buffer.alloc(40 * height * channels, 99).fill(200, 40 * 30 * channels), {
    raw: { width: 40, height, channels, ...(height > 30 && { pageHeight: 30 }) },
  });
const opaque = { jpg: await pixels(3).jpeg().toBuffer(), png: await pixels(3).png().toBuffer() };
const webp = await pixels(3).webp().toBuffer();
const avif = await pixels(3).avif().toBuffer();
const gif = await pixels(3).gif().toBuffer();
const svg = (inside = '', attributes = ''): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4" ${attributes}>${inside}</svg>`);

/** A photograph that has another one in its metadata, as cameras write it. */
const withPreview = Buffer.concat([
  opaque.jpg.subarray(0, 2),
  Buffer.from([0xff, 0xe1, (opaque.jpg.length + 2) >> 8, (opaque.jpg.length + 2) & 0xff]),
  opaque.jpg,
  opaque.jpg.subarray(2),
]);

/** A PNG that says that it is as large, without pixels. */
function pngOfSize(width: number, height: number): Buffer {
  const bytes = Buffer.from(opaque.png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const portrait = await pixels(3).jpeg().withMetadata({ orientation: 6 }).toBuffer();

test('pictures that can be shown, and what they are', async () => {
  const cases: [what: string, bytes: Buffer, info: [number, number, string, boolean], code?: string][] = [
    ['a photograph', opaque.jpg, [40, 30, 'jpg', false]],
    ['one that a camera stored on its side', portrait, [30, 40, 'jpg', false]],
    ['a progressive one', await pixels(3).jpeg({ progressive: true }).toBuffer(), [40, 30, 'jpg', false]],
    ['one with a second file behind it', Buffer.concat([opaque.jpg, Buffer.from('ftypmp42')]), [40, 30, 'jpg', false]],
    ['CMYK', await pixels(3).toColourspace('cmyk').jpeg().toBuffer(), [40, 30, 'jpg', false]],
    ['a profile of colours', await pixels(3).withIccProfile('p3').jpeg().toBuffer(), [40, 30, 'jpg', false]],
    ['PNG', opaque.png, [40, 30, 'png', false]],
    ['transparent PNG', await pixels(4).png().toBuffer(), [40, 30, 'png', true]],
    ['PNG with few colours', await pixels(3).png({ palette: true }).toBuffer(), [40, 30, 'png', true]],
    ['PNG with 16 bits', await pixels(3).toColourspace('rgb16').png().toBuffer(), [40, 30, 'png', false]],
    ['WebP', webp, [40, 30, 'webp', false]],
    ['transparent WebP', await pixels(4).webp().toBuffer(), [40, 30, 'webp', true]],
    ['lossless, transparent WebP', await pixels(4).webp({ lossless: true }).toBuffer(), [40, 30, 'webp', true]],
    [
      'animated WebP',
      await pixels(3, 60)
        .webp({ delay: [100, 100] })
        .toBuffer(),
      [40, 30, 'webp', false],
      'picture-animated',
    ],
    ['AVIF', avif, [40, 30, 'avif', false]],
    ['transparent AVIF', await pixels(4).avif().toBuffer(), [40, 30, 'avif', true]],
    ['GIF', gif, [40, 30, 'gif', true]],
    [
      'animated GIF',
      await pixels(3, 60)
        .gif({ delay: [100, 100] })
        .toBuffer(),
      [40, 30, 'gif', true],
      'picture-animated',
    ],
    ['a drawing', svg('<path d="M0 0"/>'), [8, 4, 'svg', true]],
    ['a drawing with words on script', svg('<text>on load = script: &lt;script></text>'), [8, 4, 'svg', true]],
    [
      'a drawing with parts of its own',
      svg(
        '<use href="#a"/><use xlink:href = "#a"/><image href="data:image/png;base64,AA=="/><a href="https://a.example/"/>',
      ),
      [8, 4, 'svg', true],
    ],
    ['the largest side', pngOfSize(16_000, 6_000), [16_000, 6_000, 'png', false]],
  ];
  for (const [what, bytes, [width, height, format, flat], code] of cases) {
    const { info, problems } = readPicture('images/a', bytes);
    assert.deepEqual(info, { width, height, format, flat }, what);
    assert.deepEqual(
      problems.map((each) => [each.code, each.severity]),
      code ? [[code, 'warning']] : [],
      what,
    );
  }
});

test('files that are no picture, or none that can be shown', () => {
  const cut = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length - 3);
  const cases: [what: string, bytes: Buffer, message: RegExp][] = [
    ['nothing', Buffer.alloc(0), /is empty/],
    ['text', Buffer.from('no picture'), /no picture, but a text/],
    ['zeros', Buffer.alloc(5000), /is no picture, whatever/],
    ['a TIFF', Buffer.from('II*\0\u0008\0\0\0\0\0', 'latin1'), /in the format TIFF/],
    ['the first bytes of a photograph', opaque.jpg.subarray(0, 20), /cannot be read/],
    ['a photograph cut off', cut(opaque.jpg), /ends too early/],
    ['a photograph with a whole preview, cut off', cut(withPreview), /ends too early/],
    ['PNG cut off', cut(opaque.png), /ends too early/],
    ['WebP cut off', cut(webp), /ends too early/],
    ['AVIF cut off', cut(avif), /ends too early/],
    ['GIF cut off', cut(gif), /ends too early/],
    ['30,000 pixels wide', pngOfSize(30_000, 20), /30000 × 20 pixels/],
    ['a decompression bomb', pngOfSize(15_000, 15_000), /15000 × 15000 pixels/],
    ['script', svg('<script>alert(1)</script>'), /holds script/],
    ['script of another name space', svg('<s:script>alert(1)</s:script>'), /holds script/],
    ['a handler', svg('', 'onload="alert(1)"'), /holds script/],
    ['a handler on a line of its own', svg('<a\nonclick\n=\n"x()"/>'), /holds script/],
    ['an address with script', svg('<a href=" javascript:alert(1)"/>'), /holds script/],
    [
      'a picture of another site',
      svg('<image width="4" xlink:href="https://elsewhere.example/a.jpg"/>'),
      /another file/,
    ],
    ['a picture beside it', svg("<image href = 'a.jpg'/>"), /another file/],
    ['entities', Buffer.from(`<!DOCTYPE svg [<!ENTITY a "b">]>${svg().toString()}`), /holds script/],
  ];
  for (const [what, bytes, message] of cases) {
    const { info, problems } = readPicture('images/a', bytes);
    assert.equal(info, undefined, what);
    assert.deepEqual(
      problems.map(({ code, file }) => [code, file]),
      [['picture-invalid', 'images/a']],
      what,
    );
    assert.match(problems[0]?.message ?? '', message, what);
  }
});

test('a hostile file takes no longer than its size', () => {
  for (const text of ['<', '<a on', '<a onx ', 'href=', ' ona', '\u{1c}']) {
    const bytes = svg(text.repeat(500_000 / text.length));
    assert.ok(readPicture('images/a', bytes));
  }
  for (const [head, filler] of [
    [opaque.jpg.subarray(0, 4), 0xff],
    [opaque.png.subarray(0, 33), 0],
    [gif.subarray(0, 13), 0x21],
  ] as const)
    assert.ok(readPicture('images/a', Buffer.concat([head, Buffer.alloc(1_000_000, filler)])).problems.length > 0);
});

test('an article shows without a picture that is no picture, and with it when it is one again', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    'images/a.jpg': opaque.jpg,
    ...article('/2026/01/10/one', { image: { src: 'a.jpg', alt: 'A', credit: 'B' } }),
  });
  const shown = async (bytes: Uint8Array): Promise<[codes: string[], picture: boolean, file: boolean]> => {
    newsroom.write({ 'images/a.jpg': bytes });
    const { problems } = await newsroom.compile();
    return newsroom.at('2026-02-01T00:00:00Z', (edition) => [
      problems.map(({ file, code }) => `${file} ${code}`),
      edition.story('/2026/01/10/one')?.picture !== undefined,
      edition.picture('a.jpg') !== undefined,
    ]);
  };
  const small = 'articles/2026/01/10/one.mdx picture-small';
  const missing = 'articles/2026/01/10/one.mdx picture-missing';
  assert.deepEqual(await shown(opaque.jpg), [[small], true, true]);
  assert.deepEqual(await shown(opaque.jpg.subarray(0, 200)), [[missing, 'images/a.jpg picture-invalid'], false, false]);
  assert.deepEqual(await shown(portrait), [[small], true, true]);
});
