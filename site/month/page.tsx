import type { ReactNode } from 'react';
import { articlesIn } from '../shell/count.ts';
import { Crumbs } from '../shell/crumbs.tsx';
import { HeadlineLink } from '../shell/teaser.tsx';
import { dayInWords, monthInWords } from '../words/dates.ts';
import type { MonthView } from './view.ts';
import '../shell/list.css';
import './page.css';

/** The days of a month, each with its first headlines. */
export function MonthPage({ view }: { view: MonthView }): ReactNode {
  const { language } = view.layout.site;
  const year = view.month.slice(0, 4);
  return (
    <div className="wrap index">
      <header className="index-head">
        <Crumbs crumbs={[{ title: year, path: `/${year}` }]} />
        <h1>{monthInWords(view.month, language)}</h1>
      </header>
      {view.days.map(({ day, count, stories }) => (
        <section key={day} className="day">
          <h2>
            <a href={`/${day}`}>{dayInWords(day, language)}</a>
          </h2>
          <ul>
            {stories.map((story) => (
              <li key={story.address}>
                <HeadlineLink story={story} siteLanguage={language} />
              </li>
            ))}
          </ul>
          {count > stories.length && (
            <p className="reason">
              <a href={`/${day}`}>All {articlesIn(count)} of this day</a>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}
