import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picturePlace } from './size.ts';

test('D2: a picture is shown where it is large enough, an upright one beside the headline', () => {
  const cases: [size: [number, number], place: string | undefined][] = [
    [[1200, 630], 'whole'],
    [[6000, 4000], 'whole'],
    [[600, 315], 'whole'],
    [[599, 400], 'beside'],
    [[600, 314], undefined],
    [[640, 100], undefined],
    [[100, 100], undefined],
    [[800, 1200], 'beside'],
    [[1200, 1200], 'beside'],
    [[220, 315], 'beside'],
    [[219, 400], undefined],
  ];
  for (const [[width, height], place] of cases)
    assert.equal(picturePlace({ src: 'a.jpg', alt: '', width, height }), place, `${width} × ${height}`);
  assert.equal(picturePlace({ src: 'a.svg', alt: '', width: 24, height: 24 }), 'whole', 'a drawing has any size');
});
