import { portrait } from '../../portrait.ts';

export function draw(): string {
  return portrait({
    ground: ['#dbe6e4', '#8fb2b4'],
    skin: ['#f0d2b8', '#d9ab8b'],
    hair: ['#2f4a52', '#1e343b'],
    coat: ['#2c626b', '#1d464e'],
    collar: '#eef3ef',
    back: 'M288 640Q246 460 276 320 296 158 450 152 604 158 624 320 654 460 612 640 590 660 560 630H340Q310 660 288 640Z',
    front: 'M304 400Q292 226 450 170 608 200 600 400 580 300 520 246 420 268 352 318 320 346 304 400Z',
  });
}
