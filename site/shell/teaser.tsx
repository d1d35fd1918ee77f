import type { ReactNode } from 'react';
import type { Story } from '../../newsroom/edition/public.ts';
import { marked } from '../words/language.ts';
import { StoryState } from './story-state.tsx';
import { Day } from './time.tsx';
import { labelOf } from '../words/labels.ts';

/** A story's headline as a link, in its own language. */
export function HeadlineLink({ story, siteLanguage }: { story: Story; siteLanguage: string }): ReactNode {
  return (
    <>
      <StoryState story={story} />
      <a href={story.address} {...marked(story.lang, siteLanguage)}>
        {story.headline}
      </a>
    </>
  );
}

/** A story's standfirst, in its own language. */
export function Standfirst({ story, siteLanguage }: { story: Story; siteLanguage: string }): ReactNode {
  return (
    <p className="standfirst" {...marked(story.lang, siteLanguage)}>
      {story.standfirst}
    </p>
  );
}

/** The small line above a headline: the type of work in the site's language, and the subject in the story's language. */
export function Kicker({
  story,
  siteLanguage,
  besides,
}: {
  story: Story;
  siteLanguage: string;
  besides?: string | undefined;
}): ReactNode {
  const label = labelOf(story.type);
  // A kicker that repeats the label or what is beside it is left out.
  const kicker = [label, besides].some((said) => said?.toLowerCase() === story.kicker?.toLowerCase())
    ? undefined
    : story.kicker;
  if (!label && !kicker) return null;
  return (
    <p className="kicker" {...marked(story.lang, siteLanguage)}>
      {label && (
        <span className="label" {...marked(siteLanguage, story.lang)}>
          {label}
        </span>
      )}
      {label && kicker && ' '}
      {story.kickerLang === undefined ? kicker : <span {...marked(story.kickerLang, story.lang)}>{kicker}</span>}
    </p>
  );
}

/** A list of stories, each with its day beside it. */
export function StoryList({ stories, language }: { stories: readonly Story[]; language: string }): ReactNode {
  return (
    <ol className="stories">
      {stories.map((story) => (
        <li key={story.address}>
          <Day of={story.published} language={language} />
          <article {...marked(story.lang, language)}>
            <Kicker story={story} siteLanguage={language} />
            <h2>
              <StoryState story={story} />
              <a href={story.address}>{story.headline}</a>
            </h2>
            <p className="standfirst">{story.standfirst}</p>
          </article>
        </li>
      ))}
    </ol>
  );
}
