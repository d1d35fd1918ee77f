import type { ReactNode } from 'react';
import { collectionPath } from '../addresses/routes.ts';
import { storylinesId } from '../links/groups.ts';
import { Cell, Cells, PackageHead } from '../shell/package/package.tsx';
import { RichText } from '../shell/rich-text.tsx';
import { HeadlineLink } from '../shell/teaser.tsx';
import { Day } from '../shell/time.tsx';
import { marked } from '../words/language.ts';
import { siteWords } from '../words/words-of.ts';
import type { Words } from '../words/words.ts';
import { CollectionPage } from './page.tsx';
import type { TopicFront } from './topic-front.ts';
import type { CollectionView } from './view.ts';
import './topic-front.css';

/** A topic: a front above its list. Its own component, so that only topics load the styles of fronts. */
export function TopicPage({ view }: { view: CollectionView }): ReactNode {
  const { richText, topic } = view.detail;
  const words = siteWords(view.layout.site);
  const front = topic?.front && (
    <Front
      of={topic.front}
      title={view.collection.title}
      base={collectionPath('topic', view.collection.slug)}
      moreStorylines={topic.moreStorylines}
      introduction={richText && <RichText richText={richText} words={words} language={view.layout.site.language} />}
      words={words}
    />
  );
  return <CollectionPage view={view} front={front} />;
}

/** The lead of a topic, stories below it, what the topic is about, what is running, and what to read first. */
function Front({
  of: { lead, seconds, running, essential },
  title,
  base,
  moreStorylines,
  introduction,
  words,
}: {
  of: TopicFront;
  title: string;
  base: string;
  moreStorylines: boolean;
  /** What the topic is about. */
  introduction: ReactNode;
  words: Words;
}): ReactNode {
  return (
    <>
      <div className="wrap">
        <FrontTop lead={lead} seconds={seconds} words={words} />
        {introduction}
        {running.length > 0 && (
          <RunningStorylines
            of={running}
            {...(moreStorylines && { all: `${base}/links#${storylinesId}` })}
            words={words}
          />
        )}
      </div>
      {essential.length > 0 && (
        <div className="band">
          <div className="wrap">
            <section className="package" aria-labelledby="essential">
              <PackageHead id="essential" title={words.collection.readFirst} links={[]} words={words} inWords />
              <Cells layout="band" weight="whole" stories={essential} words={words} besides={title} />
            </section>
          </div>
        </div>
      )}
    </>
  );
}

/** The lead and the stories below it: three of them are a row, fewer are beside the lead. */
function FrontTop({ lead, seconds, words }: Pick<TopicFront, 'lead' | 'seconds'> & { words: Words }): ReactNode {
  const isRow = seconds.length === 3;
  return (
    <div className="package front-top">
      <div className="cells feature">
        <Cell
          teaser={lead}
          words={words}
          form="large"
          place={isRow || seconds.length === 0 ? 'sectionLead' : 'feature'}
          level="h2"
          eager
        />
        {!isRow && seconds.length > 0 && (
          <div className="stack">
            {seconds.map((teaser) => (
              <Cell key={teaser.story.address} teaser={teaser} words={words} form="usual" level="h2" />
            ))}
          </div>
        )}
      </div>
      {isRow && (
        <div className="cells row of-3">
          {seconds.map((teaser) => (
            <Cell key={teaser.story.address} teaser={teaser} words={words} form="other" place="rowOther" level="h2" />
          ))}
        </div>
      )}
    </div>
  );
}

/** Storylines side by side, each with its newest stories. `all`: where the others are, if there are any. */
function RunningStorylines({ of, all, words }: { of: TopicFront['running']; all?: string; words: Words }): ReactNode {
  const own = marked(words.page, words.lang);
  return (
    <section className="package" aria-labelledby="running">
      <PackageHead
        id="running"
        title={words.collection.runningNow}
        links={[]}
        {...(all !== undefined && { all: { href: all, text: words.collection.allStorylines } })}
        words={words}
        inWords
      />
      <div className={`cells thirds of-${of.length}`}>
        {of.map(({ slug, title: line, stories }) => (
          <div key={slug}>
            <h3 className="label-title">
              <a href={collectionPath('storyline', slug)} {...own}>
                {line}
              </a>
            </h3>
            {stories.length > 0 && (
              <ol className="dates">
                {stories.map((story) => (
                  <li key={story.address}>
                    <Day of={story.published} words={words} /> <HeadlineLink story={story} words={words} />
                  </li>
                ))}
              </ol>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
