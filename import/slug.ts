import { slugify } from '../newsroom/model/slug.ts';
import { upperFirst } from '../newsroom/model/text.ts';

/** The last part of an address. */

const LONGEST = 80;

// Latin letters that Unicode does not decompose.
const UNDECOMPOSED: Record<string, string> = { đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/**
 * Lower-case ASCII words joined by hyphens, at most 80 characters, cut after a whole word. A headline that is mostly in
 * another script is in that script, with all its words: an address without them says nothing. Empty if the text has no
 * letter and no digit.
 */
export function addressSlug(text: string): string {
  const all = slugify(text.toLowerCase().replace(/[đðþı]/g, (letter) => UNDECOMPOSED[letter] ?? letter));
  const others = all.replace(/[^\p{L}]|[a-z]/gu, '').length;
  const latin = all.replace(/[^a-z]/g, '').length;
  const words = all.split(others * 2 >= latin && others > 0 ? '-' : /[^a-z0-9]+/).filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug === '' ? cut(words[0] ?? '') : slug;
}

/** The slug of a story: `story` for a headline of emoji alone; empty where the headline has no sign at all. */
export function storySlug(headline: string): string {
  return addressSlug(headline) || (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(headline) ? 'story' : '');
}

/** Cuts between two letters, and not between a letter and its marks. */
function cut(word: string): string {
  let short = '';
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (short.length + segment.length > LONGEST) break;
    short += segment;
  }
  return short;
}

/** A title made from a slug: `best-practices` becomes "Best practices". */
export function titleFromSlug(slug: string): string {
  const words = slug.replaceAll('-', ' ').trim();
  return upperFirst(words);
}
