import { drawing, glow, ground, hills, line, moved, opacity, path, polygon, rect, sky, stars } from '../../svg.ts';

/** A small stone marker alone in a desert, before sunrise. */
export function draw(): string {
  let scrub = '';
  for (let index = 0; index < 60; index += 1) {
    const [x, y] = [(index * 367) % 1600, 700 + ((index * 97) % 190)];
    const s = 0.4 + (y - 690) / 130;
    scrub += moved(
      x,
      y,
      path('M-18 0q-4-16-14-20 12 2 16 12 0-16-4-26 10 10 10 26 4-18 12-24-2 14-4 24 6-8 14-10-8 8-10 18z', '#3a2f38'),
      Math.round(s * 100) / 100,
    );
  }
  return drawing(
    sky([
      [0, '#1b2340'],
      [0.3, '#3f4168'],
      [0.52, '#a7677a'],
      [0.66, '#f0a67a'],
      [0.74, '#fbdca6'],
    ]) +
      stars(70, 15, 300) +
      glow('dawn', [430, 690], 620, '#ffdf9e', 0.9) +
      polygon(hills(600, 46, 45, { rough: 1.8, step: 30 }), '#8b6077') +
      polygon(hills(655, 22, 9, { rough: 1.8 }), '#6a4a63') +
      ground('sand', 672, [
        [0, '#a8776c'],
        [1, '#3d2e3a'],
      ]) +
      path('M1016 740L1600 800V836L1060 752Z', '#2c2130', opacity(0.55)) +
      scrub +
      // The marker: rough stones, narrower to the top.
      polygon(
        [
          [900, 756],
          [926, 548],
          [950, 502],
          [1040, 502],
          [1066, 548],
          [1092, 756],
        ],
        '#2b2233',
      ) +
      polygon(
        [
          [900, 756],
          [926, 548],
          [950, 502],
          [976, 502],
          [964, 756],
        ],
        '#c98a72',
      ) +
      polygon(
        [
          [964, 756],
          [976, 502],
          [1010, 502],
          [1018, 756],
        ],
        '#74505c',
      ) +
      line(
        'M918 620H1076M912 690H1084M930 560H1060M962 504V756M1020 560V620M1034 690V756M996 620V690',
        '#1e1826',
        4,
        opacity(0.7),
      ) +
      rect(988, 580, 44, 56, '#46343f') +
      rect(992, 584, 36, 48, '#6b5560') +
      path('M850 768q140-22 300 0l30 20q-180 14-360 0z', '#4c3842'),
  );
}
