import {
  drawing,
  ellipse,
  gradient,
  group,
  height,
  hills,
  moved,
  opacity,
  path,
  polygon,
  randomFrom,
  rect,
  width,
} from '../../svg.ts';

/** A long table laid for talks, before anyone has come; behind it a window on a garden. */
export function draw(): string {
  const cx = width / 2;
  const random = randomFrom(9);
  const chair = (x: number, y: number, s: number, color: string): string =>
    moved(
      x,
      y,
      path('M-46 0V-170q46-26 92 0V0z', color) +
        path('M-34-20V-150q34-16 68 0V-20z', '#7a2b22') +
        path('M0-158q17 0 34 8V-20H0z', '#642119'),
      s,
    );
  let garden = '';
  for (let index = 0; index < 26; index += 1)
    garden += ellipse(
      random(140, 1460),
      random(280, 500),
      random(40, 120),
      random(24, 70),
      ['#4a6b48', '#6d8d62', '#39573c', '#8fa77c', '#a8542f'][index % 5] ?? '#4a6b48',
    );
  let parts =
    gradient('wall', [
      [0, '#d8cbb2'],
      [0.6, '#b59f7d'],
      [1, '#7d6546'],
    ]) +
    gradient('light', [
      [0, '#e9eee6'],
      [0.5, '#b5c6ae'],
      [1, '#5d7a5c'],
    ]) +
    gradient('top', [
      [0, '#b07a4a'],
      [0.3, '#6d4325'],
      [1, '#331c0e'],
    ]) +
    rect(0, 0, width, height, 'url(#wall)') +
    `<clipPath id="window"><path d="M140 86h1320v408H140z"/></clipPath>` +
    group(
      rect(140, 86, 1320, 408, 'url(#light)') +
        polygon(hills(300, 40, 6), '#93ab8e') +
        garden +
        path('M140 452q330-44 660-10t660-12v70H140z', '#cfd4c4'),
      ' clip-path="url(#window)"',
    ) +
    path('M124 70h1352v440H124zM140 86v408h1320V86z', '#4b3826', ' fill-rule="evenodd"');
  for (const x of [470, 800, 1130]) parts += rect(x - 8, 86, 16, 408, '#4b3826');
  parts += rect(140, 286, 1320, 7, '#5a4531');
  for (const k of [-2, -1, 0, 1, 2]) parts += chair(cx + k * 240, 636, 0.86, '#3a2415');
  parts +=
    path('M160 620H1440L1632 800H-32Z', 'url(#top)') +
    path('M-32 800H1632v34H-32z', '#231208') +
    path('M220 632H1240l30 34H190z', '#fff3d6', opacity(0.14));
  for (const k of [-2, -1, 0, 1, 2]) {
    const x = cx + k * 264;
    parts +=
      path(`M${x - 44} 690l8-26h72l8 26z`, '#f4eddf') +
      path(`M${x + 58} 684v-34h16v34z`, '#dfe9ea') +
      path(`M${x + 66} 684v-34h8v34z`, '#b9c9cb');
  }
  parts += path(`M${cx - 18} 664l-6-44h48l-6 44z`, '#d8d2c2');
  for (let index = 0; index < 16; index += 1)
    parts += ellipse(
      cx + random(-40, 40),
      random(566, 618),
      15,
      12,
      ['#e9dfd0', '#c96b57', '#f3c9b8', '#5d7a4c'][index % 4] ?? '#e9dfd0',
    );
  return drawing(parts + chair(370, 940, 1.35, '#1d110a') + chair(1190, 940, 1.35, '#1d110a'));
}
