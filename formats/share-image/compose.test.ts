import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { shareSize } from '../../site/share-card/size.ts';
import { hostile } from '../testing.ts';
import { colours } from './colours.ts';
import { sharp } from '../sharp.ts';
import { card, imageOf, pictured, Pixels, testTypesetter } from './testing.ts';

/** The first and the last row of a headline. */
const headlineRows = [152, 530] as const;

async function assertShareImage(image: Buffer, what: string): Promise<void> {
  const { format, width, height, isProgressive, channels, space, exif } = await sharp(image).metadata();
  assert.deepEqual(
    { format, width, height, isProgressive, channels, space },
    { format: 'jpeg', ...shareSize, isProgressive: true, channels: 3, space: 'srgb' },
    what,
  );
  assert.equal(exif, undefined, `${what}: no data of the camera`);
  assert.ok(image.length < 600_000, `O2: ${what} has ${image.length} bytes`);
}

/** A picture of one colour with a dot in it. */
function plainPicture(width: number, height: number, background: string): ReturnType<typeof sharp> {
  const dot = { create: { width: 20, height: 20, channels: 4 as const, background: '#888888' } };
  return sharp({ create: { width, height, channels: 4, background } }).composite([{ input: dot }]);
}

test('O2: a share image is a progressive JPEG of 1200 × 630, from a picture in any format', async () => {
  const [landscape, portrait] = [plainPicture(1500, 1000, '#336699'), plainPicture(600, 900, '#336699')];
  const pictures = {
    png: await landscape.clone().png().toBuffer(),
    jpeg: await landscape.clone().jpeg().toBuffer(),
    webp: await landscape.clone().webp().toBuffer(),
    avif: await landscape.clone().avif({ effort: 0 }).toBuffer(),
    gif: await landscape.clone().gif().toBuffer(),
    'png of 16 bits': await landscape.clone().toColourspace('rgb16').png().toBuffer(),
    'grey jpeg': await landscape.clone().greyscale().jpeg().toBuffer(),
    'cmyk jpeg': await landscape.clone().toColourspace('cmyk').jpeg().toBuffer(),
  };
  await assertShareImage(await imageOf(card()), 'a card');
  for (const [name, bytes] of Object.entries(pictures)) {
    const image = await imageOf(pictured('whole'), { bytes, drawn: false });
    await assertShareImage(image, name);
    const [red, , blue] = (await Pixels.of(image)).at(600, 400);
    if (name !== 'grey jpeg') assert.ok(blue > red + 60, `${name}: the picture is shown`);
  }
  const beside = await imageOf(pictured('beside'), { bytes: await portrait.png().toBuffer(), drawn: false });
  await assertShareImage(beside, 'a card with a picture');
});

