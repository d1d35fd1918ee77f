import type { ReactNode } from 'react';
import { Crumbs } from '../shell/crumbs.tsx';
import { marked } from '../words/language.ts';
import { Moment } from '../shell/time.tsx';
import { changeInWords } from '../words/changes.ts';
import type { HistoryView } from './view.ts';
import '../shell/list.css';
import './page.css';

/** The versions of a story. */
export function HistoryPage({ view }: { view: HistoryView }): ReactNode {
  const { story, accent, crumbs, versions, partial } = view;
  const { language } = view.layout.site;
  return (
    <div className={`wrap index history accent-${accent}`}>
      <header className="index-head">
        <Crumbs crumbs={crumbs} />
        <p className="kicker">History</p>
        <h1 {...marked(story.lang, language)}>
          <a href={story.address}>{story.headline}</a>
        </h1>
        <p className="standfirst">{leadFor(versions.length, partial)}</p>
      </header>
      {versions.length > 0 && (
        <>
          <ol className="versions" reversed>
            {versions.map(({ number, at, change }) => (
              <li key={number}>
                <Moment of={at} language={language} />
                <h2>
                  <a href={`${story.address}/history/${number}`}>
                    Version {number}: {changeInWords(change, partial)}
                  </a>
                </h2>
              </li>
            ))}
          </ol>
          <p className="rules">
            A version counts from its first publication on; what was written before that, or was withdrawn, is not
            shown. The kind of a change is found by rule: a correction adds to the story’s list of corrections; spelling
            or punctuation leaves every name, number and negation as it was; all else is an update.
          </p>
        </>
      )}
    </div>
  );
}

function leadFor(count: number, partial: boolean | undefined): string {
  if (count === 0) return 'There is no history of this story: no earlier versions of it are kept.';
  if (partial) {
    const known = count === 1 ? 'One version of this story is' : `${count} versions of this story are`;
    return `${known} on record. The record begins with this clone of the newsroom’s repository: earlier versions are not in it.`;
  }
  return count === 1
    ? 'This is the only version of this story on record: it has not been changed since.'
    : `${count} versions of this story have been published. Each is shown with what it changed, word by word.`;
}
