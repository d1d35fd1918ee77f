import type { ReactNode } from 'react';
import type { Facet, SearchRequest, UsedFilter } from '../../newsroom/edition/search.ts';
import { articleTypes } from '../../newsroom/model/article.ts';
import type { Words } from '../words/words.ts';
import { QueryLink } from './query-link.tsx';

/** The filters of the query, each with a link to the search without it. */
export function UsedFilters({
  filters,
  request,
  words,
}: {
  filters: readonly UsedFilter[];
  request: SearchRequest;
  words: Words;
}): ReactNode {
  if (filters.length === 0) return null;
  return (
    <ul className="search-selected" aria-label={words.search.narrowedTo}>
      {filters.map((filter, index) => (
        // Two filters may have the same title.
        <li key={index}>
          <QueryLink request={{ ...request, query: filter.query, page: 1 }}>
            <span className="unseen">{words.search.remove}</span>
            <bdi>{filterTitle(words, filter)}</bdi> <span aria-hidden="true">×</span>
          </QueryLink>
        </li>
      ))}
    </ul>
  );
}

/** `Sport`, `−Sport` where it is excluded, `after:2026-01`: the names of filters are the same in every language. */
function filterTitle(words: Words, { kind, title, excluded }: UsedFilter): string {
  return (
    (excluded ? '−' : '') +
    (kind === 'after' || kind === 'before' ? `${kind}:${title}` : valueTitle(words, kind, title))
  );
}

/** The title of a value of a facet or a filter. A type of work has its name in queries as its title, so words replace it. */
export function valueTitle(words: Words, kind: Facet['kind'] | 'storyline', title: string): string {
  const type = kind === 'type' ? articleTypes.find((each) => each === title) : undefined;
  return type === undefined ? title : words.types[type];
}
