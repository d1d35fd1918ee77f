import type { ReactNode } from 'react';
import { siteWords } from '../words/words-of.ts';
import { Periods } from './periods.tsx';
import type { ArchiveView } from './view.ts';
import '../shell/list.css';

/** All years with stories. */
export function ArchivePage({ view }: { view: ArchiveView }): ReactNode {
  const words = siteWords(view.layout.site);
  return (
    <div className="wrap index">
      <header className="index-head">
        <h1>{words.archive.kicker}</h1>
      </header>
      <Periods of={view.years.map(({ year, count }) => ({ href: `/${year}`, title: year, count }))} words={words} />
    </div>
  );
}
