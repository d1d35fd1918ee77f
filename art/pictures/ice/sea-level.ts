import { box, chart, label, paper } from '../../chart.ts';

/** What the rise of the sea from 1971 to 2018 was made of, and how its pace changed. Figures of the IPCC. */
export function draw(): string {
  const shares = [
    ['Warmer water', 50, 'deep3'],
    ['Glaciers', 22, 'deep2'],
    ['Ice sheets', 20, 'deep1'],
    ['Water from land', 8, 'amber'],
  ] as const;
  let parts = paper + label(20, 46, 'What the rise was made of, 1971–2018', 'ink', { size: 27, bold: true });
  let x = 20;
  shares.forEach(([, share, color]) => {
    parts += box(x, 64, share * 6 - 2, 52, color);
    x += share * 6;
  });
  shares.forEach(([name, share, color], index) => {
    const [left, y] = [20 + (index % 2) * 330, 152 + Math.floor(index / 2) * 36];
    parts += box(left, y - 19, 20, 20, color) + label(left + 30, y, `${share}% ${name.toLowerCase()}`, 'ink');
  });
  parts += label(20, 262, 'How fast, in millimetres a year', 'ink', { size: 27, bold: true });
  (
    [
      ['1901–1971', 1.3, 'pale'],
      ['1971–2006', 1.9, 'teal'],
      ['2006–2018', 3.7, 'teal'],
    ] as const
  ).forEach(([years, rate, color], index) => {
    const y = 284 + index * 62;
    parts +=
      label(20, y + 34, years, 'soft') +
      box(160, y, rate * 105, 48, color) +
      label(160 + rate * 105 + 12, y + 36, String(rate), 'ink', { size: 34, bold: true });
  });
  return chart('Why the sea rises, and how fast', parts);
}
