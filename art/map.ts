import { createRequire } from 'node:module';
import { geoArea, geoMercator, geoPath, type GeoContext, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import type { Geometry, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { area, box, chart, chartHeight, chartWidth, dot, label, stroke, type Color } from './chart.ts';

type Place = readonly [longitude: number, latitude: number];
type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const require = createRequire(import.meta.url);
/** Outlines of Natural Earth, which are in the public domain. `10m` is the finest. */
const worldAt = (scale: '10m' | '50m'): World => require(`world-atlas/countries-${scale}.json`);

/** Writes path data in tenths of a unit and leaves out points that nobody could see. */
class Outline implements GeoContext {
  data = '';
  #last: readonly [number, number] = [0, 0];
  readonly #finest: number;

  constructor(finest: number) {
    this.#finest = finest;
  }

  beginPath(): void {}

  moveTo(x: number, y: number): void {
    this.data += `M${x.toFixed(1)} ${y.toFixed(1)}`;
    this.#last = [x, y];
  }

  lineTo(x: number, y: number): void {
    if (Math.hypot(x - this.#last[0], y - this.#last[1]) < this.#finest) return;
    this.data += `L${x.toFixed(1)} ${y.toFixed(1)}`;
    this.#last = [x, y];
  }

  closePath(): void {
    this.data += 'Z';
  }

  arc(): void {}
}

/** The parts of a country. A ring so small that its direction is lost stands for all the world but itself: it is left out. */
function polygonsOf(geometry: Geometry): Polygon[] {
  const all =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return all
    .map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
    .filter((polygon) => geoArea(polygon) < 2 * Math.PI);
}

interface Name {
  at: Place;
  text: string;
  kind: 'country' | 'water' | 'city' | 'small';
  /** Where the text is, from the place. In units. */
  dx?: number;
  dy?: number;
  anchor?: 'start' | 'middle' | 'end';
}

interface MapPlan {
  title: string;
  scale: '10m' | '50m';
  /** The middle of the map, and how many degrees of longitude it is wide. */
  middle: Place;
  wide: number;
  names: readonly Name[];
  /** Names of countries that are filled with the accent. */
  marked?: ReadonlySet<string>;
  /** Points that are closer together are left out. In units. */
  finest?: number;
  lines?: readonly { through: readonly Place[]; color: Color; dash?: string }[];
}

export function map({ title, scale, middle, wide, names, marked, finest = 1, lines = [] }: MapPlan): string {
  const world = worldAt(scale);
  const projection: GeoProjection = geoMercator()
    .center([...middle])
    .scale((chartWidth / wide) * (180 / Math.PI))
    .translate([chartWidth / 2, chartHeight / 2])
    .clipExtent([
      [-8, -8],
      [chartWidth + 8, chartHeight + 8],
    ]);
  const outline = (of: GeoPermissibleObjects): string => {
    const context = new Outline(finest);
    geoPath(projection, context)(of);
    // Islands of less than three points are dust.
    return context.data.replace(/M[^MLZ]*(?:L[^LMZ]*)?Z/g, '');
  };
  const at = (place: Place): readonly [number, number] => projection([...place]) ?? [0, 0];
  const { countries } = world.objects;
  const fills: Record<'land' | 'pale', string> = { land: '', pale: '' };
  for (const { geometry, properties } of feature(world, countries).features)
    for (const polygon of polygonsOf(geometry))
      fills[marked?.has(properties.name) ? 'pale' : 'land'] += outline(polygon);
  let parts =
    box(0, 0, chartWidth, chartHeight, 'sea') + area(fills.land, 'land') + (marked ? area(fills.pale, 'pale') : '');
  parts +=
    stroke(outline(mesh(world, countries, (a, b) => a !== b)), 'border', 1.2) +
    stroke(outline(mesh(world, countries, (a, b) => a === b)), 'border', 1);
  for (const { through, color, dash } of lines)
    parts += stroke(
      `M${through
        .map((place) =>
          at(place)
            .map((value) => value.toFixed(1))
            .join(' '),
        )
        .join('L')}`,
      color,
      4,
      dash === undefined ? '' : ` stroke-dasharray="${dash}"`,
    );
  for (const { at: place, text, kind, dx = 0, dy = 0, anchor = 'middle' } of names) {
    const [x, y] = at(place);
    switch (kind) {
      case 'country':
        parts += label(x + dx, y + dy, text, 'soft', { anchor, halo: 'land' });
        break;
      case 'water':
        parts += label(x + dx, y + dy, text, 'teal', { anchor, italic: true, halo: 'sea' });
        break;
      case 'city':
        parts +=
          dot(x, y, 8, 'red') + label(x + dx, y + dy, text, 'ink', { anchor, bold: true, size: 27, halo: 'land' });
        break;
      case 'small':
        parts += dot(x, y, 5, 'ink') + label(x + dx, y + dy, text, 'ink', { anchor, halo: 'land' });
        break;
    }
  }
  return chart(title, parts);
}
