import { dot, vectorOf, type Point, type Scale, type Vector } from '../../newsroom/model/world.ts';
import { geoAzimuthalEqualArea, geoEqualEarth, geoPath, type GeoContext, type GeoProjection } from 'd3-geo';
import type { NamedPlace } from '../../newsroom/edition/collections.ts';
import { middleOf, outlines, pointOf, type Part } from './outlines.ts';

/** A place on a map. */
export interface MapPlace {
  name: string;
  latitude: number;
  longitude: number;
}

/** What a map shows. Coordinates and paths are in steps: a unit has `stepsInUnit` of them. */
export interface MapDrawing {
  /** Units; its width is `mapWidth`. */
  height: number;
  land: string;
  borders: string;
  dots: MapDot[];
}

interface MapDot {
  name: string;
  x: number;
  y: number;
  /** Where the name is; missing where there is no space for it. */
  label?: { x: number; y: number; anchor: 'start' | 'middle' | 'end' };
}

/** Units. On a page a unit is at most a CSS pixel and at least three quarters of one. */
export const mapWidth = 400;
const mapHeight = { part: 300, world: 200 };
/** Of the names, in units. */
export const nameSize = 17;

/** The most places on a map. */
const mostPlaces = 12;

/** Half the height of a map around one place, in degrees. If a map shows hardly any line, the next height is tried. */
const heights = [
  { half: 12, scale: '50m' },
  { half: 24, scale: '50m' },
] as const;
const farthest = { half: 48, scale: '110m' } as const;
const fewestCharacters = 500;
/** The greatest distance of a place from the middle of all places, in degrees. Farther places are on a map of the world. */
const widest = 40;
/** Details that are smaller are left out of a line. Units. */
const finest = 0.8;
/** Coordinates are whole numbers of steps, which are shorter to write than parts of units. */
export const stepsInUnit = 4;

const drawn = new Map<string, MapDrawing>();
const mostDrawn = 200;

/** A map of the places whose position the newsroom gives; `undefined` if it gives none. */
export function mapOfPlaces(places: readonly (NamedPlace | undefined)[]): MapDrawing | undefined {
  const found = places.flatMap((place): MapPlace[] => (place?.at ? [{ name: place.name, ...place.at }] : []));
  return found.length > 0 ? drawMap(found.slice(0, mostPlaces)) : undefined;
}

/** Draws a map of places. North is up in its middle. The last maps are remembered. */
export function drawMap(places: readonly MapPlace[]): MapDrawing {
  const key = JSON.stringify(places);
  const known = drawn.get(key);
  drawn.delete(key);
  const drawing = known ?? draw(places);
  drawn.set(key, drawing);
  const [oldest] = drawn.keys();
  if (drawn.size > mostDrawn && oldest !== undefined) drawn.delete(oldest);
  return drawing;
}

function draw(places: readonly MapPlace[]): MapDrawing {
  const points = places.map(({ longitude, latitude }): Point => [longitude, latitude]);
  const vectors = points.map(vectorOf);
  const middle = middleOf(vectors);
  const radius = Math.max(...vectors.map((each) => angle(each, middle)));
  const isWorld = radius > widest;
  const height = isWorld ? mapHeight.world : mapHeight.part;
  const lines = isWorld ? worldOf(middle, height) : partOfWorld(points, middle, radius);
  const at = points.map((point): [number, number] => lines.projection(point) ?? [0, 0]);
  return { height, land: lines.land, borders: lines.borders, dots: withLabels(places, at, height) };
}

interface Lines {
  projection: GeoProjection;
  land: string;
  borders: string;
}

function worldOf(middle: Vector, height: number): Lines {
  const [longitude] = pointOf(middle);
  const projection = geoEqualEarth().rotate([-longitude, 0]).fitSize([mapWidth, height], { type: 'Sphere' });
  return linesIn(projection, '110m', height, middle, 180);
}

function partOfWorld(points: readonly Point[], middle: Vector, radius: number): Lines {
  const drawAt = ({ half, scale }: { half: number; scale: Scale }): Lines => {
    // To the corners, and a little farther.
    const reach = Math.min(179, 2.2 * Math.max(half, radius));
    return linesIn(fitted(points, middle, half).clipAngle(reach), scale, mapHeight.part, middle, reach);
  };
  for (const height of heights) {
    const lines = drawAt(height);
    if (lines.land.length + lines.borders.length >= fewestCharacters) return lines;
  }
  return drawAt(farthest);
}

/** Sees the middle from above, with a margin around the points. It shows at least `half` degrees to the north and the south. */
function fitted(points: readonly Point[], middle: Vector, half: number): GeoProjection {
  const [longitude, latitude] = pointOf(middle);
  const projection = geoAzimuthalEqualArea().rotate([-longitude, -latitude]).translate([0, 0]).scale(1);
  const at = points.map((point): [number, number] => projection(point) ?? [0, 0]);
  const extent = (axis: 0 | 1): [middle: number, half: number] => {
    const values = at.map((each) => each[axis]);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return [(least + most) / 2, (most - least) / 2];
  };
  const [[x, wide], [y, high]] = [extent(0), extent(1)];
  const [freeWidth, freeHeight] = [mapWidth / 2 - 60, mapHeight.part / 2 - 45];
  const scale = Math.min(
    mapHeight.part / 2 / (2 * Math.sin((half * Math.PI) / 360)),
    freeWidth / Math.max(wide, 1e-9),
    freeHeight / Math.max(high, 1e-9),
  );
  return projection.scale(scale).translate([mapWidth / 2 - x * scale, mapHeight.part / 2 - y * scale]);
}

