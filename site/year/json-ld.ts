import type { Thing } from 'schema-dts';
import { archiveCrumb } from '../archive/crumb.ts';
import { describeList } from '../json-ld/lists.ts';
import { monthInWords } from '../words/dates.ts';
import { siteWords } from '../words/words-of.ts';
import { yearHead } from './head.ts';
import type { YearView } from './view.ts';

export function describeYear(view: YearView): Thing[] {
  const words = siteWords(view.layout.site);
  return describeList(
    view,
    yearHead(view).title,
    view.months.map(({ month }) => ({ title: monthInWords(month, words.lang), path: `/${month}` })),
    [archiveCrumb(words)],
  );
}
