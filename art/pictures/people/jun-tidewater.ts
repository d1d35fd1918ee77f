import { portrait } from '../../portrait.ts';

export function draw(): string {
  return portrait({
    ground: ['#dfece2', '#8dbb9f'],
    skin: ['#eccba6', '#d0a47a'],
    hair: ['#26312c', '#161e1a'],
    coat: ['#2f6148', '#204733'],
    collar: '#edf3ec',
    front:
      'M306 372Q288 170 450 156 612 170 594 372 588 310 560 268 520 290 482 254 450 286 404 252 366 290 334 276 312 320 306 372Z',
  });
}
