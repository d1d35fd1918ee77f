import { circle, drawing, ellipse, glow, gradient, group, opacity, path, rect, sky, stars } from '../../svg.ts';

/** A capsule falls through the upper air with its shield ahead, above the night side of the Earth. */
export function draw(): string {
  const capsule =
    path('M-96 60Q0 112 96 60L48-70Q0-86-48-70Z', '#cfc6bb') +
    path('M20-80Q36-78 48-70L96 60Q60 82 20 86Z', '#7d7780') +
    path('M-96 60Q0 112 96 60L104 44Q0 92-104 44Z', '#5b3a2c') +
    path('M-100 52Q0 104 100 52l-4 12Q0 118-96 64z', '#ffdfa8') +
    rect(-30, -40, 18, 24, '#2b2f3b') +
    rect(6, -44, 18, 24, '#2b2f3b') +
    path('M-44-70h88l-8-20h-72z', '#a39a92');
  return drawing(
    sky([
      [0, '#05070f'],
      [0.5, '#0c1430'],
      [0.8, '#1d3a6b'],
    ]) +
      stars(110, 9, 560) +
      ellipse(800, 1730, 1900, 1010, '#5f9bd1', opacity(0.35)) +
      ellipse(800, 1740, 1890, 1005, '#3c76b4') +
      ellipse(800, 1752, 1884, 1003, '#0d1f3d') +
      [
        [300, 858],
        [360, 872],
        [470, 846],
        [520, 880],
        [700, 850],
        [760, 884],
        [980, 860],
        [1120, 872],
        [1260, 862],
        [1300, 884],
        [1420, 880],
        [200, 888],
      ]
        .map(
          ([x = 0, y = 0], index) =>
            circle(x, y, 2 + (index % 3), '#ffd894', opacity(0.9)) +
            circle(x + 14, y + 5, 1.6, '#ffd894', opacity(0.7)),
        )
        .join('') +
      group(
        gradient('trail', [
          [0, '#ff8a3c', 0],
          [0.55, '#ff8f42', 0.5],
          [1, '#ffd08a', 0.95],
        ]) +
          path('M-60-900Q-190-200-150 40Q-120 150 0 158T150 40Q190-200 60-900Z', 'url(#trail)') +
          gradient('core', [
            [0, '#fff0c4', 0],
            [0.7, '#ffe2a0', 0.5],
            [1, '#fff8e2', 1],
          ]) +
          path('M-30-640Q-130-120-124 30Q-100 128 0 134T124 30Q130-120 30-640Z', 'url(#core)') +
          capsule,
        ' transform="translate(700 560) rotate(62) scale(1.15)"',
      ) +
      glow('shock', [600, 616], 230, '#ffd9a0', 0.55),
  );
}
