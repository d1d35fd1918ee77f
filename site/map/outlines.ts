import { dot, radian, readWorld, vectorOf, type Point, type Scale, type Vector } from '../../newsroom/model/world.ts';

/** A part of the outlines, and a circle around it. */
export interface Part {
  /** The rings of a polygon, or one line. */
  lines: Point[][];
  middle: Vector;
  /** The cosine of the circle's radius. */
  cosine: number;
}

interface Outlines {
  land: Part[];
  borders: Part[];
}

const known = new Map<Scale, Outlines>();

/**
 * The land of the world, and the borders between countries: outlines of Natural Earth, which are in the public domain.
 * They are read once, when the first map of that scale is drawn.
 */
export function outlines(scale: Scale): Outlines {
  const found = known.get(scale) ?? readOutlines(scale);
  known.set(scale, found);
  return found;
}

function readOutlines(scale: Scale): Outlines {
  const { lines, objects, ring } = readWorld(scale);
  const uses = new Map<number, number>();
  for (const geometry of objects.countries.geometries)
    for (const number of new Set(geometry.arcs.flat(2).map((each) => (each < 0 ? ~each : each))))
      uses.set(number, (uses.get(number) ?? 0) + 1);
  return {
    land: objects.land.geometries.flatMap((geometry) => geometry.arcs.map((polygon) => partOf(polygon.map(ring)))),
    borders: lines.flatMap((line, number) => ((uses.get(number) ?? 0) > 1 ? [partOf([line])] : [])),
  };
}

/** The circle is not the smallest one: a part that cannot be seen may be drawn, but no part is missing. */
function partOf(lines: Point[][]): Part {
  const vectors = (lines[0] ?? []).map(vectorOf);
  const middle = middleOf(vectors);
  return { lines, middle, cosine: vectors.reduce((least, each) => Math.min(least, dot(each, middle)), 1) };
}

export function pointOf([x, y, z]: Vector): Point {
  return [Math.atan2(y, x) / radian, Math.atan2(z, Math.hypot(x, y)) / radian];
}

/** The middle of points. Two opposite points have none: then it is the first point. */
export function middleOf(vectors: readonly Vector[]): Vector {
  let [x, y, z] = [0, 0, 0];
  for (const each of vectors) {
    x += each[0];
    y += each[1];
    z += each[2];
  }
  const length = Math.hypot(x, y, z);
  return length < 1e-6 ? (vectors[0] ?? [1, 0, 0]) : [x / length, y / length, z / length];
}
