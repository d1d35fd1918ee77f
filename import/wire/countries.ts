// Intl has more regions than ISO 3166 assigns: exceptional reservations, groupings and test locales.
const NOT_ISO = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'XK', 'ZZ']);

/** Names that wire copy uses and Intl does not have, with their ISO 3166 alpha-2 codes. */
const ALIASES: Record<string, string> = {
  US: 'US',
  USA: 'US',
  'U.S.': 'US',
  'U.S.A.': 'US',
  'United States of America': 'US',
  UK: 'GB',
  'U.K.': 'GB',
  Britain: 'GB',
  'Great Britain': 'GB',
  England: 'GB',
  Scotland: 'GB',
  Wales: 'GB',
  'Northern Ireland': 'GB',
  UAE: 'AE',
  'U.A.E.': 'AE',
  Turkey: 'TR',
  Turkiye: 'TR',
  'Czech Republic': 'CZ',
  Holland: 'NL',
  'The Netherlands': 'NL',
  'Ivory Coast': 'CI',
  'Cote d’Ivoire': 'CI',
  "Cote d'Ivoire": 'CI',
  "Côte d'Ivoire": 'CI',
  'Cape Verde': 'CV',
  Swaziland: 'SZ',
  Macedonia: 'MK',
  'East Timor': 'TL',
  Burma: 'MM',
  Myanmar: 'MM',
  'Hong Kong': 'HK',
  Macau: 'MO',
  Macao: 'MO',
  'DR Congo': 'CD',
  DRC: 'CD',
  'Democratic Republic of Congo': 'CD',
  'Democratic Republic of the Congo': 'CD',
  Congo: 'CG',
  'Republic of Congo': 'CG',
  Palestine: 'PS',
  'Gaza Strip': 'PS',
  'West Bank': 'PS',
  'Palestinian Territories': 'PS',
  'Occupied Palestinian Territory': 'PS',
  'Republic of Korea': 'KR',
  ROK: 'KR',
  DPRK: 'KP',
  Vatican: 'VA',
  'Holy See': 'VA',
  'Bosnia and Herzegovina': 'BA',
  Bosnia: 'BA',
  'Trinidad and Tobago': 'TT',
  'Antigua and Barbuda': 'AG',
  'Saint Lucia': 'LC',
  'Sao Tome and Principe': 'ST',
  'The Gambia': 'GM',
  'The Bahamas': 'BS',
  'Russian Federation': 'RU',
  "People's Republic of China": 'CN',
  Reunion: 'RE',
  Curacao: 'CW',
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CODES = [...LETTERS].flatMap((first) => [...LETTERS].map((second) => first + second));

const BY_NAME = new Map<string, string>();
for (const lang of ['fr', 'en']) {
  const names = new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' });
  for (const code of CODES) {
    // Intl returns the successor of a withdrawn code (SU, YU), which has its own entry.
    if (NOT_ISO.has(code) || new Intl.Locale(`und-${code}`).region !== code) continue;
    const name = names.of(code);
    if (name !== undefined) BY_NAME.set(keyOf(name), code);
  }
}
for (const [name, code] of Object.entries(ALIASES)) BY_NAME.set(keyOf(name), code);

function keyOf(name: string): string {
  return name.toLowerCase().replaceAll('’', "'").trim();
}

/** The ISO 3166 alpha-2 code of a country by its English or French name or by a name in wire copy, in any letter case. */
export const countryOf = (name: string): string | undefined => BY_NAME.get(keyOf(name));

declare global {
  namespace Intl {
    // In Node since 18; TypeScript's library does not list it yet.
    interface Locale {
      getTimeZones(): string[] | undefined;
    }
  }
}

// For a country with several time zones, the one that its datelines nearly always mean.
const CAPITAL_ZONE: Record<string, string> = {
  CN: 'Asia/Shanghai',
  DE: 'Europe/Berlin',
  ES: 'Europe/Madrid',
  PT: 'Europe/Lisbon',
  NZ: 'Pacific/Auckland',
  UA: 'Europe/Kyiv',
  CL: 'America/Santiago',
  EC: 'America/Guayaquil',
};

/** The IANA time zone of a country; undefined if its datelines can mean several. */
export function zoneOfCountry(code: string): string | undefined {
  const known = CAPITAL_ZONE[code];
  if (known !== undefined) return known;
  const zones = new Intl.Locale(`und-${code}`).getTimeZones() ?? [];
  return zones.length === 1 ? zones[0] : undefined;
}
