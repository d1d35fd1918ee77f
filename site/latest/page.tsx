import type { ReactNode } from 'react';
import { FeedLinks } from '../shell/feed-links.tsx';
import { PageNumber } from '../shell/page-number.tsx';
import { Pager } from '../shell/pager.tsx';
import { StoryList } from '../shell/teaser.tsx';
import { marked } from '../words/language.ts';
import { Phrase } from '../words/phrase.tsx';
import { siteWords } from '../words/words-of.ts';
import type { LatestView } from './view.ts';
import '../shell/list.css';

/** All stories, newest first. */
export function LatestPage({ view }: { view: LatestView }): ReactNode {
  const { list } = view;
  const { site } = view.layout;
  const words = siteWords(site);
  const name = <span {...marked(site.language, words.lang)}>{site.name}</span>;
  return (
    <div className="wrap index">
      <header className="index-head">
        <h1>
          {words.latest.title}
          <PageNumber number={list.number} words={words} />
        </h1>
        {list.number === undefined && (
          <p className="reason">
            <a href="/archive">{words.archive.kicker}</a>
          </p>
        )}
      </header>
      <StoryList of={list} words={words} />
      {list.number === undefined && (
        <FeedLinks follow={<Phrase of={words.list.follow} parts={{ title: name }} />} base="/" />
      )}
      <Pager list={list} base="/latest" words={words} />
    </div>
  );
}
