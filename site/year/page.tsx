import type { ReactNode } from 'react';
import { archiveCrumb } from '../archive/crumb.ts';
import { MonthList } from '../archive/month-list.tsx';
import { Crumbs } from '../shell/crumbs.tsx';
import { siteWords } from '../words/words-of.ts';
import type { YearView } from './view.ts';
import '../shell/list.css';

/** The months of a year. */
export function YearPage({ view }: { view: YearView }): ReactNode {
  const words = siteWords(view.layout.site);
  return (
    <div className="wrap index">
      <header className="index-head">
        <Crumbs crumbs={[archiveCrumb(words)]} words={words} language={words.lang} />
        <h1>{view.year}</h1>
      </header>
      <MonthList months={view.months} words={words} level="h2" />
    </div>
  );
}
