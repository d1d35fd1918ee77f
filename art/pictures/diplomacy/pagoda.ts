import {
  circle,
  clipBelow,
  drawing,
  ellipse,
  glints,
  glow,
  ground,
  group,
  hills,
  opacity,
  path,
  polygon,
  randomFrom,
  rect,
  reflection,
  sky,
  streaks,
  width,
} from '../../svg.ts';

function pagodaOf(x: number, base: number, s: number): string {
  const dark = '#191520';
  let [y, w] = [base - 14 * s, 150 * s];
  let parts = rect(x - 95 * s, y, 190 * s, 16 * s, dark);
  for (let storey = 0; storey < 5; storey += 1) {
    const [body, roof, tall] = [w * 0.52, w * 1.02, 38 * s - storey * 1.5 * s];
    parts += rect(x - body / 2, y - tall, body, tall, '#2b222b');
    for (const at of [-0.3, 0, 0.3])
      parts += rect(x + body * at - 3 * s, y - tall * 0.7, 6 * s, tall * 0.55, '#eeb066');
    y -= tall;
    const p = (dx: number, dy: number): string => `${(x + dx).toFixed(0)} ${(y + dy * s).toFixed(0)}`;
    parts += path(
      `M${p(-roof, -3)}Q${p(-roof * 0.55, -7)} ${p(-body * 0.55, -27)}L${p(body * 0.55, -27)}Q${p(roof * 0.55, -7)} ${p(roof, -3)}Q${p(roof * 0.6, 3)} ${p(0, 5)}Q${p(-roof * 0.6, 3)} ${p(-roof, -3)}Z`,
      dark,
    );
    y -= 24 * s;
    w *= 0.875;
  }
  parts += rect(x - 2.5 * s, y - 120 * s, 5 * s, 122 * s, dark);
  for (let ring = 0; ring < 8; ring += 1)
    parts += rect(x - (11 - ring * 0.8) * s, y - (22 + ring * 10) * s, (22 - ring * 1.6) * s, 3.5 * s, dark);
  return parts;
}

/** A pagoda of five storeys by a pond, at sunset. */
export function draw(): string {
  const horizon = 640;
  const x = width * 0.66;
  const random = randomFrom(5);
  let trees = '';
  for (let at = -20; at < width + 40; at += random(36, 58))
    if (Math.abs(at - x) > 120) {
      const r = random(26, 58);
      trees += ellipse(at, horizon - r * 0.5, r, r * 0.85, '#1d1c26');
    }
  const scene = group(
    trees + pagodaOf(x, horizon - 6, 1.28) + rect(-20, horizon - 16, width + 40, 18, '#1d1c26'),
    ' id="scene"',
  );
  return drawing(
    sky([
      [0, '#22364f'],
      [0.28, '#4f6078'],
      [0.5, '#b98d84'],
      [0.66, '#f0bd8a'],
      [0.72, '#f7d7a4'],
    ]) +
      streaks(9, 3, [90, 470], ['#f0b48f', '#6f6f86'], 0.22) +
      glow('sun', [width * 0.3, 570], 330, '#ffe3ae', 0.85) +
      circle(width * 0.3, 570, 58, '#fff3d6') +
      polygon(hills(540, 46, 4, { rough: 2.1 }), '#a98a8c', opacity(0.75)) +
      polygon(hills(585, 40, 9), '#6f6474') +
      polygon(hills(622, 20, 12, { rough: 1.5, step: 16 }), '#3d3a47') +
      scene +
      ground('pond', horizon, [
        [0, '#d3a384'],
        [0.25, '#857482'],
        [1, '#1d2838'],
      ]) +
      clipBelow(horizon) +
      reflection('scene', horizon, 0.5) +
      glints(34, 8, horizon, '#ffe6bd', 0.26) +
      rect(width * 0.3 - 44, horizon, 88, 3, '#fff0cf', opacity(0.8)),
  );
}