/** The lines within `reach` degrees of the middle. */
function linesIn(projection: GeoProjection, scale: Scale, height: number, middle: Vector, reach: number): Lines {
  const margin = 6;
  projection.clipExtent([
    [-margin, -margin],
    [mapWidth + margin, height + margin],
  ]);
  const smallest = (2 * finest) / projection.scale();
  const isSeen = (part: Part): boolean => {
    const radius = Math.acos(Math.max(-1, part.cosine));
    return radius > smallest && angle(part.middle, middle) < reach + (radius * 180) / Math.PI;
  };
  const { land, borders } = outlines(scale);
  return {
    projection,
    land: pathOf(projection, 'MultiPolygon', land.filter(isSeen)),
    borders: pathOf(projection, 'MultiLineString', borders.filter(isSeen)),
  };
}

function pathOf(projection: GeoProjection, type: 'MultiPolygon' | 'MultiLineString', parts: readonly Part[]): string {
  const path = new PathData();
  geoPath(
    projection,
    path,
  )(
    type === 'MultiPolygon'
      ? { type, coordinates: parts.map(({ lines }) => lines) }
      : { type, coordinates: parts.flatMap(({ lines }) => lines) },
  );
  return path.end();
}

/** Writes path data in whole steps, without points that nobody would miss. */
class PathData implements GeoContext {
  #data = '';
  #line: Position[] = [];

  beginPath(): void {}
  arc(): void {}

  moveTo(x: number, y: number): void {
    this.#write('');
    this.#line = [[x, y]];
  }

  lineTo(x: number, y: number): void {
    this.#line.push([x, y]);
  }

  closePath(): void {
    this.#write('z');
  }

  end(): string {
    this.#write('');
    return this.#data;
  }

  #write(close: 'z' | ''): void {
    const [first, ...others] = simplified(this.#line).map(([x, y]): Position => [steps(x), steps(y)]);
    this.#line = [];
    if (!first || others.length < (close === 'z' ? 3 : 1)) return;
    let last = first;
    const moves = others.map((point) => {
      const move = `${point[0] - last[0]} ${point[1] - last[1]}`;
      last = point;
      return move;
    });
    this.#data += `M${first.join(' ')}l${moves.join(' ')}${close}`.replaceAll(' -', '-');
  }
}

type Position = readonly [x: number, y: number];

function steps(units: number): number {
  return Math.round(stepsInUnit * units);
}

/** A line without the points that are no farther than `finest` from the line without them (Douglas and Peucker). */
function simplified(line: readonly Position[]): Position[] {
  const isNeeded = new Set([0, line.length - 1]);
  const ranges: [from: number, to: number][] = [[0, line.length - 1]];
  for (const [from, to] of ranges) {
    let [cut, most] = [0, finest];
    for (let index = from + 1; index < to; index++) {
      const distance = distanceTo(line[index], line[from], line[to]);
      if (distance > most) [cut, most] = [index, distance];
    }
    if (cut === 0) continue;
    isNeeded.add(cut);
    ranges.push([from, cut], [cut, to]);
  }
  return line.filter((_, index) => isNeeded.has(index));
}

/** How far a point is from the line between two others. */
function distanceTo([x, y]: Position = [0, 0], [x1, y1]: Position = [0, 0], [x2, y2]: Position = [0, 0]): number {
  const length = Math.hypot(x2 - x1, y2 - y1);
  // The ends of a ring are one point.
  if (length < 1e-9) return Math.hypot(x - x1, y - y1);
  return Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Puts each name beside its dot, where it is on the map and on nothing else. */
function withLabels(places: readonly MapPlace[], at: readonly Position[], height: number): MapDot[] {
  const taken: Box[] = at.map(([x, y]) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }));
  return places.map(({ name }, index) => {
    const [x, y] = at[index] ?? [0, 0];
    const width = widthOf(name);
    const gap = 9;
    const choices = [
      { x: x + gap, y: y + 6, anchor: 'start', left: x + gap },
      { x: x - gap, y: y + 6, anchor: 'end', left: x - gap - width },
      { x, y: y - gap - 2, anchor: 'middle', left: x - width / 2 },
      { x, y: y + gap + nameSize - 3, anchor: 'middle', left: x - width / 2 },
    ] as const;
    const found = choices.find((choice) => {
      const box = { x: choice.left, y: choice.y - nameSize, width, height: nameSize + 4 };
      const fits = box.x >= 3 && box.x + width <= mapWidth - 3 && box.y >= 0 && box.y + box.height <= height;
      return fits && !taken.some((other) => overlap(box, other));
    });
    if (found) taken.push({ x: found.left, y: found.y - nameSize, width, height: nameSize + 4 });
    return {
      name,
      x: steps(x),
      y: steps(y),
      ...(found && { label: { x: steps(found.x), y: steps(found.y), anchor: found.anchor } }),
    };
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** About how wide a name is, in units: signs of East Asia are as wide as they are high. */
function widthOf(name: string): number {
  const wide = name.match(/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/g)?.length ?? 0;
  return nameSize * (wide + 0.6 * (name.length - wide));
}

/** Degrees between two points. */
function angle(a: Vector, b: Vector): number {
  return (Math.acos(Math.min(1, Math.max(-1, dot(a, b)))) * 180) / Math.PI;
}
