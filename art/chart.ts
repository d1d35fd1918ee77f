import { short } from './svg.ts';

/** The frame of charts and maps, in their own units: 4:3. Where a phone shows them 330 px wide, 24 units are 12 px. */
export const chartWidth = 640;
export const chartHeight = 480;

/**
 * The colours, as classes: light first, then dark. An SVG that is shown as a picture follows the reader's scheme by itself.
 * Programs that know no schemes, such as the one that makes share images, read the first.
 */
const colors = {
  paper: ['#fbf8f1', '#1c1a17'],
  ink: ['#1d1b18', '#efe9dd'],
  soft: ['#57534b', '#bbb4a6'],
  rule: ['#d5cdbd', '#47423a'],
  red: ['#a92a20', '#ef8376'],
  blue: ['#22588a', '#82b4e3'],
  teal: ['#1d7079', '#62bdc6'],
  pale: ['#8dbcc4', '#2f6c75'],
  amber: ['#dc9a28', '#c4892a'],
  green: ['#2f7d4f', '#6dbd8c'],
  sea: ['#d3e3e8', '#15262e'],
  land: ['#f5eede', '#37342c'],
  border: ['#a99f88', '#6b6454'],
  onDark: ['#ffffff', '#12110f'],
  deep1: ['#7db7cd', '#4b93ad'],
  deep2: ['#3b86a8', '#2f6f8f'],
  deep3: ['#1d587d', '#1d4a66'],
  night: ['#0d1626', '#0d1626'],
  light: ['#f4efe2', '#f4efe2'],
} as const;

export type Color = keyof typeof colors;

function rules(index: 0 | 1): string {
  return Object.entries(colors)
    .map(([name, pair]) => `.${name}{fill:${pair[index]}}.s-${name}{stroke:${pair[index]}}`)
    .join('');
}

const style = `text{font-family:Helvetica,Arial,sans-serif}.line{fill:none;stroke-linecap:round;stroke-linejoin:round}${rules(0)}@media (prefers-color-scheme:dark){${rules(1)}}`;

/** Leaves out the classes that a chart does not use. */
function usedStyle(parts: string): string {
  const used = new Set(Array.from(parts.matchAll(/class="([^"]*)"/g), ([, names = '']) => names.split(' ')).flat());
  return style.replace(/\.((?:s-)?\w+)\{[^}]*\}/g, (rule, name: string) => (used.has(name) ? rule : ''));
}

/** A chart as an SVG file. `title` is its name for screen readers. */
export function chart(title: string, parts: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200" viewBox="0 0 ${chartWidth} ${chartHeight}" role="img"><title>${title}</title><style>${usedStyle(parts)}</style>${parts}</svg>\n`;
}

export function box(x: number, y: number, w: number, h: number, color: Color): string {
  return `<rect class="${color}" x="${short(x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}"/>`;
}

/** The ground of a chart. */
export const paper = box(0, 0, chartWidth, chartHeight, 'paper');

/** A line along path data. `thickness` is in units. */
export function stroke(d: string, color: Color, thickness: number, more = ''): string {
  return `<path class="line s-${color}" d="${d}" stroke-width="${thickness}"${more}/>`;
}

/** A filled shape of path data. */
export function area(d: string, color: Color, more = ''): string {
  return `<path class="${color}" d="${d}"${more}/>`;
}

export function dot(x: number, y: number, r: number, color: Color): string {
  return `<circle class="${color}" cx="${short(x)}" cy="${short(y)}" r="${r}"/>`;
}

/** A line of text. `halo` is the colour of the ground, drawn around the letters. */
export function label(
  x: number,
  y: number,
  text: string,
  color: Color,
  {
    size = 24,
    bold = false,
    anchor = 'start',
    halo,
    italic = false,
  }: { size?: number; bold?: boolean; anchor?: 'start' | 'middle' | 'end'; halo?: Color; italic?: boolean } = {},
): string {
  const more = [
    anchor === 'start' ? '' : ` text-anchor="${anchor}"`,
    bold ? ' font-weight="700"' : '',
    italic ? ' font-style="italic"' : '',
    halo ? ' stroke-width="5" stroke-linejoin="round" paint-order="stroke"' : '',
  ].join('');
  return `<text class="${color}${halo ? ` s-${halo}` : ''}" x="${short(x)}" y="${short(y)}" font-size="${size}"${more}>${text}</text>`;
}
