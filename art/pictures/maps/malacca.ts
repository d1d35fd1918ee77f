import { map } from '../../map.ts';

/** The strait between Sumatra and the Malay peninsula. */
export function draw(): string {
  return map({
    title: 'The Strait of Malacca',
    scale: '10m',
    middle: [100.9, 3.1],
    wide: 12.6,
    finest: 1.4,
    lines: [
      {
        through: [
          [95.2, 6.2],
          [97.6, 5.7],
          [99.6, 4.2],
          [101.0, 2.75],
          [102.4, 1.75],
          [103.4, 1.15],
          [104.0, 1.22],
          [104.9, 1.6],
          [106.6, 2.8],
        ],
        color: 'red',
        dash: '1 9',
      },
    ],
    names: [
      { at: [102.4, 4.3], text: 'Malaysia', kind: 'country' },
      { at: [99.6, 1.2], text: 'Sumatra', kind: 'country', dx: -6, dy: 12 },
      { at: [98.6, 5.3], text: 'Strait of', kind: 'water', dx: 2, dy: -36 },
      { at: [98.6, 5.3], text: 'Malacca', kind: 'water', dx: 2, dy: -9 },
      { at: [105.6, 4.8], text: 'South', kind: 'water', dx: 4 },
      { at: [105.6, 4.8], text: 'China Sea', kind: 'water', dx: -10, dy: 28 },
      { at: [103.85, 1.32], text: 'Singapore', kind: 'city', dx: 22, dy: 34 },
      { at: [101.69, 3.14], text: 'Kuala Lumpur', kind: 'small', dx: 8, dy: -12 },
    ],
  });
}
