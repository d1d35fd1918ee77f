import type { Accent } from '../../newsroom/model/collection.ts';
import { paper } from '../../site/shell/paper.ts';

/** The colours of the site's light scheme. A test compares them with `site/shell/base.css`. */
export const colours = { paper: paper.light, ink: '#171715', soft: '#5d5a53', hair: '#d9d5cb' } as const;

export const accentColours = {
  red: '#9b1c1c',
  teal: '#0c6170',
  blue: '#2c3e9e',
  amber: '#8a4b00',
  green: '#1d6b3c',
  violet: '#63309a',
} as const satisfies Record<Accent, string>;
