import {
  circle,
  drawing,
  glow,
  gradient,
  group,
  height,
  hills,
  line,
  moved,
  opacity,
  path,
  polygon,
  randomFrom,
  rect,
  width,
  type Point,
} from '../../svg.ts';

/** A float with its antenna rises from the deep toward the light. */
export function draw(): string {
  const random = randomFrom(28);
  let specks = '';
  for (let index = 0; index < 90; index += 1)
    specks += circle(
      random(0, width),
      random(120, height),
      random(1, 3.4),
      '#cfeef2',
      opacity(Math.round(random(0.12, 0.5) * 100) / 100),
    );
  const rays = [
    [260, 90, 460],
    [470, 120, 640],
    [690, 80, 760],
    [900, 140, 1060],
    [1180, 90, 1390],
  ]
    .map(([x = 0, w = 0, to = 0]) =>
      polygon(
        [
          [x, 60],
          [x + w, 60],
          [to + w * 2.4, 900],
          [to - w * 0.4, 900],
        ],
        '#e8fbf5',
        opacity(0.07),
      ),
    )
    .join('');
  const fish = (x: number, y: number, s: number): string =>
    moved(x, y, path('M-30 0q22-22 56-4l20-14v36L26 4Q-8 22-30 0z', '#123f57'), s);
  const school: readonly Point[] = [
    [300, 470],
    [360, 440],
    [350, 500],
    [420, 470],
    [440, 520],
    [500, 490],
    [250, 520],
    [410, 560],
  ];
  return drawing(
    gradient('deep', [
      [0, '#d9f0e6'],
      [0.06, '#8fd0d0'],
      [0.3, '#2f8aa5'],
      [0.62, '#14527a'],
      [1, '#081f3c'],
    ]) +
      rect(0, 0, width, height, 'url(#deep)') +
      glow('light', [520, 40], 640, '#f4fff4', 0.7) +
      rays +
      path(
        `M0 0H1600V64${Array.from({ length: 16 }, (_, index) => `Q${1600 - index * 100 - 50} ${index % 2 ? 96 : 40} ${1600 - index * 100 - 100} 64`).join('')}Z`,
        '#eefaf2',
        opacity(0.75),
      ) +
      polygon(hills(830, 40, 23, { rough: 1.7 }), '#0a2a49') +
      polygon(hills(872, 22, 39, { rough: 1.7 }), '#061b33') +
      school.map(([x, y], index) => fish(x, y, 0.5 + (index % 3) * 0.12)).join('') +
      specks +
      // The float, lit from the left.
      group(
        line('M0-250V-400', '#d6d9d6', 7) +
          circle(0, -404, 9, '#e9ecea') +
          path('M-34-250h68v-16q0-12-12-12h-44q-12 0-12 12z', '#22303a') +
          rect(-52, -250, 104, 500, '#f0b429') +
          rect(14, -250, 38, 500, '#b97d12') +
          rect(-52, -250, 18, 500, '#ffd766') +
          rect(-52, -150, 104, 16, '#22303a') +
          rect(-52, 130, 104, 16, '#22303a') +
          rect(-70, -120, 140, 22, '#d6d9d6') +
          rect(14, -120, 56, 22, '#8f9a9c') +
          path('M-52 250h104l-14 44h-76z', '#22303a') +
          path('M-38 294h76q-4 46-38 50-34-4-38-50z', '#3a4a55') +
          line('M58-230V-300', '#d6d9d6', 9) +
          circle(58, -306, 10, '#8f9a9c'),
        ' transform="translate(980 520) rotate(5) scale(.86)"',
      ) +
      [
        [900, 800],
        [930, 846],
        [884, 870],
        [946, 772],
        [912, 742],
      ]
        .map(([x = 0, y = 0], index) =>
          circle(x, y, 5 + (index % 3) * 3, 'none', ' stroke="#d8f3f2" stroke-width="2.5" opacity=".7"'),
        )
        .join(''),
  );
}
