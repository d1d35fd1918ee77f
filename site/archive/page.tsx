import type { ReactNode } from 'react';
import { counted } from '../words/fill.ts';
import { siteWords } from '../words/words-of.ts';
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
      <ul className="periods">
        {view.years.map(({ year, count }) => (
          <li key={year}>
            <h2>
              <a href={`/${year}`}>{year}</a>
            </h2>
            <p className="reason">{counted(words, words.parts.articles, count)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
