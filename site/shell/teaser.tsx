import type { ReactNode } from 'react';
import { Picture } from '../../elements/picture/picture.tsx';
import type { Story } from '../../newsroom/edition/public.ts';
import type { FoldedStories } from '../../newsroom/edition/translations.ts';
import { directionOf, marked, nameOf } from '../words/language.ts';
import { List, Phrase } from '../words/phrase.tsx';
import { shownPicture, withPictures } from './find-picture.ts';
import type { ListPage } from './paging.ts';
import { StoryState } from './story-state.tsx';
import { Day } from './time.tsx';
import { labelOf } from '../words/labels.ts';
import type { Words } from '../words/words.ts';

/** A story's headline as a link, in its own language. */
export function HeadlineLink({ story, words }: { story: Story; words: Words }): ReactNode {
  return (
    <>
      <StoryState story={story} words={words} />
      <a href={story.address} {...marked(story.lang, words.lang)}>
        {story.headline}
      </a>
    </>
  );
}

/** A story's standfirst, in its own language. */
export function Standfirst({ story, words }: { story: Story; words: Words }): ReactNode {
  return (
    <p className="standfirst" {...marked(story.lang, words.lang)}>
      {story.standfirst}
    </p>
  );
}

/** The small line above a headline: the type of work in the language of the words, and the subject in the story's language. */
export function Kicker({
  story,
  words,
  besides,
}: {
  story: Pick<Story, 'type' | 'lang' | 'kicker' | 'kickerLang'>;
  words: Words;
  besides?: string | undefined;
}): ReactNode {
  const label = labelOf(words, story.type);
  // A kicker that repeats the label or what is beside it is left out.
  const kicker = [label, besides].some((said) => said?.toLowerCase() === story.kicker?.toLowerCase())
    ? undefined
    : story.kicker;
  if (!label && !kicker) return null;
  return (
    <p className="kicker" {...marked(story.lang, words.lang)}>
      {label && (
        <span className="label" {...marked(words.lang, story.lang)}>
          {label}
        </span>
      )}
      {label && kicker && ' '}
      {story.kickerLang === undefined ? kicker : <span {...marked(story.kickerLang, story.lang)}>{kicker}</span>}
    </p>
  );
}

/** `Also in 日本語, 한국어`: links to the other languages of a story that a list shows. */
export function AlsoIn({
  story,
  of,
  words,
}: {
  story: Story;
  of: FoldedStories['translations'];
  words: Words;
}): ReactNode {
  const translations = of[story.address];
  if (!translations) return null;
  const links = translations.map(({ address, lang }) => (
    <a key={address} href={address} hrefLang={lang} lang={lang} dir={directionOf(lang)}>
      {nameOf(lang)}
    </a>
  ));
  return (
    <p className="also" {...marked(words.lang, story.lang)}>
      <Phrase of={words.list.alsoIn} parts={{ languages: <List of={links} words={words} /> }} />
    </p>
  );
}

/**
 * A list of stories, each with its day beside it, and its picture at the end of the line. `level` is that of their
 * headlines.
 */
export function StoryList({
  of: { stories, translations, accents },
  words,
  level: Heading = 'h2',
  picturesAbove,
}: {
  of: Pick<ListPage, 'stories' | 'translations' | 'accents'>;
  words: Words;
  level?: 'h2' | 'h3';
  /** The paths of pictures that the page shows above the list. */
  picturesAbove?: ReadonlySet<string>;
}): ReactNode {
  const pictured = withPictures(stories.filter(({ picture }) => !picture || !picturesAbove?.has(picture.src)));
  return (
    <ol className="stories">
      {stories.map((story) => (
        <li
          key={story.address}
          className={[pictured.has(story) && 'pictured', `accent-${accents[story.address]}`].filter(Boolean).join(' ')}
        >
          <Day of={story.published} words={words} />
          <article {...marked(story.lang, words.lang)}>
            <Kicker story={story} words={words} />
            <Heading>
              <StoryState story={story} words={words} />
              <a href={story.address}>{story.headline}</a>
            </Heading>
            <p className="standfirst">{story.standfirst}</p>
            <AlsoIn story={story} of={translations} words={words} />
          </article>
          {story.picture && pictured.has(story) && <Picture picture={shownPicture(story.picture)} alt="" place="row" />}
        </li>
      ))}
    </ol>
  );
}
