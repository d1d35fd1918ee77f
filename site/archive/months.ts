import type { Edition } from '../../newsroom/edition/edition.ts';

/** A month with stories, as `2026/01`, and how many. */
export interface Month {
  month: string;
  count: number;
}

/** The months with public stories, the first one first; with a year, those of that year. */
export function monthsOf(edition: Edition, year?: string): Month[] {
  const months = new Map<string, number>();
  for (const { day, count } of edition.storyDays(year === undefined ? '' : `${year}/`))
    months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + count);
  return [...months].map(([month, count]) => ({ month, count }));
}
