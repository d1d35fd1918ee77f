import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface MonthView extends PageView {
  page: 'month';
  /** As `2026/01`. */
  month: string;
  /** The days with stories, as `2026/01/13`, the last one first, each with its newest stories. */
  days: { day: string; count: number; stories: Story[] }[];
}

/** How many stories of a day are named. */
const mostStories = 6;

/** The page of a month; `undefined` where it has no public story. */
export function monthView(edition: Edition, route: RouteOf<'month'>): MonthView | undefined {
  const { month } = route;
  const days = edition
    .days(`${month}/`)
    .map(({ day, count }) => ({ day, count, stories: edition.newest('day', day, mostStories) }));
  if (days.length === 0) return undefined;
  return { page: 'month', path: pathOf(route), layout: layoutDataOf(edition), month, days: days.toReversed() };
}
