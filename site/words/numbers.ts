import { localeOf, onceForEach } from './formatters.ts';
import type { Words } from './words.ts';

const numberFormat = onceForEach((lang) => new Intl.NumberFormat(localeOf(lang)));
const listFormat = onceForEach((lang) => new Intl.ListFormat(localeOf(lang)));

/** `1,240`, as the language of the words writes it. */
export function numberIn({ lang }: Words, number: number): string {
  return numberFormat(lang).format(number);
}

/** `Rome, Nara and Cairo` */
export function listIn({ lang }: Words, names: readonly string[]): string {
  return listFormat(lang).format(names);
}

/** The same in parts: each name by its index, and what is between two names. */
export function listParts({ lang }: Words, size: number): ({ index: number } | { between: string })[] {
  return listFormat(lang)
    .formatToParts(Array.from({ length: size }, (_, index) => String(index)))
    .map(({ type, value }) => (type === 'element' ? { index: Number(value) } : { between: value }));
}
