import type { ReactNode } from 'react';
import { hubPath } from '../site/routes.ts';
import { hubWords, type ViewOf } from '../site/views.ts';
import { Crumbs } from './crumbs.tsx';
import { FeedLinks } from './feed-links.tsx';
import { Pager } from './pager.tsx';
import { Passage } from './passage.tsx';
import { StoryList } from './teaser.tsx';
import './styles/list.css';

/** A topic, person, place, agency or storyline: what it is, where it leads, and its stories. */
export function HubPage({ view }: { view: ViewOf<'hub'> }): ReactNode {
  const { hub, accent, crumbs, list, detail } = view;
  const { language } = view.frame.site;
  const base = hubPath(hub.kind, hub.slug);
  const links = [
    ...(hub.kind === 'topic' && list.number === undefined ? [{ href: `${base}/links`, title: 'Related links' }] : []),
    ...detail.storylines.map(({ slug, title }) => ({ href: hubPath('storyline', slug), title: `Storyline: ${title}` })),
    ...detail.topics.map(({ slug, title }) => ({ href: hubPath('topic', slug), title })),
  ];
  return (
    <div className={`wrap index accent-${accent}`}>
      <header className="index-head">
        <Crumbs crumbs={crumbs} />
        {hub.kind !== 'topic' && list.number === undefined && (
          <p className="kicker">
            {hubWords[hub.kind]}
            {detail.status === 'closed' && ', closed'}
          </p>
        )}
        <h1>
          {hub.title}
          {list.number !== undefined && <span className="page-number">, page {list.number}</span>}
        </h1>
        {detail.role && <p className="standfirst">{detail.role}</p>}
        {detail.standfirst && <p className="standfirst">{detail.standfirst}</p>}
        {detail.passage && <Passage passage={detail.passage} language={language} />}
        {links.length > 0 && (
          <nav className="tags" aria-label="Leads to">
            <ul>
              {links.map(({ href, title }) => (
                <li key={href}>
                  <a href={href}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {detail.links.length > 0 && (
          <ul className="elsewhere">
            {detail.links.map(({ url, title }) => (
              <li key={url}>
                <a href={url} rel="external me">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        )}
      </header>
      <StoryList stories={list.stories} language={language} />
      {list.number === undefined && <FeedLinks of={hub.title} base={base} />}
      <Pager list={list} base={base} />
    </div>
  );
}
