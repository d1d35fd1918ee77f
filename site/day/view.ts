import type { Edition } from '../../newsroom/edition/edition.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { layoutDataOf, type Crumb } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';
import { listPage, type ListPage } from '../shell/paging.ts';
import { monthInWords } from '../words/dates.ts';

export interface DayView extends PageView {
  page: 'day';
  /** As `2026/01/13`. */
  day: string;
  list: ListPage;
  /** The year and the month, in digits. */
  crumbs: [year: Crumb, month: Crumb];
}

/** A page of the stories of a day; `undefined` where the day has no such page. */
export function dayView(edition: Edition, route: RouteOf<'day'>): DayView | undefined {
  const { day, number } = route;
  const list = listPage(edition, 'day', day, number);
  if (!list) return undefined;
  const [year = '', month = ''] = day.split('/');
  return {
    page: 'day',
    path: pathOf(route),
    layout: layoutDataOf(edition),
    day,
    list,
    crumbs: [
      { title: year, path: `/${year}` },
      { title: month, path: `/${year}/${month}` },
    ],
  };
}

/** The crumbs as a reader sees them: the month by its name. */
export function crumbsInWords({ day, crumbs: [year, month], layout }: DayView): Crumb[] {
  return [year, { ...month, title: monthInWords(day.slice(0, 7), layout.site.language) }];
}