test('O2: even an image of noise is small enough for a messenger', async () => {
  const noise = await sharp({
    create: {
      width: 2400,
      height: 1300,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 90 },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer();
  await assertShareImage(await imageOf(pictured('whole'), { bytes: noise, drawn: false }), 'noise');
});

test('the same card gives the same bytes, and another headline, kicker or colour gives others', async () => {
  const image = await imageOf(card());
  assert.deepEqual(image, await imageOf(card()));
  for (const other of [
    card({ headline: 'Rain falls on the unjust' }),
    card({ kicker: 'Rain' }),
    card({ accent: '#9b1c1c' }),
  ])
    assert.notDeepEqual(image, await imageOf(other));
});

test('a headline begins at the side where its script begins', async () => {
  const ltr = (await Pixels.of(await imageOf(card({ headline: 'Short' })))).ink(...headlineRows);
  assert.ok(ltr.first >= 60 && ltr.first <= 70, `from the left: ${ltr.first}`);
  assert.ok(ltr.last < 800);
  const arabic = { lang: 'ar', direction: 'rtl', kicker: 'طقس' } as const;
  const rtl = (await Pixels.of(await imageOf(card({ ...arabic, headline: 'مطر' })))).ink(...headlineRows);
  assert.ok(rtl.last >= 1129 && rtl.last <= 1140, `from the right: ${rtl.last}`);
  assert.ok(rtl.first > 400);
});

test('Arabic letters are joined and go from right to left, also after a foreign name', async () => {
  const typesetter = await testTypesetter();
  const set = (text: string): ReturnType<typeof typesetter.set> =>
    typesetter.set([{ text, face: 'headline', size: 80, colour: '#000000', lang: 'ar' }], {
      leading: 100,
      direction: 'rtl',
    });
  const [joined, apart] = [await set('خبر'), await set('خ\u200Cب\u200Cر')];
  assert.ok(joined.width < apart.width * 0.95, 'letters have their joined forms');
  // “iPhone” is at the right: there are no letters ر or ب at that end.
  const mixed = await set('iPhone خبر');
  const latin = await set('iPhone');
  const column = (text: typeof mixed, fromRight: number): number[] =>
    Array.from(
      { length: text.height },
      (_, top) => text.pixels[4 * (top * text.width + text.width - 1 - fromRight) + 3] ?? 0,
    );
  const inked = (values: number[]): number => values.filter((value) => value > 128).length;
  for (let at = 0; at < latin.width - 4; at += 1)
    assert.ok(Math.abs(inked(column(mixed, at)) - inked(column(latin, at))) <= 3, `column ${at} from the right`);
});

test('the label of a type of work has the section’s colour and is at the side where lines begin', async () => {
  const plain = await Pixels.of(await imageOf(card()));
  const ltr = await Pixels.of(await imageOf(card({ label: 'Opinion' })));
  const rtl = await Pixels.of(await imageOf(card({ label: 'Opinion', lang: 'ar', direction: 'rtl', headline: 'مطر' })));
  const isAccent = ([red, green, blue]: [number, number, number]): boolean => blue > red + 80 && blue > green + 60;
  assert.deepEqual(
    [plain, ltr].map((pixels) => isAccent(pixels.at(68, 110))),
    [false, true],
  );
  assert.ok(isAccent(rtl.at(1200 - 68, 110)));
});

test('every character of a headline is set as it is', async () => {
  const images = await Promise.all(hostile.map((text) => imageOf(card({ headline: text, kicker: text }))));
  for (const [index, image] of images.entries()) await assertShareImage(image, hostile[index] ?? '');
  assert.notDeepEqual(
    await imageOf(card({ headline: '<b>Rain</b> &amp; wind' })),
    await imageOf(card({ headline: 'Rain & wind' })),
  );
  await assertShareImage(await imageOf(card({ headline: '\uD83D half a character \u0007' })), 'half a character');
});

test('a headline of any length fits', async () => {
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
  const texts = {
    long: `${long} ${long}`,
    many: 'Many words '.repeat(2000),
    endless: 'x'.repeat(20_000),
    dot: '.',
    W: 'W',
  };
  for (const [name, text] of Object.entries(texts)) {
    const image = await imageOf(card({ headline: text, kicker: text, label: text, notes: [text, '2026-01-13'] }));
    await assertShareImage(image, name);
    const { first, last } = (await Pixels.of(image)).ink(...headlineRows);
    assert.ok(first >= 60 && last <= 1140, `${name}: ${first} to ${last}`);
  }
  // A label can fill the line, so that there is no space for the kicker.
  for (const size of [44, 45, 46]) await assertShareImage(await imageOf(card({ label: 'n'.repeat(size) })), 'a label');
  const named = { name: long.repeat(4), host: 'test.example', lang: 'de' };
  await assertShareImage(await imageOf(card({ site: named })), 'a long name');
  await assertShareImage(await imageOf({ page: 'front', site: named, description: long.repeat(9) }), 'a long front');
});

test('a picture that cannot be decoded is left out, and the card has text', async () => {
  const words = await imageOf(card());
  const jpeg = await plainPicture(1500, 1000, '#336699').jpeg().toBuffer();
  const broken = {
    nothing: Buffer.alloc(0),
    'no picture': Buffer.from('not a picture'),
    'cut off': jpeg.subarray(0, jpeg.length / 2),
    'a source file': readFileSync(import.meta.filename),
  };
  for (const [name, bytes] of Object.entries(broken))
    assert.deepEqual(await imageOf(pictured('whole'), { bytes, drawn: false }), words, name);
  assert.deepEqual(await imageOf(pictured('whole')), words, 'a missing file');
});

test('transparent parts of a picture have the colour of paper', async () => {
  const bytes = await sharp({ create: { width: 1200, height: 630, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer();
  const pixels = await Pixels.of(await imageOf(pictured('whole'), { bytes, drawn: false }));
  for (const value of pixels.at(600, 300)) assert.ok(value > 245);
});

test('the orientation that a camera wrote is used', async () => {
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#cc2222' } })
    .composite([
      { input: { create: { width: 450, height: 600, channels: 3, background: '#2222cc' } }, left: 0, top: 0 },
    ])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  // Turned clockwise, the left side is on top.
  const pixels = await Pixels.of(await imageOf(pictured('beside'), { bytes, drawn: false }));
  const [top, bottom] = [pixels.at(1000, 20), pixels.at(1000, 610)];
  assert.ok(top[2] > 150 && top[0] < 90, `blue above: ${top.join()}`);
  assert.ok(bottom[0] > 150 && bottom[2] < 90, `red below: ${bottom.join()}`);
});

test('a drawing is not cropped, and the space around it has the colour of its edge', async () => {
  const bytes = await sharp({ create: { width: 630, height: 630, channels: 3, background: '#0d1626' } })
    .composite([
      { input: { create: { width: 40, height: 590, channels: 3, background: '#ffffff' } }, left: 20, top: 20 },
    ])
    .png()
    .toBuffer();
  const pixels = await Pixels.of(await imageOf(pictured('whole'), { bytes, drawn: true }));
  for (const left of [5, 1190]) assert.ok(Math.max(...pixels.at(left, 300)) < 60, 'the colour of its edge continues');
  for (const top of [30, 600]) assert.ok(Math.min(...pixels.at(325, top)) > 200, 'it is not cropped');
});

test('cards have the same colours as pages', () => {
  const css = readFileSync(new URL('../../site/shell/base.css', import.meta.url), 'utf8');
  for (const [name, colour] of Object.entries(colours))
    assert.match(css, new RegExp(`--${name}: light-dark\\(${colour},`), name);
});

test('a crop is made around the focus of the picture', async () => {
  // Turned upright, it is three times as wide as it is high: red, then blue.
  const bytes = await sharp({ create: { width: 700, height: 2100, channels: 3, background: '#cc2222' } })
    .composite([
      { input: { create: { width: 700, height: 1050, channels: 3, background: '#2222cc' } }, left: 0, top: 0 },
    ])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  for (const [place, at] of [
    ['whole', 600],
    ['beside', 1000],
  ] as const) {
    const side = async (x: number): Promise<string> => {
      const { picture } = pictured(place);
      const image = await imageOf(
        pictured(place, { ...(picture && { picture: { ...picture, focus: { x, y: 50 } } }) }),
        {
          bytes,
          drawn: false,
        },
      );
      const [red, , blue] = (await Pixels.of(image)).at(at, 300);
      return red > blue ? 'red' : 'blue';
    };
    assert.deepEqual([await side(10), await side(90)], ['red', 'blue'], place);
  }
});
