import type { Edition } from '../newsroom/edition/edition.ts';
import type { StoredPicture } from '../newsroom/edition/pictures.ts';
import { accentColour } from './shell/look.ts';

/** What the icon of the site is made of: a picture of the newsroom, or the first letter of its name on its colour. */
export type Icon = { picture: StoredPicture } | { letter: string; colour: string };

export function iconOf(edition: Edition): Icon {
  const picture = iconPicture(edition);
  if (picture) return { picture };
  const { name, language, accent } = edition.site;
  return { letter: firstLetter(name, language), colour: accentColour(edition, accent ?? 'red') };
}

/** The picture that the newsroom has for its icon, if it has one: an SVG or a PNG. */
export function iconPicture(edition: Edition): StoredPicture | undefined {
  const { icon } = edition.site;
  const picture = icon === undefined ? undefined : edition.picture(icon);
  return picture?.type === 'svg' || picture?.type === 'png' ? picture : undefined;
}

/** `The Harbour Post` → `H`, `ökonomie` → `Ö`, `2 Rivers` → `2`. An article in English says nothing. */
function firstLetter(name: string, language: string): string {
  const words = name.replace(/^the\s+(?=\S)/i, '');
  const segments = [...new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(words)];
  const letter = segments.find(({ segment }) => /[\p{L}\p{N}]/u.test(segment))?.segment;
  return letter === undefined ? '' : letter.toLocaleUpperCase(language);
}

/** The forms of the icon, by their paths. Sizes are pixels; `any` is the SVG; an icon that is a PNG has none. */
export const iconForms = {
  // Search engines take no SVG, and want 48 pixels at least (rule F1).
  '/favicon.ico': { size: 48, type: 'image/x-icon' },
  '/icon.svg': { size: 'any', type: 'image/svg+xml' },
  '/apple-touch-icon.png': { size: 180, type: 'image/png', filled: true },
  '/icon-192.png': { size: 192, type: 'image/png' },
  '/icon-512.png': { size: 512, type: 'image/png' },
  /** For phones that cut it to a circle: what matters is in the middle. */
  '/icon-maskable-512.png': { size: 512, type: 'image/png', filled: true, maskable: true },
} as const satisfies Record<string, IconForm>;

export interface IconForm {
  size: number | 'any';
  type: string;
  /** Whether its background may not show through. */
  filled?: true;
  maskable?: true;
}

export function isIconPath(path: string): path is keyof typeof iconForms {
  return Object.hasOwn(iconForms, path);
}
