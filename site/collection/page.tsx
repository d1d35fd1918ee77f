import type { ReactNode } from 'react';
import type { CollectionKind } from '../../newsroom/model/collection.ts';
import { collectionPath } from '../addresses/routes.ts';
import { Crumbs } from '../shell/crumbs.tsx';
import { FeedLinks } from '../shell/feed-links.tsx';
import { Pager } from '../shell/pager.tsx';
import { Reasons } from '../shell/related-links.tsx';
import { RichText } from '../shell/rich-text.tsx';
import { StoryList } from '../shell/teaser.tsx';
import type { CollectionView } from './view.ts';
import '../shell/list.css';
import './page.css';

/** The words by which a reader knows what kind of collection it is. */
const labels = {
  topic: 'Topic',
  person: 'Author',
  place: 'Place',
  agency: 'Agency',
  storyline: 'Storyline',
} as const satisfies Record<CollectionKind, string>;

/** A topic, person, place, agency or storyline: what it is, its links, and its stories. */
export function CollectionPage({ view }: { view: CollectionView }): ReactNode {
  const { collection, accent, crumbs, list, detail } = view;
  const { language } = view.layout.site;
  const base = collectionPath(collection.kind, collection.slug);
  const position = [detail.role, detail.agency].filter((part) => part !== undefined);
  const links = [
    ...(collection.kind === 'topic' && list.number === undefined
      ? [{ href: `${base}/links`, title: 'Related links' }]
      : []),
    ...detail.storylines.map(({ slug, title }) => ({
      href: collectionPath('storyline', slug),
      title: `Storyline: ${title}`,
    })),
    ...detail.topics.map(({ slug, title }) => ({ href: collectionPath('topic', slug), title })),
  ];
  return (
    <div className={`wrap index accent-${accent}`}>
      <header className="index-head">
        <Crumbs crumbs={crumbs} />
        {collection.kind !== 'topic' && list.number === undefined && (
          <p className="kicker">
            {labels[collection.kind]}
            {detail.status === 'closed' && ', closed'}
          </p>
        )}
        <h1>
          {collection.title}
          {list.number !== undefined && <span className="page-number">, page {list.number}</span>}
        </h1>
        {position.length > 0 && <p className="standfirst">{position.join(', ')}</p>}
        {detail.standfirst && <p className="standfirst">{detail.standfirst}</p>}
        {detail.richText && <RichText richText={detail.richText} language={language} />}
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
            {detail.links.map(({ url, title, note, source }) => (
              <li key={url}>
                <a href={url} rel={url.startsWith('/') ? 'me' : 'external me'}>
                  {title}
                </a>
                <Reasons reasons={[note, source].filter((reason) => reason !== undefined)} />
              </li>
            ))}
          </ul>
        )}
      </header>
      <StoryList stories={list.stories} language={language} />
      {list.number === undefined && <FeedLinks of={collection.title} base={base} />}
      <Pager list={list} base={base} />
    </div>
  );
}
