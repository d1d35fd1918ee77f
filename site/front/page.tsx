import type { ReactNode } from 'react';
import { marked } from '../words/language.ts';
import { collectionPath, pictureUrl } from '../addresses/routes.ts';
import { weekdayInWords } from '../words/dates.ts';
import type { FrontView, Teaser } from './view.ts';
import { HeadlineLink, Kicker, Standfirst } from '../shell/teaser.tsx';
import { Day } from '../shell/time.tsx';
import './page.css';

/** The front page: one lead with related stories, other stories beside it, and below them a package for each section. */
export function FrontPage({ view }: { view: FrontView }): ReactNode {
  const { language, name } = view.layout.site;
  const { lead, subs, second, third, packages } = view;
  return (
    <div className="wrap">
      <h1 className="unseen">{name}</h1>
      <p className="edition-day">
        <time dateTime={view.day}>{weekdayInWords(view.day, language)}</time>
      </p>
      <div className="top">
        <article className={`lead accent-${lead.accent}`}>
          <Kicker story={lead.story} siteLanguage={language} />
          <h2 {...marked(lead.story.lang, language)}>
            <HeadlineLink story={lead.story} siteLanguage={language} />
          </h2>
          <Standfirst story={lead.story} siteLanguage={language} />
          <p className="where">
            {lead.story.place && `${lead.story.place} · `}
            <Day of={lead.story.published} language={language} />
          </p>
          {subs.length > 0 && (
            <ul className="subs">
              {subs.map(({ story }) => (
                <li key={story.address}>
                  <HeadlineLink story={story} siteLanguage={language} />
                </li>
              ))}
            </ul>
          )}
        </article>
        {second.length > 0 && (
          <div className="second">
            {second.map((teaser) => (
              <Brief key={teaser.story.address} teaser={teaser} language={language} size="large" />
            ))}
          </div>
        )}
        {third.length > 0 && (
          <div className="third">
            {third.map((teaser) => (
              <Brief key={teaser.story.address} teaser={teaser} language={language} size="small" />
            ))}
          </div>
        )}
      </div>
      {packages.map(({ section, stories }) => (
        <section
          key={section.slug}
          className={`package accent-${section.accent}`}
          aria-labelledby={`section-${section.slug}`}
        >
          <div className="package-head">
            <h2 id={`section-${section.slug}`}>
              <a href={collectionPath('topic', section.slug)}>{section.title}</a>
            </h2>
            <a href={collectionPath('topic', section.slug)} aria-label={`All stories in ${section.title}`}>
              All stories
            </a>
          </div>
          <div className="columns">
            {stories.map((teaser, index) => (
              <Brief
                key={teaser.story.address}
                teaser={teaser}
                language={language}
                size={index === 0 ? 'medium' : 'small'}
                full
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

interface BriefProps {
  teaser: Teaser;
  language: string;
  size: 'large' | 'medium' | 'small';
  /** Whether a small one shows its standfirst too. */
  full?: boolean;
}

/** A story in a few lines. A large one has its picture above it. */
function Brief({ teaser: { story, accent }, language, size, full = false }: BriefProps): ReactNode {
  const { picture } = story;
  return (
    <article className={`brief ${size} accent-${accent}`}>
      {size === 'large' && picture && (
        <img src={pictureUrl(picture.src)} alt="" width={picture.width} height={picture.height} decoding="async" />
      )}
      <Kicker story={story} siteLanguage={language} />
      <h3 {...marked(story.lang, language)}>
        <HeadlineLink story={story} siteLanguage={language} />
      </h3>
      {(size !== 'small' || full) && <Standfirst story={story} siteLanguage={language} />}
      {size !== 'small' && (
        <p className="where">
          <Day of={story.published} language={language} />
        </p>
      )}
    </article>
  );
}
