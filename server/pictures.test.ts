import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sharp } from '../formats/sharp.ts';
import { blobName } from '../newsroom/history/blobs.ts';
import { article, folderFor, site, TestNewsroom, type Files } from '../newsroom/testing.ts';
import { renditionsPath } from '../newsroom/store/store.ts';
import { Editions } from '../newsroom/edition/open.ts';
import { linkTarget } from '../site/addresses/link-target.ts';
import { Pictures } from './pictures.ts';
import { BrokenPicture, RenditionWorker } from './rendition-worker.ts';
import { Renditions } from './renditions.ts';
import { Unavailable } from './unavailable.ts';
import { Validity } from './validity.ts';

const root = resolve(import.meta.dirname, '..');
const now = Date.parse('2026-01-30T00:00:00Z');

/** A red square in a field, as no decoder mistakes it: left of the middle, above the middle. */
async function scene(width: number, height: number): Promise<Buffer> {
  const side = Math.round(height / 5);
  const square = { create: { width: side, height: side, channels: 3, background: '#e02020' } } as const;
  return sharp({ create: { width, height, channels: 3, background: '#707880' } })
    .composite([{ input: square, left: Math.round(width / 20), top: Math.round(height / 20) }])
    .removeAlpha()
    .raw()
    .toBuffer();
}

const raw = (width: number, height: number) => ({ raw: { width, height, channels: 3 } }) as const;
const photograph = await sharp(await scene(600, 400), raw(600, 400))
  .jpeg()
  .toBuffer();

/** The pictures of a newsroom, each at the head of a story. */
async function picturesOver(
  t: TestContext,
  files: Record<string, Buffer>,
): Promise<{ pictures: Pictures; newsroom: TestNewsroom }> {
  const stories = Object.keys(files).map((src, index): Files =>
    article(`/2026/01/29/story-${index}`, { image: { src, alt: 'A', credit: 'B' } }),
  );
  const images = Object.fromEntries(Object.entries(files).map(([src, bytes]) => [`images/${src}`, bytes]));
  const newsroom = new TestNewsroom(t, Object.assign({ ...site, ...images }, ...stories));
  await newsroom.compile();
  const editions = Editions.in(newsroom.data, { linkTarget });
  const { content, data } = newsroom;
  const pictures = new Pictures(new Validity(editions, () => now), { root, content, data });
  t.after(() => {
    pictures.close();
    editions.close();
  });
  return { pictures, newsroom };
}

async function bytesAt(pictures: Pictures, path: string): Promise<Buffer | undefined> {
  const picture = await pictures.open(path, () => true);
  if (!picture) return undefined;
  try {
    return await picture.file.bytes();
  } finally {
    await picture.close();
  }
}

const nameOf = (bytes: Buffer, rest: string): string => `${blobName(bytes).slice(0, 10)}-${rest}`;

