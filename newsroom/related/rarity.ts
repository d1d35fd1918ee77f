import { termNumber } from '../text-analysis/forms.ts';
import { dullStems } from './stop-words.ts';
import { rarityOf, TermTable } from './vectors.ts';
import { fullyImagined, imagined } from './weights.ts';

const dullTerms = TermTable.of(new Map([...dullStems].map((stem) => [termNumber(stem), 1])));

/**
 * How rare terms are in an archive (BM25). In a small archive every word is rare, “after” as well as “Velden”. So rarity is
 * counted as if there were a hundred articles more, and some of them had each word (`imagined`).
 */
export class RarityScale {
  readonly #articles: number;
  readonly #share: number;
  readonly #fades: boolean;
  readonly #step: number;
  /** By how many of the articles that are imagined have the term, then by count. */
  readonly #known = new Map<number, Float64Array>();

  /**
   * `articles`: how many are counted. `step`: what is found is rounded to steps of this size; 0 for none. `fades`: whether
   * less is imagined in a large archive, where rarity itself tells everyday words from others.
   */
  constructor(articles: number, { step = 0, fades = false } = {}) {
    this.#articles = articles;
    this.#share = fades ? Math.min(1, fullyImagined / Math.max(1, articles)) : 1;
    this.#fades = fades;
    this.#step = step;
  }

  /** `count`: how many articles have the term. `isName`: whether the text that is compared has it as a name. */
  of(term: number, count: number, isName: boolean): number {
    const more = isName ? imagined.name : dullTerms.get(term) > 0 ? imagined.dull : imagined.word;
    let known = this.#known.get(more);
    if (!known) this.#known.set(more, (known = new Float64Array(this.#articles + 1)));
    return known[count] || (known[count] = this.#inSteps(this.#rarityOf(count, more * this.#share)));
  }

  #rarityOf(count: number, more: number): number {
    const all = this.#articles + imagined.articles * this.#share;
    const found = rarityOf(Math.max(1, count + more), Math.max(1, count + more, all));
    // A word that most articles have says nothing, however few these are.
    return this.#fades ? Math.min(found, rarityOf(Math.max(1, count), Math.max(1, this.#articles))) : found;
  }

  #inSteps(weight: number): number {
    return this.#step === 0 ? weight : Math.max(this.#step, Math.round(weight / this.#step) * this.#step);
  }
}
