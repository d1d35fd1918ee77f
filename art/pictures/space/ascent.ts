import { drawing, ellipse, glow, ground, group, hills, opacity, path, polygon, rect, sky, stars } from '../../svg.ts';

/** A rocket climbs into the morning; its first stage has just fallen away. */
export function draw(): string {
  return drawing(
    sky([
      [0, '#0b1633'],
      [0.4, '#274876'],
      [0.72, '#8fa7bd'],
      [0.9, '#f4cf9f'],
    ]) +
      stars(60, 41, 340) +
      glow('dawn', [240, 850], 640, '#ffd49a', 0.8) +
      polygon(hills(826, 10, 20), '#5b6f87') +
      ground('sea', 836, [
        [0, '#e9c9a2'],
        [1, '#4f6a86'],
      ]) +
      // The trail, wider and fainter with age.
      path('M300 836C420 700 620 520 1010 268L1034 300C700 540 520 720 430 836Z', '#f7efe2', opacity(0.85)) +
      path('M370 836C480 700 660 540 1024 286L1034 300C700 540 520 720 430 836Z', '#c9b9ad', opacity(0.8)) +
      [
        [330, 806, 78, 34],
        [386, 750, 66, 34],
        [446, 690, 58, 30],
        [508, 634, 52, 26],
        [572, 580, 46, 24],
        [640, 530, 40, 20],
        [712, 478, 34, 17],
      ]
        .map(
          ([x = 0, y = 0, rx = 0, ry = 0]) =>
            ellipse(x, y, rx, ry, '#fbf5ea') + ellipse(x + rx * 0.24, y + ry * 0.36, rx * 0.84, ry * 0.68, '#d6c6b8'),
        )
        .join('') +
      glow('flame', [1090, 228], 170, '#ffcf86', 0.95) +
      group(
        path('M-128 0L-40-17V17z', '#fff1c4') +
          path('M-84 0L-40-11V11z', '#ffb648') +
          rect(-40, -22, 190, 44, '#f3f1eb') +
          rect(-40, 4, 190, 18, '#aeb6c2') +
          path('M150-22q60 4 84 22-24 18-84 22z', '#f3f1eb') +
          path('M150 4h82q-30 14-82 18z', '#aeb6c2') +
          rect(20, -22, 12, 44, '#39465c') +
          rect(104, -22, 8, 44, '#39465c') +
          path('M-40-22h-16l-6-6h16zM-40 22h-16l-6 6h16z', '#39465c'),
        ' transform="translate(1150 186) rotate(-34)"',
      ) +
      group(
        rect(-90, -25, 180, 50, '#dcd9d2') +
          rect(-90, 5, 180, 20, '#8b95a3') +
          rect(-90, -25, 16, 50, '#39465c') +
          rect(74, -25, 16, 50, '#39465c') +
          path('M-90-18h-22l-12-8v52l12-8h22z', '#4b5567'),
        ' transform="translate(1180 470) rotate(28)"',
      ) +
      group(path('M0-16h70q26 4 36 16H0z', '#e9e7e1'), ' transform="translate(1330 250) rotate(20)"') +
      group(path('M0 16h70q26-4 36-16H0z', '#9aa4b1'), ' transform="translate(1210 90) rotate(-70)"'),
  );
}
