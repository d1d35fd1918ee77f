import type { ReactNode } from 'react';
import { siteWords } from '../words/words-of.ts';
import { MonthList } from './month-list.tsx';
import type { ArchiveView } from './view.ts';
import '../shell/list.css';

/** All years with stories, and their months. */
export function ArchivePage({ view }: { view: ArchiveView }): ReactNode {
  const words = siteWords(view.layout.site);
  return (
    <div className="wrap index">
      <header className="index-head">
        <h1>{words.archive.kicker}</h1>
      </header>
      {view.years.map(({ year, months }) => (
        <section key={year} className="link-group periods-part">
          <h2>
            <a href={`/${year}`}>{year}</a>
          </h2>
          <MonthList months={months} words={words} level="h3" />
        </section>
      ))}
    </div>
  );
}
