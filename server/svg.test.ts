import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { folderFor } from '../newsroom/testing.ts';
import { sharp } from '../formats/sharp.ts';
import { drawSvg, wordsIn } from './svg.ts';

const root = resolve(import.meta.dirname, '..');

/** What comes of a drawing of 200 × 100, as it is written. */
function draw(inside: string, { before = '', within = 30_000 } = {}): Promise<Buffer | undefined> {
  const open =
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xi="http://www.w3.org/2001/XInclude" width="200" height="100">';
  return drawSvg(Buffer.from(`${before}${open}${inside}</svg>`), { root, fonts: [], within });
}

/** How much red is in a picture, of 255. */
async function redness(picture: Buffer | undefined): Promise<number> {
  assert.ok(picture);
  const { channels } = await sharp(picture).flatten({ background: '#000000' }).stats();
  return channels[0]?.max ?? NaN;
}

/** A red picture on the disk, and texts of a drawing that is red. */
async function secrets(t: TestContext): Promise<{ png: string; svg: string; css: string }> {
  const folder = folderFor(t);
  const red = '<rect xmlns="http://www.w3.org/2000/svg" width="200" height="100" fill="#f00"/>';
  writeFileSync(
    join(folder, 'a.png'),
    await sharp({ create: { width: 200, height: 100, channels: 3, background: '#ff0000' } })
      .png()
      .toBuffer(),
  );
  writeFileSync(join(folder, 'a.svg'), red);
  writeFileSync(join(folder, 'a.css'), 'rect { fill: #f00 }');
  return { png: join(folder, 'a.png'), svg: join(folder, 'a.svg'), css: join(folder, 'a.css') };
}

test('a drawing becomes pixels, as large as a share image takes it', async () => {
  const picture = await draw('<rect width="200" height="100" fill="#f00"/>');
  assert.ok((await redness(picture)) > 250);
  const { width, height, format } = await sharp(picture).metadata();
  assert.deepEqual([width, height, format], [1200, 600, 'png']);
});

test('a drawing reads no file', async (t) => {
  const { png, svg, css } = await secrets(t);
  const data = `data:image/png;base64,${(
    await sharp({ create: { width: 9, height: 9, channels: 3, background: '#ff0000' } })
      .png()
      .toBuffer()
  ).toString('base64')}`;
  assert.ok(
    (await redness(await draw(`<image width="200" height="100" href="${data}"/>`))) > 250,
    'a picture inside it is shown',
  );
  const ground = '<rect width="200" height="100" fill="#00f"/>';
  const attempts: [string, string?][] = [
    [`<image width="200" height="100" href="file://${png}"/>`],
    [`<image width="200" height="100" xlink:href="${png}"/>`],
    [`<xi:include href="file://${svg}" parse="xml"/>`],
    [`<use href="file://${svg}#a"/>`],
    [`<style>@import url("file://${css}");</style>`],
    ['', `<?xml-stylesheet type="text/css" href="file://${css}"?>`],
    ['&a;', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file://${svg}">]>`],
  ];
  for (const [inside, before] of attempts) {
    const picture = await draw(`${ground}${inside}`, { ...(before !== undefined && { before }) });
    if (picture) assert.equal(await redness(picture), 0, inside || before);
  }
});

test('a drawing that would take for ever is given up, and so is what is none', async () => {
  const tenfold = (level: number): string => `<g id="a${level}">${`<use href="#a${level - 1}"/>`.repeat(10)}</g>`;
  const levels = Array.from({ length: 20 }, (_, index) => tenfold(index + 1)).join('');
  const endless = `<defs><g id="a0"><rect width="200" height="100" opacity=".5"/></g>${levels}</defs><use href="#a20"/>`;
  assert.equal(await draw(endless, { within: 1500 }), undefined);
  const lol = Array.from(
    { length: 20 },
    (_, index) => `<!ENTITY l${index} "${index === 0 ? 'l' : `&l${index - 1};`.repeat(10)}">`,
  );
  assert.equal(await draw('<text>&l19;</text>', { before: `<!DOCTYPE svg [${lol.join('')}]>` }), undefined);
  for (const text of ['', 'no drawing', '<svg xmlns="http://www.w3.org/2000/svg" width="999999" height="999999"/>'])
    assert.equal(await drawSvg(Buffer.from(text), { root, fonts: [] }), undefined, text);
  assert.equal(await drawSvg(Buffer.alloc(9_000_000, 32), { root, fonts: [] }), undefined, 'too many bytes');
});

test('the words of a drawing are those that are drawn', () => {
  const svg = `<svg><title>Title</title><desc id="d">Desc</desc><style>.a { fill: red }</style><!-- note -->
    <text x="1">One &amp; <tspan>two</tspan></text><text>&#x5948;&#33391;</text></svg>`;
  assert.deepEqual(wordsIn(Buffer.from(svg)).split(/\s+/).filter(Boolean), ['One', '&amp;', 'two', '奈良']);
});
