import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import type { Facet, MarkedText, SearchRequest, SearchResult, UsedFilter } from '../../newsroom/edition/search.ts';
import { printQuery } from '../../newsroom/search/query.ts';
import type { Accent } from '../../newsroom/model/collection.ts';
import type { RouteOf } from '../addresses/routes.ts';
import { readPart, searchPath, searchRequestOf } from '../addresses/search.ts';
import { accentOf, layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';
import { searchExamples, type SearchExamples } from './examples.ts';

export interface SearchView extends PageView {
  page: 'search';
  path: typeof searchPath;
  request: SearchRequest;
  /** Set where readers cannot search. */
  unavailable?: true;
  /** What was not understood, or had to be cut. */
  notes: SearchResult['notes'];
  /** Missing where nothing was asked for. */
  found?: FoundStories;
  /** Set where nothing was asked for: what can be typed, with values that find something. */
  examples?: SearchExamples;
}

/** What a search has found, with the hits of one page. */
export interface FoundStories {
  total: number;
  /** Set where more were found than were counted. */
  atLeast: boolean;
  /** How many pages there are. */
  pages: number;
  hits: FoundStory[];
  facets: Facet[];
  filters: UsedFilter[];
  /** The pages of which the query is the title, on the first page of results. */
  collections: SearchResult['collections'];
  /** The same query in another spelling, which finds something. */
  suggestion?: string;
  /** Where nothing was found: the same words without the filters, if they find something. */
  wider?: { query: string; total: number; atLeast: boolean };
}

/** A hit. Its texts say which of their parts match the query. */
export interface FoundStory {
  story: Story;
  accent: Accent;
  headline: MarkedText;
  snippet: MarkedText;
}

/** The page of a search. There is one for every query string. */
export function searchView(edition: Edition, { query = '' }: RouteOf<'search'>): SearchView {
  const asked = searchRequestOf(query);
  const request = { ...asked, query: readPart(asked.query) };
  const common = { page: 'search' as const, path: searchPath, layout: layoutDataOf(edition), request } as const;
  if (!edition.hasSearch) return { ...common, notes: [], unavailable: true };
  if (request.query === '') return { ...common, notes: [], examples: searchExamples(edition) };
  const {
    query: read,
    total,
    atLeast,
    pages,
    hits,
    facets,
    filters,
    collections,
    suggestion,
    notes,
  } = edition.search(asked);
  const wider = total === 0 ? widerSearch(edition, read) : undefined;
  return {
    ...common,
    notes,
    found: {
      total,
      atLeast,
      pages,
      hits: hits.map(({ story, headline, snippet }) => ({
        story,
        accent: accentOf(edition, story.topics),
        headline,
        snippet,
      })),
      facets,
      filters,
      collections: (request.page === 1 ? collections : []).map(({ kind, slug, title }) => ({
        kind,
        slug,
        title,
        count: edition.storyCount(kind, slug),
      })),
      ...(suggestion !== undefined && { suggestion }),
      ...(wider && { wider }),
    },
  };
}

function widerSearch(edition: Edition, { words, filters }: SearchResult['query']): FoundStories['wider'] {
  if (words.length === 0 || filters.length === 0) return undefined;
  const query = printQuery({ words, filters: [] });
  const { total, atLeast } = edition.search({ query, order: 'relevance', page: 1 });
  return total > 0 ? { query, total, atLeast } : undefined;
}
