/** The tag of a language as intake accepts it: `pt_BR` is pt-BR, `EN` is en, `de_DE.UTF-8` is de-DE; null if there is none. */
export function languageTag(text: string): string | null {
  const stated = text
    .trim()
    .replace(/[.@].*$/, '')
    .replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(stated)) return null;
  try {
    return Intl.getCanonicalLocales(stated)[0] ?? null;
  } catch {
    return null;
  }
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** The tag of a language in the name of a file or a folder: `fr`, `pt-br`. Only languages of two letters, because many words have three. */
export function languageInName(name: string): string | null {
  const tag = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(name) ? languageTag(name) : null;
  try {
    return tag !== null && names.of(tag) !== undefined ? tag : null;
  } catch {
    return null;
  }
}
