import type { ReactNode } from 'react';
import { archiveCrumb } from '../archive/crumb.ts';
import { Crumbs } from '../shell/crumbs.tsx';
import { monthInWords } from '../words/dates.ts';
import { counted } from '../words/fill.ts';
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
      <ul className="periods">
        {view.months.map(({ month, count }) => (
          <li key={month}>
            <h2>
              <a href={`/${month}`}>{monthInWords(month, words.lang)}</a>
            </h2>
            <p className="reason">{counted(words, words.parts.articles, count)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
