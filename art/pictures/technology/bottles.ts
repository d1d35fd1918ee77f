import { drawing, ellipse, gradient, ground, height, moved, opacity, path, polygon, rect, width } from '../../svg.ts';

/** Three bottles of clear liquid with plain stoppers on a bench, in a laboratory with a window on the left. */
export function draw(): string {
  const bottle = (x: number, tint: string, shade: string, level: number): string =>
    moved(
      x,
      700,
      ellipse(60, 6, 190, 20, '#2b3640', opacity(0.3)) +
        path(
          'M-110 0Q-124 0-124-16V-270Q-124-330-50-350V-430H50V-350Q124-330 124-270V-16Q124 0 110 0Z',
          '#e6eef0',
          opacity(0.75),
        ) +
        path(`M-112-8Q-116-8-116-18V${level}H116V-18Q116-8 106-8Z`, tint) +
        path(`M30-8V${level}H116V-18Q116-8 106-8Z`, shade) +
        ellipse(0, level, 116, 14, '#fff', opacity(0.5)) +
        path('M-100-20V-270Q-98-316-44-334V-424H-26V-326Q-74-306-76-262V-20Z', '#fff', opacity(0.55)) +
        rect(-58, -470, 116, 50, '#2f4658') +
        rect(14, -470, 44, 50, '#1f3140') +
        rect(-66, -428, 132, 14, '#3c566a'),
    );
  return drawing(
    gradient(
      'wall',
      [
        [0, '#e9e6da'],
        [1, '#a9b5b5'],
      ],
      [1, 0.4],
    ) +
      rect(0, 0, width, height, 'url(#wall)') +
      gradient('day', [
        [0, '#fdf7e6'],
        [1, '#dfe9e6'],
      ]) +
      rect(70, 60, 330, 470, '#8f9a98') +
      rect(84, 74, 302, 442, 'url(#day)') +
      rect(228, 74, 12, 442, '#8f9a98') +
      rect(84, 280, 302, 10, '#8f9a98') +
      polygon(
        [
          [400, 80],
          [1600, 420],
          [1600, 900],
          [400, 520],
        ],
        '#fff8e2',
        opacity(0.28),
      ) +
      rect(560, 130, 900, 18, '#7c8a8c') +
      rect(560, 148, 900, 8, '#5c6a6d') +
      [
        [600, 70, '#b7c9cd'],
        [690, 84, '#c9b99a'],
        [770, 60, '#9fb5a5'],
        [1220, 76, '#b7c9cd'],
        [1310, 58, '#c5a48d'],
        [1390, 84, '#aebec2'],
      ]
        .map(
          ([x, y, color]) =>
            rect(Number(x), Number(y), 58, 130 - Number(y), String(color)) +
            rect(Number(x) + 38, Number(y), 20, 130 - Number(y), '#55646a', opacity(0.25)) +
            rect(Number(x) + 12, Number(y) - 14, 34, 14, '#55646a'),
        )
        .join('') +
      ground('bench', 684, [
        [0, '#5b6d75'],
        [1, '#2c3a42'],
      ]) +
      rect(0, 684, width, 8, '#8fa0a6') +
      bottle(520, '#c8dfe3', '#9fc2ca', -250) +
      bottle(860, '#ead9a9', '#cdb67c', -190) +
      bottle(1200, '#cbd8bf', '#a5ba97', -280),
  );
}
