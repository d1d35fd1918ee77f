import type { ReactNode } from 'react';
import { collectionPath } from '../addresses/routes.ts';
import type { LinkGroup, ViewOf } from '../views.ts';
import { Crumbs } from '../shell/crumbs.tsx';
import { marked } from '../words/language.ts';
import { RelatedList } from '../shell/related-links.tsx';
import '../shell/list.css';

/** A topic's related-link page. */
export function TopicLinksPage({ view }: { view: ViewOf<'topic-links'> }): ReactNode {
  const { topic, accent, crumbs, groups } = view;
  return (
    <div className={`wrap index accent-${accent}`}>
      <header className="index-head">
        <Crumbs crumbs={crumbs} />
        <p className="kicker">Related links</p>
        <h1>{topic.learn}</h1>
        <p className="standfirst">
          Where to read on, here and elsewhere, and why.{' '}
          <a href={collectionPath('topic', topic.slug)}>All stories on {topic.title}</a>
        </p>
      </header>
      <Groups groups={groups} language={view.layout.site.language} />
    </div>
  );
}

/** An article's related-link page. */
export function ArticleLinksPage({ view }: { view: ViewOf<'article-links'> }): ReactNode {
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
      <Groups groups={groups} language={language} />
    </div>
  );
}

function Groups({ groups, language }: { groups: readonly LinkGroup[]; language: string }): ReactNode {
  return groups.map(({ title, links }) => (
    <section key={title} className="link-group">
      <h2>{title}</h2>
      <RelatedList links={links} language={language} />
    </section>
  ));
}
