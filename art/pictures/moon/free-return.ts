import { area, box, chart, chartHeight, chartWidth, dot, label, stroke } from '../../chart.ts';

/** The path of a crew round the Moon that falls home by itself, in four stages. Not to scale. */
export function draw(): string {
  let parts = box(0, 0, chartWidth, chartHeight, 'night');
  for (let index = 0; index < 46; index += 1)
    parts += dot((index * 197) % 640, (index * 131) % 340, index % 3 ? 0.8 : 1.4, 'light');
  parts +=
    stroke('M120 200C120 96 262 90 356 176S560 282 582 190 470 82 356 190 126 292 120 200Z', 'amber', 3.5) +
    stroke('M132 196C44 150 60 66 130 72S206 160 150 196', 'teal', 3.5) +
    dot(150, 200, 40, 'deep2') +
    area('M150 160a40 40 0 0 1 0 80 52 52 0 0 0 0-80z', 'deep3') +
    dot(508, 184, 22, 'light') +
    area('M508 162a22 22 0 0 1 0 44 30 30 0 0 0 0-44z', 'border') +
    label(150, 282, 'Earth', 'light', { anchor: 'middle', bold: true }) +
    label(500, 262, 'Moon', 'light', { anchor: 'middle', bold: true });
  for (const [number, x, y, color] of [
    ['1', 70, 104, 'teal'],
    ['2', 286, 116, 'amber'],
    ['3', 582, 166, 'amber'],
    ['4', 286, 244, 'amber'],
  ] as const)
    parts += dot(x, y, 19, color) + label(x, y + 9, number, 'night', { anchor: 'middle', bold: true, size: 26 });
  parts +=
    label(24, 366, '1  one high orbit, a day', 'light') +
    label(344, 366, '2  outbound, four days', 'light') +
    label(24, 408, '3  behind the Moon', 'light') +
    label(344, 408, '4  home, four days', 'light') +
    label(24, 454, 'Not to scale', 'light');
  return chart('The free-return path', parts);
}
