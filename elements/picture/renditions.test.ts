import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cropSize,
  fullSize,
  hasRendition,
  parseRenditionName,
  renditionName,
  renditionWidths,
  type PictureSize,
  type Rendition,
} from './renditions.ts';

const version = '0123456789';
const photograph: PictureSize = { width: 1500, height: 1000, raster: { version, fallback: 'jpg' } };

test('a name says which rendition it is, and each rendition has one name', () => {
  const cases: [name: string, rendition: Rendition | undefined][] = [
    [`${version}-800.avif`, { width: 800, format: 'avif' }],
    [`${version}-16x9-800.webp`, { crop: '16x9', width: 800, format: 'webp' }],
    [`${version}-0-100-1x1-160.jpg`, { crop: '1x1', focus: { x: 0, y: 100 }, width: 160, format: 'jpg' }],
    [`${version}-40-30-4x3-1200.png`, { crop: '4x3', focus: { x: 40, y: 30 }, width: 1200, format: 'png' }],
    ...[
      '',
      version,
      `${version}-800`,
      `${version}-800.svg`,
      `${version}-800.AVIF`,
      `${version}-0800.avif`,
      `${version}-080.avif`,
      `${version}-8e2.avif`,
      `${version}--800.avif`,
      `${version}-2x1-800.avif`,
      `${version}-16x9-.avif`,
      `${version}-40-30-800.avif`,
      `${version}-040-30-1x1-800.avif`,
      `${version}-4-30-800.avif`,
      `${version}-40-1x1-800.avif`,
      `${version.slice(1)}-800.avif`,
      `${version}0-800.avif`,
      `ABCDEF0123-800.avif`,
      `${version}-800.avif\n`,
      `${version}-800.avif/`,
      ` ${version}-800.avif`,
      `${version}-٨٠٠.avif`,
      `${version}-constructor-800.avif`,
    ].map((name): [string, undefined] => [name, undefined]),
  ];
  for (const [name, rendition] of cases) {
    assert.deepEqual(parseRenditionName(name), rendition && { version, rendition }, name);
    if (rendition) assert.equal(renditionName(version, rendition), name);
  }
});

test('only the renditions of the table exist, none larger than the picture', () => {
  const cases: [exists: boolean, rendition: Rendition, version?: string][] = [
    [true, { width: 1200, format: 'avif' }],
    [true, { width: 1200, format: 'webp' }],
    [true, { width: 1200, format: 'jpg' }],
    [true, { width: 160, format: 'jpg', crop: '1x1', focus: { x: 1, y: 2 } }],
    [false, { width: 1200, format: 'png' }],
    [false, { width: 1600, format: 'avif' }],
    [false, { width: 801, format: 'avif' }],
    // A square of it is 1,000 pixels wide.
    [false, { width: 1200, format: 'avif', crop: '1x1' }],
    [true, { width: 800, format: 'avif', crop: '1x1' }],
    [false, { width: 800, format: 'avif' }, '9876543210'],
  ];
  for (const [exists, rendition, of = version] of cases)
    assert.equal(hasRendition(photograph, of, rendition), exists, renditionName(of, rendition));
  assert.equal(
    hasRendition({ width: 1500, height: 1000 }, version, { width: 800, format: 'avif' }),
    false,
    'a drawing',
  );
});

test('sizes of crops, and of the picture at its own address', () => {
  assert.deepEqual(cropSize(photograph, undefined), { width: 1500, height: 1000 });
  assert.deepEqual(cropSize(photograph, '16x9'), { width: 1500, height: 844 });
  assert.deepEqual(cropSize(photograph, '4x3'), { width: 1333, height: 1000 });
  assert.deepEqual(cropSize(photograph, '1x1'), { width: 1000, height: 1000 });
  assert.deepEqual(cropSize({ width: 9000, height: 1 }, '1x1'), { width: 1, height: 1 });
  assert.deepEqual(renditionWidths(photograph, '4x3'), [160, 320, 480, 640, 800, 1200]);
  assert.deepEqual(renditionWidths({ ...photograph, width: 100 }, undefined), []);
  assert.deepEqual(fullSize(photograph), { width: 1500, height: 1000 });
  assert.deepEqual(fullSize({ ...photograph, width: 6000, height: 4000 }), { width: 2400, height: 1600 });
  assert.deepEqual(fullSize({ width: 6000, height: 4000 }), { width: 6000, height: 4000 }, 'a drawing');
});
