import type { ReactNode } from 'react';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { openingOf } from '../../newsroom/model/text.ts';
import { dayPath, collectionPath } from '../addresses/routes.ts';
import { wordsIn } from '../shell/count.ts';
import type { ArticleView } from './view.ts';
import { ArticleBody } from './body.tsx';
import { Byline } from './byline.tsx';
import { Crumbs } from '../shell/crumbs.tsx';
import { directionOf, marked } from '../words/language.ts';
import { Languages } from './languages.tsx';
import { Reasons, RelatedList } from '../shell/related-links.tsx';
import { StoryState } from '../shell/story-state.tsx';
import { Kicker } from '../shell/teaser.tsx';
import { LaterMoment, Moment } from '../shell/time.tsx';
import './page.css';

/** One story. */
export function ArticlePage({ view }: { view: ArticleView }): ReactNode {
  const { story, accent, crumbs, related, storyline, versions } = view;
  const { language, name, url } = view.layout.site;
  return (
    <article className={`story accent-${accent}`} lang={story.lang} dir={directionOf(story.lang)}>
      <header>
        <div lang={language} dir={directionOf(language)}>
          <Crumbs crumbs={crumbs} />
        </div>
        {story.state && (
          <p lang={language} dir={directionOf(language)}>
            <StoryState story={story} language={language} />
          </p>
        )}
        <Kicker story={story} siteLanguage={language} besides={crumbs.at(-1)?.title} />
        <h1>{story.headline}</h1>
        {!opensWith(story) && <p className="standfirst">{story.standfirst}</p>}
        <div className="credits" lang={language} dir={directionOf(language)}>
          <Byline story={story} />
          <p className="times">
            <a href={dayPath(story.address)}>
              <Moment of={story.published} language={language} />
            </a>
            {Date.parse(story.changed) > Date.parse(story.published) && (
              <>
                {' '}
                · updated <LaterMoment of={story.changed} after={story.published} language={language} />
              </>
            )}
            <span className="reading"> · {wordsIn(story.words)}</span>
          </p>
          <Languages story={story} />
        </div>
      </header>
      {story.corrections.length > 0 && (
        <section className="corrections" id="corrections" aria-label="Corrections">
          {story.corrections.map(({ at, text }) => (
            <p key={at + text}>
              <b>
                Correction, <Moment of={at} language={language} />:
              </b>{' '}
              {text}
            </p>
          ))}
        </section>
      )}
      <ArticleBody story={story} language={language} />
      <div className="after" lang={language} dir={directionOf(language)}>
        {story.sources.length > 0 && (
          <section className="sources" aria-labelledby="sources">
            <h2 id="sources">Sources</h2>
            <ul {...marked(story.lang, language)}>
              {story.sources.map(({ url: href, title, source }) => (
                <li key={href + title}>
                  <a href={href} {...(!href.startsWith('/') && { rel: 'external' })}>
                    {title}
                  </a>
                  {source && <Reasons reasons={[source]} />}
                </li>
              ))}
            </ul>
          </section>
        )}
        {related.length > 0 && (
          <section className="related-links" aria-labelledby="related-links">
            <h2 id="related-links">Related Links</h2>
            <RelatedList links={related} language={language} />
            <p className="more">
              <a href={`${story.address}/related`}>All links on this story</a>
            </p>
          </section>
        )}
        {(story.parts.topics.length > 0 || storyline) && (
          <nav className="tags" aria-label="Topics of this story">
            <ul>
              {storyline && (
                <li>
                  <a href={collectionPath('storyline', storyline.slug)}>Storyline: {storyline.title}</a>
                </li>
              )}
              {story.parts.topics.map(({ slug, title }) => (
                <li key={slug}>
                  <a href={collectionPath('topic', slug)}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {versions !== undefined && (
          <p className="more">
            <a href={`${story.address}/history`}>History of this story: {versions} versions</a>
          </p>
        )}
        <p className="print-only">
          {url}
          {story.address} · {name}
        </p>
      </div>
    </article>
  );
}

/** Whether the standfirst is empty or taken from the beginning of the text, so that a reader would read it twice. */
function opensWith({ standfirst, parts }: FullStory): boolean {
  return openingOf(parts.body).startsWith(standfirst.replace(/…$/, ''));
}
