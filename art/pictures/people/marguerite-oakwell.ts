import { portrait } from '../../portrait.ts';
import { circle } from '../../svg.ts';

export function draw(): string {
  return portrait({
    ground: ['#e1e2f1', '#9aa3cd'],
    skin: ['#c98f68', '#a86f4b'],
    hair: ['#3b3a4a', '#262533'],
    coat: ['#3a4a93', '#28346e'],
    collar: '#dfe3f5',
    back: 'M388 186a70 66 0 1 1 124 0z',
    front: 'M304 392Q282 200 450 160 618 200 596 392 586 300 528 250 450 214 372 250 314 300 304 392Z',
    more: circle(318, 446, 9, '#e3c46a') + circle(582, 446, 9, '#c9a748'),
  });
}
