import {
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
  sky,
} from '../../svg.ts';

/** Two cooling towers by a river, with their plumes of vapour. */
export function draw(): string {
  const tower = (x: number, base: number, h: number): string => {
    const [w, t] = [h * 0.42, h * 0.26];
    const side = (s: number): string => `${x + s * t * 0.86} ${base - h * 0.55} ${x + s * t} ${base - h}`;
    return (
      path(`M${x - w} ${base}Q${side(-1)}H${x + t}Q${x + t * 0.86} ${base - h * 0.55} ${x + w} ${base}Z`, '#f0e7d9') +
      path(
        `M${x + t * 0.1} ${base}Q${x + t * 0.2} ${base - h * 0.5} ${x + t * 0.14} ${base - h}H${x + t}Q${x + t * 0.86} ${base - h * 0.55} ${x + w} ${base}Z`,
        '#c5beb4',
      ) +
      path(
        `M${x + t * 0.62} ${base}Q${x + t * 0.6} ${base - h * 0.5} ${x + t * 0.62} ${base - h}H${x + t}Q${x + t * 0.86} ${base - h * 0.55} ${x + w} ${base}Z`,
        '#9a958f',
      ) +
      ellipse(x, base - h, t, t * 0.13, '#5f5e60')
    );
  };
  const plume = (x: number, y: number, s: number, seed: number): string => {
    const random = randomFrom(seed);
    const puffs = Array.from(
      { length: 12 },
      (_, i) =>
        [x + i * i * 2.3 * s + random(-14, 14) * s, y - i * 33 * s, (52 + i * 15) * s, (34 + i * 9.5) * s] as const,
    );
    return (
      puffs.map(([px, py, rx, ry]) => ellipse(px + rx * 0.16, py + ry * 0.2, rx, ry, '#d3d8dc')).join('') +
      puffs.map(([px, py, rx, ry]) => ellipse(px - rx * 0.08, py - ry * 0.06, rx * 0.94, ry * 0.9, '#f8f5f0')).join('')
    );
  };
  const scene =
    tower(576, 770, 440) +
    tower(1056, 770, 390) +
    path('M750 770V640a50 50 0 0 1 100 0V770z', '#e2dacc') +
    path('M800 590a50 50 0 0 1 50 50V770h-50z', '#b0aaa2') +
    path('M854 770v-80h70v80z', '#a7a39b') +
    path('M640 770v-60h106v60z', '#bab5ab') +
    rect(896, 540, 9, 150, '#8a3a2f') +
    rect(896, 560, 9, 14, '#f1e6d6') +
    rect(896, 600, 9, 14, '#f1e6d6') +
    polygon(hills(768, 8, 2, { rough: 1.5, step: 18 }), '#3f5146');
  return drawing(
    sky([
      [0, '#5d7fa3'],
      [0.45, '#b7c4cc'],
      [0.75, '#f1dcc3'],
    ]) +
      glow('sun', [130, 610], 420, '#fff0cf', 0.8) +
      polygon(hills(720, 24, 5), '#a3b2a8') +
      polygon(hills(745, 16, 15), '#7d9184') +
      plume(576, 330, 1, 1) +
      plume(1056, 372, 0.9, 2) +
      group(scene, ' id="scene"') +
      ground('river', 806, [
        [0, '#93a3a4'],
        [1, '#33464d'],
      ]) +
      path('M470 806h210l-24 94H500zM960 806h190l-22 94H988z', '#f1e6d6', opacity(0.4)) +
      glints(14, 4, 806, '#f7ecd8', 0.35),
  );
}
