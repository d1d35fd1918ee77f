import { articleTypes } from '../model/article.ts';
import { collectionKinds, type CollectionKind } from '../model/collection.ts';
import {
  filterValue,
  isSameFilter,
  printQuery,
  type FilterKind,
  type SearchFilter,
  type SearchQuery,
} from '../search/query.ts';
import { numberOf, textOf } from '../store/store.ts';
import { collectionOf, titleOf } from './collections.ts';
import type { EditionContext } from './context.ts';
import type { Hit } from './search-index.ts';
import { topicsWithPages } from './titles.ts';

/** How many of the hits have one property; the most frequent values first. */
export interface Facet {
  kind: CollectionKind | 'type' | 'year';
  values: FacetValue[];
}

interface FacetValue {
  /** Of a type, its name; of a year, YYYY. */
  slug: string;
  /** The name of a topic, person, place, agency or storyline; of a type or a year the same as `slug`. */
  title: string;
  count: number;
  /** The query with this filter; without it where it is selected. */
  query: string;
  selected: boolean;
}

/** A filter of a query. */
export interface UsedFilter {
  kind: FilterKind | 'year';
  /** The name of a public topic, person, place, agency or storyline; a type; a date or a year, as it was typed. */
  title: string;
  excluded: boolean;
  /** The query without it. */
  query: string;
}

/** Values of a facet, besides those that are selected. */
const mostValues = 12;

/** The filters of a query, each with the query without it. A year is one of them, where it is written as two dates. */
export function usedFilters(context: EditionContext, { words, filters }: SearchQuery): UsedFilter[] {
  const used = new Set<SearchFilter>();
  return filters.flatMap((filter) => {
    if (used.has(filter)) return [];
    const year = filter.kind === 'after' ? filtersFor('year', filter.date) : [];
    const both = filters.filter((each) => !each.excluded && year.some((wanted) => isSameFilter(wanted, each)));
    const isYear = both.length === 2 && !filter.excluded;
    const own = isYear ? both : [filter];
    for (const each of own) used.add(each);
    return {
      kind: isYear ? 'year' : filter.kind,
      title: titleOfFilter(context, filter),
      excluded: filter.excluded,
      query: printQuery({ words, filters: filters.filter((each) => !own.includes(each)) }),
    };
  });
}

/** A collection that is not public has no title here, but what was typed. */
function titleOfFilter(context: EditionContext, filter: SearchFilter): string {
  return ('slug' in filter && collectionOf(context, filter.kind, filter.slug)?.title) || filterValue(filter);
}

/** What the hits of a query have in common, with the queries that narrow or widen it. */
export function facetsOf(context: EditionContext, query: SearchQuery, hits: readonly Hit[]): Facet[] {
  const counts = new Map<string, Map<string, number>>();
  const add = (kind: string, slug: string, count: number): void => {
    const known = counts.get(kind) ?? new Map<string, number>();
    known.set(slug, (known.get(slug) ?? 0) + count);
    counts.set(kind, known);
  };
  for (const { type, day } of hits) {
    add('type', type, 1);
    add('year', String(new Date(day * 86_400_000).getUTCFullYear()).padStart(4, '0'), 1);
  }
  const rows = context.store.all(
    `SELECT kind, slug, count(*) AS n FROM json_each(:keys) CROSS JOIN main.membership ON title = 0 AND article = value
     WHERE kind IN (SELECT value FROM json_each(:kinds)) GROUP BY kind, slug`,
    { keys: JSON.stringify(hits.map(({ key }) => key)), kinds: JSON.stringify(collectionKinds) },
  );
  const topics = new Set(topicsWithPages(context));
  for (const row of rows)
    if (row['kind'] !== 'topic' || topics.has(textOf(row, 'slug')))
      add(textOf(row, 'kind'), textOf(row, 'slug'), numberOf(row, 'n'));
  return ([...collectionKinds, 'type', 'year'] as const).flatMap((kind) => {
    const values = [...(counts.get(kind) ?? [])]
      .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .filter(([slug], index) => index < mostValues || isSelected(query, filtersFor(kind, slug)))
      .flatMap(([slug, count]) => valueOf(context, query, kind, slug, count) ?? []);
    return values.length > 0 ? [{ kind, values }] : [];
  });
}

function valueOf(
  context: EditionContext,
  query: SearchQuery,
  kind: Facet['kind'],
  slug: string,
  count: number,
): FacetValue | undefined {
  const title = kind === 'type' || kind === 'year' ? slug : titleOf(context, kind, slug);
  if (title === undefined) return undefined;
  const wanted = filtersFor(kind, slug);
  const selected = isSelected(query, wanted);
  const others = query.filters.filter((filter) => !wanted.some((each) => isSameFilter(each, filter)));
  const filters = selected ? others : [...others, ...wanted];
  return { slug, title, count, query: printQuery({ words: query.words, filters }), selected };
}

function isSelected(query: SearchQuery, wanted: readonly SearchFilter[]): boolean {
  return wanted.every((each) => query.filters.some((filter) => isSameFilter(each, filter) && !filter.excluded));
}

/** The filters of a value of a facet; a year has two. */
function filtersFor(kind: Facet['kind'], slug: string): SearchFilter[] {
  switch (kind) {
    case 'topic':
    case 'person':
    case 'place':
    case 'agency':
    case 'storyline':
      return [{ kind, slug, excluded: false }];
    case 'type':
      return articleTypes.filter((type) => type === slug).map((type) => ({ kind, type, excluded: false }));
    case 'year': {
      const next = String(Number(slug) + 1).padStart(4, '0');
      return [
        { kind: 'after', date: slug, day: `${slug}-01-01`, excluded: false },
        { kind: 'before', date: next, day: `${next}-01-01`, excluded: false },
      ];
    }
  }
}
