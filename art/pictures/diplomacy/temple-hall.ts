import {
  drawing,
  ellipse,
  glow,
  ground,
  hills,
  line,
  moved,
  opacity,
  path,
  polygon,
  rect,
  sky,
  streaks,
} from '../../svg.ts';

/** A large wooden temple hall seen from the front, with evergreen trees, in the morning. */
export function draw(): string {
  const roof = (y: number, half: number, tall: number, ridge: number): string => {
    const side = (s: number): string =>
      `M800 ${y}H${800 + s * half}Q${800 + s * (half - 90)} ${y - 14} ${800 + s * (half * 0.72)} ${y - tall * 0.52}Q${800 + s * (ridge + 40)} ${y - tall * 0.86} ${800 + s * ridge} ${y - tall}H800Z`;
    let tiles = '';
    for (let k = -7; k <= 7; k += 1)
      tiles += `M${800 + k * (ridge / 10)} ${y - tall + 6}Q${800 + k * (ridge / 10 + half / 40)} ${y - tall * 0.5} ${800 + k * (half / 10)} ${y - 8}`;
    return (
      path(side(-1), '#66707a') +
      path(side(1), '#4a535d') +
      line(tiles, '#3b434c', 2.5, opacity(0.55)) +
      rect(800 - half + 14, y, half * 2 - 28, 12, '#c9a26b')
    );
  };
  const tree = (x: number, y: number, s: number, [light, dark]: readonly [string, string]): string =>
    moved(
      x,
      y,
      line('M0 0Q-8-70 6-130M2-90Q-40-120-66-150M4-100Q44-130 70-160', '#4a3427', 12) +
        ellipse(10, -190, 118, 62, dark) +
        ellipse(-62, -170, 72, 40, dark) +
        ellipse(-12, -206, 96, 48, light) +
        ellipse(60, -160, 70, 34, dark) +
        ellipse(-74, -182, 50, 26, light),
      s,
    );
  let front = '';
  for (let column = 0; column <= 10; column += 1) {
    const x = 380 + column * 84;
    front += rect(x - 9, 520, 18, 190, column < 5 ? '#9a5a3a' : '#83482f');
    if (column < 10)
      front +=
        rect(x + 9, 540, 66, 170, column % 3 === 1 ? '#4b3328' : '#f1e9da') +
        (column % 3 === 1
          ? line(`M${x + 31} 546V704M${x + 53} 546V704`, '#6b4a38', 3)
          : rect(x + 53, 540, 22, 170, '#cfc6b6'));
  }
  return drawing(
    sky([
      [0, '#8fb3c8'],
      [0.45, '#d3dfdc'],
      [0.68, '#f7e8cb'],
    ]) +
      glow('sun', [210, 300], 460, '#fff4d6', 0.9) +
      streaks(9, 71, [60, 340], ['#fff', '#f4e4cc'], 0.45) +
      polygon(hills(560, 60, 72, { rough: 1.9 }), '#a3b6b2') +
      polygon(hills(620, 40, 73, { rough: 1.8 }), '#6f8a76') +
      tree(150, 740, 1.15, ['#5b8062', '#43664f']) +
      tree(1470, 740, 1.2, ['#4f7459', '#385844']) +
      ground('gravel', 728, [
        [0, '#e4dac3'],
        [1, '#b3a68a'],
      ]) +
      path('M640 900L720 760H880L960 900Z', '#cfc3a8') +
      line('M700 796H900M676 838H924', '#a3967b', 3) +
      rect(310, 706, 980, 44, '#cfc8ba') +
      rect(800, 706, 490, 44, '#aaa498') +
      rect(690, 720, 220, 50, '#b9b2a4') +
      line('M690 736H910M690 752H910', '#8f887b', 3) +
      rect(372, 520, 856, 190, '#5b3b2c') +
      front +
      rect(340, 500, 920, 26, '#8c4e33') +
      roof(506, 590, 110, 400) +
      rect(440, 356, 720, 46, '#f1e9da') +
      rect(800, 356, 360, 46, '#cfc6b6') +
      line(
        'M500 356V402M590 356V402M680 356V402M770 356V402M860 356V402M950 356V402M1040 356V402M1110 356V402',
        '#8c4e33',
        9,
      ) +
      roof(366, 520, 176, 330) +
      rect(458, 178, 684, 18, '#39414a') +
      path('M446 196q-14-40 14-58 4 26 26 32v26zM1154 196q14-40-14-58-4 26-26 32v26z', '#d9ae4a') +
      tree(60, 860, 1.5, ['#6a8f68', '#4b6f54']),
  );
}
