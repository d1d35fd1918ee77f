import type { ReactNode } from 'react';
import { collectionPath } from '../addresses/routes.ts';
import type { TopicBranch, TopicsView } from './view.ts';
import { articlesIn } from '../shell/count.ts';
import '../shell/list.css';
import './page.css';

/** The tree of topics, the sections first. */
export function TopicsPage({ view }: { view: TopicsView }): ReactNode {
  return (
    <div className="wrap index">
      <header className="index-head">
        <h1>All topics</h1>
      </header>
      {view.tree.map((section) => (
        <section
          key={section.slug}
          className={`branch accent-${section.accent}`}
          aria-labelledby={`topic-${section.slug}`}
        >
          <div>
            <h2 id={`topic-${section.slug}`}>
              <a href={collectionPath('topic', section.slug)}>{section.title}</a>
            </h2>
            {section.standfirst && <p className="standfirst">{section.standfirst}</p>}
            <Size of={section} />
          </div>
          {section.below.length > 0 && <Branches of={section.below} />}
        </section>
      ))}
    </div>
  );
}

function Branches({ of }: { of: readonly TopicBranch[] }): ReactNode {
  return (
    <ul>
      {of.map((branch) => (
        <li key={branch.slug}>
          <h3>
            <a href={collectionPath('topic', branch.slug)}>{branch.title}</a>
          </h3>
          {branch.standfirst && <p className="standfirst">{branch.standfirst}</p>}
          <Size of={branch} />
          {branch.below.length > 0 && <Branches of={branch.below} />}
        </li>
      ))}
    </ul>
  );
}

function Size({ of: { slug, title, count, links } }: { of: TopicBranch }): ReactNode {
  return (
    <p className="reason">
      {articlesIn(count)}
      {links > 0 && (
        <>
          {' · '}
          <a href={`${collectionPath('topic', slug)}/links`} aria-label={`${links} links on ${title}`}>
            {links} {links === 1 ? 'link' : 'links'}
          </a>
        </>
      )}
    </p>
  );
}
