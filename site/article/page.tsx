import type { ReactNode } from 'react';
import type { FullStory, StoryTopic } from '../../newsroom/edition/public.ts';
import { openingOf } from '../../newsroom/model/text.ts';
import { absolute } from '../addresses/absolute.ts';
import { collectionPath, dayPath } from '../addresses/routes.ts';
import type { ArticleView } from './view.ts';
import { ArticleBody, TopPicture } from './body.tsx';
import { Byline } from './byline.tsx';
import { Cards } from './cards.tsx';
import { Contents } from './contents.tsx';
import { Corrections } from './corrections.tsx';
import { Cover } from './cover.tsx';
import { FirstPublished } from './first-published.tsx';
import { hasIssuer, Issuer } from './issuer.tsx';
import { Crumbs } from '../shell/crumbs.tsx';
import { directionOf } from '../words/language.ts';
import { Languages } from './languages.tsx';
import { InSeries, InStoryline, SeriesLine } from './part-of.tsx';
import { contentsOf, shapeOf } from './shape.ts';
import { Sources } from './sources.tsx';
import { ShapeStyle } from './shape-style.tsx';
import type { FrameLink } from '../shell/layout-data.ts';
import { Portrait } from '../shell/portrait.tsx';
import { RelatedItem } from '../shell/related-links.tsx';
import { StoryState } from '../shell/story-state.tsx';
import { Tags } from '../shell/tags.tsx';
import { Kicker } from '../shell/teaser.tsx';
import { LaterMoment, Moment } from '../shell/time.tsx';
import { counted } from '../words/fill.ts';
import { Phrase } from '../words/phrase.tsx';
import { storyWords } from '../words/words-of.ts';
import type { Words } from '../words/words.ts';
import './page.css';

/** One story. */
export function ArticlePage({ view }: { view: ArticleView }): ReactNode {
  const { story, accent, crumbs, cards, learn, storyline, portrait, versions } = view;
  const { language, name, url } = view.layout.site;
  const { series } = story.parts;
  const words = storyWords(view.layout.site, story);
  const texts = words.article;
  // What is around the text of the story.
  const frame = { lang: words.lang, dir: directionOf(words.page) };
  const shape = shapeOf(story);
  // Key points of the newsroom have the same title, and one is enough.
  const isShortAnswer = shape === 'explainer' && !story.parts.body.elements.some(({ type }) => type === 'key-points');
  const isOutside = (shape === 'press-release' || shape === 'sponsored') && hasIssuer(story);
  const cover = shape === 'long-read' ? story.picture : undefined;
  return (
    <article
      className={['story', shape !== 'report' && shape, `accent-${accent}`].filter(Boolean).join(' ')}
      lang={story.lang}
      dir={directionOf(story.lang)}
    >
      <ShapeStyle shape={shape} />
      <header>
        {portrait && <Portrait of={portrait} className="portrait" />}
        {cover && <Cover picture={cover} language={story.lang} />}
        <div className="opening">
          <div {...frame}>
            <Crumbs crumbs={crumbs} words={words} language={language} />
          </div>
          {story.state && (
            <p {...frame}>
              <StoryState story={story} words={words} timed />
            </p>
          )}
          <Kicker story={story} words={words} besides={crumbs.at(-1)?.title} around={story.lang} />
          <h1>{story.headline}</h1>
          {series && (
            <div {...frame}>
              <SeriesLine series={series} words={words} />
            </div>
          )}
          {!opensWith(story) && (
            <p className="standfirst">
              {isShortAnswer && <b {...frame}>{texts.shortAnswer}</b>}
              {story.standfirst}
            </p>
          )}
        </div>
        <div className="credits" {...frame}>
          {isOutside ? <Issuer story={story} words={words} site={name} /> : <Byline story={story} words={words} />}
          <p className="times">
            <a href={dayPath(story.address)}>
              <Moment of={story.published} dayOnly={story.dayOnly} words={words} />
            </a>
            {Date.parse(story.changed) > Date.parse(story.published) && (
              <>
                {'\u00A0· '}
                <Phrase
                  of={texts.updated}
                  parts={{ time: <LaterMoment of={story.changed} after={story} words={words} /> }}
                />
              </>
            )}
            {/* A line never begins with the dot. */}
            {'\u00A0· '}
            <span className="reading">{minutesToRead(words, story.words)}</span>
          </p>
          <FirstPublished story={story} words={words} />
          <Languages story={story} words={words} />
        </div>
      </header>
      <Corrections story={story} words={words} />
      {shape !== 'long-read' && (
        <TopPicture story={story} words={words} place={shape === 'picture-led' ? 'large' : 'opener'} />
      )}
      <Contents of={contentsOf(story, shape)} words={words} folded={shape === 'long-read'} />
      <ArticleBody story={story} words={words} shape={shape} />
      <div className="after" {...frame}>
        <Sources story={story} words={words} />
        <Tags
          id="topics"
          label={texts.topics}
          links={story.parts.topics.map((topic) => topicTag(topic, language))}
          words={words}
        />
        {series && <InSeries series={series} address={story.address} words={words} />}
        {storyline && <InStoryline place={storyline} words={words} language={language} />}
        {cards.length > 0 && (
          <section className="related-links" aria-labelledby="related-links">
            <h2 id="related-links">{texts.relatedLinks}</h2>
            <Cards cards={cards} words={words} language={language} />
            {learn && (
              <ul className="learn">
                {learn.map((link) => (
                  <RelatedItem key={link.href} link={link} words={words} language={language} />
                ))}
              </ul>
            )}
          </section>
        )}
        {(cards.length > 0 || versions !== undefined) && (
          <p className="more">
            {cards.length > 0 && <a href={`${story.address}/related`}>{texts.allLinks}</a>}{' '}
            {versions !== undefined && (
              <a href={`${story.address}/history`}>{counted(words, texts.history, versions)}</a>
            )}
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

/** The link to a topic of the story, on the title that owns the topic. */
function topicTag({ slug, title, elsewhere }: StoryTopic, language: string): FrameLink {
  const path = collectionPath('topic', slug);
  return {
    href: elsewhere ? absolute(elsewhere.href, path) : path,
    title,
    lang: elsewhere?.language ?? language,
    ...(elsewhere && { at: elsewhere.name }),
  };
}

/** How many words an adult reads silently in a minute (Brysbaert 2019). */
const wordsPerMinute = 238;

/** `4 min read`, for a number of words. */
function minutesToRead(words: Words, count: number): string {
  return counted(words, words.parts.minutes, Math.max(1, Math.round(count / wordsPerMinute)));
}

/** Whether the standfirst is empty or taken from the beginning of the text, so that a reader would read it twice. */
function opensWith({ standfirst, parts }: FullStory): boolean {
  return openingOf(parts.body).startsWith(standfirst.replace(/…$/, ''));
}
