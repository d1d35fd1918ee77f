import { onceForEach } from '../words/formatters.ts';

const collator = onceForEach((language) => new Intl.Collator(language, { sensitivity: 'base' }));

/**
 * The letter under which a name is listed in a language: `É` is `E` in French, and `Ö` is a letter of its own in Swedish.
 * Names that begin with no letter, or in a script without an alphabet, are under `#`.
 */
export function initialOf(name: string, language: string): string {
  const [first = ''] = /\p{L}|\p{N}/u.exec(name) ?? [];
  if (!/\p{L}/u.test(first) || /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(first))
    return '#';
  const letter = first.toLocaleUpperCase(language).slice(0, first.length);
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return collator(language).compare(letter, plain) === 0 ? plain : letter;
}
