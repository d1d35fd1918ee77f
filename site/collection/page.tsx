import type { ReactNode } from 'react';
import { collectionPath } from '../addresses/routes.ts';
import { LocatorMap } from '../map/locator-map.tsx';
import { Crumbs } from '../shell/crumbs.tsx';
import { FeedLinks } from '../shell/feed-links.tsx';
import { linkInWords, type FrameLink } from '../shell/layout-data.ts';
import { PageNumber } from '../shell/page-number.tsx';
import { Pager } from '../shell/pager.tsx';
import { Portrait } from '../shell/portrait.tsx';
import { Reasons } from '../shell/related-links.tsx';
import { RichText } from '../shell/rich-text.tsx';
import { Tags } from '../shell/tags.tsx';
import { StoryList } from '../shell/teaser.tsx';
import { marked } from '../words/language.ts';
import { Phrase } from '../words/phrase.tsx';
import { siteWords } from '../words/words-of.ts';
import { Contact } from './person.tsx';
import { StorylineBody, StorylineSize } from './storyline.tsx';
import { picturesAbove } from './topic-front.ts';
import type { CollectionView } from './view.ts';
import '../shell/list.css';
import './page.css';

/**
 * A topic, person, place, agency or storyline: what it is, its links, and its stories. `front` is between the head and the
 * list, and has the width of the page.
 */
export function CollectionPage({ view, front }: { view: CollectionView; front?: ReactNode }): ReactNode {
  const { collection, accent, crumbs, list, detail } = view;
  const { language } = view.layout.site;
  const words = siteWords(view.layout.site);
  const texts = words.collection;
  const own = marked(language, words.lang);
  const base = collectionPath(collection.kind, collection.slug);
  const position = [detail.role, detail.agency].filter((part) => part !== undefined);
  const isNewest = list.number === undefined;
  const topics = detail.topic?.below ?? detail.storyline?.topics ?? [];
  const links: FrameLink[] = [
    ...topics.map(({ slug, title }) => ({ href: collectionPath('topic', slug), title })),
    ...(detail.topic?.moreBelow ? [linkInWords(words, words.frame.allTopics, '/topics')] : []),
  ];
  const { elsewhere = [] } = detail;
  const topicFront = detail.topic?.front;
  const below = { ...list, stories: list.stories.filter(({ address }) => !elsewhere.includes(address)) };
  const head = (
    <header className="index-head">
      <Crumbs crumbs={crumbs} words={words} language={language} />
      {detail.portrait && <Portrait of={detail.portrait} className="profile" eager />}
      {detail.storyline && (
        <p className={detail.storyline.status === 'running' ? 'kicker running-line' : 'kicker'}>
          {texts[detail.storyline.status]}
        </p>
      )}
      <h1 {...own}>
        {collection.title}
        <PageNumber number={list.number} words={words} />
      </h1>
      {detail.map && (
        <figure className="locator">
          <LocatorMap drawing={detail.map} words={words} />
        </figure>
      )}
      {position.length > 0 && (
        <p className="standfirst" {...own}>
          {position.join(words.parts.comma)}
        </p>
      )}
      {detail.standfirst && (
        <p className="standfirst" {...own}>
          {detail.standfirst}
        </p>
      )}
      <Contact detail={detail} />
      {detail.storyline && <StorylineSize parts={detail.storyline} words={words} />}
      {detail.richText && !topicFront && (
        <RichText
          richText={detail.richText}
          words={words}
          language={language}
          {...(detail.storyline && { folded: texts.wholeStorySoFar })}
        />
      )}
      <Tags
        label={texts.leadsTo}
        links={links}
        {...(detail.topic && { last: linkInWords(words, texts.relatedLinks, `${base}/links`) })}
        words={words}
      />
      {detail.links.length > 0 && (
        <ul className="elsewhere">
          {detail.links.map(({ url, title, note, source }) => (
            <li key={url}>
              <a href={url} rel={url.startsWith('/') ? 'me' : 'external me'}>
                {title}
              </a>
              <Reasons reasons={[note, source].filter((reason) => reason !== undefined)} words={words} />
            </li>
          ))}
        </ul>
      )}
    </header>
  );
  const rest = (
    <>
      {topicFront && below.stories.length > 0 && (
        <h2 className="part-title list-title">
          {words.links.more} <span>{words.list.newestFirst}</span>
        </h2>
      )}
      {below.stories.length === 0 ? null : detail.storyline ? (
        <StorylineBody parts={detail.storyline} stories={below.stories} words={words} />
      ) : (
        <StoryList
          of={below}
          words={words}
          level={topicFront ? 'h3' : 'h2'}
          {...(topicFront && { picturesAbove: picturesAbove(topicFront) })}
        />
      )}
      {isNewest && (
        <FeedLinks follow={<Phrase of={words.list.follow} parts={{ title: collection.title }} />} base={base} />
      )}
      <Pager list={list} base={base} words={words} />
    </>
  );
  if (!front)
    return (
      <div className={`wrap index accent-${accent}`}>
        {head}
        {rest}
      </div>
    );
  return (
    <div className={`accent-${accent}`}>
      <div className="wrap index">{head}</div>
      {front}
      <div className="wrap index below-front">{rest}</div>
    </div>
  );
}
