/** A month as wire copy writes it. */
interface Month {
  number: number;
  names: readonly string[];
  french: readonly string[];
}

const MONTHS: readonly Month[] = [
  { number: 1, names: ['january', 'jan'], french: ['janvier', 'janv'] },
  { number: 2, names: ['february', 'feb'], french: ['février', 'fevrier', 'févr', 'fév'] },
  { number: 3, names: ['march', 'mar'], french: ['mars'] },
  { number: 4, names: ['april', 'apr'], french: ['avril', 'avr'] },
  { number: 5, names: ['may'], french: ['mai'] },
  { number: 6, names: ['june', 'jun'], french: ['juin'] },
  { number: 7, names: ['july', 'jul'], french: ['juillet', 'juil'] },
  { number: 8, names: ['august', 'aug'], french: ['août', 'aout'] },
  { number: 9, names: ['september', 'sept', 'sep'], french: ['septembre'] },
  { number: 10, names: ['october', 'oct'], french: ['octobre'] },
  { number: 11, names: ['november', 'nov'], french: ['novembre'] },
  { number: 12, names: ['december', 'dec'], french: ['décembre', 'decembre', 'déc'] },
];

const BY_NAME = new Map<string, { month: number; lang?: string }>([
  ...MONTHS.flatMap(({ number, names }) => names.map((name): [string, { month: number }] => [name, { month: number }])),
  ...MONTHS.flatMap(({ number, french }) =>
    french.map((name): [string, { month: number; lang: string }] => [name, { month: number, lang: 'fr' }]),
  ),
]);

/** A pattern for the name of any month. Long names come first, so that `Jan` does not match the beginning of `January`. */
export const MONTH_PATTERN = `(?:${[...BY_NAME.keys()].toSorted((a, b) => b.length - a.length).join('|')})\\.?`;

/** The number of a month by its name in any letter case, and its language if only one language writes it so. */
export function monthOf(name: string): { month: number; lang?: string } | undefined {
  return BY_NAME.get(name.toLowerCase().replace(/\.$/, ''));
}
