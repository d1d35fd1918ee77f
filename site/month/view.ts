import type { Edition } from '../../newsroom/edition/edition.ts';
import type { FoldedStories } from '../../newsroom/edition/translations.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface MonthView extends PageView {
  page: 'month';
  /** As `2026/01`. */
  month: string;
  /** The days with stories, as `2026/01/13`, the latest first. */
  days: MonthDay[];
}

/** A day with its newest stories. */
interface MonthDay extends FoldedStories {
  day: string;
  /** How many articles it has in all languages; missing if `stories` are all of them. */
  all?: number;
}

/** How many stories of a day are named. */
const mostStories = 6;

/** The page of a month; `undefined` where it has no public story. */
export function monthView(edition: Edition, route: RouteOf<'month'>): MonthView | undefined {
  const { month } = route;
  const days = edition.storyDays(`${month}/`).map(({ day, count }) => dayOf(edition, day, count));
  if (days.length === 0) return undefined;
  return { page: 'month', path: pathOf(route), layout: layoutDataOf(edition), month, days: days.toReversed() };
}

function dayOf(edition: Edition, day: string, count: number): MonthDay {
  // Enough of them where each story is in a few languages.
  const newest = edition.newest('day', day, 4 * mostStories);
  const { stories, translations } = edition.foldTranslations('day', day, newest);
  const isAll = count === stories.length && stories.length <= mostStories;
  return { day, stories: stories.slice(0, mostStories), translations, ...(!isAll && { all: count }) };
}
