import { calendarDay, yearNearest } from '../stated-time.ts';
import { MONTH_PATTERN, monthOf } from './months.ts';

/** A day as copy states it. `year` is null if copy states only month and day. */
export interface StatedDay {
  year: number | null;
  month: number;
  day: number;
  /** The language, if only one language writes the month so. */
  lang?: string;
}

const NUMBER = '\\d{1,2}(?:st|nd|rd|th|er|\\.|º|°)?';
const OF = '(?:\\s+(?:de|of))?';
const YEAR = '\\d{4}';
const OF_YEAR = '(?:\\s+del?)?';

/** A pattern for a day in any of the orders that agencies use, without named groups, for use in the pattern of a dateline. */
export const DAY_PATTERN = `(?:${MONTH_PATTERN}\\s+${NUMBER}(?:,?\\s+${YEAR})?|${NUMBER}${OF}\\s+${MONTH_PATTERN}(?:,?${OF_YEAR}\\s+${YEAR})?|${YEAR}-\\d\\d-\\d\\d)(?!\\w)`;

const MONTH_FIRST = new RegExp(`^(${MONTH_PATTERN})\\s+(\\d{1,2})\\D*?(?:\\s+(${YEAR}))?$`, 'iu');
const DAY_FIRST = new RegExp(`^(\\d{1,2})\\D{0,2}?${OF}\\s+(${MONTH_PATTERN})(?:,?${OF_YEAR}\\s+(${YEAR}))?$`, 'iu');
const NUMERIC = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Reads a text that `DAY_PATTERN` matched; null if it names no month. */
export function statedDay(text: string): StatedDay | null {
  const numeric = NUMERIC.exec(text);
  if (numeric) return { year: Number(numeric[1]), month: Number(numeric[2]), day: Number(numeric[3]) };
  const monthFirst = MONTH_FIRST.exec(text);
  const dayFirst = DAY_FIRST.exec(text);
  const [name, day, year] = monthFirst
    ? [monthFirst[1], monthFirst[2], monthFirst[3]]
    : [dayFirst?.[2], dayFirst?.[1], dayFirst?.[3]];
  const month = monthOf(name ?? '');
  if (!month || day === undefined) return null;
  return {
    year: year === undefined ? null : Number(year),
    month: month.month,
    day: Number(day),
    ...(month.lang && { lang: month.lang }),
  };
}

/** The calendar day, `YYYY-MM-DD`. A missing year is the one nearest to the day `near`. Null if there is no such day, or no year. */
export function resolveDay(stated: StatedDay, near: string | null): string | null {
  const year = stated.year ?? (near === null ? null : yearNearest(stated.month, stated.day, near));
  return year === null ? null : calendarDay(year, stated.month, stated.day);
}
