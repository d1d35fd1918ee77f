import type { Instant } from '../../newsroom/model/instant.ts';

/** English without a country has British dates: 13 January 2026. */
function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats a day in UTC and in a given language, so that the zone and the locale of the machine do not matter. */
function format(day: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`;
  let formatter = formats.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' });
    formats.set(key, formatter);
  }
  return formatter.format(Date.parse(day));
}

/** `13 January 2026`, from `2026-01-13` or `2026/01/13`. */
export function dayInWords(day: string, language: string): string {
  return format(day.replaceAll('/', '-'), language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `Tuesday 13 January 2026` */
export function weekdayInWords(day: string, language: string): string {
  return format(day.replaceAll('/', '-'), language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).replace(/^(\p{L}+),/u, '$1');
}

/** `January 2026`, from `2026/01` */
export function monthInWords(month: string, language: string): string {
  return format(`${month.replaceAll('/', '-')}-01`, language, { month: 'long', year: 'numeric' });
}

/** `18:30 UTC+9`: the time as the newsroom wrote it, with its zone. */
export function timeInWords(instant: Instant): string {
  const time = instant.slice(11, 16);
  const zone = /([+-])(\d\d):(\d\d)$/.exec(instant);
  if (!zone || (zone[2] === '00' && zone[3] === '00')) return `${time} UTC`;
  return `${time} UTC${zone[1] === '-' ? '−' : '+'}${Number(zone[2])}${zone[3] === '00' ? '' : `:${zone[3]}`}`;
}

/** A date as wire copy has it: `Jan 13, 2026`. */
export function wireDate(day: string, language: string): string {
  return language.startsWith('en')
    ? format(day, 'en-US', { month: 'short', day: 'numeric', year: 'numeric' })
    : format(day, language, { dateStyle: 'medium' });
}

/** A country's name in a language, from its ISO code. */
export function countryName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code;
}
