import {
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
  reflection,
  sky,
  streaks,
} from '../../svg.ts';

/** A submarine at the surface in grey water. It belongs to no navy. */
export function draw(): string {
  const [horizon, cx, half] = [500, 800, 430];
  const hull =
    path(`M${cx - half} 598q60-48 180-52h${half * 2 - 330}q120 2 150 46z`, '#262f34') +
    path(`M${cx - half} 598q60-48 180-52h${half * 2 - 330}q40 0 70 8-300 6-520 14-90 4-180 30z`, '#46525a') +
    path(`M${cx - 150} 548l14-112q2-10 14-10h74q12 0 14 10l8 112z`, '#2b353b') +
    path(`M${cx - 150} 548l14-112q2-10 14-10h22l-10 122z`, '#505d65') +
    path(`M${cx - 196} 470h56v9h-56zM${cx - 30} 470h52v9h-52z`, '#1d2428') +
    path(`M${cx - 104} 426v-70h7v70zM${cx - 84} 426v-46h5v46zM${cx - 70} 426v-92h4v92z`, '#252d31') +
    path(`M${cx + half - 40} 592l14-86h26l18 86z`, '#1d2428');
  return drawing(
    sky([
      [0, '#6b7a80'],
      [0.35, '#a3adac'],
      [0.56, '#dcdacf'],
    ]) +
      glow('sun', [300, 360], 460, '#f7f1df', 0.7) +
      streaks(16, 14, [40, 430], ['#e4e3d9', '#8b989b', '#c3c9c5'], 0.35) +
      polygon(hills(474, 34, 18), '#a9b2b0') +
      polygon(hills(492, 14, 19), '#8b9797') +
      ground('sea', horizon, [
        [0, '#a3b0ad'],
        [0.1, '#647a7e'],
        [1, '#18303a'],
      ]) +
      clipBelow(596) +
      group(hull, ' id="hull"') +
      reflection('hull', 596, 0.3) +
      glints(60, 31, 606, '#e2ebe8', 0.26) +
      path(
        `M${cx - half - 60} 602q60-18 130-10t260 2 300 0 180-2l80 12q-260 14-420 10t-530-12z`,
        '#eef3f0',
        opacity(0.85),
      ),
  );
}
