import {
  clipBelow,
  drawing,
  ellipse,
  glints,
  glow,
  ground,
  group,
  line,
  moved,
  opacity,
  path,
  rect,
  reflection,
  sky,
  streaks,
} from '../../svg.ts';

/** A promenade at high water: its railing, its lamps and a bench stand in the sea, at dusk. */
export function draw(): string {
  const level = 610;
  const lamp = (x: number, s: number): string =>
    moved(
      x,
      level + 40 * s,
      rect(-6, -330, 12, 330, '#27313c') +
        rect(-12, -60, 24, 60, '#27313c') +
        path('M-26-330h52l-10-16h-32z', '#27313c') +
        path('M-20-390h40l6 46h-52z', '#ffe0a0') +
        path('M-30-390h60l-30-34z', '#27313c'),
      s,
    );
  const lamps = [
    [210, 1],
    [560, 0.82],
    [850, 0.66],
    [1080, 0.54],
  ] as const;
  let railing = '';
  for (let x = 1600; x > 0; x -= 66) railing += line(`M${x} ${level + 30}V${level - 74}`, '#303c48', 5);
  const houses = [
    [1180, 150, 230],
    [1330, 120, 280],
    [1450, 160, 210],
    [60, 130, 150],
    [330, 110, 120],
    [450, 90, 160],
    [660, 120, 130],
  ]
    .map(([x = 0, w = 0, h = 0], index) => {
      let windows = '';
      for (let row = 0; row * 44 < h - 70; row += 1)
        for (let column = 0; column * 34 < w - 30; column += 1)
          windows += rect(
            x + 14 + column * 34,
            level - h + 34 + row * 44,
            16,
            22,
            (row * 3 + column * 5 + index) % 4 === 0 ? '#ffd98f' : '#3f4c5f',
          );
      return (
        rect(x, level - h, w, h, ['#77708a', '#6a667f', '#837a90'][index % 3] ?? '#77708a') +
        rect(x + w * 0.7, level - h, w * 0.3, h, '#4f4d66', opacity(0.6)) +
        path(`M${x - 6} ${level - h}h${w + 12}l-18-34h${-(w - 24)}z`, '#54455a') +
        windows
      );
    })
    .join('');
  const scene =
    houses +
    line(`M0 ${level - 72}H1600M0 ${level - 30}H1600`, '#303c48', 6) +
    railing +
    lamps.map(([x, s]) => lamp(x, s)).join('');
  return drawing(
    sky([
      [0, '#2f3d5c'],
      [0.4, '#6f7591'],
      [0.68, '#e0a68f'],
    ]) +
      streaks(11, 35, [60, 400], ['#f0bd9c', '#56607f', '#8d88a0'], 0.35) +
      glow('dusk', [330, 560], 480, '#ffd5a4', 0.8) +
      group(scene, ' id="scene"') +
      ground('sea', level, [
        [0, '#cf9d8f'],
        [0.25, '#76748d'],
        [1, '#232d45'],
      ]) +
      clipBelow(level) +
      reflection('scene', level, 0.32) +
      lamps
        .map(
          ([x, s], index) =>
            glow(`lamp${index}`, [x, level + 40 * s - 366 * s], 130 * s, '#ffdf9e', 0.8) +
            ellipse(x, level + 130 * s, 15 * s, 78 * s, '#ffdf9e', opacity(0.4)),
        )
        .join('') +
      glints(70, 5, level, '#ffe3c4', 0.3) +
      // The bench: only its back and its seat are above the water.
      path('M980 760h310v14H980zM990 690h290v16H990zM990 720h290v16H990z', '#1c2531') +
      path('M1004 690h12v110h-12zM1254 690h12v110h-12z', '#1c2531') +
      path('M960 776h350l-14 10H976z', '#2e3a48') +
      path('M950 800q180 22 370 0l20 10q-200 26-410 2z', '#f0c7ae', opacity(0.5)),
  );
}
