import type { ReactNode } from 'react';
import { Crumbs } from '../shell/crumbs.tsx';
import { marked } from '../words/language.ts';
import { Moment } from '../shell/time.tsx';
import { changeInWords } from '../words/changes.ts';
import { counted, fill } from '../words/fill.ts';
import { storyWords } from '../words/words-of.ts';
import type { Words } from '../words/words.ts';
import type { HistoryView } from './view.ts';
import '../shell/list.css';
import './page.css';

/** The versions of a story. */
export function HistoryPage({ view }: { view: HistoryView }): ReactNode {
  const { story, accent, crumbs, versions, partial } = view;
  const { language } = view.layout.site;
  const words = storyWords(view.layout.site, story);
  const texts = words.history;
  return (
    <div className={`wrap index history accent-${accent}`} {...marked(words.page, language)}>
      <header className="index-head">
        <Crumbs crumbs={crumbs} words={words} language={language} />
        <p className="kicker">{texts.kicker}</p>
        <h1 {...marked(story.lang, words.lang)}>
          <a href={story.address}>{story.headline}</a>
        </h1>
        <p className="standfirst">{leadFor(words, versions.length, partial)}</p>
      </header>
      {versions.length > 0 && (
        <>
          <ol className="versions" reversed>
            {versions.map(({ number, at, dayOnly, change }) => (
              <li key={number}>
                <Moment of={at} dayOnly={dayOnly} words={words} />
                <h2>
                  <a href={`${story.address}/history/${number}`}>
                    {fill(texts.version, { number, change: changeInWords(words, change, partial) })}
                  </a>
                </h2>
              </li>
            ))}
          </ol>
          <p className="rules">{texts.rules}</p>
        </>
      )}
    </div>
  );
}

function leadFor(words: Words, count: number, partial: boolean | undefined): string {
  const { none, onlyOne, all, partial: onRecord } = words.history;
  if (count === 0) return none;
  if (partial) return counted(words, onRecord, count);
  return count === 1 ? onlyOne : counted(words, all, count);
}
