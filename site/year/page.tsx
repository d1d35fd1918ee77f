import type { ReactNode } from 'react';
import { articlesIn } from '../shell/count.ts';
import { monthInWords } from '../words/dates.ts';
import type { YearView } from './view.ts';
import '../shell/list.css';
import './page.css';

/** The months of a year. */
export function YearPage({ view }: { view: YearView }): ReactNode {
  const { language } = view.layout.site;
  return (
    <div className="wrap index">
      <header className="index-head">
        <p className="kicker">Archive</p>
        <h1>{view.year}</h1>
      </header>
      <ul className="periods">
        {view.months.map(({ month, count }) => (
          <li key={month}>
            <h2>
              <a href={`/${month}`}>{monthInWords(month, language)}</a>
            </h2>
            <p className="reason">{articlesIn(count)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
