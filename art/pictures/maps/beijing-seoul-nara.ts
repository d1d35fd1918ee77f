import { map } from '../../map.ts';

/** Where the leaders of the winter's visits met. */
export function draw(): string {
  return map({
    title: 'Beijing, Seoul, Gyeongju, Nara and Tokyo',
    scale: '50m',
    middle: [127.8, 37.2],
    wide: 30,
    lines: [
      {
        through: [
          [116.4, 39.9],
          [126.98, 37.57],
          [135.8, 34.68],
        ],
        color: 'red',
        dash: '1 9',
      },
    ],
    names: [
      { at: [116.9, 34.4], text: 'China', kind: 'country' },
      { at: [137.2, 37.2], text: 'Japan', kind: 'country', dx: 6, dy: -8 },
      { at: [132.6, 40.2], text: 'Sea of Japan', kind: 'water' },
      { at: [132.6, 40.2], text: '(East Sea)', kind: 'water', dy: 27 },
      { at: [123.1, 35.2], text: 'Yellow Sea', kind: 'water', dy: 12 },
      { at: [116.4, 39.9], text: 'Beijing', kind: 'city', dy: -18 },
      { at: [126.98, 37.57], text: 'Seoul', kind: 'city', dy: -16, dx: 10 },
      { at: [135.8, 34.68], text: 'Nara', kind: 'city', dy: 36, dx: 8 },
      { at: [129.22, 35.85], text: 'Gyeongju', kind: 'small', dx: -4, dy: 46 },
      { at: [139.7, 35.68], text: 'Tokyo', kind: 'small', dx: -2, dy: -12 },
    ],
  });
}
