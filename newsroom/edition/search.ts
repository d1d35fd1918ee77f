import type { Body } from '../../elements/body.ts';
import type { CollectionKind } from '../model/collection.ts';
import { compareText } from '../model/problem.ts';
import { marked, snippetOf, type MarkedText } from '../search/marks.ts';
import { matchOf, type Match } from '../search/match.ts';
import { parseQuery, printQuery, type SearchFilter, type SearchNote, type SearchQuery } from '../search/query.ts';
import { textOf } from '../store/store.ts';
import { collectionOf, type Collection } from './collections.ts';
import type { EditionContext } from './context.ts';
import type { Story } from './public.ts';
import { facetsOf, usedFilters, type Facet, type UsedFilter } from './search-facets.ts';
import { countedHits, eachBetter, type Counted, type Hit } from './search-index.ts';
import { collectionMeant, collectionNearest, collectionsTitled } from './search-names.ts';
import { mended } from './spelling.ts';
import { pictureSize } from './pictures.ts';
import { publicBody } from './public-body.ts';
import { storedIn, storyFrom } from './stories.ts';
import { blocksOf } from '../model/article-blocks.ts';

export type { MarkedText } from '../search/marks.ts';
export type { Facet, UsedFilter } from './search-facets.ts';

/** What a reader asks for. */
export interface SearchRequest {
  /** As a reader typed it; any text. */
  query: string;
  order: 'relevance' | 'date';
  /** From 1. */
  page: number;
}

/** One page of what a query finds, and what was understood of the query. */
export interface SearchResult {
  query: SearchQuery;
  /** How many public stories match. */
  total: number;
  /** Whether there may be more than `total`, because counting stopped. */
  atLeast: boolean;
  /** One page of them. */
  hits: SearchHit[];
  /** How many pages can be asked for; 0 without a hit. */
  pages: number;
  facets: Facet[];
  /** The filters of the query, in its order. */
  filters: UsedFilter[];
  /** The public collections of which the query is the title, at most three. */
  collections: Collection[];
  /** The query with its spelling mended, where that has hits. */
  suggestion?: string;
  /** What of the query could not be used, and what was cut. */
  notes: SearchNote[];
}

interface SearchHit {
  story: Story;
  /** Greater is better. It compares hits of one query. */
  score: number;
  headline: MarkedText;
  snippet: MarkedText;
}

/** Hits on a page. */
const pageSize = 20;
/** Hits that are counted, and from which facets are made: the newest. */
const mostCounted = 1_000;
/** How much the recency of a hit counts, and the days in which half of that is lost. */
const [recencyWeight, recencyHalf] = [2, 120];

/** A hit with its rank. */
interface RankedHit extends Hit {
  score: number;
}

/** What a query finds of what is public. */
export function search(context: EditionContext, { query: typed, order, page }: SearchRequest): SearchResult {
  const query = withSlugs(context, parseQuery(typed), collectionMeant);
  let notes = [...query.notes];
  const match = notes.some((note) => note.kind === 'unknown-type' && !note.excluded)
    ? undefined
    : matchOf(query, slugsIn(context));
  const common = { query, filters: usedFilters(context, query), collections: collectionsNamed(context, query) };
  if (!match) return { ...common, total: 0, atLeast: false, hits: [], pages: 0, facets: [], notes };
  if (match.from >= match.until) notes.push({ kind: 'no-day' });
  for (const filter of query.filters)
    if (isUnknown(context, filter)) notes.push({ kind: 'no-such', operator: filter.kind, value: filter.slug });
  const found = countedHits(context, match, mostCounted);
  const { counted, atLeast } = found;
  const ranked = order === 'date' ? byDateOf(context, counted) : rank(context, match, found);
  if (counted.length === 0) notes.push(...typesWithoutStories(context, query));
  if (atLeast) notes.push({ kind: 'counted-newest', most: counted.length });
  // Nearly every English story has “and”, so the word does harm only where nothing is found.
  if (counted.length > 0) notes = notes.filter((note) => note.kind !== 'operator-as-word' || note.word !== 'and');
  const suggestion = counted.length === 0 ? suggestionFor(context, query) : undefined;
  return {
    ...common,
    total: counted.length,
    atLeast,
    hits: ranked.slice((page - 1) * pageSize, page * pageSize).map((hit) => shown(context, match, hit)),
    pages: Math.ceil(ranked.length / pageSize),
    facets: facetsOf(context, query, counted),
    ...(suggestion !== undefined && { suggestion }),
    notes,
  };
}

/** Names of filters that are mended, because nothing public has them. */
const mostNamesMended = 2;

/** The query with its spelling and the names of its filters mended, where that has a hit. */
function suggestionFor(context: EditionContext, query: SearchQuery): string | undefined {
  let count = 0;
  const nearest: typeof collectionMeant = (_, kind, slug) => {
    if (collectionOf(context, kind, slug) || count >= mostNamesMended) return undefined;
    count += 1;
    return collectionNearest(context, kind, slug);
  };
  const named = withSlugs(context, query, nearest);
  const suggestion = mended(context, named) ?? (count > 0 ? printQuery(named) : undefined);
  const match = suggestion === undefined ? undefined : matchOf(parseQuery(suggestion), slugsIn(context));
  return match && countedHits(context, match, 1).counted.length > 0 ? suggestion : undefined;
}

