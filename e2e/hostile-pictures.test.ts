import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sharp } from '../formats/sharp.ts';
import { ask } from './http.ts';
import { TemporaryNewsroom } from './newsroom.ts';
import { Site } from './site.ts';

const [width, height] = [1400, 900];
const photograph = sharp({
  create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
});
const jpeg = await photograph.clone().jpeg().toBuffer();
const png = await photograph.clone().png().toBuffer();
const drawing = (inside: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="900">${inside}</svg>`);

/** A PNG of a few bytes whose header gives this size. */
function pngOfSize(across: number, down: number): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(across, 16);
  bytes.writeUInt32BE(down, 20);
  return bytes;
}

/** A PNG whose beginning and end are right, with damage between them. */
function damaged(): Buffer {
  const bytes = Buffer.from(png);
  return bytes.fill(0, 60, 1000);
}

/** Pictures that no page shows, and what is wrong with them. */
const refused: Record<string, readonly [bytes: Buffer, message: RegExp]> = {
  'no-picture.jpg': [Buffer.from('This is a text.'), /is no picture, but a text/],
  'truncated.jpg': [jpeg.subarray(0, jpeg.length / 2), /ends too early/],
  'wide.png': [pngOfSize(30_000, 20), /30000 × 20 pixels/],
  'bomb.png': [pngOfSize(15_000, 15_000), /15000 × 15000 pixels/],
  'script.svg': [drawing('<script>alert(1)</script>'), /holds script/],
};

/** Odd pictures that pages show. */
const shown: Record<string, Buffer> = {
  'animated.gif': await sharp(Buffer.alloc(width * 2 * height * 3, 90).fill(200, width * height * 3), {
    raw: { width, height: 2 * height, channels: 3, pageHeight: height },
  })
    .gif({ delay: [100, 100] })
    .toBuffer(),
  'cmyk.jpg': await sharp(jpeg).toColourspace('cmyk').jpeg().toBuffer(),
  'profile.jpg': await sharp(jpeg).withIccProfile('p3').jpeg().toBuffer(),
  'deep.png': await sharp(png).toColourspace('rgb16').png().toBuffer(),
};

const pageOf = (src: string): string => `/2026/01/10/with-${src.replace('.', '-')}`;

describe('pictures that are no picture, or an odd one', () => {
  const newsroom = new TemporaryNewsroom();
  let site: Site;
  const all: Record<string, Buffer> = {
    ...Object.fromEntries(Object.entries(refused).map(([src, [bytes]]) => [src, bytes])),
    ...shown,
    'damaged.png': damaged(),
  };
  before(async () => {
    for (const [src, bytes] of Object.entries(all)) {
      newsroom.write(`images/${src}`, bytes);
      newsroom.article(pageOf(src), { image: { src, alt: 'A picture', credit: 'A maker' } }, 'The text of the story.');
    }
    site = await Site.start({ content: newsroom.folder });
  });
  after(async () => {
    await site.stop();
    newsroom.end();
  });

  /** The addresses of a picture on the page of its article, whose text must be there. Cards show pictures of other articles. */
  const picturesOf = async (src: string): Promise<string[]> => {
    const page = pageOf(src);
    const { status, text } = await ask(site.base, page);
    assert.equal(status, 200, page);
    assert.match(text, /The text of the story\./, page);
    return [...text.matchAll(/\/images\/[^\s"']+/g)]
      .map(([address]) => address)
      .filter((address) => address.startsWith(`/images/${src}`));
  };

  for (const [src, [, message]] of Object.entries(refused))
    test(`${src}: a problem with its name, and the article without it`, async () => {
      const { stdout, stderr } = site.printed;
      const problem = `${stdout}${stderr}`.split('\n').find((line) => line.startsWith(`images/${src}`));
      assert.match(problem ?? '', message);
      assert.deepEqual(await picturesOf(src), []);
      assert.equal((await ask(site.base, `/images/${src}`)).status, 404);
    });

  for (const src of Object.keys(shown))
    test(`${src}: the article with it, as an ordinary picture`, async () => {
      const address = (await picturesOf(src)).find((each) => each.endsWith('.avif')) ?? '';
      const response = await fetch(site.base + address);
      assert.equal(response.status, 200, address);
      const { pages, space, icc, depth } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
      assert.deepEqual([pages ?? 1, space, icc, depth], [1, 'srgb', undefined, 'uchar'], src);
    });

  test('a picture with damage inside: its name is printed when it is decoded, and the server lives', async () => {
    const [address = ''] = await picturesOf('damaged.png');
    assert.equal((await ask(site.base, address)).status, 404);
    assert.match(site.printed.stderr, /images\/damaged\.png cannot be shown/);
  });

  test('the server lives after all of them', async () => {
    await Promise.all(Object.keys(all).map((src) => ask(site.base, `/images/${src}`)));
    assert.equal((await ask(site.base, '/healthz')).status, 200);
    assert.equal(site.printed.code, null);
  });
});