test('odd pictures become ordinary ones: upright, in sRGB with 8 bits, one frame, without metadata', async (t) => {
  const upright = await sharp(photograph).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const files = {
    'plain.jpg': photograph,
    'upright.jpg': upright,
    'cmyk.jpg': await sharp(photograph).toColourspace('cmyk').jpeg().toBuffer(),
    'p3.jpg': await sharp(photograph).withIccProfile('p3').jpeg().toBuffer(),
    'grey.jpg': await sharp(photograph).greyscale().jpeg().toBuffer(),
    'deep.png': await sharp(photograph).toColourspace('rgb16').png().toBuffer(),
    'clear.png': await sharp(photograph).ensureAlpha(0.5).png().toBuffer(),
    'palette.png': await sharp(photograph).png({ palette: true }).toBuffer(),
    'a.webp': await sharp(photograph).webp().toBuffer(),
    'a.avif': await sharp(photograph).avif({ effort: 0 }).toBuffer(),
    'moving.gif': await sharp(Buffer.concat([await scene(600, 400), Buffer.alloc(600 * 400 * 3)]), {
      raw: { width: 600, height: 800, channels: 3, pageHeight: 400 },
    })
      .gif({ delay: [100, 100] })
      .toBuffer(),
    'really-a-png.jpg': await sharp(photograph).png().toBuffer(),
  };
  const { pictures } = await picturesOver(t, files);
  for (const [src, bytes] of Object.entries(files)) {
    const flat = ['clear.png', 'palette.png', 'moving.gif'].includes(src);
    for (const rest of ['', '320.avif', '320.webp', `320.${flat ? 'png' : 'jpg'}`]) {
      const sent = await bytesAt(pictures, rest === '' ? src : `${src}/${nameOf(bytes, rest)}`);
      assert.ok(sent, `${src} ${rest}`);
      const found = await sharp(sent).metadata();
      const [width, height] = rest === '' ? [600, 400] : [320, 213];
      assert.deepEqual(
        [found.width, found.height, found.pages ?? 1, found.orientation, found.exif, found.icc, found.depth],
        src === 'upright.jpg'
          ? [rest === '' ? 400 : 320, rest === '' ? 600 : 480, 1, undefined, undefined, undefined, 'uchar']
          : [width, height, 1, undefined, undefined, undefined, 'uchar'],
        `${src} ${rest}`,
      );
      assert.ok(
        found.space === 'srgb' || (src === 'grey.jpg' && found.space === 'b-w'),
        `${src} ${rest}: ${found.space}`,
      );
      // A GIF with several frames always says that it is transparent.
      if (src !== 'moving.gif') assert.equal(found.hasAlpha, src === 'clear.png', `${src} ${rest}`);
    }
  }
});

test('a crop is around its focus, or around the most striking part', async (t) => {
  const wide = await sharp(await scene(1600, 400), raw(1600, 400))
    .jpeg({ quality: 95 })
    .toBuffer();
  const { pictures, newsroom } = await picturesOver(t, { 'a.jpg': wide });
  newsroom.write(article('/2026/01/29/other', { image: { src: 'a.jpg', alt: 'A', focus: '100% 50%' } }));
  await newsroom.compile();
  const red = async (rest: string): Promise<number> => {
    const bytes = await bytesAt(pictures, `a.jpg.${nameOf(wide, rest)}`);
    assert.ok(bytes, rest);
    const { channels } = await sharp(bytes).stats();
    return (channels[0]?.max ?? 0) - (channels[1]?.min ?? 0);
  };
  assert.ok((await red('1x1-160.jpg')) > 150, 'the square is in the picture');
  assert.ok((await red('4x3-160.webp')) > 150);
  assert.ok((await red('100-50-1x1-160.jpg')) < 50, 'the right end has no square');
});

test('a damaged picture is reported once, and nothing is at its addresses', async (t) => {
  const noise = await sharp({
    create: {
      width: 400,
      height: 400,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 50 },
    },
  })
    .png()
    .toBuffer();
  noise.fill(0, 60, 1000);
  const { pictures } = await picturesOver(t, { 'a.png': noise, 'b.jpg': photograph });
  const reports = t.mock.method(console, 'error', () => undefined);
  for (let round = 0; round < 3; round += 1)
    for (const path of ['a.png', `a.png.${nameOf(noise, '320.jpg')}`])
      assert.equal(await bytesAt(pictures, path), undefined, path);
  assert.deepEqual(
    reports.mock.calls.map(({ arguments: [words] }) => String(words).slice(0, 28)),
    ['images/a.png cannot be shown'],
  );
  assert.ok(await bytesAt(pictures, 'b.jpg'), 'others are made');
});

test('a file that was changed and not compiled yet is not sent under its old address', async (t) => {
  const { pictures, newsroom } = await picturesOver(t, { 'a.jpg': photograph });
  writeFileSync(join(newsroom.content, 'images/a.jpg'), await sharp(photograph).negate().jpeg().toBuffer());
  await assert.rejects(bytesAt(pictures, `a.jpg.${nameOf(photograph, '320.jpg')}`), Unavailable);
  await newsroom.compile();
  assert.ok(await bytesAt(pictures, 'a.jpg'));
});

