import { area, box, chart, label, paper, stroke, type Color } from '../../chart.ts';

/** A cross-section of the sea with the share of the extra heat in each layer, 1971 to 2018. Figures of the IPCC. */
export function draw(): string {
  const layers = [
    [176, 84, '56%', 'to 700 m', 56, 'deep1'],
    [260, 104, '28%', '700 to 2,000 m', 28, 'deep2'],
    [364, 116, '7%', 'below 2,000 m', 7, 'deep3'],
  ] as const;
  let parts =
    paper +
    label(20, 46, 'Where the extra heat went, 1971–2018', 'ink', { size: 27, bold: true }) +
    area('M500 176L540 128 580 140 640 96V480H600L560 420 540 330 516 260Z', 'border') +
    area('M250 176l16-34 28-10 30 12 14 32z', 'light') +
    stroke('M250 176l16-34 28-10 30 12 14 32', 'deep1', 3);
  for (const [y, h, share, depth, part, color] of layers) {
    const right = 500 + (y - 176) * 0.28;
    const on: Color = color === 'deep1' ? 'ink' : 'light';
    parts +=
      area(`M0 ${y}H${right}L${right + h * 0.28} ${y + h}H0Z`, color) + box(20, y + h - 20, part * 7.6, 10, 'amber');
    parts +=
      label(20, y + h - 34, share, color === 'deep1' ? 'ink' : 'light', { size: 44, bold: true }) +
      label(132, y + h - 36, depth, on, { size: 26 });
  }
  parts +=
    label(20, 130, '1% air', 'ink') +
    label(240, 122, '3% ice', 'ink', { anchor: 'end' }) +
    label(626, 250, '5% land', 'ink', { anchor: 'end', halo: 'border' });
  return chart('Where the heat went', parts);
}
