import type { Edition } from '../../newsroom/edition/edition.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface ArchiveView extends PageView {
  page: 'archive';
  /** The years with public stories, the latest first, each with the number of its stories. */
  years: { year: string; count: number }[];
}

/** The page of all years; `undefined` where there is no public story. */
export function archiveView(edition: Edition, route: RouteOf<'archive'>): ArchiveView | undefined {
  const years = new Map<string, number>();
  for (const { day, count } of edition.storyDays(''))
    years.set(day.slice(0, 4), (years.get(day.slice(0, 4)) ?? 0) + count);
  if (years.size === 0) return undefined;
  return {
    page: 'archive',
    path: pathOf(route),
    layout: layoutDataOf(edition),
    years: [...years].map(([year, count]) => ({ year, count })).toReversed(),
  };
}
