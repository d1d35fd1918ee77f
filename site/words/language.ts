import { onceForEach } from './formatters.ts';

/** Scripts that run from right to left, by their ISO 15924 codes. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Aran', 'Armi', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The attributes of words in a language, for the language around them: none where the two are the same. */
export function marked(language: string, around: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return language === around ? {} : { lang: language, dir: directionOf(language) };
}

/** The direction of a language: that of its script, which its BCP 47 tag names or implies. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(maximized(language).script ?? '') ? 'rtl' : 'ltr';
}

/** The name of a language in that language: `日本語`, `العربية`. Its tag where the name is not known. */
export function nameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Whether a reader of one language may not be able to read the other: countries do not count, scripts do. */
export function isOtherLanguage(one: string, other: string): boolean {
  const [a, b] = [maximized(one), maximized(other)];
  return a.language !== b.language || a.script !== b.script;
}

/** A language with its script, which most tags only imply. A page asks for it for each of its links to stories. */
const maximized = onceForEach((language) => new Intl.Locale(language).maximize());
