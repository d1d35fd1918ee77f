import { slugify } from '../newsroom/model/slug.ts';

/** The last part of an address. */

const LONGEST = 80;

// Latin letters that Unicode does not decompose.
const UNDECOMPOSED: Record<string, string> = { đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/**
 * Lower-case ASCII words joined by hyphens, at most 80 characters, cut after a whole word. A headline in another script
 * keeps its own letters, because an address without words says nothing. Empty if the text has no letter and no digit.
 */
export function addressSlug(text: string): string {
  const all = slugify(text.toLowerCase().replace(/[đðþı]/g, (letter) => UNDECOMPOSED[letter] ?? letter));
  const ascii = all.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const words = ascii.length > 0 ? ascii : all.split('-');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug === '' ? (words[0] ?? '').slice(0, LONGEST) : slug;
}

/** A title made from a slug: `best-practices` becomes "Best practices". */
export function titleFromSlug(slug: string): string {
  const words = slug.replaceAll('-', ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
