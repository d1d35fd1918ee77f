import type { Thing } from 'schema-dts';
import { archiveCrumb } from '../archive/crumb.ts';
import { describeList } from '../json-ld/lists.ts';
import { dayInWords } from '../words/dates.ts';
import { siteWords } from '../words/words-of.ts';
import { monthHead } from './head.ts';
import type { MonthView } from './view.ts';

export function describeMonth(view: MonthView): Thing[] {
  const words = siteWords(view.layout.site);
  const year = view.month.slice(0, 4);
  return describeList(
    view,
    monthHead(view).title,
    view.days.map(({ day }) => ({ title: dayInWords(day, words.lang), path: `/${day}` })),
    [archiveCrumb(words), { title: year, path: `/${year}` }],
  );
}
