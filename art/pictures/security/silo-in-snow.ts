import {
  circle,
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
  sky,
  streaks,
} from '../../svg.ts';

/** The closed lid of a missile silo in snow, inside a fence. No tracks lead to it. */
export function draw(): string {
  let fence = '';
  for (let index = 0; index <= 20; index += 1) {
    const x = index * 80;
    fence += line(`M${x} 545V438l16-16`, '#5b6672', 4);
  }
  for (const y of [452, 476, 500, 524]) fence += line(`M0 ${y}H1600`, '#7b8894', 2);
  fence += line('M8 430H1600', '#7b8894', 2);
  const pine = (x: number, y: number, s: number): string =>
    moved(
      x,
      y,
      path('M0-170l34 66H16l36 62H22l44 62H-66l44-62h-30l36-62h-18z', '#4d6472') +
        path('M0-170l-34 66h18l-36 62h30l-44 62H0z', '#8fa3ad'),
      s,
    );
  return drawing(
    sky([
      [0, '#6f8aa6'],
      [0.35, '#b5c3ce'],
      [0.55, '#f3dfcd'],
    ]) +
      glow('sun', [230, 420], 420, '#ffeccf', 0.9) +
      circle(230, 432, 36, '#fff6e4') +
      streaks(8, 25, [80, 330], ['#fff', '#e9d3cb'], 0.4) +
      polygon(hills(452, 26, 16, { rough: 2 }), '#a7b7c4') +
      [90, 160, 420, 500, 560, 990, 1050, 1130, 1380, 1460, 1540]
        .map((x, index) => pine(x, 500, 0.55 + (index % 3) * 0.14))
        .join('') +
      polygon(hills(500, 8, 6, { rough: 2 }), '#dbe4ea') +
      fence +
      ground('snow', 540, [
        [0, '#eef2f4'],
        [1, '#b9c9d6'],
      ]) +
      // The apron, the ring, and the lid with its rail.
      path('M470 800L610 630H1090L1270 800Z', '#a9b4bc') +
      path('M470 800H1270v18H470z', '#8795a0') +
      ellipse(860, 716, 262, 74, '#77848e') +
      ellipse(860, 706, 262, 74, '#cfd6da') +
      ellipse(860, 694, 216, 59, '#5f6c76') +
      ellipse(860, 680, 216, 59, '#aeb9c1') +
      path('M644 680a216 59 0 0 1 330-50q-230 6-330 50z', '#eaf0f3') +
      line('M860 622V738M650 668L1070 692M650 692L1070 668', '#8a97a1', 4) +
      path('M1076 680h190v26h-190z', '#8a97a1') +
      path('M1076 680h190v8h-190z', '#dfe6ea') +
      path('M512 660h18v-58h-18zM504 602h40v-14h-30z', '#65727d') +
      path('M1122 716q120 20 260 20l-40 26q-140-4-260-26z', '#8fa3b3', opacity(0.5)) +
      polygon(hills(848, 14, 11, { rough: 2 }), '#f3f6f7') +
      polygon(hills(876, 10, 37, { rough: 2 }), '#d5e0e8'),
  );
}
