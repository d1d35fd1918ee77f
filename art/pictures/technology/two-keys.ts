import { circle, drawing, ellipse, glow, gradient, height, line, opacity, path, rect, width } from '../../svg.ts';

/** A control desk with two locks, far apart. One key is in its lock, and the other lock is empty. */
export function draw(): string {
  const lock = (x: number, key: boolean): string =>
    ellipse(x + 8, 566, 128, 124, '#14181c', opacity(0.5)) +
    circle(x, 556, 124, '#6b747b') +
    circle(x, 556, 124, 'url(#steel)') +
    circle(x, 556, 88, '#3c444a') +
    circle(x - 5, 551, 84, '#596268') +
    (key
      ? rect(x - 9, 486, 18, 132, '#20262a') +
        path(`M${x - 16} 560h32V470h-32z`, '#d8b25c') +
        path(`M${x} 560h16V470h-16z`, '#a9833a') +
        circle(x, 424, 66, '#d8b25c') +
        path(`M${x} 358a66 66 0 0 1 0 132z`, '#a9833a') +
        circle(x, 410, 22, '#596268')
      : rect(x - 9, 500, 18, 108, '#171b1e') + circle(x, 556, 26, '#171b1e'));
  return drawing(
    gradient(
      'desk',
      [
        [0, '#59646b'],
        [1, '#2b3338'],
      ],
      [1, 1],
    ) +
      gradient(
        'steel',
        [
          [0, '#c5ced4'],
          [0.5, '#7b868e'],
          [1, '#424b52'],
        ],
        [1, 1],
      ) +
      rect(0, 0, width, height, '#20272b') +
      path('M-20 190H1620V900H-20Z', 'url(#desk)') +
      path('M-20 190H1620v12H-20z', '#8d989f') +
      glow('lamp', [300, 120], 760, '#ffe9c0', 0.32) +
      rect(150, 262, 560, 520, '#394247') +
      path('M150 262h560v8H158v512h-8z', '#22292d') +
      rect(890, 262, 560, 520, '#394247') +
      path('M890 262h560v8H898v512h-8z', '#22292d') +
      [180, 680, 920, 1420]
        .flatMap((x) =>
          [296, 748].map(
            (y) => circle(x, y, 10, '#828d94') + line(`M${x - 6} ${y - 6}L${x + 6} ${y + 6}`, '#3b4449', 3),
          ),
        )
        .join('') +
      rect(776, 300, 48, 440, '#2b3338') +
      [360, 440, 520, 600, 680].map((y, index) => circle(800, y, 13, index === 0 ? '#e0a03c' : '#4b555b')).join('') +
      glow('on', [800, 360], 70, '#ffc062', 0.7) +
      lock(430, true) +
      lock(1170, false),
  );
}
