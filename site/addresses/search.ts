import type { SearchRequest } from '../../newsroom/edition/search.ts';
import type { ArticleType } from '../../newsroom/model/article.ts';
import { longestQuery } from '../../newsroom/search/query.ts';
import { withoutForbidden } from '../../newsroom/model/characters.ts';

/** The address of the search page, and of the feed of a search; each with a query string. */
export const searchPath = '/search';
export const searchFeedPath = '/search.xml';

/** The description by which browsers add the site to their search engines (OpenSearch 1.1). */
export const openSearch = { path: '/opensearch.xml', type: 'application/opensearchdescription+xml' } as const;

/**
 * The path by which a page or an output is asked for: with the query string, where the path is one of a search. At all other
 * paths a query makes no difference.
 */
export function withSearch(path: string, query: string): string {
  return query !== '' && (path === searchPath || path === searchFeedPath) ? `${path}?${query}` : path;
}

/**
 * What a query string asks for. It cannot fail: parameters that are not known are ignored, of several with one name the
 * first counts, and what is no order or no number is as if it were missing.
 */
export function searchRequestOf(queryString: string): SearchRequest {
  const parameters = new URLSearchParams(queryString);
  const [, number] = /^0*([1-9]\d{0,6})$/.exec(parameters.get('page')?.trim() ?? '') ?? [];
  return {
    query: withoutForbidden(parameters.get('q') ?? '')
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim(),
    order: parameters.get('order') === 'date' ? 'date' : 'relevance',
    page: number === undefined ? 1 : Number(number),
  };
}

/** As much of a query as a search reads, to show it and to link to it. */
export function readPart(query: string): string {
  return query.slice(0, longestQuery).toWellFormed().trim();
}

/** The address of a page of results, encoded. What is as usual is not in it. */
export function searchHref({ query, order, page }: SearchRequest): string {
  const parameters = new URLSearchParams({
    q: query,
    ...(order === 'date' && { order }),
    ...(page > 1 && { page: String(page) }),
  });
  return `${searchPath}?${parameters}`;
}

/** All stories of a type of work, the newest first. */
export function typeHref(type: ArticleType): string {
  return searchHref({ query: `type:${type}`, order: 'date', page: 1 });
}

/** The address of the feed of a query, encoded. */
export function searchFeedHref(query: string): string {
  return `${searchFeedPath}?${new URLSearchParams({ q: query })}`;
}
