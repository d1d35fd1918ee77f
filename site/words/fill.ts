import { onceForEach } from './formatters.ts';
import { numberIn } from './numbers.ts';
import type { HolesIn } from '../../newsroom/model/words/word-table.ts';
import type { Words } from './words.ts';

/** A text with its holes filled. `count` is for texts that were chosen by `formFor`. */
export function fill<T extends string>(
  text: T,
  parts: Readonly<Record<HolesIn<T>, string | number>> & { readonly count?: string },
): string;
export function fill(text: string, parts: Readonly<Record<string, string | number>>): string {
  return cutAtHoles(text)
    .map((piece) => ('hole' in piece ? (parts[piece.hole] ?? '') : piece.text))
    .join('');
}

/** A text cut at its holes: the texts between them, and their names. */
export function cutAtHoles(text: string): ({ text: string } | { hole: string })[] {
  return text
    .split(/(\{\w+\})/)
    .map((piece) => (/^\{\w+\}$/.test(piece) ? { hole: piece.slice(1, -1) } : { text: piece }));
}

/** The form of a text for a count, by the plural rules of its language. The number is not filled in yet. */
export function formFor<T extends string>(
  { lang }: Words,
  forms: { readonly other: T } & { readonly [C in Intl.LDMLPluralRule]?: T },
  count: number,
): T {
  return forms[pluralRules(lang).select(count)] ?? forms.other;
}

const pluralRules = onceForEach((lang) => new Intl.PluralRules(lang));

/** A count in words: `12 stories`. */
export function counted(words: Words, forms: Parameters<typeof formFor<string>>[1], count: number): string {
  return fill(formFor(words, forms, count), { count: numberIn(words, count) });
}
