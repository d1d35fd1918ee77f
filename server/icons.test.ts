import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { imageSize } from 'image-size';
import sharp from 'sharp';
import { compile } from '../newsroom/compile/compile.ts';
import { site, TestNewsroom, type Files } from '../newsroom/testing.ts';
import { iconForms } from '../site/icon.ts';
import { Icons } from './icons.ts';
import { TestServices } from './testing.ts';

const root = join(import.meta.dirname, '..');
const settings = (more: string, name = 'The Harbour Post'): Files => ({
  'site.yaml': `name: ${JSON.stringify(name)}\nurl: https://test.example\nlanguage: en\ntimezone: UTC\n${more}`,
});
const square = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${colour}"/></svg>`;

async function iconsOf(t: TestContext, files: Files): Promise<{ services: TestServices; icons: Icons }> {
  const services = await TestServices.over(t, files, '2026-01-30T00:00:00Z');
  return { services, icons: new Icons(services, { root, content: services.newsroom.content }) };
}

async function bytesOf(icons: Icons, path: string): Promise<Buffer> {
  const found = await icons.current(path);
  assert.ok(found, path);
  return found.encoded('identity');
}

/** The colour of a pixel, as `r,g,b,a`. */
async function pixelOf(png: Buffer, left: number, top: number): Promise<string> {
  const pixels = await sharp(png).ensureAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return [...pixels].join();
}

test('every form has its size and its type', async (t) => {
  const { icons } = await iconsOf(t, settings(''));
  for (const [path, form] of Object.entries(iconForms)) {
    const bytes = await bytesOf(icons, path);
    const { width, height, type } = imageSize(bytes);
    assert.equal((await icons.current(path))?.head.type.split(';')[0], form.type);
    const side = form.size === 'any' ? 512 : form.size;
    assert.deepEqual([width, height], [side, side], path);
    assert.equal(type, path === '/favicon.ico' ? 'ico' : path === '/icon.svg' ? 'svg' : 'png');
  }
  assert.equal(await icons.current('/icon-16.png'), undefined);
  assert.equal(await icons.current('/constructor'), undefined);
});

test('without an icon it is the first letter of the name, on the colour of the site', async (t) => {
  const { icons, services } = await iconsOf(t, settings('accent: green\n'));
  const svg = (await bytesOf(icons, '/icon.svg')).toString();
  assert.match(svg, /fill="#1d6b3c"\/><text [^>]*>H<\/text>/);
  const png = await bytesOf(icons, '/icon-512.png');
  assert.equal(await pixelOf(png, 2, 2), '29,107,60,255');
  const { dominant } = await sharp(
    await sharp(png).extract({ left: 160, top: 140, width: 190, height: 230 }).toBuffer(),
  ).stats();
  assert.ok(dominant, 'it can be read');
  const stats = await sharp(png).stats();
  assert.ok((stats.channels[0]?.max ?? 0) > 240, 'a letter is drawn');
  const before = await bytesOf(icons, '/favicon.ico');
  await services.change(settings('palette: { red: { light: "#123456", dark: "#abcdef" } }\n', '<&"'));
  assert.match((await bytesOf(icons, '/icon.svg')).toString(), /fill="#123456"\/><\/svg>$/, 'no letter, no markup');
  assert.notDeepEqual(await bytesOf(icons, '/favicon.ico'), before, 'it follows the settings');
  for (const [name, letter] of [
    ['ökonomie', 'Ö'],
    ['“Quoted”', 'Q'],
    ['港の新聞', '港'],
    ['2 Rivers', '2'],
    ['The', 'T'],
    ['🗞️ News', 'N'],
  ] as const) {
    await services.change(settings('', name));
    assert.ok((await bytesOf(icons, '/icon.svg')).toString().includes(`>${letter}<`), name);
    assert.equal(imageSize(await bytesOf(icons, '/apple-touch-icon.png')).width, 180, name);
  }
});

test('a picture of the newsroom is made into all forms', async (t) => {
  const { icons, services } = await iconsOf(t, { ...settings('icon: mark.svg\n'), 'images/mark.svg': square('#c00') });
  assert.equal((await bytesOf(icons, '/icon.svg')).toString(), square('#c00'));
  assert.equal(await pixelOf(await bytesOf(icons, '/icon-192.png'), 1, 1), '204,0,0,255');
  const maskable = await bytesOf(icons, '/icon-maskable-512.png');
  assert.equal(await pixelOf(maskable, 256, 256), '204,0,0,255');
  assert.equal(await pixelOf(maskable, 60, 60), '255,254,251,255', 'a circle cuts nothing off');
  await services.change({ 'images/mark.svg': square('#00c') });
  assert.equal(await pixelOf(await bytesOf(icons, '/icon-192.png'), 1, 1), '0,0,204,255', 'the file has changed');

  const png = await sharp({ create: { width: 600, height: 300, channels: 4, background: '#0c0' } })
    .png()
    .toBuffer();
  await services.change({ ...settings('icon: images/wide.png\n') });
  services.newsroom.write({ 'images/wide.png': png });
  await services.newsroom.compile();
  assert.equal(await icons.current('/icon.svg'), undefined, 'a PNG is no SVG');
  const touch = await bytesOf(icons, '/apple-touch-icon.png');
  assert.deepEqual([await pixelOf(touch, 90, 90), await pixelOf(touch, 2, 2)], ['0,204,0,255', '255,254,251,255']);
  assert.equal(await pixelOf(await bytesOf(icons, '/icon-192.png'), 2, 2), '0,0,0,0');
});

test('an icon that cannot be used is a problem, and there is one all the same', async (t) => {
  const truncated = (
    await sharp({ create: { width: 600, height: 600, channels: 3, background: '#0c0' } })
      .png()
      .toBuffer()
  ).subarray(0, 60);
  const { icons, services } = await iconsOf(t, { ...settings('icon: broken.png\n'), 'images/broken.png': truncated });
  assert.equal(imageSize(await bytesOf(icons, '/favicon.ico')).width, 48);
  await services.change(settings('icon: nowhere.svg\n'));
  assert.match((await bytesOf(icons, '/icon.svg')).toString(), />H</);
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...settings('icon: small.png\nlogo: { light: none.svg }\n'),
    'images/small.png': await sharp({ create: { width: 64, height: 60, channels: 3, background: '#0c0' } })
      .png()
      .toBuffer(),
  });
  const { content, data } = newsroom;
  const { problems } = await compile({ content, data });
  assert.deepEqual(
    problems.map(({ code, field }) => `${code} ${field}`),
    ['picture-unsuitable icon', 'picture-missing logo'],
  );
});
