import type { ReactNode } from 'react';
import { collectionPath } from '../addresses/routes.ts';
import { storylinesId } from '../links/groups.ts';
import { Headline, HeadlineLink, Kicker, Standfirst } from '../shell/teaser.tsx';
import { Day } from '../shell/time.tsx';
import { marked } from '../words/language.ts';
import type { Words } from '../words/words.ts';
import { Part } from './part.tsx';
import type { TopicParts } from './topic.ts';

/** Whether there is anything above the list of a topic. Then the list has a title. */
export function isOverviewShown({ running, essential }: TopicParts): boolean {
  return running.length > 0 || essential.length > 0;
}

/** The title of the list of a topic that has something else above it. */
export function ListTitle({ title, words }: { title: string; words: Words }): ReactNode {
  return (
    <h2 className="part-title list-title">
      {title} <span>{words.list.newestFirst}</span>
    </h2>
  );
}

/** What is running on a topic now, and what to read first. */
export function TopicOverview({ parts, base, words }: { parts: TopicParts; base: string; words: Words }): ReactNode {
  if (!isOverviewShown(parts)) return null;
  const { running, moreStorylines, essential } = parts;
  const texts = words.collection;
  return (
    <div className="overview">
      {running.length > 0 && (
        <Part id="running" title={texts.runningNow}>
          <ul className="running-lines">
            {running.map(({ slug, title, newest }) => (
              <li key={slug}>
                <h3>
                  <a href={collectionPath('storyline', slug)} {...marked(words.page, words.lang)}>
                    {title}
                  </a>
                </h3>
                <p>
                  <Day of={newest.published} words={words} /> <HeadlineLink story={newest} words={words} />
                </p>
              </li>
            ))}
          </ul>
          {moreStorylines && (
            <p className="rest">
              <a href={`${base}/links#${storylinesId}`}>{texts.allStorylines}</a>
            </p>
          )}
        </Part>
      )}
      {essential.length > 0 && (
        <Part id="essential" title={texts.readFirst}>
          <ul className="essential">
            {essential.map((story) => (
              <li key={story.address}>
                <Kicker story={story} words={words} />
                <Headline story={story} words={words} level="h3" />
                <Standfirst story={story} words={words} />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}
