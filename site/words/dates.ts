import type { Instant } from '../../newsroom/model/instant.ts';
import type { Period } from '../../newsroom/model/period.ts';
import { localeOf } from './formatters.ts';

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

/** `13 January`, from `2026-01-13` */
export function dayOfYearInWords(day: string, language: string): string {
  return format(day, language, { day: 'numeric', month: 'long' });
}

/** `Tuesday 13 January 2026` */
export function weekdayInWords(day: string, language: string): string {
  const words = format(day.replaceAll('/', '-'), language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  // Other languages than English need the comma.
  return language.startsWith('en') ? words.replace(/^(\p{L}+),/u, '$1') : words;
}

/** `January 2026`, from `2026/01` */
export function monthInWords(month: string, language: string): string {
  return format(`${month.replaceAll('/', '-')}-01`, language, { month: 'long', year: 'numeric' });
}

/** `5 February 2026`, `February 2026` or `2026` */
export function periodInWords(period: Period, language: string): string {
  if (period.length > 7) return dayInWords(period, language);
  return period.length > 4 ? monthInWords(period, language) : format(`${period}-01-01`, language, { year: 'numeric' });
}

/** `18:30 UTC+9`: the time as the newsroom wrote it, with its zone. */
export function timeInWords(instant: Instant): string {
  const time = instant.slice(11, 16);
  const zone = /([+-])(\d\d):(\d\d)$/.exec(instant);
  if (!zone || (zone[2] === '00' && zone[3] === '00')) return `${time} UTC`;
  return `${time} UTC${zone[1] === '-' ? '−' : '+'}${Number(zone[2])}${zone[3] === '00' ? '' : `:${zone[3]}`}`;
}

/** A date as wire copy has it: `Jan 13, 2026`. In other languages than English the month is written in full. */
export function wireDate(day: string, language: string): string {
  return language.startsWith('en')
    ? format(day, 'en-US', { month: 'short', day: 'numeric', year: 'numeric' })
    : dayInWords(day, language);
}

/** A country's name in a language, from its ISO code. */
export function countryName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code;
}
