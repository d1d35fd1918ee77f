import type { Place } from '../model/place.ts';
import { problem, type Problem } from '../model/problem.ts';
import { dot, readWorld, vectorOf, type Point } from '../model/world.ts';
import { fieldPosition, type PositionOf } from './position-of.ts';

/** How far a place may be from the outline of its country. Small islands and places at sea are in no outline. Kilometres. */
const tolerance = 300;
const earthRadius = 6371;

/**
 * Places of `places.yaml` whose point is far from their country: most often the two numbers are swapped. `positionOf` takes
 * a path in `places`.
 */
export function farPlaces(file: string, places: readonly Place[], positionOf: PositionOf): Problem[] {
  return places.flatMap(({ name, country, at }, index) => {
    if (!at || country === undefined) return [];
    const [latitude, longitude] = at;
    const distance = kilometresFrom(country, [longitude, latitude]);
    if (distance === undefined || distance <= tolerance) return [];
    const swapped = Math.abs(longitude) <= 90 ? kilometresFrom(country, [latitude, longitude]) : undefined;
    const areSwapped = swapped !== undefined && swapped <= tolerance;
    return problem(
      'field-invalid',
      fieldPosition(file, positionOf, ['places', index, 'at']),
      {
        message: `“${name}” is ${Math.round(distance / 100) * 100} km from its country, ${country}.`,
        why: 'Maps would show it there. The first number is the latitude, and the second one is the longitude.',
        fix: areSwapped
          ? `The two numbers are swapped. Write \`at: [${longitude}, ${latitude}]\`.`
          : 'Correct the numbers or the country. The north and the east are positive: Tokyo is `at: [35.68, 139.69]`.',
      },
      'warning',
    );
  });
}

let outlines: Map<string, Point[][]> | undefined;

/** How far a point is from the outline of a country; 0 inside it, and `undefined` if there is no outline of it. Kilometres. */
function kilometresFrom(country: string, point: Point): number | undefined {
  const rings = (outlines ??= readOutlines()).get(country);
  if (!rings) return undefined;
  const isInside = rings.reduce((inside, ring) => inside !== surrounds(ring, point), false);
  if (isInside) return 0;
  const own = vectorOf(point);
  const nearest = rings.flat().reduce((most, each) => Math.max(most, dot(vectorOf(each), own)), -1);
  return Math.acos(Math.min(1, nearest)) * earthRadius;
}

/** The outlines of countries by their codes in ISO 3166. Those without a number have none. */
function readOutlines(): Map<string, Point[][]> {
  const { objects, ring } = readWorld('50m');
  const found = new Map<string, Point[][]>();
  for (const { id, type, arcs } of objects.countries.geometries) {
    if (id === undefined) continue;
    // A language tag may have the number of a country; its normal form has the two letters.
    const { region = '' } = new Intl.Locale(`und-${id}`);
    const polygons = type === 'Polygon' ? [arcs] : arcs;
    found.set(region, [...(found.get(region) ?? []), ...polygons.flat().map((numbers) => ring(numbers))]);
  }
  return found;
}

/** Whether a ring is around a point: a line from the point to the east crosses it an odd number of times. */
function surrounds(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  let [beforeX, beforeY] = ring.at(-1) ?? [0, 0];
  for (const [toX, toY] of ring) {
    if (toY > y !== beforeY > y && x < ((beforeX - toX) * (y - toY)) / (beforeY - toY) + toX) inside = !inside;
    [beforeX, beforeY] = [toX, toY];
  }
  return inside;
}
