import {
  circle,
  clipBelow,
  drawing,
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
} from '../../svg.ts';

/** A motionless container ship in the calm of a morning, seen from the side. */
export function draw(): string {
  const horizon = 560;
  const random = randomFrom(4);
  const colors = ['#8f3b2e', '#2f5f73', '#c58b3c', '#50635a', '#7a7f86', '#a5572f', '#385a86', '#d8cdb6'];
  const [x0, y, length] = [275, 604, 1050];
  let boxes = '';
  for (let stack = 0; stack < 22; stack += 1) {
    if (stack === 7 || stack === 15) continue;
    const tall = Math.floor(random(4, 6.9)) - (stack < 3 ? 2 : 0);
    for (let level = 0; level < tall; level += 1) {
      const color = colors[Math.floor(random(0, colors.length))] ?? '#8f3b2e';
      const [bx, by] = [x0 + 60 + stack * 34, y - 91 - level * 22];
      boxes +=
        rect(bx, by, 32, 21, color) +
        rect(bx + 22, by, 10, 21, '#000', opacity(0.16)) +
        rect(bx, by, 32, 3, '#fff', opacity(0.18));
    }
  }
  const bx = x0 + 60 + 22 * 34 + 14;
  const ship =
    boxes +
    path(`M${bx} ${y - 64}v-170h54v170z`, '#efe9dc') +
    path(`M${bx + 34} ${y - 64}v-170h20v170z`, '#cfc8b9') +
    path(`M${bx - 10} ${y - 234}h74v16h-74z`, '#efe9dc') +
    path(`M${bx - 8} ${y - 229}h70v7h-70z`, '#22313a') +
    path(`M${bx + 24} ${y - 234}v-44h3v44z`, '#333') +
    path(`M${bx + 66} ${y - 64}v-104h30v104z`, '#2b5064') +
    path(
      `M${x0} ${y - 84}Q${x0 + 26} ${y - 60} ${x0 + 40} ${y - 66}H${x0 + length}L${x0 + length - 14} ${y + 10}H${x0 + 46}Q${x0 + 28} ${y - 20} ${x0} ${y - 84}Z`,
      '#22323b',
    ) +
    path(
      `M${x0 + 30} ${y - 12}H${x0 + length - 10}L${x0 + length - 14} ${y + 10}H${x0 + 46}Q${x0 + 36} ${y} ${x0 + 30} ${y - 12}Z`,
      '#7c2f25',
    );
  return drawing(
    sky([
      [0, '#54707f'],
      [0.35, '#9db0b4'],
      [0.6, '#e0d8c4'],
      [0.63, '#efe0c0'],
    ]) +
      streaks(14, 4, [60, 470], ['#f7ead0', '#c3c9c4', '#6b8490'], 0.3) +
      glow('sun', [256, 330], 320, '#fff0cc', 0.9) +
      circle(256, 330, 44, '#fff6de') +
      polygon(hills(546, 14, 77), '#8fa0a3', opacity(0.8)) +
      ground('sea', horizon, [
        [0, '#b3b3a6'],
        [0.12, '#728b8e'],
        [1, '#1b3640'],
      ]) +
      clipBelow(y + 8) +
      group(ship, ' id="ship"') +
      reflection('ship', y + 9, 0.28) +
      glints(46, 9, y + 4, '#dfe6dd', 0.28) +
      path(`M${x0 + 36} ${y + 7}H${x0 + length + 30}l20 7H${x0 - 10}z`, '#f4efe0', opacity(0.7)),
  );
}
