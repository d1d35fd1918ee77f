import type { ReactNode } from 'react';
import type { CorrectionsView } from './view.ts';
import { FeedLinks } from '../shell/feed-links.tsx';
import { marked } from '../words/language.ts';
import { Pager } from '../shell/pager.tsx';
import { HeadlineLink } from '../shell/teaser.tsx';
import { Moment } from '../shell/time.tsx';
import '../shell/list.css';
import './page.css';

/** The newsroom's corrections: when each was made, of which story, and what it says. */
export function CorrectionsPage({ view }: { view: CorrectionsView }): ReactNode {
  const { name, language } = view.layout.site;
  const { number } = view.place;
  return (
    <div className="wrap index">
      <header className="index-head">
        <h1>
          Corrections
          {number !== undefined && <span className="page-number">, page {number}</span>}
        </h1>
        {number === undefined && (
          <p className="standfirst">
            What {name} had to put right. Each correction stands on its story too, above the text.
          </p>
        )}
      </header>
      <ol className="stories">
        {view.corrections.map(({ at, text, story }) => (
          <li key={story.address + at + text}>
            <Moment of={at} language={language} />
            <article>
              <h2>
                <HeadlineLink story={story} siteLanguage={language} />
              </h2>
              <p className="correction" {...marked(story.lang, language)}>
                {text}
              </p>
            </article>
          </li>
        ))}
      </ol>
      {number === undefined && <FeedLinks of="corrections" base="/corrections" />}
      <Pager list={view.place} base="/corrections" of="corrections" />
    </div>
  );
}
