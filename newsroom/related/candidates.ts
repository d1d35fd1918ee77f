import { bytesOf, numberOf, type Store } from '../store/store.ts';
import { yearOf } from './key-terms-writer.ts';
import { KeptArticles } from './kept-articles.ts';
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

/** Where articles are added up: for each key when the article was published, and a place that is 0 while nobody searches. */
class SearchTable {
  readonly #store: Store;
  /** Milliseconds; `Infinity` where there is no article. */
  published: Float64Array;
  sums: Float64Array;

  constructor(store: Store) {
    this.#store = store;
    const largest = numberOf(store.get('SELECT coalesce(max(article), 0) AS key FROM key_terms'), 'key');
    // With room for new ones.
    const size = Math.ceil(largest * 1.1) + 1_000;
    this.published = new Float64Array(size).fill(Infinity);
    this.sums = new Float64Array(size);
    for (const row of store.each('SELECT article, published FROM key_terms'))
      this.published[numberOf(row, 'article')] = numberOf(row, 'published');
  }

  forget(article: number): void {
    if (article >= this.published.length) Object.assign(this, new SearchTable(this.#store));
    const row = this.#store.get('SELECT published FROM key_terms WHERE article = ?', article);
    this.published[article] = row ? numberOf(row, 'published') : Infinity;
  }
}

const tables = new KeptArticles<SearchTable>();

/** The articles among which those that are near to a story are searched. */
export interface SearchedArchive {
  store: Store;
  rarity: Rarity;
  /** Whether an article, by its key, may not be found. */
  isClosed(article: number): boolean;
  /** When the story was published, and the instant after which no article may be found. Milliseconds. */
  published: number;
  last: number;
}

/**
 * The articles that share rare terms with a vector, as many as are compared. One that is newer than the story takes the place
 * of no other one, so that old pages stay.
 */
export function candidatesNear(
  { store, rarity, isClosed, published, last }: SearchedArchive,
  wanted: Vector,
): FoundCandidates {
  // Most searches meet a large part of the archive, and an array is many times faster than a map.
  const table = tables.of(store, () => new SearchTable(store));
  const { sums } = table;
  const met: number[] = [];
  const left: number[] = [];
  const weighed = new Map([...wanted].map(([term, weight]) => [term, weight * rarity.of(term, false)]));
  const lastYear = yearOf(last);
  const searched = new Map<number, number>();
  try {
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
          const time = table.published[article] ?? Infinity;
          if (sum === 0) {
            if (time > last || isClosed(article)) {
              sums[article] = -Infinity;
              left.push(article);
              continue;
            }
            met.push(article);
          }
          sums[article] = sum + weight;
          if (time <= published) read += 1;
        }
        if (read >= articlesOfTerm) break;
      }
      searched.set(term, read >= articlesOfTerm - fewArticles ? -weight : weight);
    }
    const older = met.filter((article) => (table.published[article] ?? 0) <= published);
    const room = comparedArticles - older.length;
    const least = room >= 0 ? 0 : leastOfLargest(older, sums, comparedArticles);
    // With all that are equal to the last one: their order is that of the files.
    const keys = met.filter((article) => (sums[article] ?? 0) >= least);
    return { keys, searched, least, room: Math.min(room >= 0 ? room : fewArticles, fewArticles) };
  } finally {
    for (const article of met) sums[article] = 0;
    for (const article of left) sums[article] = 0;
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
