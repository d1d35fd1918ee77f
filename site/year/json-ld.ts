import type { Thing } from 'schema-dts';
import { describeList } from '../json-ld/lists.ts';
import { monthInWords } from '../words/dates.ts';
import { yearHead } from './head.ts';
import type { YearView } from './view.ts';

export function describeYear(view: YearView): Thing[] {
  const { language } = view.layout.site;
  return describeList(
    view,
    yearHead(view).title,
    view.months.map(({ month }) => ({ title: monthInWords(month, language), path: `/${month}` })),
  );
}
