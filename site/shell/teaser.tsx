import type { ReactNode } from 'react';
import { Picture } from '../../elements/picture/picture.tsx';
import type { Story } from '../../newsroom/edition/public.ts';
import type { LinkedStory } from '../../newsroom/edition/related.ts';
import type { FoldedStories } from '../../newsroom/edition/translations.ts';
import { typeHref } from '../addresses/search.ts';
import { isOtherLanguage, marked } from '../words/language.ts';
import { List, Phrase } from '../words/phrase.tsx';
import { shownPicture, withPictures } from './find-picture.ts';
import type { ListPage } from './paging.ts';
import { StoryState } from './story-state.tsx';
import { Day, TimeOrDay } from './time.tsx';
import { TranslationLink } from './translation-link.tsx';
import { labelOf } from '../words/labels.ts';
import type { Words } from '../words/words.ts';

/** A story's headline as a link, in its own language. In a preview, why the public does not see the story is before it. */
export function HeadlineLink({ story, words }: { story: LinkedStory; words: Words }): ReactNode {
  return (
    <>
      <StoryState story={story} words={words} />
      <a href={story.address} {...marked(story.lang, words.lang)}>
        {story.headline}
      </a>
    </>
  );
}

/** A story's headline as a heading, in its own language. The rest of a row is in the language of the words. */
export function Headline({
  story,
  words,
  level: Heading,
}: {
  story: Story;
  words: Words;
  level: 'h2' | 'h3';
}): ReactNode {
  return (
    <Heading {...marked(story.lang, words.lang)}>
      <StoryState story={story} words={words} />
      <a href={story.address}>{story.headline}</a>
    </Heading>
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

/**
 * The small line above a headline: the type of work, and the subject. Both are in a language of the page: a kicker that
 * an author has written in another one is left out. `around` is the language around the line.
 */
export function Kicker({
  story,
  words,
  besides,
  around = words.lang,
  linked = false,
}: {
  story: Pick<Story, 'type' | 'lang' | 'kicker' | 'kickerLang'>;
  words: Words;
  besides?: string | undefined;
  around?: string;
  /** Whether the type of work leads to all stories of that type. */
  linked?: boolean;
}): ReactNode {
  const label = labelOf(words, story.type);
  const { kickerLang: language = story.lang } = story;
  const isForeign = story.kickerLang === undefined && isOtherLanguage(story.lang, words.page);
  // A kicker that repeats the label or what is beside it is left out.
  const isSaid = [label, besides].some((said) => said?.toLowerCase() === story.kicker?.toLowerCase());
  const kicker = isForeign || isSaid ? undefined : story.kicker;
  if (!label && !kicker) return null;
  return (
    <p className="kicker">
      {label && (
        <span className="label" {...marked(words.lang, around)}>
          {linked ? <a href={typeHref(story.type)}>{label}</a> : label}
        </span>
      )}
      {label && kicker && ' '}
      {kicker && (story.kickerLang !== undefined || language !== around) ? (
        <span {...marked(language, around)}>{kicker}</span>
      ) : (
        kicker
      )}
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
  const links = translations.map((each) => <TranslationLink key={each.address} of={each} />);
  return (
    <p className="also">
      <Phrase of={words.list.alsoIn} parts={{ languages: <List of={links} words={words} /> }} />
    </p>
  );
}

/**
 * A list of stories, each with its day or its time beside it, and its picture at the end of the line. `level` is that of
 * their headlines.
 */
export function StoryList({
  of: { stories, translations, accents },
  words,
  level = 'h2',
  picturesAbove,
  times,
}: {
  of: Pick<ListPage, 'stories' | 'translations' | 'accents'>;
  words: Words;
  level?: 'h2' | 'h3';
  /** The paths of pictures that the page shows above the list. */
  picturesAbove?: ReadonlySet<string>;
  /** The day of the page, as `2026-01-13`, and the times of its stories in the time zone of the site, by address. */
  times?: { day: string; of: Record<string, string> };
}): ReactNode {
  const pictured = withPictures(stories.filter(({ picture }) => !picture || !picturesAbove?.has(picture.src)));
  return (
    <ol className="stories">
      {stories.map((story) => (
        <li
          key={story.address}
          className={[pictured.has(story) && 'pictured', `accent-${accents[story.address]}`].filter(Boolean).join(' ')}
        >
          {times ? (
            <TimeOrDay of={story.published} at={times.of[story.address] ?? ''} day={times.day} words={words} />
          ) : (
            <Day of={story.published} words={words} />
          )}
          <article>
            <Kicker story={story} words={words} />
            <Headline story={story} words={words} level={level} />
            <Standfirst story={story} words={words} />
            <AlsoIn story={story} of={translations} words={words} />
          </article>
          {story.picture && pictured.has(story) && <Picture picture={shownPicture(story.picture)} alt="" place="row" />}
        </li>
      ))}
    </ol>
  );
}
