import type { Edition } from '../../newsroom/edition/edition.ts';
import { archiveCrumb } from '../archive/crumb.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { localTime } from '../shell/local-time.ts';
import { layoutDataOf, type Crumb } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';
import { listPage, type ListPage } from '../shell/paging.ts';
import { monthInWords } from '../words/dates.ts';
import { siteWords } from '../words/words-of.ts';

export interface DayView extends PageView {
  page: 'day';
  /** As `2026/01/13`. */
  day: string;
  list: ListPage;
  /** When its stories were published, in the time zone of the site, by address: `2026-01-13T18:30`, or only a day. */
  times: Record<string, string>;
  /** The nearest days with stories, as `2026/01/12`; only on the newest page of a day, so that the others never change. */
  previous?: string;
  next?: string;
  /** The year and the month, in digits. */
  crumbs: [year: Crumb, month: Crumb];
}

/** A page of the stories of a day; `undefined` where the day has no such page. */
export function dayView(edition: Edition, route: RouteOf<'day'>): DayView | undefined {
  const { day, number } = route;
  const list = listPage(edition, 'day', day, number);
  if (!list) return undefined;
  const newest = number === undefined;
  const previous = newest ? edition.nearestDay(day, 'before') : undefined;
  const next = newest ? edition.nearestDay(day, 'after') : undefined;
  const [year = '', month = ''] = day.split('/');
  return {
    page: 'day',
    path: pathOf(route),
    layout: layoutDataOf(edition),
    day,
    list,
    times: Object.fromEntries(list.stories.map((story) => [story.address, localTime(edition, story)])),
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
    crumbs: [
      { title: year, path: `/${year}` },
      { title: month, path: `/${year}/${month}` },
    ],
  };
}

/** The crumbs as a reader sees them: below the archive, and the month by its name. */
export function crumbsInWords({ day, crumbs: [year, month], layout }: DayView): Crumb[] {
  const words = siteWords(layout.site);
  return [archiveCrumb(words), year, { ...month, title: monthInWords(day.slice(0, 7), words.lang) }];
}
