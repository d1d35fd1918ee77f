import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

/** Degrees. */
export type Point = [longitude: number, latitude: number];

/** `50m` is 1 : 50 million, for parts of continents; `110m` is for larger parts of the world. */
export type Scale = '50m' | '110m';

interface Objects {
  /** The `id` of a country is its number in ISO 3166; a few have none. */
  countries: { type: 'GeometryCollection'; geometries: (Polygon | MultiPolygon)[] };
  land: { type: 'GeometryCollection'; geometries: MultiPolygon[] };
}

/** Outlines of Natural Earth, which are in the public domain. */
export interface World {
  /** The pieces of which outlines are made. Each is in those of all countries that it divides. */
  lines: Point[][];
  objects: Objects;
  /** The points of an outline, from the numbers of its lines. */
  ring(numbers: readonly number[]): Point[];
}

/** Reads the outlines of countries at a scale. It takes some milliseconds. */
export function readWorld(of: Scale): World {
  // Next knows no folder of a file that it has bundled, and runs in the folder of the project.
  const file = [`${import.meta.dirname}/../..`, process.cwd()]
    .map((root) => join(root, `node_modules/world-atlas/countries-${of}.json`))
    .find((path) => existsSync(/* turbopackIgnore: true */ path));
  if (file === undefined) throw new Error('The package world-atlas is not installed.');
  const { arcs, objects, transform }: Topology & { objects: Objects & Record<string, GeometryCollection> } = JSON.parse(
    readFileSync(/* turbopackIgnore: true */ file, 'utf8'),
  );
  const { scale, translate } = transform ?? { scale: [1, 1], translate: [0, 0] };
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([right = 0, up = 0]): Point => {
      x += right;
      y += up;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  return {
    lines,
    objects,
    // A line that is read backwards has the complement as its number. Each line begins where the one before it ends.
    ring: (numbers) =>
      numbers.flatMap((number, index) => {
        const line = number < 0 ? lines[~number]?.toReversed() : lines[number];
        return index === 0 ? (line ?? []) : (line?.slice(1) ?? []);
      }),
  };
}

/** A point on the globe, as a vector of length 1. */
export type Vector = readonly [x: number, y: number, z: number];

/** A degree in radians. */
export const radian = Math.PI / 180;

/** The vector of a point that is given in degrees. */
export function vectorOf([longitude, latitude]: Point): Vector {
  const flat = Math.cos(latitude * radian);
  return [flat * Math.cos(longitude * radian), flat * Math.sin(longitude * radian), Math.sin(latitude * radian)];
}

/** The cosine of the angle between two vectors. */
export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
