import { bytesOf, numberOf, textOf, type Row, type Store } from '../store/store.ts';
import { KeptArticles } from './kept-articles.ts';
import { eachKeyTerm, keyTermsIn } from './packing.ts';
import type { Rarity } from './term-counts.ts';
import { normOf, termWeight } from './vectors.ts';

/** What the store holds of an article, and what follows from it. */
export interface Compared {
  article: number;
  published: number;
  length: number;
  topics: string[];
  storyline: string | undefined;
  terms: Uint32Array;
  /** How much each term weighs in the article. */
  termWeights: Float64Array;
  norm: number;
  /** How rare each term of the headline is; 0 for the other terms. */
  headline: Float64Array;
}

/** Articles that a reader remembers, some 1.5 kB each; where there are several titles, which have readers of their own, that of each remembers fewer. */
const mostRemembered = 16_384;
const fewestRemembered = 4_096;

const kept = new KeptArticles<ComparedArticles>();

/** The articles of a store, as they are remembered. */
export function comparedIn(store: Store, rarity: Rarity): ComparedArticles {
  return kept.of(
    store,
    () => new ComparedArticles(store, rarity),
    (known) => known.rarity === rarity,
  );
}

/** Reads articles. It remembers them: one article is compared with many. */
export class ComparedArticles {
  readonly #store: Store;
  readonly rarity: Rarity;
  readonly #read = new Map<number, Compared>();
  readonly #most: number;

  constructor(store: Store, rarity: Rarity) {
    this.#store = store;
    this.rarity = rarity;
    const titles = numberOf(store.get('SELECT count(*) AS titles FROM title'), 'titles');
    this.#most = Math.max(fewestRemembered, mostRemembered / Math.max(1, titles));
  }

  /** Forgets one that has changed. */
  forget(article: number): void {
    this.#read.delete(article);
  }

  /** Those with some keys. */
  get(keys: readonly number[]): Compared[] {
    const missing = keys.filter((article) => !this.#read.has(article));
    // One statement for all of them: a statement costs more than a row.
    const sql = `SELECT article, published, length, topics, storyline, terms
      FROM json_each(?) CROSS JOIN key_terms ON article = json_each.value`;
    for (const row of this.#store.all(sql, JSON.stringify(missing))) {
      const read = comparedFrom(row, this.rarity);
      this.#read.set(read.article, read);
    }
    const found = keys.flatMap((article) => this.#read.get(article) ?? []);
    for (const article of this.#read.keys()) {
      if (this.#read.size <= this.#most) break;
      this.#read.delete(article);
    }
    return found;
  }
}

/** An article from a row with the columns of `key_terms`. */
export function comparedFrom(row: Row, rarity: Rarity): Compared {
  const length = numberOf(row, 'length');
  const bytes = bytesOf(row, 'terms');
  const size = keyTermsIn(bytes);
  const [terms, termWeights, headline] = [new Uint32Array(size), new Float64Array(size), new Float64Array(size)];
  let at = 0;
  eachKeyTerm(bytes, (term, weight, inHeadline, isName) => {
    const rare = rarity.of(term, isName);
    terms[at] = term;
    termWeights[at] = termWeight(weight, length, rare);
    headline[at] = inHeadline ? rare : 0;
    at += 1;
  });
  const topics = textOf(row, 'topics');
  return {
    article: numberOf(row, 'article'),
    published: numberOf(row, 'published'),
    length,
    topics: topics === '' ? [] : topics.split(' '),
    storyline: textOf(row, 'storyline') || undefined,
    terms,
    termWeights,
    norm: normOf(termWeights),
    headline,
  };
}
