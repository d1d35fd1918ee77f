import { circle, drawing, gradient, height, line, moved, opacity, path, randomFrom, rect, width } from '../../svg.ts';

/** A chamber of parliament with rows of seats in half circles; nobody can be recognized. */
export function draw(): string {
  const cx = width / 2;
  let parts =
    gradient('wall', [
      [0, '#2a1d14'],
      [0.5, '#7a5531'],
      [0.72, '#a3743f'],
      [1, '#2b1a10'],
    ]) +
    gradient('pane', [
      [0, '#fff8e2'],
      [1, '#f1cf94'],
    ]) +
    gradient('ray', [
      [0, '#fff2cf', 0.2],
      [1, '#fff2cf', 0],
    ]) +
    rect(0, 0, width, height, 'url(#wall)');
  for (let index = 0; index < 9; index += 1) {
    const x = cx + (index - 4) * 150;
    parts += path(`M${x + 41} 60h68v350h-68z`, '#3a2615', opacity(0.55));
    parts += path(`M${x - 34} 400V170a34 34 0 0 1 68 0V400Z`, 'url(#pane)');
    parts += path(`M${x - 2} 136h4V400h-4zM${x - 34} 230h68v4h-68zM${x - 34} 315h68v4h-68z`, '#4b3017');
    parts += path(`M${x - 34} 150H${x + 34}L${x + 260} 900H${x + 60}Z`, 'url(#ray)');
  }
  parts +=
    rect(0, 40, width, 24, '#23150c') +
    rect(0, 400, width, 22, '#23150c') +
    rect(0, 422, width, 110, '#4a2f1a') +
    rect(cx - 120, 420, 240, 92, '#2a1a10') +
    rect(cx - 90, 446, 180, 66, '#7b4e28') +
    rect(cx - 150, 512, 300, 26, '#1f120a') +
    rect(cx - 26, 300, 52, 146, '#1f120a') +
    circle(cx, 340, 18, '#d9ab62');
  ['#8d5d31', '#744a27', '#5d3a1e', '#4a2d18', '#392213', '#2a190e', '#1c100a'].forEach((color, k) => {
    const y = 545 + k * k * 5.2 + k * 14;
    const [rx, ry, h] = [240 + k * 150, 26 + k * 22, 16 + k * 6];
    const top = Math.round(y - ry * 0.2);
    parts += path(
      `M${cx - rx} ${top}A${rx} ${ry} 0 0 0 ${cx + rx} ${top}v${h}A${rx} ${ry} 0 0 1 ${cx - rx} ${top + h}Z`,
      color,
    );
    parts += line(
      `M${cx - rx} ${top}A${rx} ${ry} 0 0 0 ${cx + rx} ${top}`,
      '#f2c987',
      2 + k * 0.5,
      opacity(Math.round((0.75 - k * 0.08) * 100) / 100),
    );
    const random = randomFrom(k + 3);
    for (let seat = 0; seat < 9 + k; seat += 1) {
      const angle = Math.PI * (0.12 + (0.76 * seat) / (8 + k));
      const [x, sy, s] = [cx - rx * Math.cos(angle), top + ry * Math.sin(angle), 8 + k * 3.2];
      if (x > -40 && x < width + 40 && random() < 0.72)
        parts += moved(
          x,
          sy,
          path('M-10 1q0-13 10-13t10 13z', '#140b07') + circle(0, -17.5, 5.5, '#140b07'),
          Math.round(s) / 10,
        );
    }
  });
  return drawing(parts);
}
