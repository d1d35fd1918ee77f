import { box, chart, label, paper, stroke } from '../../chart.ts';

/** The three limits of New START and what each side last declared, on 1 September 2022. */
export function draw(): string {
  const groups = [
    ['Deployed warheads', 1550, 1420, 1549],
    ['Missiles and bombers', 700, 659, 540],
    ['All launchers and bombers', 800, 800, 759],
  ] as const;
  let parts =
    paper +
    box(20, 18, 60, 7, 'red') +
    label(20, 56, 'New START: limits and last count', 'ink', { size: 29, bold: true });
  groups.forEach(([name, limit, us, russia], index) => {
    const y = 82 + index * 131;
    const end = 20 + 480 * (limit === 1550 ? 1 : 0.82);
    const x = (count: number): number => 20 + ((end - 20) * count) / limit;
    parts += label(20, y + 20, name, 'ink', { bold: true });
    for (const [row, side, count, color] of [
      [0, 'United States', us, 'blue'],
      [1, 'Russia', russia, 'red'],
    ] as const) {
      const top = y + 30 + row * 40;
      parts +=
        box(20, top, x(count) - 20, 36, color) +
        label(30, top + 27, side, 'onDark') +
        label(x(count) - 10, top + 27, count.toLocaleString('en'), 'onDark', { bold: true, anchor: 'end' });
    }
    parts +=
      stroke(`M${end} ${y + 28}V${y + 112}`, 'ink', 4) +
      label(end + 12, y + 62, 'limit', 'soft') +
      label(end + 12, y + 90, limit.toLocaleString('en'), 'ink', { bold: true });
  });
  return chart('The limits of New START and the last numbers declared under it', parts);
}
