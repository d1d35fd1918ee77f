import type { ReactNode } from 'react';
import { Crumbs } from '../shell/crumbs.tsx';
import { Pager } from '../shell/pager.tsx';
import { StoryList } from '../shell/teaser.tsx';
import { dayInWords } from '../words/dates.ts';
import { crumbsInWords, type DayView } from './view.ts';
import '../shell/list.css';

/** The stories of a day. */
export function DayPage({ view }: { view: DayView }): ReactNode {
  const { language } = view.layout.site;
  const { day, list } = view;
  return (
    <div className="wrap index">
      <header className="index-head">
        <Crumbs crumbs={crumbsInWords(view)} />
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
