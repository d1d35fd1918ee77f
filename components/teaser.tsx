import type { ReactNode } from 'react';
import type { Story } from '../newsroom/edition/public.ts';
import { directionOf } from '../site/language.ts';
import { StoryState } from './story-state.tsx';
import { Day } from './time.tsx';
import { labelOf } from '../site/labels.ts';

/** A story's headline as a link, in its own language. */
export function HeadlineLink({ story, siteLanguage }: { story: Story; siteLanguage: string }): ReactNode {
  const foreign = story.lang !== siteLanguage;
  return (
    <>
      <StoryState story={story} />
      <a href={story.address} {...(foreign && { lang: story.lang, dir: directionOf(story.lang) })}>
        {story.headline}
      </a>
    </>
  );
}

/** What stands under a story's headline, in its own language. */
export function Standfirst({ story, siteLanguage }: { story: Story; siteLanguage: string }): ReactNode {
  const foreign = story.lang !== siteLanguage;
  return (
    <p className="standfirst" {...(foreign && { lang: story.lang, dir: directionOf(story.lang) })}>
      {story.standfirst}
    </p>
  );
}

/** The small line above a headline: what kind of work it is, and what it is about. */
export function Kicker({ story, besides }: { story: Story; besides?: string | undefined }): ReactNode {
  const label = labelOf(story.type);
  // What stands there already, or says the same as the label, is not said twice.
  const kicker = [label, besides].some((said) => said?.toLowerCase() === story.kicker?.toLowerCase())
    ? undefined
    : story.kicker;
  if (!label && !kicker) return null;
  return (
    <p className="kicker">
      {label && <span className="label">{label}</span>}
      {label && kicker && ' '}
      {kicker}
    </p>
  );
}

/** Stories under each other, the day beside each: the body of every index. */
export function StoryList({ stories, language }: { stories: readonly Story[]; language: string }): ReactNode {
  return (
    <ol className="stories">
      {stories.map((story) => {
        const foreign = story.lang !== language && { lang: story.lang, dir: directionOf(story.lang) };
        return (
          <li key={story.address}>
            <Day of={story.published} language={language} />
            <article {...foreign}>
              <Kicker story={story} />
              <h2>
                <StoryState story={story} />
                <a href={story.address}>{story.headline}</a>
              </h2>
              <p className="standfirst">{story.standfirst}</p>
            </article>
          </li>
        );
      })}
    </ol>
  );
}
