import {
  drawing,
  glow,
  gradient,
  ground,
  hills,
  line,
  moved,
  opacity,
  path,
  polygon,
  randomFrom,
  rect,
  sky,
  width,
} from '../../svg.ts';

/** A row of stone lanterns by a path between cedars, at dusk. */
export function draw(): string {
  const lantern = (lit: boolean): string =>
    path('M-58 0h116l-14-26h-88zM-30-26h60l-9-120h-42zM-52-146h104l-12-24h-80z', '#5d6068') +
    path('M0 0h58l-14-26H0zM0-26h30l-9-120H0zM0-146h52l-12-24H0z', '#4a4d56') +
    rect(-38, -232, 76, 62, '#565962') +
    rect(0, -232, 38, 62, '#454850') +
    (lit
      ? rect(-20, -222, 40, 44, '#ffcf7d') + rect(-2, -222, 4, 44, '#6b5133') + rect(-20, -202, 40, 4, '#6b5133')
      : '') +
    path('M-86-228q52-12 66-52h40q14 40 66 52z', '#6a6d76') +
    path('M0-280h20q14 40 66 52H0z', '#4d5059') +
    path('M0-326q20 18 13 34-4 12-13 12t-13-12q-7-16 13-34z', '#5d6068');
  const random = randomFrom(21);
  let cedars = '';
  for (const [tone, size, count] of [
    ['#39485a', 0.55, 15],
    ['#263546', 0.8, 11],
    ['#172332', 1.15, 8],
  ] as const)
    for (let index = 0; index < count; index += 1) {
      const x = (index + random(0.1, 0.9)) * (width / count);
      if (Math.abs(x - 800) < 230 * size) continue;
      const w = 26 * size * random(0.8, 1.2);
      cedars += rect(x - w / 2, 0, w, 640 + size * 40, tone);
      for (let y = -20; y < 330 * size + 120; y += 58)
        cedars += path(`M${x.toFixed(0)} ${y - 40}l${(88 * size).toFixed(0)} 96h-${(176 * size).toFixed(0)}z`, tone);
    }
  let row = '';
  for (const [x, y, s, lit] of [
    [648, 622, 0.34, true],
    [952, 622, 0.34, true],
    [590, 650, 0.5, true],
    [1012, 650, 0.5, false],
    [494, 700, 0.74, true],
    [1112, 700, 0.74, true],
    [318, 786, 1.12, true],
    [1296, 786, 1.12, true],
  ] as const) {
    if (lit) row += glow(`g${x}`, [x, y - 200 * s], 190 * s, '#ffc36b', 0.5);
    row += moved(x, y, lantern(lit), s);
  }
  return drawing(
    sky([
      [0, '#2b3f58'],
      [0.4, '#58708a'],
      [0.68, '#b7b3a8'],
    ]) +
      glow('dusk', [800, 560], 420, '#ffe2b4', 0.65) +
      polygon(hills(560, 26, 33), '#6d8090', opacity(0.7)) +
      cedars +
      ground('moss', 615, [
        [0, '#42503f'],
        [1, '#1b2420'],
      ]) +
      gradient('way', [
        [0, '#c9b697'],
        [1, '#6e6354'],
      ]) +
      path('M770 615h60L1290 900H310Z', 'url(#way)') +
      line('M748 650h104M700 690h200M636 745h328M548 820h504', '#5c5245', 3, opacity(0.6)) +
      row,
  );
}
