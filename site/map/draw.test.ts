import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawMap, mapWidth, stepsInUnit, type MapDrawing } from './draw.ts';

const at = (name: string, latitude: number, longitude: number): Parameters<typeof drawMap>[0][number] => ({
  name,
  latitude,
  longitude,
});
const bytesOf = ({ land, borders }: MapDrawing): number => land.length + borders.length;

test('a place is in the middle of its map, wherever it is, and the map is small', () => {
  const places = [
    at('Nara', 34.69, 135.8),
    at('Brussels', 50.85, 4.35),
    at('Suva, at the date line', -18.14, 178.44),
    at('Apia, beyond it', -13.83, -171.77),
    at('North Pole', 90, 0),
    at('South Pole', -90, 0),
    at('An island', -25.07, -130.1),
    at('On the date line', 66.5, 180),
    at('On the date line, from the east', 66.5, -180),
    at('In the sea', 0, 0),
  ];
  for (const place of places) {
    const drawing = drawMap([place]);
    const middle = [(mapWidth / 2) * stepsInUnit, (drawing.height / 2) * stepsInUnit];
    assert.deepEqual([drawing.dots[0]?.x, drawing.dots[0]?.y], middle, place.name);
    assert.ok(drawing.dots[0]?.label, place.name);
    assert.ok(bytesOf(drawing) > 500, place.name);
    assert.ok(bytesOf(drawing) < 12_000, `${place.name}: ${bytesOf(drawing)}`);
    assert.match(drawing.land + drawing.borders, /^[M\d\-lz ]+$/, place.name);
  }
});

test('the land is where it is: dots on both coasts of a strait have land and sea between them', () => {
  const drawing = drawMap([at('Dover', 51.13, 1.31)]);
  const crossings = crossingsTo(drawing, 0.75);
  assert.ok(crossings > 0, 'a line from Dover to the east crosses a coast');
});

/** How often the land's outline crosses the line from the middle to a part of the way to the right edge. */
function crossingsTo({ land, height }: MapDrawing, part: number): number {
  const y = (height / 2) * stepsInUnit + 0.5;
  const [from, to] = [(mapWidth / 2) * stepsInUnit, mapWidth * stepsInUnit * (0.5 + part / 2)];
  let count = 0;
  for (const [, start = '', moves = ''] of land.matchAll(/M([^l]*)l([^z]*)z/g)) {
    let [lastX = 0, lastY = 0] = start.split(' ').map(Number);
    const numbers = (moves.match(/-?\d+/g) ?? []).map(Number);
    for (let index = 0; index < numbers.length; index += 2) {
      const [x, nextY] = [lastX + (numbers[index] ?? 0), lastY + (numbers[index + 1] ?? 0)];
      if (lastY < y !== nextY < y && x > from && x < to) count += 1;
      [lastX, lastY] = [x, nextY];
    }
  }
  return count;
}

test('several places are on one map, in their order from the west and from the north', () => {
  const { dots } = drawMap([at('Beijing', 39.9, 116.4), at('Gyeongju', 35.86, 129.22), at('Nara', 34.69, 135.8)]);
  const x = dots.map((dot) => dot.x);
  const y = dots.map((dot) => dot.y);
  assert.deepEqual(
    x,
    x.toSorted((a, b) => a - b),
  );
  assert.deepEqual(
    y,
    y.toSorted((a, b) => a - b),
  );
  for (const dot of dots) assert.ok(dot.label && dot.x > 0 && dot.x < mapWidth * stepsInUnit, dot.name);
});

test('places on both sides of the date line are near each other', () => {
  const { dots, height } = drawMap([at('Suva', -18.14, 178.44), at('Apia', -13.83, -171.77)]);
  assert.equal(height, 300);
  const [suva, apia] = dots;
  assert.ok(suva && apia && suva.x < apia.x && apia.x - suva.x < 200 * stepsInUnit);
});

test('places all over the world are on a map of the world, and names that find no space are left out', () => {
  const far = drawMap([at('Tokyo', 35.7, 139.7), at('Brussels', 50.85, 4.35), at('Houston', 29.76, -95.37)]);
  assert.equal(far.height, 200);
  const opposite = drawMap([at('North Pole', 90, 0), at('South Pole', -90, 0)]);
  assert.equal(opposite.height, 200);
  const same = drawMap(Array.from({ length: 8 }, (_, index) => at(`A place with number ${index}`, 48.2, 16.4)));
  const labelled = same.dots.filter(({ label }) => label);
  assert.ok(labelled.length >= 1 && labelled.length < 8, String(labelled.length));
  const long = drawMap([at('x'.repeat(60), 48.2, 16.4)]);
  assert.equal(long.dots[0]?.label, undefined);
});

test('a map that was drawn is the same object when it is asked for again', () => {
  const vienna = [at('Vienna', 48.2, 16.37)];
  const first = drawMap(vienna);
  assert.equal(drawMap(structuredClone(vienna)), first);
  for (let index = 0; index < 200; index++) drawMap([at('Suva', -18.14, 178 + index / 1000)]);
  assert.notEqual(drawMap(vienna), first, 'memory is bounded');
});
