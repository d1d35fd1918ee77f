import type { ReactNode } from 'react';
import { languageBase } from '../addresses/feeds.ts';
import { FeedLinks } from '../shell/feed-links.tsx';
import { PageNumber } from '../shell/page-number.tsx';
import { Pager } from '../shell/pager.tsx';
import { StoryList } from '../shell/teaser.tsx';
import { directionOf, marked, nameOf } from '../words/language.ts';
import { Phrase } from '../words/phrase.tsx';
import { storyWords } from '../words/words-of.ts';
import type { LanguageView } from './view.ts';
import '../shell/list.css';

/** All stories in a language, newest first, with the words of that language around them. */
export function LanguagePage({ view }: { view: LanguageView }): ReactNode {
  const { list, language } = view;
  const { site } = view.layout;
  const words = storyWords(site, { lang: language });
  const base = languageBase(language);
  return (
    <div className="wrap index" lang={words.lang} dir={directionOf(words.lang)}>
      <header className="index-head">
        <h1 {...marked(language, words.lang)}>
          {nameOf(language)}
          <PageNumber number={list.number} words={words} />
        </h1>
      </header>
      <StoryList of={list} words={words} />
      {list.number === undefined && (
        <FeedLinks
          follow={
            <Phrase
              of={words.list.follow}
              parts={{ title: <span {...marked(language, words.lang)}>{nameOf(language)}</span> }}
            />
          }
          base={base}
        />
      )}
      <Pager list={list} base={base} words={words} />
    </div>
  );
}
