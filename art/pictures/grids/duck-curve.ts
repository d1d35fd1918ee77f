import { area, chart, label, paper, stroke, type Color } from '../../chart.ts';

/** A spring day on a sunny grid, with and without batteries. The shape is illustrative. */
export function draw(): string {
  const bell = (hour: number, middle: number, spread: number): number => Math.exp(-(((hour - middle) / spread) ** 2));
  const demand = (hour: number): number =>
    23.5 + 1.6 * bell(hour, 9, 3) + 4.6 * bell(hour, 19.6, 3.2) - 1.6 * bell(hour, 3.5, 3);
  const net = (hour: number): number =>
    demand(hour) - 17.5 * Math.max(0, Math.sin((Math.PI * (hour - 6)) / 13)) ** 1.25 * (hour > 6 && hour < 19 ? 1 : 0);
  const withBatteries = (hour: number): number => net(hour) + 6.2 * bell(hour, 12.4, 2.9) - 6.6 * bell(hour, 19.8, 1.9);
  const [left, right, bottom, top] = [62, 616, 416, 84];
  const hours = Array.from({ length: 97 }, (_, index) => index / 4);
  const x = (hour: number): number => left + ((right - left) * hour) / 24;
  const y = (power: number): number => bottom - ((bottom - top) * power) / 32;
  const points = (of: (hour: number) => number, some: readonly number[] = hours): string =>
    some.map((hour) => `${x(hour).toFixed(1)} ${y(of(hour)).toFixed(1)}`).join('L');
  const between = (from: number, to: number, color: Color): string => {
    const some = hours.filter((hour) => hour >= from && hour <= to);
    return area(`M${points(net, some)}L${points(withBatteries, some.toReversed())}Z`, color, ' opacity=".55"');
  };
  let parts = paper + label(20, 42, 'A spring day, in gigawatts', 'ink', { size: 27, bold: true });
  for (const power of [0, 10, 20, 30])
    parts +=
      stroke(`M${left} ${y(power).toFixed(1)}H${right}`, 'rule', 1.5) +
      label(left - 10, y(power) + 8, String(power), 'soft', { anchor: 'end' });
  for (const hour of [0, 6, 12, 18, 24]) parts += label(x(hour), 448, `${hour}h`, 'soft', { anchor: 'middle' });
  parts +=
    between(7.5, 16.5, 'amber') +
    between(16.75, 23, 'green') +
    stroke(`M${points(demand)}`, 'soft', 3, ' stroke-dasharray="2 9"') +
    stroke(`M${points(net)}`, 'red', 4.5) +
    stroke(`M${points(withBatteries)}`, 'teal', 4.5) +
    label(x(11.4), y(27.4), 'demand', 'soft', { anchor: 'middle', halo: 'paper' }) +
    label(x(12.4), y(4), 'after solar', 'red', { anchor: 'middle', bold: true, halo: 'paper' }) +
    label(x(0.5), y(13.6), 'with batteries', 'teal', { bold: true });
  return chart('A spring day on a sunny grid', parts);
}
