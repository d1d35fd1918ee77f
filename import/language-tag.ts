/** The language tag in a text of another system: `pt_BR` → `pt-BR`, `EN` → `en`. Empty for an empty text, null if it names no language. */
export function languageTag(text: string): string | null {
  const stated = text
    .trim()
    .replaceAll('_', '-')
    .replace(/[.@].*$/, '');
  if (stated === '') return '';
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(stated)) return null;
  try {
    return Intl.getCanonicalLocales(stated)[0] ?? null;
  } catch {
    return null;
  }
}
