import { portrait } from '../../portrait.ts';
import { line, opacity, path } from '../../svg.ts';

export function draw(): string {
  const frame = (x: number): string =>
    path(`M${x - 40} 348h80v38q-6 22-40 22t-40-22z`, 'none', ' stroke="#3b2522" stroke-width="7"');
  return portrait({
    ground: ['#f0ddd0', '#c58f7e'],
    skin: ['#f2cdb2', '#dba486'],
    hair: ['#6b4436', '#4c2e25'],
    coat: ['#5a2b2b', '#401d1e'],
    collar: '#f7efe6',
    front:
      'M308 356Q288 190 430 158 592 138 598 300 598 336 590 366 584 300 552 262 460 276 384 240 340 262 328 300 312 320 308 356Z',
    more:
      frame(398) +
      frame(506) +
      line('M438 358q14-10 28 0', '#3b2522', 7) +
      path('M372 540q78 62 156 0-8 50-78 54-70-4-78-54z', '#6b4436', opacity(0.22)),
  });
}
