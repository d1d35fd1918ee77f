import {
  drawing,
  ellipse,
  glow,
  hills,
  line,
  moved,
  opacity,
  path,
  polygon,
  rect,
  sky,
  streaks,
  width,
} from '../../svg.ts';

/** Grass-grown burial mounds with pines, on an autumn afternoon. */
export function draw(): string {
  const mound = (x: number, y: number, w: number, h: number, [light, shade]: readonly [string, string]): string =>
    path(`M${x - w} ${y}C${x - w * 0.62} ${y - h * 1.28} ${x + w * 0.62} ${y - h * 1.28} ${x + w} ${y}Z`, light) +
    path(
      `M${x + w * 0.1} ${y - h * 0.955}C${x + w * 0.45} ${y - h * 0.9} ${x + w * 0.75} ${y - h * 0.5} ${x + w} ${y}H${x + w * 0.3}Q${x + w * 0.42} ${y - h * 0.5} ${x + w * 0.1} ${y - h * 0.955}Z`,
      shade,
    );
  const pine = (x: number, y: number, s: number): string =>
    moved(
      x,
      y,
      line('M0 0C-6-60 22-90 8-150', '#4b3527', 15) +
        line('M8-92C34-112 52-118 74-122M12-130C-20-146-36-148-58-150', '#4b3527', 8) +
        ellipse(10, -190, 92, 40, '#38543a') +
        ellipse(80, -134, 58, 24, '#2f4a35') +
        ellipse(-66, -160, 62, 27, '#3f5d3f') +
        ellipse(28, -204, 60, 22, '#4e6e46'),
      s,
    );
  const tree = (x: number, y: number, s: number, color: string): string =>
    rect(x - 5 * s, y - 60 * s, 10 * s, 60 * s, '#4b3527') +
    ellipse(x, y - 100 * s, 58 * s, 66 * s, color) +
    ellipse(x - 16 * s, y - 116 * s, 34 * s, 38 * s, '#fff', opacity(0.14));
  return drawing(
    sky([
      [0, '#7fa6bd'],
      [0.5, '#c9d9d6'],
      [0.66, '#f3e6c8'],
    ]) +
      glow('sun', [250, 270], 420, '#fff3d0', 0.8) +
      streaks(8, 12, [80, 330], ['#fff', '#f7ead0'], 0.4) +
      polygon(hills(500, 58, 8, { rough: 2 }), '#9db3b3') +
      polygon(hills(560, 34, 17, { rough: 2 }), '#7d998b') +
      tree(180, 640, 1, '#c7772f') +
      tree(300, 640, 0.8, '#d99b3c') +
      tree(1330, 640, 1, '#b9562b') +
      tree(1450, 640, 0.85, '#d18a35') +
      tree(930, 640, 0.7, '#c7772f') +
      mound(520, 668, 290, 250, ['#9fae62', '#7d9151']) +
      mound(1120, 664, 235, 196, ['#a9b468', '#86975a']) +
      rect(0, 650, width, 250, '#94a259') +
      mound(800, 720, 380, 310, ['#b7be70', '#8c9c57']) +
      polygon(hills(752, 9, 3, { rough: 2 }), '#7f8f4c') +
      pine(1290, 790, 1.35) +
      path('M520 900Q760 800 660 752H720Q860 806 700 900Z', '#d9c79c') +
      polygon(hills(850, 8, 13, { rough: 1.6, step: 18 }), '#5f6f3a'),
  );
}