test('a process that ends is started again', async (t) => {
  const { pictures } = await picturesOver(t, { 'a.jpg': photograph });
  assert.ok(await bytesAt(pictures, `a.jpg.${nameOf(photograph, '160.jpg')}`));
  pictures.close();
  await sleep(50);
  assert.ok(await bytesAt(pictures, `a.jpg.${nameOf(photograph, '320.jpg')}`));
});

test('renditions stay on disk, within a quota, and are the same after a start', async (t) => {
  const { newsroom } = await picturesOver(t, { 'a.jpg': photograph });
  const picture = newsroom.at('2026-01-30T00:00:00Z', (edition) => edition.picture('a.jpg'));
  assert.ok(picture);
  const { content, data } = newsroom;
  const sizes = [160, 320, 480];
  const orders = sizes.flatMap((width) => (['jpg', 'webp', 'avif'] as const).map((format) => ({ width, format })));
  const filesOf = (): string[] =>
    readdirSync(renditionsPath(data), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  const until = async (done: () => boolean): Promise<void> => {
    while (!done()) await sleep(10);
  };
  const first = new Renditions({ root, content, data });
  const tags = [];
  for (const order of orders) tags.push((await first.open(picture, order, () => true))?.file.etag);
  assert.equal(new Set(tags).size, orders.length);
  await until(() => filesOf().filter((name) => !name.endsWith('.tmp')).length === orders.length);
  first.close();

  const again = new Renditions({ root, content: '/nowhere', data });
  const opened = [];
  for (const order of orders) {
    const found = await again.open(picture, order, () => true);
    assert.ok(found);
    opened.push(found.file.etag);
    await found.close();
  }
  assert.deepEqual(opened, tags, 'read from the disk, since there is no picture to make them of');
  await assert.rejects(
    again.open(picture, { full: 'jpg' }, () => true),
    Unavailable,
  );
  again.close();

  const narrow = new Renditions({ root, content, data, quota: 1 });
  t.after(() => narrow.close());
  assert.ok(await narrow.open(picture, { full: 'jpg' }, () => true));
  await until(() => filesOf().length === 0);
});

test('what nobody waits for any more is not made, and one rendition is made for all who ask', async (t) => {
  const { newsroom } = await picturesOver(t, { 'a.jpg': photograph });
  const picture = newsroom.at('2026-01-30T00:00:00Z', (edition) => edition.picture('a.jpg'));
  assert.ok(picture);
  const { content } = newsroom;
  const renditions = new Renditions({ root, content });
  t.after(() => renditions.close());
  const order = { width: 160, format: 'jpg' } as const;
  const all = await Promise.all(Array.from({ length: 20 }, () => renditions.open(picture, order, () => true)));
  assert.equal(new Set(all.map((each) => each?.file)).size, 1);
});

test('a picture that ends the process is broken, and others are made after it', async (t) => {
  const folder = folderFor(t);
  mkdirSync(join(folder, 'server'));
  writeFileSync(
    join(folder, 'server/rendition-process.ts'),
    `process.on('message', ({ id, path }: { id: number; path: string }) =>
      setTimeout(() => (path === 'bomb' ? process.exit(3) : process.send?.({ id, bytes: new Uint8Array([id]) })), 50));
    process.on('disconnect', () => process.exit());`,
  );
  const worker = new RenditionWorker(folder);
  t.after(() => worker.close());
  const make = (path: string): Promise<Buffer> =>
    worker.make({ path, hash: path, order: { full: 'jpg' }, flat: false });
  assert.ok(await make('good'));
  await assert.rejects(make('bomb'), BrokenPicture);
  assert.ok(await make('good'));
  // Two are under way, and nobody knows which of them it was.
  const faults: unknown[] = [];
  for (let round = 0; round < 3; round += 1) {
    const [bomb] = await Promise.allSettled([make('bomb'), make('good')]);
    faults.push(bomb.status === 'rejected' && bomb.reason);
    assert.ok(await make('good'), 'what only was there is not broken');
  }
  assert.ok(faults.at(-1) instanceof BrokenPicture);
});
