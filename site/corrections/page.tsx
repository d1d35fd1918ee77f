import type { ReactNode } from 'react';
import type { CorrectionsView } from './view.ts';
import { FeedLinks } from '../shell/feed-links.tsx';
import { marked } from '../words/language.ts';
import { fill } from '../words/fill.ts';
import { siteWords } from '../words/words-of.ts';
import { PageNumber } from '../shell/page-number.tsx';
import { Pager } from '../shell/pager.tsx';
import { HeadlineLink } from '../shell/teaser.tsx';
import { Moment } from '../shell/time.tsx';
import '../shell/list.css';
import './page.css';

/** The newsroom's corrections: when each was made, of which story, and what it says. */
export function CorrectionsPage({ view }: { view: CorrectionsView }): ReactNode {
  const { name } = view.layout.site;
  const { number } = view.place;
  const words = siteWords(view.layout.site);
  const texts = words.corrections;
  return (
    <div className="wrap index">
      <header className="index-head">
        <h1>
          {texts.title}
          <PageNumber number={number} words={words} />
        </h1>
        {number === undefined && <p className="standfirst">{fill(texts.lead, { site: name })}</p>}
      </header>
      <ol className="stories">
        {view.corrections.map(({ at, text, story }) => (
          <li key={story.address + at + text}>
            <Moment of={at} words={words} />
            <article>
              <h2>
                <HeadlineLink story={story} words={words} />
              </h2>
              <p className="correction" {...marked(story.lang, words.lang)}>
                {text}
              </p>
            </article>
          </li>
        ))}
      </ol>
      {number === undefined && <FeedLinks follow={words.list.followCorrections} base="/corrections" />}
      <Pager list={view.place} base="/corrections" words={words} of="corrections" />
    </div>
  );
}
