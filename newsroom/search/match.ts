import type { CollectionKind } from '../model/collection.ts';
import {
  dayNumber,
  everyArticle,
  facetTerm,
  inHeadline,
  inOpening,
  signTerm,
  type FacetTermKind,
} from './index-text.ts';
import type { SearchFilter, SearchQuery, SearchTerm } from './query.ts';
import { patternOf, type Pattern } from './terms.ts';

/** A query as the index is asked. Expressions are of FTS5, made of terms alone; nothing that was typed is in them. */
export interface Match {
  /** What every hit must match. */
  all: string;
  /** The same without its phrases and without regard to where their words are. */
  loose: string;
  /** Each phrase of it, wanted or not. */
  phrases: Phrase[];
  better: Better[];
  /** Slugs of places: a hit must be of one of the first, and of none of the others. */
  places: { wanted: string[]; unwanted: string[] };
  /** Days since 1970: hits are of a day `from <= day < until`. */
  from: number;
  until: number;
  /** What a hit must have, to be marked in its text. */
  patterns: Pattern[];
}

/** A phrase of a query, or alternatives with a phrase among them, of which an article must have one. */
export interface Phrase {
  any: Patterns;
  excluded: boolean;
}

/** What makes a hit a better one. */
export interface Better {
  expression: string;
  weight: number;
  /** Whether it asks short lists alone: then it is fast in any archive, and may find hits that are not counted. */
  fast: boolean;
  /** Conditions that are met only where this one is. */
  narrower: Better[];
}

/** How much better a hit is. Weights add up: a story with the phrase in its headline has all of them. */
const weights = { headline: 4, headlinePhrase: 1, someInHeadline: 1.5, opening: 2, openingPhrase: 1, phrase: 2 };

/**
 * What the index is asked for a query; `undefined` where the query asks for nothing. `slugsOf` gives the slugs that a filter
 * means: those of a topic and of all topics below it, and the spellings of a place.
 */
export function matchOf(
  { words, filters }: SearchQuery,
  slugsOf: (kind: CollectionKind, slug: string) => string[],
): Match | undefined {
  const wanted = words.filter(({ excluded }) => !excluded).flatMap((term) => termPatterns(term));
  const unwanted = words.filter(({ excluded }) => excluded).flatMap((term) => termPatterns(term).flat());
  const { from, until, given } = daysOf(filters);
  const facets = facetsOf(filters, slugsOf);
  if (wanted.length === 0 && facets.wanted.length === 0 && !given) return undefined;
  const none = [...unwanted.map((pattern) => expressionOf(pattern)), ...facets.unwanted];
  const withFacets = (expressions: readonly string[], without = none): string => {
    const all = [...expressions, ...facets.wanted];
    return `(${all.length === 0 ? quoted(everyArticle) : all.join(' AND ')})${without.length === 0 ? '' : ` NOT (${without.join(' OR ')})`}`;
  };
  const single = [
    ...unwanted.flatMap((pattern) => (isPhrase(pattern) ? [] : expressionOf(pattern))),
    ...facets.unwanted,
  ];
  return {
    all: withFacets(wanted.map((each) => anyOf(each))),
    loose: withFacets(
      wanted.map((each) => anyOf(each, looseOf)),
      single,
    ),
    phrases: [
      ...wanted.filter((any) => any.some(isPhrase)).map((any) => ({ any, excluded: false })),
      ...unwanted.filter(isPhrase).map((pattern): Phrase => ({ any: [pattern], excluded: true })),
    ],
    better: betterOf(wanted, (expressions, weight, narrower = []) => ({
      expression: withFacets(expressions),
      weight,
      fast: !unwanted.some(isPhrase),
      narrower,
    })),
    places: { wanted: placesOf(filters, false), unwanted: placesOf(filters, true) },
    from,
    until,
    patterns: wanted.flat(),
  };
}

function placesOf(filters: readonly SearchFilter[], excluded: boolean): string[] {
  return filters.flatMap((filter) => (filter.kind === 'place' && filter.excluded === excluded ? filter.slug : []));
}

type Patterns = [Pattern, ...Pattern[]];

function termPatterns({ any }: SearchTerm): Patterns[] {
  const [first, ...rest] = any.flatMap(({ text }) => patternOf(text) ?? []);
  return first ? [[first, ...rest]] : [];
}

function isPhrase({ terms }: Pattern): boolean {
  return terms.length > 1;
}

