import {
  circle,
  drawing,
  glints,
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

/** A tide pole with plain marks at the end of a small wharf, at low water. */
export function draw(): string {
  let marks = '';
  for (let index = 0; index < 16; index += 1)
    marks += rect(index % 2 ? 1000 : 1030, 236 + index * 30, 30, 30, '#22303a');
  const boat = moved(
    420,
    650,
    path('M-130 0q20 58 70 60h120q50-4 76-66l-60 12H-70z', '#2f5d73') +
      path('M-130 0q16 12 60 12L70 6l66-12-6 16q-40 14-70 14H-70q-50-2-60-24z', '#e9dfca') +
      line('M10 10V-150', '#5a4634', 7) +
      path('M16-140L96-6H16z', '#d9c7a6') +
      path('M4-128L-66-6H4z', '#c3ae8a'),
  );
  return drawing(
    sky([
      [0, '#5f8299'],
      [0.4, '#b3c5c6'],
      [0.62, '#f2e4c8'],
    ]) +
      glow('sun', [190, 380], 420, '#fff3d2', 0.9) +
      circle(190, 388, 40, '#fffaea') +
      streaks(10, 30, [60, 400], ['#fff', '#e9dcc4'], 0.35) +
      polygon(hills(548, 18, 61), '#93a8a6') +
      path('M150 560v-70h60v-40h44v40h70v70z', '#b99a83') +
      path('M232 450h22v40h70v70h-92z', '#8d7567') +
      path('M140 492h194l-14-26H154zM204 452h56l-28-30z', '#7d3f34') +
      ground('sea', 560, [
        [0, '#c9cdbd'],
        [0.2, '#7fa0a3'],
        [1, '#284953'],
      ]) +
      glints(50, 13, 566, '#f3f1e2', 0.3) +
      boat +
      path('M300 716q120 24 240 0l-30 30q-100 10-180 0z', '#1d3a44', opacity(0.35)) +
      // The wharf from the right.
      path('M1110 470H1620v44H1110z', '#8b6b4d') +
      path('M1110 470H1620v12H1110z', '#c9a67c') +
      [1150, 1300, 1450, 1580]
        .map(
          (x) =>
            rect(x, 514, 40, 320, '#5f4836') +
            rect(x, 514, 13, 320, '#8b6b4d') +
            rect(x, 680, 40, 154, '#33463a') +
            rect(x, 680, 13, 154, '#4d6450'),
        )
        .join('') +
      line('M1190 520L1300 670M1340 520L1450 670', '#4b3829', 14) +
      line('M1180 470V392M1330 470V392M1480 470V392M1180 410H1600', '#6f543d', 10) +
      // The pole. Its lower part is wet.
      rect(996, 190, 70, 610, '#f4efe2') +
      rect(1044, 190, 22, 610, '#c9c2b0') +
      marks +
      rect(996, 560, 70, 240, '#2f4a45', opacity(0.55)) +
      rect(988, 176, 86, 20, '#6f543d') +
      rect(1060, 486, 60, 16, '#4b3829') +
      rect(1060, 540, 52, 12, '#4b3829') +
      path('M960 760q70-16 150 0l40 22q-120 12-230 0z', '#e9f0e8', opacity(0.6)) +
      path('M1016 176q-4-30 20-34 10-14 22-6l22 4-20 8q0 24-20 28z', '#f7f4ee') +
      path('M1036 142q-22 6-34 26 18 2 38-12z', '#9aa5aa'),
  );
}