/** A query with the slugs of the collections that its filters mean. What is found twice stays as it is. */
function withSlugs(context: EditionContext, query: SearchQuery, find: typeof collectionMeant): SearchQuery {
  const filters = query.filters.map((filter) =>
    'slug' in filter ? { ...filter, slug: find(context, filter.kind, filter.slug) ?? filter.slug } : filter,
  );
  return { ...query, filters };
}

/** The public collections of which a query is the title. */
function collectionsNamed(context: EditionContext, { words, filters }: SearchQuery): Collection[] {
  if (filters.length > 0 || words.some(({ any, excluded }) => excluded || any.length > 1)) return [];
  return collectionsTitled(context, words.map(({ any: [{ text }] }) => text).join(' '));
}

/** The types that a query asks for, and that no public story has. */
function typesWithoutStories(context: EditionContext, { filters }: SearchQuery): SearchNote[] {
  return filters.flatMap((filter): SearchNote[] => {
    if (filter.kind !== 'type' || filter.excluded) return [];
    const match = matchOf({ words: [], filters: [filter], notes: [] }, slugsIn(context));
    const isThere = match && countedHits(context, match, 1).counted.length > 0;
    return isThere ? [] : [{ kind: 'no-such', operator: 'type', value: filter.type }];
  });
}

/** The slugs that a filter means: those of a topic and of the topics below it, or the spellings of a place. */
function slugsIn({ store }: EditionContext): (kind: CollectionKind, slug: string) => string[] {
  return (kind, slug) => {
    if (kind === 'place') {
      const rows = store.all('SELECT spelling FROM place_spelling WHERE place = ?', slug);
      // The index has an article by its spelling, without its country: the articles of `nara-us` are under `nara`.
      const inCountry = slug.replace(/-[a-z]{2}$/, '');
      return [...new Set([slug, inCountry, ...rows.map((row) => textOf(row, 'spelling'))])];
    }
    if (kind !== 'topic') return [slug];
    // CROSS JOIN keeps the order of the tables: otherwise SQLite reads all topics for each one.
    const below = store.all(
      `WITH RECURSIVE below (slug) AS (
       VALUES (:slug) UNION SELECT entity.slug FROM below CROSS JOIN entity ON entity.kind = 'topic' AND entity.parent = below.slug
     ) SELECT slug FROM below`,
      { slug },
    );
    return below.map((row) => textOf(row, 'slug'));
  };
}

function isUnknown(context: EditionContext, filter: SearchFilter): filter is Extract<SearchFilter, { slug: string }> {
  return 'slug' in filter && collectionOf(context, filter.kind, filter.slug) === undefined;
}

/**
 * The newest first; of one instant, in the order of their addresses: that of their rows depends on when they were compiled.
 */
function byDate({ store }: EditionContext): (a: Hit, b: Hit) => number {
  const known = new Map<number, string>();
  const address = ({ key }: Hit): string => {
    const found = known.get(key) ?? textOf(store.get('SELECT address FROM article WHERE key = ?', key), 'address');
    known.set(key, found);
    return found;
  };
  return (a, b) => b.published - a.published || compareText(address(b), address(a));
}

/** The counted hits, and better ones that are older, best first. */
function rank(context: EditionContext, match: Match, found: Counted): RankedHit[] {
  const hits = new Map(found.counted.map((hit) => [hit.row, { ...hit, score: 0 }]));
  eachBetter(context, match, found, (hit, weight) => {
    const known = hits.get(hit.row) ?? { ...hit, score: 0 };
    known.score += weight;
    hits.set(hit.row, known);
  });
  const all = [...hits.values()];
  const newest = Math.max(...all.map(({ published }) => published));
  for (const hit of all) {
    const days = (newest - hit.published) / 86_400_000;
    hit.score = Math.round((hit.score + recencyWeight * 0.5 ** (days / recencyHalf)) * 1000) / 1000;
  }
  const newer = byDate(context);
  return all.toSorted((a, b) => b.score - a.score || newer(a, b));
}

function byDateOf(context: EditionContext, hits: readonly Hit[]): RankedHit[] {
  return hits.toSorted(byDate(context)).map((hit) => ({ ...hit, score: 0 }));
}

function shown(context: EditionContext, { patterns }: Match, { key, score }: RankedHit): SearchHit {
  const { store } = context;
  const row = store.get('SELECT detail, body FROM article JOIN body ON article = key WHERE key = ?', key);
  const stored = storedIn(row);
  const story = storyFrom(context, stored);
  const body: Body = JSON.parse(textOf(row, 'body'));
  // The words of a body do not depend on where its links lead.
  const resolver = { publicHref: (href: string) => href, pictureSize: (src: string) => pictureSize(context, src) };
  const blocks = blocksOf(stored, publicBody(resolver, body, {}));
  const found = snippetOf([story.standfirst, ...blocks], patterns);
  return { story, score, headline: marked(story.headline, patterns), snippet: found };
}
