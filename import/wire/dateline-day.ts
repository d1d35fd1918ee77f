import { dayOf, yearNearest } from '../stated-time.ts';
import { MONTH_PATTERN, monthOf } from './months.ts';

/** The day of a dateline, in the orders that agencies write it. */

/** A day as copy states it; `year` is null where only month and day stand. */
export interface StatedDay {
  year: number | null;
  month: number;
  day: number;
  lang?: string;
}

const NUMBER = '\\d{1,2}(?:st|nd|rd|th|er)?';
const YEAR = '\\d{4}';

/** Any day, as one group without names: for use inside a dateline's pattern. */
export const DAY_PATTERN = `(?:${MONTH_PATTERN}\\s+${NUMBER}(?:,?\\s+${YEAR})?|${NUMBER}\\s+${MONTH_PATTERN}(?:,?\\s+${YEAR})?|${YEAR}-\\d\\d-\\d\\d)(?!\\w)`;

const MONTH_FIRST = new RegExp(`^(${MONTH_PATTERN})\\s+(\\d{1,2})\\D*?(?:\\s+(${YEAR}))?$`, 'iu');
const DAY_FIRST = new RegExp(`^(\\d{1,2})\\D{0,2}?\\s+(${MONTH_PATTERN})(?:,?\\s+(${YEAR}))?$`, 'iu');
const NUMERIC = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Reads what `DAY_PATTERN` found. */
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

/** The calendar day; a year that is not stated comes from `near`. Null when there is no such day, or no year. */
export function settleDay(stated: StatedDay, near: string | null): string | null {
  const year = stated.year ?? (near === null ? null : yearNearest(stated.month, stated.day, near));
  return year === null ? null : dayOf(year, stated.month, stated.day);
}