/** A string of FTS5. Terms are letters, digits and marks; if anything else got into one, it could not end the string. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** What an article must have. `as` makes the terms of a part of the article. */
export function expressionOf({ terms, prefix, sign }: Pattern, as: (term: string) => string = (term) => term): string {
  return sign ? quoted(signTerm(terms[0])) : quoted(terms.map(as).join(' ')) + (prefix ? ' *' : '');
}

/** All words of a phrase, anywhere. */
export function looseOf(pattern: Pattern): string {
  const { terms, prefix, sign } = pattern;
  if (terms.length === 1) return expressionOf(pattern);
  return `(${terms.map((term, index) => expressionOf({ terms: [term], prefix: prefix && index === terms.length - 1, sign })).join(' AND ')})`;
}

function anyOf(patterns: readonly Pattern[], expression: (pattern: Pattern) => string = expressionOf): string {
  return `(${patterns.map((pattern) => expression(pattern)).join(' OR ')})`;
}

/** `better` makes a fast condition of expressions that must all match. */
function betterOf(
  wanted: readonly Patterns[],
  better: (expressions: string[], weight: number, narrower?: Better[]) => Better,
): Better[] {
  if (wanted.length === 0) return [];
  const headline = (pattern: Pattern): string => expressionOf(pattern, inHeadline);
  const opening = (pattern: Pattern): string => expressionOf(pattern, inOpening);
  const all = (expression: (pattern: Pattern) => string): string[] => wanted.map((each) => anyOf(each, expression));
  const row = wanted.flatMap(([pattern, ...others]) =>
    others.length > 0 || pattern.prefix || pattern.sign ? [] : pattern,
  );
  const [first, ...rest] = row.flatMap(({ terms }) => terms);
  const phrase: Pattern | undefined =
    wanted.length === 1 || row.length < wanted.length || first === undefined
      ? undefined
      : { terms: [first, ...rest], prefix: false, sign: false };
  const inHeadlines = better(
    all(headline),
    weights.headline,
    phrase && [better([headline(phrase)], weights.headlinePhrase)],
  );
  const inOpenings = better(all(opening), weights.opening, [
    inHeadlines,
    ...(phrase ? [better([opening(phrase)], weights.openingPhrase)] : []),
  ]);
  if (wanted.length === 1) return [inOpenings];
  const some = [...all((pattern) => expressionOf(pattern)), `(${all(headline).join(' OR ')})`];
  return [
    inOpenings,
    { ...better(some, weights.someInHeadline), fast: false },
    ...(phrase ? [{ ...better([expressionOf(phrase)], weights.phrase), fast: false }] : []),
  ];
}

/** Of topics and people an article may have several, so all of them are asked for; of the others it has one. */
const several: Record<FacetTermKind, boolean> = {
  topic: true,
  person: true,
  place: false,
  agency: false,
  storyline: false,
  type: false,
};

function facetsOf(
  filters: readonly SearchFilter[],
  slugsOf: (kind: CollectionKind, slug: string) => string[],
): { wanted: string[]; unwanted: string[] } {
  const wanted = new Map<string, string[]>();
  const unwanted: string[] = [];
  for (const filter of filters) {
    if ('day' in filter) continue;
    const { kind } = filter;
    const values = filter.kind === 'type' ? [filter.type] : slugsOf(filter.kind, filter.slug);
    const terms = values.map((value) => quoted(facetTerm(kind, value)));
    if (filter.excluded) {
      // A spelling may mean another place in another country, which is not excluded.
      if (kind !== 'place') unwanted.push(...terms);
      continue;
    }
    const group = several[kind] ? `${kind} ${wanted.size}` : kind;
    wanted.set(group, [...(wanted.get(group) ?? []), ...terms]);
  }
  return { wanted: [...wanted.values()].map((terms) => `(${terms.join(' OR ')})`), unwanted };
}

/** All days of which `Date` knows. */
export const everyDay = { from: -100_000_000, until: 100_000_000 };

function daysOf(filters: readonly SearchFilter[]): { from: number; until: number; given: boolean } {
  let { from, until } = everyDay;
  let given = false;
  for (const filter of filters) {
    if (filter.kind !== 'before' && filter.kind !== 'after') continue;
    const day = dayNumber(filter.day);
    // What is not before a day is after its beginning.
    if ((filter.kind === 'after') !== filter.excluded) from = Math.max(from, day);
    else until = Math.min(until, day);
    given ||= !filter.excluded;
  }
  return { from, until, given };
}
