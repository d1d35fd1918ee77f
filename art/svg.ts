/** The frame of a drawing, in its own units: 16:9. */
export const width = 1600;
export const height = 900;

export type Point = readonly [x: number, y: number];
/** The place of a colour along a gradient, from 0 to 1; the colour; and how opaque it is, from 0 to 1. */
export type Stop = readonly [at: number, color: string, opacity?: number];

/** A number with at most one decimal. */
export const short = (value: number): string => String(Math.round(value * 10) / 10);

/** Numbers from 0 to 1, always the same for a seed. */
export function randomFrom(seed: number): (from?: number, to?: number) => number {
  let state = seed * 2_654_435_761;
  return (from = 0, to = 1) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * (to - from);
  };
}

export const opacity = (value: number): string => ` opacity="${value}"`;

export function rect(x: number, y: number, w: number, h: number, fill: string, more = ''): string {
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}" fill="${fill}"${more}/>`;
}

export function circle(x: number, y: number, r: number, fill: string, more = ''): string {
  return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(r)}" fill="${fill}"${more}/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, more = ''): string {
  return `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(rx)}" ry="${short(ry)}" fill="${fill}"${more}/>`;
}

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}"${more}/>`;
}

/** A line with round ends along path data. `thickness` is in units. */
export function line(d: string, stroke: string, thickness: number, more = ''): string {
  return path(d, 'none', ` stroke="${stroke}" stroke-width="${thickness}" stroke-linecap="round"${more}`);
}

export function polygon(points: readonly Point[], fill: string, more = ''): string {
  return path(`M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join(' ')}Z`, fill, more);
}

export function group(parts: string, more: string): string {
  return `<g${more}>${parts}</g>`;
}

/** Parts that are drawn around the origin, scaled and moved to a point. */
export function moved(x: number, y: number, parts: string, scale = 1): string {
  return group(parts, ` transform="translate(${short(x)} ${short(y)})${scale === 1 ? '' : ` scale(${scale})`}"`);
}

function stopsOf(stops: readonly Stop[]): string {
  return stops
    .map(
      ([at, color, alpha = 1]) =>
        `<stop offset="${at}" stop-color="${color}"${alpha === 1 ? '' : ` stop-opacity="${alpha}"`}/>`,
    )
    .join('');
}

/** A gradient from the top down, or along the direction to (x, y) in parts of the shape. */
export function gradient(id: string, stops: readonly Stop[], [x, y]: Point = [0, 1]): string {
  return `<linearGradient id="${id}" x2="${x}" y2="${y}">${stopsOf(stops)}</linearGradient>`;
}

function radial(id: string, stops: readonly Stop[]): string {
  return `<radialGradient id="${id}">${stopsOf(stops)}</radialGradient>`;
}

/** A sky over the whole frame. */
export function sky(stops: readonly Stop[]): string {
  return ground('sky', 0, stops);
}

/** What fills the frame below `top`: ground, water or snow. */
export function ground(id: string, top: number, stops: readonly Stop[]): string {
  return gradient(id, stops) + rect(0, top, width, height - top, `url(#${id})`);
}

/** The part of the frame in which a `reflection` is seen: below `top`. */
export function clipBelow(top: number): string {
  return `<clipPath id="below"><path d="M0 ${top}H${width}V${height}H0Z"/></clipPath>`;
}

/** The group with an `id`, upside down below `level`. `clipBelow` has to come before it. */
export function reflection(id: string, level: number, alpha: number): string {
  const seen = String(alpha).replace(/^0/, '');
  return group(
    `<use href="#${id}" transform="translate(0 ${2 * level}) scale(1 -1)" opacity="${seen}"/>`,
    ' clip-path="url(#below)"',
  );
}

/** A light that fades into what is behind it. */
export function glow(id: string, [x, y]: Point, r: number, color: string, strength: number): string {
  return (
    radial(id, [
      [0, color, strength],
      [0.45, color, strength * 0.42],
      [1, color, 0],
    ]) + circle(x, y, r, `url(#${id})`)
  );
}

/** Hills from edge to edge. `base` and `amplitude` are in units; the greater `rough`, the smoother. */
export function hills(
  base: number,
  amplitude: number,
  seed: number,
  { rough = 1.8, step = 26, down = height }: { rough?: number; step?: number; down?: number } = {},
): Point[] {
  const random = randomFrom(seed);
  const waves = Array.from({ length: 6 }, () => [random(0, 6.3), random(0.7, 1.3)] as const);
  const points: Point[] = [];
  for (let x = -20; x < width + 40; x += step) {
    let y = base;
    waves.forEach(([phase, pace], index) => {
      y -= (amplitude * Math.sin(phase + x * 0.0022 * pace * 1.9 ** index)) / rough ** index;
    });
    points.push([x, y + random(-1, 1) * amplitude * 0.03 * rough]);
  }
  return [[-20, down], ...points, [width + 40, down]];
}

/** Stars between the top of the frame and `lowest`. */
export function stars(count: number, seed: number, lowest: number): string {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () =>
    circle(
      random(0, width),
      random(0, lowest),
      random(0.8, 2.1),
      '#fff',
      opacity(Math.round(random(0.3, 0.95) * 100) / 100),
    ),
  ).join('');
}

/** Long thin clouds. */
export function streaks(
  count: number,
  seed: number,
  [top, bottom]: Point,
  colors: readonly string[],
  alpha = 0.3,
): string {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const fill = colors[Math.floor(random(0, colors.length))] ?? '#fff';
    return ellipse(random(-100, width), random(top, bottom), random(160, 460), random(3, 11), fill, opacity(alpha));
  }).join('');
}

/** Short light lines on water, closer together toward the horizon. */
export function glints(count: number, seed: number, horizon: number, color: string, alpha = 0.3): string {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => {
    const far = (index / count) ** 1.7;
    const w = random(30, 110) * (0.4 + far * 2);
    return rect(random(-60, width), horizon + 8 + far * (height - horizon), w, 1.5 + far * 3.5, color, opacity(alpha));
  }).join('');
}

/** The blades of a wind turbine whose tower is `h` high and stands at the origin. `turn` is in degrees. */
export function rotor(h: number, turn: number, color: string): string {
  const r = h * 0.52;
  const blade = `M0 0C${(r * 0.12).toFixed(1)} ${(-r * 0.05).toFixed(1)} ${(r * 0.3).toFixed(1)} ${(-r * 0.055).toFixed(1)} ${r.toFixed(0)} 0 ${(r * 0.5).toFixed(0)} ${(r * 0.014).toFixed(1)} ${(r * 0.2).toFixed(0)} ${(r * 0.02).toFixed(1)} 0 0`;
  return [0, 120, 240]
    .map((each) => group(path(blade, color), ` transform="translate(0 ${-h}) rotate(${turn + each})"`))
    .join('');
}

/** A drawing as an SVG file. */
export function drawing(parts: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts}</svg>\n`;
}
