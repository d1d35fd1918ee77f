import { map } from '../../map.ts';

/** The strait through which the oil of the Gulf leaves. */
export function draw(): string {
  return map({
    title: 'The Strait of Hormuz',
    scale: '10m',
    middle: [56.1, 26.05],
    wide: 7.4,
    lines: [
      {
        through: [
          [54.3, 25.75],
          [55.3, 26.15],
          [56.05, 26.52],
          [56.5, 26.52],
          [56.85, 26.2],
          [57.2, 25.6],
          [57.9, 25.0],
        ],
        color: 'red',
        dash: '1 9',
      },
    ],
    names: [
      { at: [56.0, 27.6], text: 'Iran', kind: 'country', dy: -4 },
      { at: [54.9, 24.3], text: 'United Arab Emirates', kind: 'country', dy: 2 },
      { at: [56.6, 23.9], text: 'Oman', kind: 'country', dx: 4 },
      { at: [53.7, 26.05], text: 'The Gulf', kind: 'water', dy: -12 },
      { at: [58.5, 25.0], text: 'Gulf of Oman', kind: 'water', dx: -14, dy: 34 },
      { at: [56.5, 26.52], text: 'Strait of Hormuz', kind: 'city', dy: -22, dx: 30 },
      { at: [56.33, 25.13], text: 'Fujairah', kind: 'small', dx: 12, dy: 8, anchor: 'start' },
    ],
  });
}
