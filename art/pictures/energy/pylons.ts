import {
  circle,
  drawing,
  glow,
  hills,
  line,
  opacity,
  path,
  polygon,
  randomFrom,
  rect,
  sky,
  streaks,
  width,
} from '../../svg.ts';

/** A line of pylons from a substation to the horizon, at sunrise. */
export function draw(): string {
  const arms = [
    [0.62, 1.5],
    [0.75, 1.25],
    [0.88, 1],
  ] as const;
  const pylon = (x: number, base: number, h: number, color: string, thick: number): string => {
    const w = h * 0.16;
    const p = (dx: number, dy: number): string => `${(x + dx).toFixed(0)} ${(base - dy * h).toFixed(0)}`;
    let d = `M${p(-w, 0)}L${p(-w * 0.22, 0.62)}L${p(-w * 0.22, 0.95)}L${p(0, 1)}L${p(w * 0.22, 0.95)}L${p(w * 0.22, 0.62)}L${p(w, 0)}`;
    for (const [f, k] of arms) d += `M${p(-w * k, f)}L${p(w * k, f)}M${p(-w * k, f)}L${p(0, f + 0.06)}L${p(w * k, f)}`;
    const half = (step: number): number => w * (1 - (0.78 * step) / 5);
    for (let step = 0; step < 5; step += 1) {
      const [y1, y2] = [(0.62 * step) / 5, (0.62 * (step + 1)) / 5];
      d += `M${p(-half(step), y1)}L${p(half(step + 1), y2)}M${p(half(step), y1)}L${p(-half(step + 1), y2)}`;
    }
    for (let step = 0; step < 4; step += 1) {
      const [y1, y2] = [0.62 + 0.08 * step, 0.7 + 0.08 * step];
      d += `M${p(-w * 0.22, y1)}L${p(w * 0.22, y2)}M${p(w * 0.22, y1)}L${p(-w * 0.22, y2)}`;
    }
    return line(d, color, thick);
  };
  const all = [
    [1376, 830, 720, '#1a212b', 5],
    [832, 800, 400, '#3f4d59', 3.2],
    [544, 780, 230, '#77848a', 2],
    [400, 770, 140, '#9aa09c', 1.4],
    [320, 764, 90, '#b3b1a4', 1],
  ] as const;
  let cables = '';
  all.forEach(([x1, b1, h1], index) => {
    const next = all[index + 1];
    for (const [f, k] of arms)
      for (const side of [-1, 1]) {
        const [ax, ay] = [x1 + side * h1 * 0.16 * k, b1 - h1 * f + h1 * 0.035];
        if (index === 0)
          cables += `M${ax.toFixed(0)} ${ay.toFixed(0)}Q1640 ${(b1 - h1 * f + 90).toFixed(0)} 1820 ${(b1 - h1 * f - 60).toFixed(0)}`;
        if (!next) continue;
        const [x2, b2, h2] = next;
        const [bx, by] = [x2 + side * h2 * 0.16 * k, b2 - h2 * f + h2 * 0.035];
        cables += `M${ax.toFixed(0)} ${ay.toFixed(0)}Q${(ax * 0.45 + bx * 0.55).toFixed(0)} ${(Math.max(ay, by) * 0.35 + Math.min(ay, by) * 0.65 + h2 * 0.2).toFixed(0)} ${bx.toFixed(0)} ${by.toFixed(0)}`;
      }
  });
  const random = randomFrom(3);
  let yard = '';
  for (let x = 20; x < width * 0.72;) {
    const kind = random();
    if (kind < 0.3) {
      yard += path(
        `M${x} 826v-64h92v64zM${x + 12} 762v-22h8v22zM${x + 42} 762v-30h8v30zM${x + 72} 762v-22h8v22z`,
        '#1c232c',
      );
      for (let fin = 0; fin < 7; fin += 1) yard += rect(x + 4 + fin * 12, 772, 6, 48, '#39444f');
      x += 120;
    } else if (kind < 0.8) {
      yard += path(`M${x} 826v-112h6v112zM${x + 72} 826v-112h6v112zM${x - 8} 716h94v7h-94z`, '#1c232c');
      for (const at of [14, 37, 60])
        yard += path(
          `M${x + at} 723h4v34h-4zM${x + at - 3} 728h10v3h-10zM${x + at - 3} 736h10v3h-10zM${x + at - 3} 744h10v3h-10z`,
          '#1c232c',
        );
      x += 96;
    } else x += 44;
  }
  return drawing(
    sky([
      [0, '#3d5a77'],
      [0.4, '#8aa0ae'],
      [0.7, '#e3c9a4'],
      [0.86, '#f3d9ab'],
    ]) +
      streaks(8, 6, [80, 560], ['#f3d9ab', '#6d889c'], 0.25) +
      glow('sun', [352, 700], 380, '#ffe9b8', 0.9) +
      circle(352, 700, 38, '#fff6dd') +
      polygon(hills(755, 14, 41), '#b5b19d') +
      [...all]
        .toReversed()
        .map(([x, base, tall, color, thick]) => pylon(x, base, tall, color, thick))
        .join('') +
      line(cables, '#2a333d', 1.6, opacity(0.75)) +
      yard +
      polygon(hills(828, 5, 9, { rough: 1.5, step: 22 }), '#11161c'),
  );
}
