import type { ReactNode } from 'react';
import { dayInWords, monthInWords } from '../words/dates.ts';
import type { ViewOf } from '../views.ts';
import { articlesIn } from '../shell/count.ts';
import { Crumbs } from '../shell/crumbs.tsx';
import { Pager } from '../shell/pager.tsx';
import { HeadlineLink, StoryList } from '../shell/teaser.tsx';
import '../shell/list.css';

/** The months of a year. */
export function YearPage({ view }: { view: ViewOf<'year'> }): ReactNode {
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

/** The days of a month, each with its first headlines. */
export function MonthPage({ view }: { view: ViewOf<'month'> }): ReactNode {
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

/** The stories of a day. */
export function DayPage({ view }: { view: ViewOf<'day'> }): ReactNode {
  const { language } = view.layout.site;
  const { day, list, crumbs } = view;
  return (
    <div className="wrap index">
      <header className="index-head">
        <Crumbs
          crumbs={crumbs.map((crumb, index) =>
            index === 1 ? { ...crumb, title: monthInWords(day.slice(0, 7), language) } : crumb,
          )}
        />
        <h1>
          {dayInWords(day, language)}
          {list.number !== undefined && <span className="page-number">, page {list.number}</span>}
        </h1>
      </header>
      <StoryList stories={list.stories} language={language} />
      <Pager list={list} base={`/${day}`} />
    </div>
  );
}
