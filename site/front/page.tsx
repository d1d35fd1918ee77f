import type { ReactNode } from 'react';
import { Picture } from '../../elements/picture/picture.tsx';
import { shownPicture } from '../shell/find-picture.ts';
import { LanguageMark } from '../shell/language-mark.tsx';
import { Cell, PackageHead, PackageSection } from '../shell/package/package.tsx';
import { Headline, HeadlineLink, Kicker, Standfirst } from '../shell/teaser.tsx';
import { Day, TimeOrDay } from '../shell/time.tsx';
import { dayInWords, weekdayInWords } from '../words/dates.ts';
import { counted, fill } from '../words/fill.ts';
import { marked } from '../words/language.ts';
import { siteWords } from '../words/words-of.ts';
import type { Words } from '../words/words.ts';
import type { FrontView } from './view.ts';
import './page.css';

/**
 * The front page: a lead with stories beside it and the latest ones, numbers, a running story, and packages. It has as
 * many columns as it has stories for.
 */
export function FrontPage({ view }: { view: FrontView }): ReactNode {
  const { name } = view.layout.site;
  const words = siteWords(view.layout.site);
  const { seconds, latest, numbers, running, rows } = view;
  const isColumn = latest.length >= leastInColumn;
  const columns = 1 + (seconds.length > 0 ? 1 : 0) + (isColumn ? 1 : 0);
  return (
    <>
      <div className="wrap">
        <h1 className="unseen" {...marked(words.page, words.lang)}>
          {name}
        </h1>
        <p className="edition-day">
          <time dateTime={view.day}>{weekdayInWords(view.day, words.lang)}</time>
        </p>
        <div className={`fold fold-${columns}`}>
          <Lead view={view} words={words} isWide={columns < 3} />
          {seconds.length > 0 && (
            <div className="seconds stack">
              {seconds.map((teaser) => (
                <Cell key={teaser.story.address} teaser={teaser} words={words} form="first" place="second" />
              ))}
            </div>
          )}
          {isColumn && <Latest view={view} words={words} />}
        </div>
        {!isColumn && latest.length > 0 && <Latest view={view} words={words} />}
        {numbers.length > 0 && (
          <ul className="numbers cells" aria-label={words.front.inNumbers}>
            {numbers.map(({ value, label, url, accent }) => (
              <li key={`${value} ${label}`} className={`accent-${accent}`}>
                <a href={url} {...marked(words.page, words.lang)}>
                  <b>{value}</b> {label}
                </a>
              </li>
            ))}
          </ul>
        )}
        {running && <Running of={running} words={words} />}
      </div>
      {rows.map((row) => {
        const [first] = row;
        return (
          <div key={first?.id} className={first?.layout === 'band' ? 'band' : undefined}>
            <div className={`wrap beside-${row.length}`}>
              {row.map((each) => (
                <PackageSection key={each.id} of={each} words={words} />
              ))}
            </div>
          </div>
        );
      })}
    </>
  );
}

/** The fewest latest stories that have a column of their own. */
const leastInColumn = 5;

function Lead({ view: { lead, subs }, words, isWide }: { view: FrontView; words: Words; isWide: boolean }): ReactNode {
  const { story, accent, pictured } = lead;
  const picture = pictured ? story.picture : undefined;
  return (
    <article className={`lead accent-${accent}${picture ? ' pictured' : ''}`}>
      {picture && (
        <div className="pic bleed">
          <Picture picture={shownPicture(picture)} alt="" place={isWide ? 'leadWide' : 'lead'} eager />
        </div>
      )}
      <Kicker story={story} words={words} linked />
      <Headline story={story} words={words} level="h2" />
      <Standfirst story={story} words={words} />
      <p className="where">
        {story.place && `${story.place}\u00A0· `}
        <Day of={story.published} words={words} />
      </p>
      {subs.length > 0 && (
        <ul className="subs">
          {subs.map((sub) => (
            <li key={sub.story.address}>
              <HeadlineLink story={sub.story} words={words} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** The newest stories with their times. */
function Latest({ view: { latest, day }, words }: { view: FrontView; words: Words }): ReactNode {
  return (
    <section className="latest" aria-labelledby="latest">
      <h2 id="latest">{words.front.latest}</h2>
      <ol>
        {latest.map(({ story, accent, at }) => (
          <li key={story.address} className={`accent-${accent}`}>
            <TimeOrDay of={story.published} at={at} day={day} words={words} />{' '}
            <span>
              <HeadlineLink story={story} words={words} />
              <LanguageMark language={story.lang} pageLanguage={words.page} around={words.lang} />
            </span>
          </li>
        ))}
      </ol>
      <p>
        <a href="/latest">{words.front.allStories}</a>
      </p>
    </section>
  );
}

function Running({ of, words }: { of: NonNullable<FrontView['running']>; words: Words }): ReactNode {
  const { title, href, accent, count, links, stories, dates } = of;
  const [first, ...others] = stories;
  const own = marked(words.page, words.lang);
  return (
    <section className={`package accent-${accent}`} aria-labelledby="running-story">
      <PackageHead
        id="running-story"
        title={title}
        href={href}
        links={links}
        all={{ href, text: fill(words.front.wholeStory, { articles: counted(words, words.parts.articles, count) }) }}
        words={words}
      />
      <div className={`cells running of-${1 + Math.sign(others.length) + Math.sign(dates.length)}`}>
        {first && <Cell teaser={first} words={words} form="large" place="running" />}
        {others.length > 0 && (
          <div className="stack">
            {others.map((teaser) => (
              <Cell key={teaser.story.address} teaser={teaser} words={words} form="usual" />
            ))}
          </div>
        )}
        {dates.length > 0 && (
          <div>
            <h3 className="label-title">{words.front.dates}</h3>
            <ol className="dates">
              {dates.map(({ date, text, ahead }) => (
                <li key={`${date} ${text}`} className={ahead ? 'ahead' : undefined}>
                  <time dateTime={date}>{dayInWords(date, words.lang)}</time> <span {...own}>{text}</span>
                </li>
              ))}
            </ol>
          </div>
        )}
      </div>
    </section>
  );
}
