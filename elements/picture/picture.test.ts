import '../run-jsx.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ShownPicture } from './picture.tsx';
import { places, type PlaceName } from './places.ts';

const { Picture } = await import('./picture.tsx');

const version = '0123456789';
const photograph: ShownPicture = {
  address: '/images/a.jpg',
  width: 1500,
  height: 1000,
  raster: { version, fallback: 'jpg' },
};
const show = (picture: ShownPicture, place: PlaceName, eager = false): string =>
  renderToStaticMarkup(createElement(Picture, { picture, alt: 'A', place, eager }));

test('the browser chooses by the width of the place, in the best format that it knows', () => {
  const files = (format: string): string =>
    [160, 320, 480].map((width) => `/images/a.jpg.${version}-40-30-4x3-${width}.${format} ${width}w`).join(', ');
  const sizes = '(min-width: 641px) 176px, 118px';
  assert.equal(
    show({ ...photograph, focus: { x: 40, y: 30 } }, 'row'),
    `<picture><source type="image/avif" srcSet="${files('avif')}" sizes="${sizes}"/><source type="image/webp" srcSet="${files('webp')}" sizes="${sizes}"/><img src="/images/a.jpg.${version}-40-30-4x3-480.jpg" alt="A" width="480" height="360" loading="lazy" decoding="async"/></picture>`,
  );
});

test('a whole picture has no focus, the first one is fetched at once, and an upright one depends on the height', () => {
  const whole = show({ ...photograph, focus: { x: 40, y: 30 } }, 'opener', true);
  assert.match(whole, /-1200\.avif 1200w" sizes="\(min-width: 1022px\) 960px/);
  assert.match(whole, /-800\.jpg" alt="A" width="800" height="533" fetchPriority="high" decoding="async"/);
  assert.doesNotMatch(whole, /40-30|loading|1600/);
  const upright = show({ ...photograph, width: 1000, height: 1500 }, 'figure');
  assert.match(upright, / sizes="\(min-width: 534px\) min\(512px, 57vh\), calc\(100vw - 2rem\)"/);
});

test('a drawing and a picture without renditions are shown from their own address', () => {
  const drawing = { address: '/images/a.svg', width: 800, height: 450 };
  const small = { ...photograph, width: 100, height: 80 };
  for (const [picture, size] of [
    [drawing, 'width="800" height="450"'],
    [small, 'width="100" height="80"'],
  ] as const)
    assert.equal(
      show(picture, 'lead'),
      `<img src="${picture.address}" alt="A" ${size} loading="lazy" decoding="async"/>`,
    );
  // A picture that is smaller than its place is shown in its largest size.
  assert.match(show({ ...photograph, width: 400, height: 300 }, 'lead'), /srcSet="[^",]*-16x9-320\.avif 320w"/);
});

test('each place names a smallest width at the end, and a range of sizes', () => {
  for (const [name, { sizes, from, to }] of Object.entries(places)) {
    assert.ok(from <= to, name);
    assert.match(sizes, /(?:^|, )(?:\d+px|100vw|calc\([^()]*\))$/, name);
  }
});
