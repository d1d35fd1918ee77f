import type { ReactNode } from 'react';
import type { Facet, MarkedText, SearchRequest } from '../../newsroom/edition/search.ts';
import { rss } from '../addresses/feeds.ts';
import { searchFeedHref } from '../addresses/search.ts';
import { LanguageMark, linkLanguage } from '../shell/language-mark.tsx';
import { StoryState } from '../shell/story-state.tsx';
import { Kicker } from '../shell/teaser.tsx';
import { Day } from '../shell/time.tsx';
import { marked } from '../words/language.ts';
import { fill } from '../words/fill.ts';
import { numberIn } from '../words/numbers.ts';
import { Phrase } from '../words/phrase.tsx';
import { storiesFound } from '../words/search.ts';
import type { Words } from '../words/words.ts';
import { QueryLink } from './query-link.tsx';
import { UsedFilters, valueTitle } from './used-filters.tsx';
import type { FoundStories, FoundStory } from './view.ts';

/** How many numbers of pages are shown on each side of the present one. */
const neighbours = 2;

/** What was found: the hits of one page, and how to narrow and to order them. */
export function Results({
  request,
  found,
  words,
}: {
  request: SearchRequest;
  found: FoundStories;
  words: Words;
}): ReactNode {
  const { hits, facets, filters } = found;
  const texts = words.search;
  const page = request.page > 1 && hits.length > 0 ? fill(words.parts.page, { number: request.page }) : '';
  return (
    <div className="search-results">
      <div className="search-head">
        <p className="search-total">
          <Phrase
            of={texts.found}
            parts={{ stories: <b>{storiesFound(words, found)}</b>, query: <bdi>{request.query}</bdi>, page }}
          />
        </p>
        <OrderLinks request={request} words={words} />
        <UsedFilters filters={filters} request={request} words={words} />
      </div>
      {facets.length > 0 && (
        <details className="facets">
          <summary>{texts.narrow}</summary>
          {facets.map((facet) => (
            <FacetList key={facet.kind} facet={facet} request={request} words={words} />
          ))}
        </details>
      )}
      <div className="search-list">
        {hits.length > 0 ? (
          <HitList hits={hits} words={words} />
        ) : (
          <p className="search-beyond">
            <Phrase
              of={texts.noSuchPage}
              parts={{
                number: request.page,
                first: <QueryLink request={{ ...request, page: 1 }}>{texts.toFirstPage}</QueryLink>,
              }}
            />
          </p>
        )}
        <Pages request={request} pages={found.pages} words={words} />
        <p className="feeds">
          {words.list.followSearch}{' '}
          <a href={searchFeedHref(request.query)} type={rss.type} rel="nofollow">
            {rss.words}
          </a>
        </p>
      </div>
    </div>
  );
}

function OrderLinks({ request, words: { search } }: { request: SearchRequest; words: Words }): ReactNode {
  return (
    <nav className="search-order" aria-label={search.order}>
      <ul>
        {(['relevance', 'date'] as const).map((order) => (
          <li key={order}>
            {order === request.order ? (
              <b aria-current="true">{search[order]}</b>
            ) : (
              <QueryLink request={{ ...request, order, page: 1 }}>{search[order]}</QueryLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function FacetList({
  facet: { kind, values },
  request,
  words,
}: {
  facet: Facet;
  request: SearchRequest;
  words: Words;
}): ReactNode {
  const title = `facet-${kind}`;
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{words.facets[kind]}</h2>
      <ul>
        {values.map(({ slug, title: name, count, query, selected }) => (
          <li key={slug}>
            <QueryLink request={{ ...request, query, page: 1 }}>
              {selected ? (
                <>
                  <span className="unseen">{words.search.remove}</span>
                  <b>
                    <bdi>{valueTitle(words, kind, name)}</bdi>
                  </b>{' '}
                  <span aria-hidden="true">×</span>
                </>
              ) : (
                <bdi>{valueTitle(words, kind, name)}</bdi>
              )}
            </QueryLink>{' '}
            <span className="count">{numberIn(words, count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function HitList({ hits, words }: { hits: readonly FoundStory[]; words: Words }): ReactNode {
  return (
    <ol className="stories">
      {hits.map(({ story, accent, headline, snippet }) => (
        <li key={story.address} className={`accent-${accent}`}>
          <Day of={story.published} words={words} />
          <article>
            <Kicker story={story} words={words} />
            <h2 {...marked(story.lang, words.lang)}>
              <StoryState story={story} words={words} />
              <a href={story.address} {...linkLanguage(story.lang, words.page)}>
                <Marked text={headline} />
              </a>
              <LanguageMark language={story.lang} pageLanguage={words.page} around={story.lang} />
            </h2>
            <p className="standfirst" {...marked(story.lang, words.lang)}>
              <Marked text={snippet} />
            </p>
          </article>
        </li>
      ))}
    </ol>
  );
}

/** A text in which what was searched for is marked. */
function Marked({ text }: { text: MarkedText }): ReactNode {
  return text.map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text));
}

/** Links to the pages before and after, and to the first. */
function Pages({ request, pages, words }: { request: SearchRequest; pages: number; words: Words }): ReactNode {
  const texts = words.search;
  const { page } = request;
  if (pages < 2 || page > pages) return null;
  const near = Array.from({ length: 2 * neighbours + 1 }, (_, index) => page - neighbours + index);
  const numbers = [...new Set([1, ...near])].filter((number) => number >= 1 && number <= pages);
  return (
    <nav className="pager search-pages" aria-label={texts.pages}>
      {page > 1 && (
        <QueryLink request={{ ...request, page: page - 1 }} rel="prev">
          {texts.previous}
        </QueryLink>
      )}
      <ol>
        {numbers.map((number, index) => (
          <li key={number}>
            {index > 0 && number > (numbers[index - 1] ?? 0) + 1 && <span className="gap">…</span>}
            {number === page ? (
              <b aria-current="page">{number}</b>
            ) : (
              <QueryLink request={{ ...request, page: number }}>
                <span className="unseen">{texts.page}</span>
                {number}
              </QueryLink>
            )}
          </li>
        ))}
      </ol>
      {page < pages && (
        <QueryLink request={{ ...request, page: page + 1 }} rel="next">
          {texts.next}
        </QueryLink>
      )}
    </nav>
  );
}
