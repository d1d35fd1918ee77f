import type { Dateline } from './article.ts';

/** A slug: letters of any script in lower case, digits, and single hyphens or underscores between them. */
const slugPattern = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+(?:[-_][\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+)*$/u;
/** Marks and letters that cannot be seen, such as the variation selector of an emoji, and marks on nothing. */
const unseen = /\p{Default_Ignorable_Code_Point}|\p{Me}|(?<![\p{L}\p{M}\p{Nd}])\p{M}/u;

/** Whether a text can be part of an address as it is. */
export function isSlug(text: string): boolean {
  return text.length <= 200 && text === text.normalize('NFC') && slugPattern.test(text) && !unseen.test(text);
}

/** The slug of a name or a headline: `New York` → `new-york`. Empty where no character of the text can be in a slug. */
export function slugify(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/['’]/g, '')
    .replace(/[\p{M}\p{Lo}](?<=\p{Default_Ignorable_Code_Point})|\p{Me}/gu, '')
    .replace(/(?<![\p{L}\p{M}\p{Nd}])\p{M}+/gu, '')
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** Letters that are written without their stroke, or their dot, where a typesetter has none. */
const plainLetters: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', þ: 'th' };

/** The slug of a place whose name, with the same region or none, is that of a place in another country: `nara-us`. */
export function placeInCountry(slug: string, country: string): string {
  return `${slug}-${country.toLowerCase()}`;
}

/** The slug of a place whose name is written with or without strokes and dots: `đà-nẵng` → `da-nang`. */
export function plainPlace(slug: string): string {
  return slugify(slug).replace(/[đðħıŧþ]/g, (letter) => plainLetters[letter] ?? letter);
}

/**
 * The slug of a place's collection, before `places.yaml` is asked about its spelling. The region is part of it, so that
 * Paris, Texas, is not Paris.
 */
export function placeSlug(dateline: Dateline | undefined): string | undefined {
  if (!dateline?.place) return undefined;
  return plainPlace(dateline.region ? `${dateline.place} ${dateline.region}` : dateline.place) || undefined;
}
