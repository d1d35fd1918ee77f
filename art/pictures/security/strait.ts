import {
  circle,
  drawing,
  ellipse,
  glints,
  glow,
  ground,
  hills,
  line,
  opacity,
  path,
  polygon,
  rect,
  sky,
  streaks,
} from '../../svg.ts';

/** A strait between two shores, with a high bridge and a tanker below it, at evening. */
export function draw(): string {
  let houses = '';
  for (let index = 0; index < 64; index += 1) {
    const right = index % 2 === 1;
    const x = right ? 1230 + ((index * 61) % 390) : ((index * 53) % 330) - 20;
    const y = 556 - ((index * 37) % 118) * (right ? Math.min(1, (x - 1180) / 260) : Math.min(1, (380 - x) / 260));
    const w = 22 + (index % 4) * 9;
    houses +=
      rect(x, y - 34, w, 40, ['#c9a58b', '#b78e78', '#d8bd9f', '#a97c6c'][index % 4] ?? '#c9a58b') +
      rect(x + w * 0.6, y - 34, w * 0.4, 40, '#6d4d51', opacity(0.5)) +
      path(`M${x - 3} ${y - 34}h${w + 6}l-7-12h${-(w - 8)}z`, '#8c4a40');
    if (index % 3 === 0) houses += rect(x + 6, y - 24, 6, 8, '#ffdf9a');
  }
  let hangers = '';
  for (let index = 0; index <= 24; index += 1) {
    const x = 430 + index * 30.8;
    const t = (x - 800) / 370;
    hangers += `M${x.toFixed(0)} ${(396 - 176 * t * t).toFixed(0)}V416`;
  }
  const tanker =
    path('M560 622L588 588H1010l34-6-22 52H582z', '#43242a') +
    path('M560 622l8-10H1030l-8 22H582z', '#7d2f2b') +
    path('M930 588v-66h54v66z', '#efe2cd') +
    path('M962 588v-66h22v66z', '#bca996') +
    rect(922, 516, 70, 10, '#efe2cd') +
    rect(926, 528, 60, 6, '#33262c') +
    rect(1000, 540, 20, 46, '#7d4a3c') +
    path('M610 588v-14h300v14z', '#6b3a38') +
    line('M640 574V548M740 574V540M840 574V548M640 560H860', '#4b2b2e', 4);
  return drawing(
    sky([
      [0, '#3b4a74'],
      [0.32, '#8a7594'],
      [0.52, '#e8a184'],
      [0.64, '#fbd8a0'],
    ]) +
      streaks(11, 19, [60, 420], ['#ffd0a4', '#d88f86', '#5b5680'], 0.3) +
      glow('sun', [700, 560], 430, '#ffe2a6', 0.9) +
      circle(700, 548, 44, '#fff3d0') +
      polygon(hills(548, 22, 52), '#a9798a') +
      path('M-20 600V430Q120 400 230 460T420 580V610z', '#6d5468') +
      path('M1620 600V396Q1500 380 1400 450T1190 584V610z', '#4f4059') +
      houses +
      path('M276 470l6-88 6-22 6 22 6 88z', '#5a4258') +
      ellipse(330, 476, 46, 30, '#6b4f62') +
      rect(284, 462, 92, 34, '#6b4f62') +
      line('M0 424H1600', '#33263f', 9) +
      line('M60 424Q240 400 430 220Q800 572 1170 220Q1360 400 1560 424', '#33263f', 5) +
      line(hangers, '#33263f', 1.8, opacity(0.8)) +
      path('M420 610V214h20v396zM1160 610V214h20v396z', '#2b2036') +
      line('M420 300h20M420 380h20M1160 300h20M1160 380h20', '#6d5468', 3) +
      ground('sea', 596, [
        [0, '#f0b98d'],
        [0.2, '#a07f90'],
        [1, '#262a45'],
      ]) +
      glints(60, 27, 600, '#ffe3b4', 0.34) +
      tanker +
      path('M540 634H1060l26 9H500z', '#fbe6c4', opacity(0.6)) +
      path('M560 640H1030l-30 60H620z', '#2a2036', opacity(0.3)),
  );
}
