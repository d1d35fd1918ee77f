import type { Thing } from 'schema-dts';
import { describeList } from '../json-ld/lists.ts';
import { dayInWords } from '../words/dates.ts';
import { monthHead } from './head.ts';
import type { MonthView } from './view.ts';

export function describeMonth(view: MonthView): Thing[] {
  const { language } = view.layout.site;
  const year = view.month.slice(0, 4);
  return describeList(
    view,
    monthHead(view).title,
    view.days.map(({ day }) => ({ title: dayInWords(day, language), path: `/${day}` })),
    [{ title: year, path: `/${year}` }],
  );
}
