import { portrait } from '../../portrait.ts';

export function draw(): string {
  return portrait({
    ground: ['#f6e7cd', '#d6a868'],
    skin: ['#f6dac0', '#e0b390'],
    hair: ['#c9c2b6', '#a39b8f'],
    coat: ['#6d5327', '#4f3b1a'],
    collar: '#fbf4e4',
    back: 'M284 560Q250 380 290 270 330 156 450 152 570 156 610 270 650 380 616 560 596 600 570 560H330Q304 600 284 560Z',
    front: 'M300 410Q280 214 420 168 600 160 604 410 580 330 556 292 480 284 414 232 372 300 318 330 306 364 300 410Z',
  });
}
