import { circle, drawing, ellipse, glow, hills, moved, path, polygon, rect, rotor, sky, streaks } from '../../svg.ts';

/** A wind farm on hills in the light of the evening. */
export function draw(): string {
  const turbine = (x: number, base: number, h: number, turn: number, color: string, shade: string): string =>
    moved(
      x,
      base,
      path(`M${-h * 0.014} 0L${-h * 0.007} ${-h}h${h * 0.014}L${h * 0.016} 0z`, color) +
        path(`M${h * 0.002} 0L0 ${-h}h${h * 0.007}L${h * 0.016} 0z`, shade) +
        rect(-h * 0.02, -h * 1.014, h * 0.062, h * 0.028, color) +
        rotor(h, turn, color),
    );
  return drawing(
    sky([
      [0, '#3c5f86'],
      [0.36, '#9db4c0'],
      [0.62, '#f4dcb2'],
    ]) +
      streaks(12, 64, [70, 480], ['#fff1d6', '#c9c7bd', '#6c8aa6'], 0.35) +
      glow('sun', [200, 560], 520, '#ffe7b4', 0.95) +
      circle(200, 560, 44, '#fff7df') +
      polygon(hills(620, 26, 66), '#b8ab92') +
      [300, 420, 540, 660, 780, 1240, 1340, 1440, 1540]
        .map((x, index) => turbine(x, 628 - (index % 3) * 6, 130 + (index % 2) * 24, 23 * index, '#8f8c86', '#77767a'))
        .join('') +
      polygon(hills(690, 34, 71), '#98905f') +
      polygon(hills(700, 34, 71), '#87814f') +
      turbine(470, 700, 330, 12, '#f4efe2', '#b9b3a4') +
      turbine(1330, 690, 360, 64, '#f4efe2', '#b9b3a4') +
      polygon(hills(780, 26, 15), '#6f6f3d') +
      polygon(hills(790, 26, 15), '#5f6236') +
      turbine(900, 800, 640, 38, '#fbf7ec', '#c3bcab') +
      path('M-20 880Q300 800 620 830T1180 800T1620 850V900H-20Z', '#454b2b') +
      [
        [240, 812],
        [290, 818],
        [330, 806],
        [1120, 796],
        [1166, 802],
        [1220, 792],
        [1262, 800],
      ]
        .map(
          ([x = 0, y = 0]) =>
            ellipse(x, y, 13, 8, '#2f3320') +
            path(`M${x - 9} ${y + 4}v9h3v-9zM${x + 6} ${y + 4}v9h3v-9z`, '#2f3320') +
            ellipse(x - 14, y - 2, 6, 5, '#2f3320'),
        )
        .join(''),
  );
}
