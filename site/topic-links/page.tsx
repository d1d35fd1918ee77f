import type { ReactNode } from 'react';
import { collectionPath } from '../addresses/routes.ts';
import { LinkGroups } from '../links/link-groups.tsx';
import { Crumbs } from '../shell/crumbs.tsx';
import type { TopicLinksView } from './view.ts';
import '../shell/list.css';

/** The page of links on a topic. */
export function TopicLinksPage({ view }: { view: TopicLinksView }): ReactNode {
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
      <LinkGroups groups={groups} language={view.layout.site.language} />
    </div>
  );
}
