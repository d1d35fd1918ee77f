import type { ReactNode } from 'react';
import { Crumbs } from '../shell/crumbs.tsx';
import { PageNumber } from '../shell/page-number.tsx';
import { Pager } from '../shell/pager.tsx';
import { StoryList } from '../shell/teaser.tsx';
import { dayInWords } from '../words/dates.ts';
import { fill } from '../words/fill.ts';
import { siteWords } from '../words/words-of.ts';
import { crumbsInWords, type DayView } from './view.ts';
import '../shell/list.css';

/** The stories of a day. */
export function DayPage({ view }: { view: DayView }): ReactNode {
  const words = siteWords(view.layout.site);
  const { day, list, times, previous, next } = view;
  const dated = (of: string): { day: string } => ({ day: dayInWords(of, words.lang) });
  return (
    <div className="wrap index">
      <header className="index-head">
        <Crumbs crumbs={crumbsInWords(view)} words={words} language={words.lang} />
        <h1>
          {dayInWords(day, words.lang)}
          <PageNumber number={list.number} words={words} />
        </h1>
      </header>
      <StoryList of={list} words={words} times={{ day: day.replaceAll('/', '-'), of: times }} />
      <Pager list={list} base={`/${day}`} words={words} />
      {(previous ?? next) !== undefined && (
        <nav className="pager" aria-label={words.archive.otherDays}>
          {previous !== undefined && (
            <a href={`/${previous}`} rel="prev">
              {fill(words.archive.previousDay, dated(previous))}
            </a>
          )}{' '}
          {next !== undefined && (
            <a href={`/${next}`} rel="next">
              {fill(words.archive.nextDay, dated(next))}
            </a>
          )}
        </nav>
      )}
    </div>
  );
}
