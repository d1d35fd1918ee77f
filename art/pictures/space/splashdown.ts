import {
  circle,
  drawing,
  ellipse,
  glints,
  glow,
  ground,
  group,
  line,
  opacity,
  path,
  rect,
  sky,
  streaks,
} from '../../svg.ts';

/** A capsule under three parachutes comes down on the sea. */
export function draw(): string {
  const canopy = (x: number, y: number, s: number, turn: number): string =>
    group(
      path(
        'M-150 0Q-150-130 0-136 150-130 150 0 128-22 100 0 76-24 50 0 26-24 0 0-26-24-50 0-76-24-100 0-128-22-150 0Z',
        '#f6efe2',
      ) +
        path('M-100 0Q-104-110 0-136-54-110-50 0-76-24-100 0ZM50 0Q54-110 0-136 104-110 100 0 76-24 50 0Z', '#d4603f') +
        path('M50 0Q54-110 0-136 150-130 150 0 128-22 100 0 76-24 50 0Z', '#6f3040', opacity(0.28)),
      ` transform="translate(${x} ${y}) rotate(${turn}) scale(${s})"`,
    );
  let ropes = '';
  for (const [x, y] of [
    [590, 236],
    [650, 244],
    [710, 246],
    [770, 238],
    [690, 196],
    [750, 206],
    [850, 208],
    [920, 196],
    [850, 244],
    [910, 246],
    [970, 240],
    [1030, 228],
  ])
    ropes += `M${x} ${y}L806 500`;
  return drawing(
    sky([
      [0, '#5d8fb8'],
      [0.42, '#b5d3dc'],
      [0.68, '#f7e6cb'],
    ]) +
      glow('sun', [220, 380], 480, '#fff3d4', 0.9) +
      circle(220, 390, 42, '#fffaea') +
      streaks(12, 51, [60, 470], ['#fff', '#f2dcc6'], 0.45) +
      ground('sea', 640, [
        [0, '#cbd9d2'],
        [0.14, '#6fa1ad'],
        [1, '#17445c'],
      ]) +
      glints(70, 15, 644, '#f6f4e4', 0.32) +
      // A ship waits far away.
      path('M1270 640l10 14h120l14-20h-30v-16h-40v16z', '#3f5a6c') +
      rect(1352, 596, 5, 24, '#3f5a6c') +
      canopy(690, 228, 0.78, -16) +
      canopy(930, 222, 0.78, 15) +
      canopy(808, 190, 0.86, -1) +
      line(ropes, '#54505a', 1.8, opacity(0.8)) +
      path('M744 600Q806 630 868 600L832 512Q806 498 780 512Z', '#e6e1d8') +
      path('M816 502Q826 506 832 512L868 600Q846 614 822 616Z', '#9b98a0') +
      path('M744 600Q806 630 868 600l3 12q-65 30-130 0z', '#4a3630') +
      rect(784, 536, 12, 16, '#39414f') +
      rect(812, 536, 12, 16, '#39414f') +
      ellipse(812, 706, 120, 10, '#123a50', opacity(0.45)),
  );
}
