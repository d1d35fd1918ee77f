import type { ReactNode } from 'react';
import { LinkGroups } from '../links/link-groups.tsx';
import { Crumbs } from '../shell/crumbs.tsx';
import { marked } from '../words/language.ts';
import { storyWords } from '../words/words-of.ts';
import type { ArticleLinksView } from './view.ts';
import '../shell/list.css';

/** The page of an article's links. */
export function ArticleLinksPage({ view }: { view: ArticleLinksView }): ReactNode {
  const { story, accent, crumbs, groups, teasers } = view;
  const { language } = view.layout.site;
  const words = storyWords(view.layout.site, story);
  return (
    <div className={`wrap index accent-${accent}`} {...marked(words.page, language)}>
      <header className="index-head">
        <Crumbs crumbs={crumbs} words={words} language={language} />
        <p className="kicker">{words.links.kicker}</p>
        <h1 {...marked(story.lang, words.lang)}>
          <a href={story.address}>{story.headline}</a>
        </h1>
      </header>
      <LinkGroups groups={groups} teasers={teasers} words={words} language={language} />
    </div>
  );
}
