import type { ReactNode } from 'react';
import { Picture } from '../../elements/picture/picture.tsx';
import type { Story } from '../../newsroom/edition/public.ts';
import { LocatorMap } from '../map/locator-map.tsx';
import { shownPicture, withPictures } from '../shell/find-picture.ts';
import { AlsoIn, Headline, HeadlineLink, Kicker, Standfirst } from '../shell/teaser.tsx';
import { Day, DayOfYear } from '../shell/time.tsx';
import { periodInWords } from '../words/dates.ts';
import { counted } from '../words/fill.ts';
import { labelOf } from '../words/labels.ts';
import { marked } from '../words/language.ts';
import { Phrase } from '../words/phrase.tsx';
import type { Words } from '../words/words.ts';
import { Part } from './part.tsx';
import type { StorylineParts } from './storyline.ts';

/** `12 stories since 31 October 2025` */
export function StorylineSize({ parts, words }: { parts: StorylineParts; words: Words }): ReactNode {
  return (
    <p className="size">
      <Phrase
        of={words.collection.since}
        parts={{
          articles: counted(words, words.parts.articles, parts.count),
          day: <Day of={parts.since} words={words} />,
        }}
      />
    </p>
  );
}

interface BodyProps {
  parts: StorylineParts;
  stories: readonly Story[];
  words: Words;
}

/** What is ahead in a storyline and its stories day by day, newest first; beside them its people, places and background. */
export function StorylineBody({ parts, stories, words }: BodyProps): ReactNode {
  const { people, map, background, first } = parts;
  const texts = words.collection;
  return (
    <div className="storyline-body">
      <Timeline parts={parts} stories={stories} words={words} />
      {(people.length > 0 || map || background.length > 0 || first) && (
        <div className="storyline-side">
          {people.length > 0 && (
            <Part id="people" title={texts.people}>
              <ul {...marked(words.page, words.lang)}>
                {people.map(({ name, role, href }) => (
                  <li key={name}>
                    <a href={href}>{name}</a>
                    {role !== undefined && <div className="reason">{role}</div>}
                  </li>
                ))}
              </ul>
            </Part>
          )}
          {map && (
            <Part id="places" title={texts.places}>
              <LocatorMap drawing={map} words={words} />
            </Part>
          )}
          {(background.length > 0 || first) && (
            <Part id="background" title={texts.background}>
              <ul>
                {background.map((story) => (
                  <BackgroundLink key={story.address} story={story} words={words} why={labelOf(words, story.type)} />
                ))}
                {first && <BackgroundLink story={first} words={words} why={texts.howItBegan} />}
              </ul>
            </Part>
          )}
        </div>
      )}
    </div>
  );
}

function Timeline({ parts: { ahead, translations }, stories, words }: BodyProps): ReactNode {
  const texts = words.collection;
  const pictured = withPictures(stories);
  const [newest] = stories;
  return (
    <Part
      id="how"
      title={
        <>
          {texts.howItCame} <span>{words.list.newestFirst}</span>
        </>
      }
    >
      <ol className="days">
        {ahead.map(({ date, text }, index) => (
          <li key={`${date} ${text}`} className="ahead">
            <p className="when">
              <time dateTime={date}>{periodInWords(date, words.lang)}</time> {index === 0 && <span>{texts.ahead}</span>}
            </p>
            <p {...marked(words.page, words.lang)}>{text}</p>
          </li>
        ))}
        {byDay(stories).map(({ day, published }, index, days) => (
          <li key={day}>
            <p className="when">
              {day.slice(0, 4) === days[index - 1]?.day.slice(0, 4) ? (
                <DayOfYear of={day} words={words} />
              ) : (
                <Day of={day} words={words} />
              )}
            </p>
            {published.map((story) => {
              const picture = pictured.has(story) ? story.picture : undefined;
              const isWide = story === newest;
              return (
                <article key={story.address} className={isWide ? 'newest' : picture ? 'pictured' : undefined}>
                  {picture && (
                    <Picture
                      picture={shownPicture(picture)}
                      alt=""
                      place={isWide ? 'timeline' : 'row'}
                      eager={isWide}
                    />
                  )}
                  <div>
                    <Kicker story={story} words={words} />
                    <Headline story={story} words={words} level="h3" />
                    <Standfirst story={story} words={words} />
                    <AlsoIn story={story} of={translations} words={words} />
                  </div>
                </article>
              );
            })}
          </li>
        ))}
      </ol>
    </Part>
  );
}

function BackgroundLink({ story, words, why }: { story: Story; words: Words; why: string | undefined }): ReactNode {
  return (
    <li>
      <HeadlineLink story={story} words={words} />
      <div className="reason">
        {why !== undefined && why + words.parts.comma}
        <Day of={story.published} words={words} />
      </div>
    </li>
  );
}

/** Stories in their order, grouped by the day on which they were published, as the newsroom wrote it. */
function byDay(stories: readonly Story[]): { day: string; published: Story[] }[] {
  const groups = Map.groupBy(stories, ({ published }) => published.slice(0, 10));
  return [...groups].map(([day, all]) => ({ day, published: all }));
}
