import type { Edition } from '../../newsroom/edition/edition.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface YearView extends PageView {
  page: 'year';
  year: string;
  /** The months with stories, as `2026/01`, the first one first. */
  months: { month: string; count: number }[];
}

/** The page of a year; `undefined` where it has no public story. */
export function yearView(edition: Edition, route: RouteOf<'year'>): YearView | undefined {
  const { year } = route;
  const months = new Map<string, number>();
  for (const { day, count } of edition.storyDays(`${year}/`))
    months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + count);
  if (months.size === 0) return undefined;
  return {
    page: 'year',
    path: pathOf(route),
    layout: layoutDataOf(edition),
    year,
    months: [...months].map(([month, count]) => ({ month, count })),
  };
}
