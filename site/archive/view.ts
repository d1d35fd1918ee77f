import type { Edition } from '../../newsroom/edition/edition.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';
import { monthsOf, type Month } from './months.ts';

export interface ArchiveView extends PageView {
  page: 'archive';
  /** The years with public stories, the latest first, each with its months. */
  years: { year: string; months: Month[] }[];
}

/** The page of all years; `undefined` where there is no public story. */
export function archiveView(edition: Edition, route: RouteOf<'archive'>): ArchiveView | undefined {
  const years = Map.groupBy(monthsOf(edition), ({ month }) => month.slice(0, 4));
  if (years.size === 0) return undefined;
  return {
    page: 'archive',
    path: pathOf(route),
    layout: layoutDataOf(edition),
    years: [...years].map(([year, months]) => ({ year, months })).toReversed(),
  };
}
