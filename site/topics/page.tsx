import type { ReactNode } from 'react';
import { collectionPath, pathOf } from '../addresses/routes.ts';
import { linkInWords } from '../shell/layout-data.ts';
import { Tags } from '../shell/tags.tsx';
import type { TopicBranch, TopicsView } from './view.ts';
import { counted, fill, formFor } from '../words/fill.ts';
import { indexTitle } from '../words/labels.ts';
import { marked } from '../words/language.ts';
import { numberIn } from '../words/numbers.ts';
import { siteWords } from '../words/words-of.ts';
import type { Words } from '../words/words.ts';
import '../shell/list.css';
import './page.css';

/** The tree of topics, the sections first. */
export function TopicsPage({ view }: { view: TopicsView }): ReactNode {
  const words = siteWords(view.layout.site);
  const own = marked(words.page, words.lang);
  const others = [
    ...(view.layout.feeds
      ? [linkInWords(words, words.latest.title, '/latest'), linkInWords(words, words.archive.kicker, '/archive')]
      : []),
    ...view.indexes.map((kind) => linkInWords(words, indexTitle(words, kind), pathOf({ page: 'collections', kind }))),
  ];
  return (
    <div className="wrap index">
      <header className="index-head">
        <h1>{words.frame.allTopics}</h1>
        <Tags label={words.collection.leadsTo} links={others} words={words} />
      </header>
      {view.tree.map((section) => (
        <section
          key={section.slug}
          className={`branch accent-${section.accent}`}
          aria-labelledby={`topic-${section.slug}`}
        >
          <div>
            <h2 id={`topic-${section.slug}`}>
              <a href={collectionPath('topic', section.slug)} {...own}>
                {section.title}
              </a>
            </h2>
            {section.standfirst && (
              <p className="standfirst" {...own}>
                {section.standfirst}
              </p>
            )}
            <Size of={section} words={words} />
          </div>
          {section.below.length > 0 && <Branches of={section.below} words={words} />}
        </section>
      ))}
    </div>
  );
}

function Branches({ of, words }: { of: readonly TopicBranch[]; words: Words }): ReactNode {
  const own = marked(words.page, words.lang);
  return (
    <ul>
      {of.map((branch) => (
        <li key={branch.slug}>
          <h3>
            <a href={collectionPath('topic', branch.slug)} {...own}>
              {branch.title}
            </a>
          </h3>
          {branch.standfirst && (
            <p className="standfirst" {...own}>
              {branch.standfirst}
            </p>
          )}
          <Size of={branch} words={words} />
          {branch.below.length > 0 && <Branches of={branch.below} words={words} />}
        </li>
      ))}
    </ul>
  );
}

function Size({ of: { slug, title, count, links }, words }: { of: TopicBranch; words: Words }): ReactNode {
  const { collection, parts } = words;
  const linksOn = fill(formFor(words, collection.linksOn, links), { count: numberIn(words, links), topic: title });
  return (
    <p className="reason">
      {counted(words, parts.articles, count)}
      {links > 0 && (
        <>
          {'\u00A0· '}
          <a href={`${collectionPath('topic', slug)}/links`} aria-label={linksOn}>
            {counted(words, collection.links, links)}
          </a>
        </>
      )}
    </p>
  );
}
