import type { ReactNode } from 'react';
import { LinkGroups } from '../links/link-groups.tsx';
import { Crumbs } from '../shell/crumbs.tsx';
import { marked } from '../words/language.ts';
import type { ArticleLinksView } from './view.ts';
import '../shell/list.css';

/** The page of an article's links. */
export function ArticleLinksPage({ view }: { view: ArticleLinksView }): ReactNode {
  const { story, accent, crumbs, groups } = view;
  const { language } = view.layout.site;
  return (
    <div className={`wrap index accent-${accent}`}>
      <header className="index-head">
        <Crumbs crumbs={crumbs} />
        <p className="kicker">Related links</p>
        <h1 {...marked(story.lang, language)}>
          <a href={story.address}>{story.headline}</a>
        </h1>
      </header>
      <LinkGroups groups={groups} language={language} />
    </div>
  );
}
