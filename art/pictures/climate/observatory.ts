import { circle, drawing, ellipse, glow, line, opacity, path, randomFrom, rect, sky } from '../../svg.ts';

/** A small white observatory on the dark slope of a volcano, above the clouds. */
export function draw(): string {
  const random = randomFrom(12);
  let clouds = '';
  for (let row = 0; row < 4; row += 1)
    for (let index = 0; index < 17; index += 1) {
      const [x, y] = [index * 105 + random(-40, 40), 520 + row * 34 + random(-8, 8)];
      clouds += ellipse(
        x,
        y + 14,
        random(70, 130),
        random(20, 34),
        ['#b9c4d6', '#c9d1de', '#d9dde4', '#e9e6e4'][row] ?? '#d9dde4',
      );
      clouds += ellipse(
        x - 14,
        y,
        random(60, 110),
        random(14, 24),
        ['#d9dfe8', '#e6e8ec', '#f3efe9', '#fbf4ea'][row] ?? '#f3efe9',
      );
    }
  return drawing(
    sky([
      [0, '#2f568c'],
      [0.35, '#7fa2c4'],
      [0.6, '#f0dccb'],
    ]) +
      glow('sun', [180, 420], 420, '#fff1d0', 0.9) +
      circle(180, 420, 40, '#fffaea') +
      path('M-20 560Q500 380 800 372T1620 560z', '#8798b4') +
      rect(-20, 610, 1640, 290, '#f6efe6') +
      clouds +
      // The slope of lava.
      path('M-20 760Q400 660 900 606T1620 480V900H-20Z', '#4c3a3c') +
      path('M-20 760Q400 660 900 606T1620 480v30Q1200 606 900 636T-20 800z', '#7d5a50') +
      [
        [120, 800, 240],
        [420, 770, 300],
        [760, 740, 360],
        [300, 850, 400],
        [1000, 800, 460],
        [1250, 660, 240],
      ]
        .map(([x = 0, y = 0, w = 0]) => line(`M${x} ${y}q${w * 0.4}-34 ${w}-40`, '#2e2427', 7, opacity(0.7)))
        .join('') +
      // Buildings, a mast and the dome.
      path('M1040 588l230-34v-62l-230 26z', '#f3efe6') +
      path('M1270 554l56 16v-60l-56-18z', '#b4b2b4') +
      path('M1030 520l246-30 60 20-6 4-60-18-240 30z', '#8c4a3e') +
      [1066, 1112, 1158, 1204]
        .map((x) => path(`M${x} ${564 - (x - 1066) * 0.12}l24-3v-24l-24 3z`, '#4a6078'))
        .join('') +
      path('M900 612v-76h92v68z', '#efeae0') +
      path('M950 606v-72h42v70z', '#b9b6b6') +
      path('M892 538a54 54 0 0 1 108 0z', '#fbf8f1') +
      path('M946 484a54 54 0 0 1 54 54h-40q6-30-14-54z', '#bfbdbf') +
      path('M930 486h14l6 52h-16z', '#39465a') +
      line('M1400 540V250M1400 300l-40 230M1400 300l46 222M1384 340h32M1384 400h32M1384 460h32', '#2f2a33', 4) +
      circle(1400, 246, 5, '#d8563f') +
      path('M-20 860Q500 760 1000 770T1620 700V900H-20Z', '#33272b'),
  );
}
