import {
  circle,
  drawing,
  glow,
  gradient,
  height,
  hills,
  moved,
  opacity,
  path,
  polygon,
  rect,
  rotor,
  sky,
  streaks,
  width,
  type Point,
} from '../../svg.ts';

function turbine(x: number, base: number, h: number, turn: number, color: string): string {
  return moved(
    x,
    base,
    path(`M${-h * 0.012} 0L${-h * 0.006} ${-h}h${h * 0.012}L${h * 0.014} 0z`, color) +
      rect(-h * 0.02, -h * 1.012, h * 0.06, h * 0.024, color) +
      rotor(h, turn, color),
  );
}

/** Containers of batteries in rows on a plain, and wind turbines behind them, in the evening. */
export function draw(): string {
  const [horizon, vx] = [470, 800];
  const at = (x: number, y: number, z: number): Point => {
    const f = 620 / (620 + z);
    return [vx + x * f, horizon + 10 + y * f];
  };
  let rows = '';
  for (const z of [3300, 2700, 2150, 1650, 1200, 800, 450, 150])
    for (const middle of [-3200, 3200, -2350, 2350, -1500, 1500, -650, 650]) {
      const [a, c, top, foot] = [middle - 330, middle + 330, 90, 370];
      const corners = [at(a, top, z), at(c, top, z), at(c, foot, z), at(a, foot, z)] as const;
      if (corners[1][0] < -20 || corners[0][0] > width + 20) continue;
      const edge = middle < 0 ? c : a;
      rows += polygon(
        [at(a, foot, z), at(c, foot, z), at(c + 150, foot + 26, z - 40), at(a + 90, foot + 26, z - 40)],
        '#3b2c1c',
        opacity(0.45),
      );
      rows += polygon(
        [at(edge, top, z), at(edge, top, z + 200), at(edge, foot, z + 200), at(edge, foot, z)],
        middle < 0 ? '#7b8087' : '#b9b4a8',
      );
      rows += polygon([at(a, top, z), at(c, top, z), at(c, top, z + 200), at(a, top, z + 200)], '#fffaf0');
      rows += polygon(corners, '#f3ede0');
      rows += polygon([at(a, foot - 40, z), at(c, foot - 40, z), ...corners.slice(2)], '#c9c2b4');
      if (z < 2000)
        for (let door = 0; door < 5; door += 1) {
          const left = a + 28 + door * 122;
          rows += polygon(
            [at(left, top + 40, z), at(left + 104, top + 40, z), at(left + 104, foot - 60, z), at(left, foot - 60, z)],
            '#dcd5c6',
          );
          rows += polygon(
            [
              at(left + 14, top + 58, z),
              at(left + 90, top + 58, z),
              at(left + 90, top + 128, z),
              at(left + 14, top + 128, z),
            ],
            '#8f979b',
          );
          rows += polygon(
            [
              at(left + 14, top + 150, z),
              at(left + 24, top + 150, z),
              at(left + 24, top + 164, z),
              at(left + 14, top + 164, z),
            ],
            '#4f9b6b',
          );
        }
    }
  const far = Array.from({ length: 11 }, (_, index) =>
    turbine(60 + index * 148, 470, 110 + (index % 3) * 22, 17 * index, '#a77c74'),
  ).join('');
  return drawing(
    sky([
      [0, '#39456b'],
      [0.24, '#80708a'],
      [0.42, '#e0977a'],
      [0.53, '#f9cf8f'],
    ]) +
      streaks(10, 8, [60, 380], ['#ffcfa0', '#e79a86', '#4a3d5e'], 0.28) +
      glow('sun', [330, 450], 380, '#ffe4a6', 0.85) +
      circle(330, 452, 46, '#fff3cd') +
      polygon(hills(462, 12, 3), '#b87f76') +
      far +
      turbine(1130, 478, 300, 34, '#6c4f5c') +
      turbine(1420, 478, 235, 80, '#7d5c64') +
      turbine(560, 476, 200, 50, '#8b666a') +
      gradient('plain', [
        [0, '#c89c6a'],
        [1, '#7d5a3a'],
      ]) +
      rect(0, 474, width, height, 'url(#plain)') +
      rows,
  );
}
