import type { ReactNode } from 'react';
import type { SeriesPlace } from '../../newsroom/edition/series.ts';
import { collectionPath } from '../addresses/routes.ts';
import type { DatedLink } from '../shell/dated-link.ts';
import { HeadlineLink } from '../shell/teaser.tsx';
import { Day } from '../shell/time.tsx';
import { counted, fill } from '../words/fill.ts';
import { marked } from '../words/language.ts';
import { Phrase } from '../words/phrase.tsx';
import type { Words } from '../words/words.ts';
import type { StorylinePlace } from './view.ts';

/** The most parts that are shown at once. A reader has to open a longer list. */
const mostOpenParts = 5;

/** The storyline of a story, with the stories before and after it. `language` is that of the storyline's title. */
export function InStoryline({
  place,
  words,
  language,
}: {
  place: StorylinePlace;
  words: Words;
  language: string;
}): ReactNode {
  const { slug, title, previous, next } = place;
  const linked = (story: DatedLink): ReactNode => (
    <>
      <HeadlineLink story={story} words={words} />
      <div className="reason">
        <Day of={story.published} words={words} />
      </div>
    </>
  );
  return (
    <nav className="part-of" aria-label={fill(words.collection.storylineTitle, { storyline: title })}>
      <p>
        <Phrase
          of={words.series.inStoryline}
          parts={{
            storyline: (
              <a href={collectionPath('storyline', slug)} {...marked(language, words.lang)}>
                {title}
              </a>
            ),
          }}
        />
      </p>
      <Neighbours previous={previous && linked(previous)} next={next && linked(next)} words={words} />
    </nav>
  );
}

/** Above a story: which part of a series it is, and a link to the list of parts below it. */
export function SeriesLine({ series, words }: { series: SeriesPlace; words: Words }): ReactNode {
  return (
    <p className="series-line">
      <Phrase
        of={words.series.above}
        parts={{ part: partInWords(words, series), series: <a href="#in-series">{series.name}</a> }}
      />
    </p>
  );
}

/** The series of the story at an address: which part it is, the parts before and after it, and the list of parts. */
export function InSeries({
  series,
  address,
  words,
}: {
  series: SeriesPlace;
  address: string;
  words: Words;
}): ReactNode {
  const { name, parts, total, previous, next } = series;
  const texts = words.series;
  const list = (
    <ol>
      {parts.map(({ part, story }) => (
        <li key={story.address} value={part}>
          {story.address === address ? (
            <b aria-current="page" {...marked(story.lang, words.lang)}>
              {story.headline}
            </b>
          ) : (
            <HeadlineLink story={story} words={words} />
          )}
        </li>
      ))}
    </ol>
  );
  return (
    <nav className="part-of" id="in-series" aria-label={fill(texts.label, { series: name })}>
      <p>
        <Phrase of={texts.below} parts={{ part: partInWords(words, series), series: <b>{name}</b> }} />
      </p>
      <Neighbours
        previous={previous && <HeadlineLink story={previous} words={words} />}
        next={next && <HeadlineLink story={next} words={words} />}
        words={words}
      />
      {parts.length > mostOpenParts ? (
        <details>
          <summary>{total === undefined ? texts.parts : counted(words, texts.allParts, total)}</summary>
          {list}
        </details>
      ) : (
        parts.length > 1 && list
      )}
    </nav>
  );
}

/** `Part 2 of 5`; without the number of all parts where that is not known. */
function partInWords({ series }: Words, { part, total }: SeriesPlace): string {
  return total === undefined ? fill(series.part, { part }) : fill(series.partOf, { part, total });
}

function Neighbours({ previous, next, words }: { previous: ReactNode; next: ReactNode; words: Words }): ReactNode {
  if (!previous && !next) return null;
  return (
    <ul className="neighbours">
      {previous && (
        <li>
          <div className="reason">{words.series.previous}</div>
          {previous}
        </li>
      )}
      {next && (
        <li className="next">
          <div className="reason">{words.series.next}</div>
          {next}
        </li>
      )}
    </ul>
  );
}
