import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Topology, MultiPolygon, Polygon } from 'topojson-specification';

/** Degrees. */
export type Point = [longitude: number, latitude: number];

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

/** `50m` is 1 : 50 million, for parts of continents; `110m` is for larger parts of the world. */
export type Scale = '50m' | '110m';

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

interface World extends Topology {
  objects: {
    countries: { type: 'GeometryCollection'; geometries: (Polygon | MultiPolygon)[] };
    land: { type: 'GeometryCollection'; geometries: MultiPolygon[] };
  };
}

function readOutlines(of: Scale): Outlines {
  // Next knows no folder of a file that it has bundled, and runs in the folder of the project.
  const file = [`${import.meta.dirname}/../..`, process.cwd()]
    .map((root) => join(root, `node_modules/world-atlas/countries-${of}.json`))
    .find((path) => existsSync(/* turbopackIgnore: true */ path));
  if (file === undefined) throw new Error('The package world-atlas is not installed.');
  const { arcs, objects, transform }: World = JSON.parse(readFileSync(/* turbopackIgnore: true */ file, 'utf8'));
  const { scale, translate } = transform ?? { scale: [1, 1], translate: [0, 0] };
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([right = 0, up = 0]): Point => {
      x += right;
      y += up;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  /** A ring is made of arcs; of one that is read backwards, the number is the complement. */
  const ring = (numbers: readonly number[]): Point[] =>
    numbers.flatMap((number, index) => {
      const line = number < 0 ? lines[~number]?.toReversed() : lines[number];
      // Each arc begins where the one before it ends.
      return index === 0 ? (line ?? []) : (line?.slice(1) ?? []);
    });
  const uses = new Map<number, number>();
  for (const geometry of objects.countries.geometries)
    for (const number of new Set(geometry.arcs.flat(2).map((each) => (each < 0 ? ~each : each))))
      uses.set(number, (uses.get(number) ?? 0) + 1);
  return {
    land: objects.land.geometries.flatMap((geometry) => geometry.arcs.map((polygon) => partOf(polygon.map(ring)))),
    borders: lines.flatMap((line, number) => ((uses.get(number) ?? 0) > 1 ? [partOf([line])] : [])),
  };
}

/** The circle is not the smallest one: a part may be drawn that cannot be seen, and none is left out. */
function partOf(lines: Point[][]): Part {
  const vectors = (lines[0] ?? []).map(vectorOf);
  const middle = middleOf(vectors);
  return { lines, middle, cosine: vectors.reduce((least, each) => Math.min(least, dot(each, middle)), 1) };
}

/** A point on the globe, as a vector of length 1. */
export type Vector = readonly [x: number, y: number, z: number];

const radian = Math.PI / 180;

export function vectorOf([longitude, latitude]: Point): Vector {
  const flat = Math.cos(latitude * radian);
  return [flat * Math.cos(longitude * radian), flat * Math.sin(longitude * radian), Math.sin(latitude * radian)];
}

export function pointOf([x, y, z]: Vector): Point {
  return [Math.atan2(y, x) / radian, Math.atan2(z, Math.hypot(x, y)) / radian];
}

/** The cosine of the angle between two vectors. */
export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** The middle of points; where they have none, as two opposite points, the first of them. */
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
