import { isDay } from './instant.ts';

/** A day, a month or a year of the calendar: `2026-02-05`, `2026-02`, `2026`. */
export type Period = string;

/** Whether a text is a `Period`. */
export function isPeriod(text: string): boolean {
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text) && isDay(firstDay(text));
}

/** `YYYY-MM-DD` */
function firstDay(period: Period): string {
  return period + '-01-01'.slice(period.length - 4);
}

/** The first day on which a period is over, `YYYY-MM-DD`. */
export function dayAfter(period: Period): string {
  const [year = 0, month, day] = period.split('-').map(Number);
  const next = new Date(0);
  next.setUTCFullYear(
    month === undefined ? year + 1 : year,
    month === undefined ? 0 : day === undefined ? month : month - 1,
    day === undefined ? 1 : day + 1,
  );
  return next.toISOString().slice(0, 10);
}
