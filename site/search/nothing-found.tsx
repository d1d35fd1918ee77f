import type { ReactNode } from 'react';
import type { SearchRequest } from '../../newsroom/edition/search.ts';
import { searchPath } from '../addresses/search.ts';
import { linkInWords, type Section } from '../shell/layout-data.ts';
import { formFor } from '../words/fill.ts';
import { Phrase } from '../words/phrase.tsx';
import { storiesFound } from '../words/search.ts';
import type { Words } from '../words/words.ts';
import { GoOn } from './go-on.tsx';
import { QueryLink } from './query-link.tsx';
import { UsedFilters } from './used-filters.tsx';
import type { FoundStories } from './view.ts';

/** Where to go on. It does not say why nothing was found: readers must not learn of a story that is not public. */
export function NothingFound({
  request,
  found: { wider, filters },
  sections,
  words,
}: {
  request: SearchRequest;
  found: FoundStories;
  sections: readonly Section[];
  words: Words;
}): ReactNode {
  const texts = words.search;
  return (
    <div className="search-nothing">
      <p className="search-total">
        <Phrase of={texts.nothing} parts={{ none: <b>{texts.noStory}</b>, query: <bdi>{request.query}</bdi> }} />
      </p>
      <UsedFilters filters={filters} request={request} words={words} />
      {wider && (
        <p className="search-wider">
          <Phrase
            of={formFor(words, texts.wider, wider.total)}
            parts={{
              stories: (
                <QueryLink request={{ ...request, query: wider.query, page: 1 }}>
                  <Phrase
                    of={texts.found}
                    parts={{ stories: storiesFound(words, wider), query: <bdi>{wider.query}</bdi>, page: '' }}
                  />
                </QueryLink>
              ),
            }}
          />
        </p>
      )}
      <ul>
        <li>{texts.checkSpelling}</li>
        <li>{texts.fewerWords}</li>
        <li>{texts.takeOut}</li>
      </ul>
      <GoOn sections={sections} more={[linkInWords(words, texts.howToSearch, searchPath)]} words={words} />
    </div>
  );
}
