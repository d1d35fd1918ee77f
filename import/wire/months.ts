/** The names of the twelve months in the languages of the agencies, from January. Short and long names; accents can be missing. */
const MONTHS: Record<string, readonly string[]> = {
  en: [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ],
  de: [
    'januar jänner jan',
    'februar feber feb',
    'märz mär mrz',
    'april apr',
    'mai',
    'juni jun',
    'juli jul',
    'august aug',
    'september sept sep',
    'oktober okt',
    'november nov',
    'dezember dez',
  ],
  fr: [
    'janvier janv jan',
    'février févr fév',
    'mars mar',
    'avril avr',
    'mai',
    'juin',
    'juillet juil',
    'août',
    'septembre sept',
    'octobre oct',
    'novembre nov',
    'décembre déc',
  ],
  es: [
    'enero ene',
    'febrero feb',
    'marzo mar',
    'abril abr',
    'mayo may',
    'junio jun',
    'julio jul',
    'agosto ago',
    'septiembre setiembre sept sep',
    'octubre oct',
    'noviembre nov',
    'diciembre dic',
  ],
  pt: [
    'janeiro jan',
    'fevereiro fev',
    'março mar',
    'abril abr',
    'maio mai',
    'junho jun',
    'julho jul',
    'agosto ago',
    'setembro set',
    'outubro out',
    'novembro nov',
    'dezembro dez',
  ],
  it: [
    'gennaio gen',
    'febbraio feb',
    'marzo mar',
    'aprile apr',
    'maggio mag',
    'giugno giu',
    'luglio lug',
    'agosto ago',
    'settembre set',
    'ottobre ott',
    'novembre nov',
    'dicembre dic',
  ],
};

const BY_NAME = new Map<string, { month: number; langs: Set<string> }>();
for (const [lang, months] of Object.entries(MONTHS))
  for (const [index, names] of months.entries())
    for (const name of names.split(' '))
      for (const form of new Set([name, name.normalize('NFD').replace(/\p{M}/gu, '')])) {
        const known = BY_NAME.get(form) ?? { month: index + 1, langs: new Set() };
        known.langs.add(lang);
        BY_NAME.set(form, known);
      }

/** A pattern for the name of any month. Long names come first, so that `Jan` does not match the beginning of `January`. */
export const MONTH_PATTERN = `(?:${[...BY_NAME.keys()].toSorted((a, b) => b.length - a.length).join('|')})\\.?`;

/**
 * The number of a month by its name in any letter case, and its language if only one language writes it so. English is not
 * named, because most copy is in English.
 */
export function monthOf(name: string): { month: number; lang?: string } | undefined {
  const found = BY_NAME.get(name.toLowerCase().replace(/\.$/, ''));
  if (!found) return undefined;
  const [lang, ...others] = found.langs;
  return { month: found.month, ...(lang !== undefined && lang !== 'en' && others.length === 0 && { lang }) };
}
