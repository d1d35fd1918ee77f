import type { ReactNode } from 'react';
import type { SearchRequest } from '../../newsroom/edition/search.ts';
import { collectionPath } from '../addresses/routes.ts';
import { searchPath } from '../addresses/search.ts';
import { Phrase } from '../words/phrase.tsx';
import { noteInWords, storiesFound } from '../words/search.ts';
import { siteWords } from '../words/words-of.ts';
import type { Words } from '../words/words.ts';
import { GoOn } from './go-on.tsx';
import { SearchHelp } from './help.tsx';
import { NothingFound } from './nothing-found.tsx';
import { QueryLink } from './query-link.tsx';
import { Results } from './results.tsx';
import type { SearchView } from './view.ts';
import '../shell/list.css';
import './page.css';

/** A search: its form, what was found, and how to narrow it; or, where nothing is asked for, what can be typed. */
export function SearchPage({ view }: { view: SearchView }): ReactNode {
  const { request, notes, found, examples, unavailable, layout } = view;
  const words = siteWords(layout.site);
  const { heading, didYouMean } = words.search;
  if (unavailable)
    return (
      <div className="wrap index search">
        <h1>{heading}</h1>
        <p>{words.search.unavailable}</p>
        <GoOn sections={layout.sections} more={[]} words={words} />
      </div>
    );
  return (
    <div className="wrap index search">
      <h1>{heading}</h1>
      <SearchForm request={request} words={words} />
      {notes.length > 0 && (
        <ul className="search-notes">
          {notes
            .map((note) => noteInWords(words, note))
            .map((note) => (
              <li key={note}>{note}</li>
            ))}
        </ul>
      )}
      {found?.suggestion !== undefined && (
        <p className="search-suggestion">
          <Phrase
            of={didYouMean}
            parts={{
              query: (
                <QueryLink request={{ ...request, query: found.suggestion, page: 1 }}>
                  <bdi>{found.suggestion}</bdi>
                </QueryLink>
              ),
            }}
          />
        </p>
      )}
      {found && found.collections.length > 0 && (
        <ul className="search-titled">
          {found.collections.map(({ kind, slug, title, count }) => (
            <li key={`${kind} ${slug}`}>
              {words.collection[kind]}{' '}
              <a href={collectionPath(kind, slug)}>
                <bdi>{title}</bdi>
              </a>{' '}
              <span className="count">{storiesFound(words, { total: count, atLeast: false })}</span>
            </li>
          ))}
        </ul>
      )}
      {found && found.total > 0 && <Results request={request} found={found} words={words} />}
      {found?.total === 0 && <NothingFound request={request} found={found} sections={layout.sections} words={words} />}
      {examples && <SearchHelp examples={examples} words={words} />}
    </div>
  );
}

/** The form keeps the order that the reader has chosen. */
function SearchForm({ request: { query, order }, words }: { request: SearchRequest; words: Words }): ReactNode {
  const { stories, field, button } = words.search;
  return (
    <search aria-label={stories}>
      <form className="search-form" action={searchPath}>
        <label className="unseen" htmlFor="query">
          {field}
        </label>
        <input
          id="query"
          name="q"
          type="search"
          defaultValue={query}
          dir="auto"
          autoComplete="off"
          enterKeyHint="search"
        />
        {order === 'date' && <input type="hidden" name="order" value="date" />}
        <button>{button}</button>
      </form>
    </search>
  );
}
