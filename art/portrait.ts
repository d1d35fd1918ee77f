import { circle, ellipse, gradient, group, line, opacity, path, rect } from './svg.ts';

/** A portrait of an invented person, 900 × 900, in three tones and with the light from the left. */
interface Portrait {
  ground: readonly [from: string, to: string];
  skin: readonly [light: string, shade: string];
  hair: readonly [light: string, shade: string];
  coat: readonly [light: string, shade: string];
  collar: string;
  /** Hair behind the head, and hair before the face. Path data. */
  back?: string;
  front: string;
  more?: string;
}

const face =
  'M320 330Q316 214 450 208Q584 214 580 330Q582 430 548 506Q516 574 450 578Q384 574 352 506Q318 430 320 330Z';
const shade =
  'M470 208Q584 218 580 330Q582 430 548 506Q516 574 450 578Q500 540 506 470Q512 420 500 380Q512 300 470 208Z';

export function portrait({ ground, skin, hair, coat, collar, back = '', front, more = '' }: Portrait): string {
  const eye = (x: number): string =>
    path(`M${x - 25} 372q25-20 50 0q-25 15-50 0z`, '#fbf6ec') +
    circle(x, 371, 9.5, '#2a2422') +
    line(`M${x - 27} 369q27-20 54 0`, hair[1], 5) +
    line(`M${x - 31} 338q30-18 62-2`, hair[1], 8);
  const half = 'clip-path="url(#right)"';
  const inTwo = (d: string, [light, dark]: readonly [string, string]): string =>
    path(d, light) + group(path(d, dark), ` ${half}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1200" viewBox="0 0 900 900">${
    gradient(
      'ground',
      [
        [0, ground[0]],
        [1, ground[1]],
      ],
      [0.7, 1],
    ) +
    '<clipPath id="right"><path d="M470 0H900V900H470Z"/></clipPath>' +
    rect(0, 0, 900, 900, 'url(#ground)') +
    circle(250, 230, 330, '#fff', opacity(0.14)) +
    (back === '' ? '' : inTwo(back, hair)) +
    path('M394 520h112v170q-56 56-112 0z', skin[1]) +
    inTwo('M70 900q6-152 124-190 116-34 204-76 52 92 104 0 88 42 204 76 118 38 124 190z', coat) +
    path('M398 634l52 96 52-96 44 20-70 122-26-30-26 30-70-122z', collar) +
    path('M410 626q40 50 80 0l6 14-46 84-46-84z', skin[0]) +
    path('M398 560q52 56 108 0v44q-54 52-108 0z', skin[1]) +
    ellipse(322, 396, 20, 36, skin[0]) +
    ellipse(578, 396, 20, 36, skin[1]) +
    path(face, skin[0]) +
    path(shade, skin[1]) +
    eye(398) +
    eye(506) +
    path('M456 380q14 60 22 76 0 14-34 12 16-4 16-14-8-36-4-74z', skin[1]) +
    line('M436 466q14 8 32 2', '#7a4a3c', 4, opacity(0.6)) +
    path('M408 510q24-9 42-2 20-7 44 2-22 20-44 20-22 0-42-20z', '#b5655a') +
    line('M408 510q42 8 86 0', '#6f332e', 3) +
    inTwo(front, hair) +
    more
  }</svg>\n`;
}
