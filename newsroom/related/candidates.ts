import { bytesOf, numberOf, textOf, type Store } from '../store/store.ts';
import { yearOf } from './key-terms-writer.ts';
import { unpackNumbers } from './packing.ts';
import type { Rarity } from './term-counts.ts';
import { heaviest, type Vector } from './vectors.ts';
import { articlesOfTerm, comparedArticles, searchedTerms } from './weights.ts';

/** So many articles more may have a term before the limit of those that are read may be reached. */
const fewArticles = 50;

/** What was searched, and what was found. */
export interface FoundCandidates {
  /** Their order means nothing. */
  keys: number[];
  /** The terms that were searched, with what each adds to the sum of an article; negative if not all articles were read, or nearly not. */
  searched: ReadonlyMap<number, number>;
  /** The sum that an article needs; 0 if all that have any of the terms are found. */
  least: number;
  /** With how many more articles, at least, nothing else would be left out. */
  room: number;
}

/** The articles among which those that are near to a story are searched. */
export class Candidates {
  readonly #store: Store;
  readonly #rarity: Rarity;
  readonly #last: number;
  /** By key: 0, or -Infinity for an article that may not be found. */
  readonly #places: Float64Array;
  /** By key: 1 for an article that is newer than the story. It takes the place of no other one, so that old pages stay. */
  readonly #newer: Uint8Array;

  /**
   * `closed`: keys of articles that may not be found. `published`: when the story was; `last`: no article is later than this.
   * Both in milliseconds.
   */
  constructor(store: Store, rarity: Rarity, closed: Iterable<number>, published: number, last: number) {
    this.#store = store;
    this.#rarity = rarity;
    this.#last = last;
    const largest = numberOf(store.get('SELECT coalesce(max(article), 0) AS key FROM key_terms'), 'key');
    this.#places = new Float64Array(largest + 1);
    for (const article of closed) this.#places[article] = -Infinity;
    for (const article of publishedLater(store, last)) this.#places[article] = -Infinity;
    this.#newer = new Uint8Array(largest + 1);
    for (const article of publishedBetween(store, published, last)) this.#newer[article] = 1;
  }

  /** The articles that share rare terms with a vector, as many as are compared. */
  near(wanted: Vector): FoundCandidates {
    const [store, rarity, last] = [this.#store, this.#rarity, this.#last];
    // Most searches meet a large part of the archive, and an array is many times faster than a map.
    const sums = this.#places.slice();
    const newer = this.#newer;
    const met: number[] = [];
    const weighed = new Map([...wanted].map(([term, weight]) => [term, weight * rarity.of(term, false)]));
    const lastYear = yearOf(last);
    const searched = new Map<number, number>();
    for (const [term, weight] of heaviest(weighed, searchedTerms)) {
      let read = 0;
      for (const row of store.each(
        'SELECT articles FROM term_articles WHERE term = ? AND year <= ? ORDER BY year DESC',
        term,
        lastYear,
      )) {
        const articles = unpackNumbers(bytesOf(row, 'articles'));
        for (let at = 0; at < articles.length; at += 1) {
          const article = articles[at] ?? 0;
          const sum = sums[article] ?? 0;
          if (sum === -Infinity) continue;
          if (sum === 0) met.push(article);
          sums[article] = sum + weight;
          read += newer[article] === 1 ? 0 : 1;
        }
        if (read >= articlesOfTerm) break;
      }
      searched.set(term, read >= articlesOfTerm - fewArticles ? -weight : weight);
    }
    const older = met.filter((article) => newer[article] === 0);
    const room = comparedArticles - older.length;
    if (room >= 0) return { keys: met, searched, least: 0, room: Math.min(room, fewArticles) };
    const least = leastOfLargest(older, sums, comparedArticles);
    // With all that are equal to the last one: their order is that of the files.
    return { keys: met.filter((article) => (sums[article] ?? 0) >= least), searched, least, room: fewArticles };
  }
}

/** The smallest of the `most` largest sums. It sorts only those that are near the limit. */
function leastOfLargest(met: readonly number[], sums: Float64Array, most: number): number {
  const steps = 1024;
  let largest = 0;
  for (const article of met) largest = Math.max(largest, sums[article] ?? 0);
  const stepOf = (article: number): number => Math.floor(((sums[article] ?? 0) / largest) * (steps - 1));
  const inStep = new Uint32Array(steps);
  for (const article of met) {
    const step = stepOf(article);
    inStep[step] = (inStep[step] ?? 0) + 1;
  }
  let step = steps - 1;
  let above = 0;
  while (step > 0 && above + (inStep[step] ?? 0) < most) {
    above += inStep[step] ?? 0;
    step -= 1;
  }
  const near = met.filter((article) => stepOf(article) === step).map((article) => sums[article] ?? 0);
  return near.toSorted((a, b) => b - a)[most - above - 1] ?? 0;
}

/** Keys of the articles of the same year that are later than an instant: none may take the place of another one. */
function publishedLater(store: Store, last: number): readonly number[] {
  return publishedBetween(store, last, Date.UTC(new Date(last).getUTCFullYear() + 1, 0) - 1);
}

/** Keys of the articles after an instant, up to another one. */
function publishedBetween(store: Store, from: number, to: number): readonly number[] {
  const row = store.get(
    'SELECT json_group_array(article) AS articles FROM key_terms WHERE published > ? AND published <= ?',
    from,
    to,
  );
  const keys: unknown = JSON.parse(textOf(row, 'articles'));
  return Array.isArray(keys) ? keys : [];
}
