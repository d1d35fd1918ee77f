import type { ReactNode } from 'react';
import { archiveCrumb } from '../archive/crumb.ts';
import { Crumbs } from '../shell/crumbs.tsx';
import { AlsoIn, HeadlineLink } from '../shell/teaser.tsx';
import { dayInWords, monthInWords } from '../words/dates.ts';
import { counted } from '../words/fill.ts';
import { siteWords } from '../words/words-of.ts';
import type { MonthView } from './view.ts';
import '../shell/list.css';
import './page.css';

/** The days of a month, each with its first headlines. */
export function MonthPage({ view }: { view: MonthView }): ReactNode {
  const words = siteWords(view.layout.site);
  const year = view.month.slice(0, 4);
  return (
    <div className="wrap index">
      <header className="index-head">
        <Crumbs crumbs={[archiveCrumb(words), { title: year, path: `/${year}` }]} words={words} language={words.lang} />
        <h1>{monthInWords(view.month, words.lang)}</h1>
      </header>
      {view.days.map(({ day, all, stories, translations }) => (
        <section key={day} className="day">
          <h2>
            <a href={`/${day}`}>{dayInWords(day, words.lang)}</a>
          </h2>
          <ul>
            {stories.map((story) => (
              <li key={story.address}>
                <HeadlineLink story={story} words={words} />
                <AlsoIn story={story} of={translations} words={words} />
              </li>
            ))}
          </ul>
          {all !== undefined && (
            <p className="reason">
              <a href={`/${day}`}>{counted(words, words.archive.allOfDay, all)}</a>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}
