import {
  drawing,
  ellipse,
  gradient,
  height,
  opacity,
  path,
  polygon,
  randomFrom,
  rect,
  width,
  type Point,
} from '../../svg.ts';

/** An open pit with its terraces and, at the bottom, a pond. */
export function draw(): string {
  const [cx, cy] = [860, 470];
  const tones = [
    '#c3a677',
    '#b08f62',
    '#c2a171',
    '#9c7a52',
    '#b39262',
    '#8f6e46',
    '#a58157',
    '#80603c',
    '#96744b',
    '#725433',
  ];
  let parts =
    gradient(
      'land',
      [
        [0, '#d3c09a'],
        [1, '#8b6a47'],
      ],
      [0.4, 1],
    ) + rect(0, 0, width, height, 'url(#land)');
  const random = randomFrom(6);
  for (let index = 0; index < 46; index += 1)
    parts += ellipse(
      random(0, width),
      random(0, height),
      random(30, 150),
      random(6, 18),
      index % 2 ? '#f0dfb8' : '#8d6f4b',
      opacity(0.18),
    );
  tones.forEach((tone, k) => {
    const f = 1 - k / tones.length;
    const [rx, ry, y] = [880 * f + 60, 390 * f + 26, cy + k * 13];
    const ring = (grow: number, drop: number): Point[] =>
      Array.from({ length: 44 }, (_, j) => {
        const a = (j / 44) * 2 * Math.PI;
        const q = 1 + 0.05 * Math.sin(3 * a + k * 0.25) + 0.03 * Math.sin(7 * a + 1) + grow;
        return [cx + rx * q * Math.cos(a), y + ry * q * Math.sin(a) + drop];
      });
    parts +=
      polygon(ring(0.012, -10), '#5a4128', opacity(0.75)) +
      polygon(ring(0.004, 2), '#ecd6a8', opacity(0.75)) +
      polygon(ring(0, 6), tone);
  });
  parts +=
    ellipse(cx, cy + 140, 92, 36, '#2f7d7d') +
    path(`M${cx - 92} ${cy + 140}a92 36 0 0 1 150-28q-90 0-150 28z`, '#8fd0c4');
  for (const [x, y] of [
    [420, 590],
    [560, 330],
    [1180, 330],
    [1330, 560],
    [700, 730],
    [1080, 690],
  ] as const)
    parts +=
      path(`M${x - 4} ${y + 13}h46l-14 8h-40z`, '#1d140b', opacity(0.5)) +
      rect(x, y, 30, 13, '#e3b341') +
      rect(x + 22, y - 6, 10, 19, '#c48f22');
  return drawing(parts);
}
