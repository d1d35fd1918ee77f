import type { Edition } from '../../newsroom/edition/edition.ts';
import { monthsOf, type Month } from '../archive/months.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface YearView extends PageView {
  page: 'year';
  year: string;
  months: Month[];
}

/** The page of a year; `undefined` where it has no public story. */
export function yearView(edition: Edition, route: RouteOf<'year'>): YearView | undefined {
  const { year } = route;
  const months = monthsOf(edition, year);
  if (months.length === 0) return undefined;
  return {
    page: 'year',
    path: pathOf(route),
    layout: layoutDataOf(edition),
    year,
    months,
  };
}
