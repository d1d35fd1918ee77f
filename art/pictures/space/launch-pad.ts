import { circle, drawing, ellipse, glow, hills, line, opacity, path, polygon, rect, sky, stars } from '../../svg.ts';

/** A large rocket on its pad in the evening, lit from below. */
export function draw(): string {
  const cx = 880;
  const booster = (side: number): string => {
    const x = cx + side * 52;
    return (
      path(`M${x - 17} 784V352l17-40 17 40V784z`, '#f2f1ec') +
      path(`M${x + 3} 320l14 32V784H${x + 3}z`, '#b3bac4') +
      path(`M${x - 17} 420h34v10h-34zM${x - 17} 620h34v10h-34z`, '#8d96a3')
    );
  };
  let tower = `M${cx + 118} 800V150M${cx + 182} 800V150`;
  for (let y = 150; y <= 750; y += 50) tower += `M${cx + 118} ${y}h64M${cx + 118} ${y}l64 50M${cx + 182} ${y}l-64 50`;
  return drawing(
    sky([
      [0, '#0b1230'],
      [0.42, '#22335f'],
      [0.72, '#6a6489'],
      [0.92, '#e0a074'],
    ]) +
      stars(80, 12, 480) +
      glow('dusk', [360, 830], 620, '#ffb37d', 0.55) +
      polygon(
        [
          [cx - 330, 800],
          [cx - 130, 80],
          [cx - 40, 80],
        ],
        '#fff4d0',
        opacity(0.08),
      ) +
      polygon(
        [
          [cx + 330, 800],
          [cx + 120, 80],
          [cx + 30, 80],
        ],
        '#fff4d0',
        opacity(0.08),
      ) +
      line(tower, '#141a2c', 6) +
      path(
        `M${cx + 22} 226h100v10h-100zM${cx + 34} 330h90v10h-90zM${cx + 34} 520h90v8h-90zM${cx + 147} 60h6v90h-6z`,
        '#141a2c',
      ) +
      [-300, 330]
        .map(
          (dx) =>
            path(`M${cx + dx - 14} 800L${cx + dx - 3} 130h6l11 670z`, '#10162a') + circle(cx + dx, 128, 4, '#ff6f52'),
        )
        .join('') +
      path(`M${cx - 34} 770V300h68V770z`, '#e08a44') +
      path(`M${cx + 6} 770V300h28V770z`, '#a85a24') +
      path(`M${cx - 34} 770V300h14V770z`, '#f2a964') +
      path(`M${cx - 34} 300l12-60h44l12 60z`, '#f2f1ec') +
      path(`M${cx + 6} 240h16l12 60H${cx + 6}z`, '#b3bac4') +
      rect(cx - 22, 200, 44, 40, '#f2f1ec') +
      rect(cx + 6, 200, 16, 40, '#b3bac4') +
      path(`M${cx - 22} 200l20-44h4l20 44z`, '#f2f1ec') +
      rect(cx - 3, 110, 6, 46, '#eee') +
      booster(-1) +
      booster(1) +
      glow('lamps', [cx, 792], 330, '#ffe7bd', 0.75) +
      [
        [-230, 796, 120, 26],
        [-130, 784, 100, 34],
        [170, 786, 120, 34],
        [270, 800, 110, 22],
        [0, 804, 200, 24],
      ]
        .map(([dx = 0, y = 0, rx = 0, ry = 0]) => ellipse(cx + dx, y, rx, ry, '#f7ead3', opacity(0.75)))
        .join('') +
      path(`M${cx - 210} 846l30-56h390l36 56z`, '#121831') +
      polygon(hills(838, 6, 3, { rough: 1.6, step: 22 }), '#0b1022'),
  );
}
