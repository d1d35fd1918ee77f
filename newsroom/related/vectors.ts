import { lengthShare, saturation, usualLength } from './weights.ts';

/** Weights by the numbers of terms. */
export type Vector = ReadonlyMap<number, number>;

/** Weights by the numbers of terms, for very many questions: a `Map` takes five times as long. */
export class TermTable {
  readonly #terms: Uint32Array;
  /** 0 where a place is free. */
  readonly #weights: Float64Array;
  readonly #mask: number;

  /** `size`: how many terms will be set at most. */
  constructor(size: number) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(1, size) * 2));
    this.#terms = new Uint32Array(places);
    this.#weights = new Float64Array(places);
    this.#mask = places - 1;
  }

  static of(vector: Vector): TermTable {
    const table = new TermTable(vector.size);
    for (const [term, weight] of vector) table.set(term, weight);
    return table;
  }

  /** Each term once; its weight is more than 0. */
  set(term: number, weight: number): void {
    // The numbers of terms are hashes already.
    let place = term & this.#mask;
    while (this.#weights[place] !== 0) place = (place + 1) & this.#mask;
    this.#terms[place] = term;
    this.#weights[place] = weight;
  }

  /** The weight of a term; 0 where it has none. */
  get(term: number): number {
    for (let place = term & this.#mask; ; place = (place + 1) & this.#mask) {
      const weight = this.#weights[place] ?? 0;
      if (weight === 0 || this.#terms[place] === term) return weight;
    }
  }
}

/** How rare a term is that `count` of `articles` have (BM25). */
export function rarityOf(count: number, articles: number): number {
  return Math.log(1 + (articles - count + 0.5) / (count + 0.5));
}

/** What a term weighs in a text of `length` words: it grows with how often it is used, less and less (BM25). */
export function termWeight(use: number, length: number, rarity: number): number {
  const long = 1 - lengthShare + (lengthShare * length) / usualLength;
  return (rarity * use * (saturation + 1)) / (use + saturation * long);
}

/** The length of a vector; 1 for one that is empty, so that it can be divided by. */
export function normOf(weights: Iterable<number>): number {
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  return Math.sqrt(sum) || 1;
}

/** The scalar product of two vectors. */
export function product(one: Vector, other: Vector): number {
  let sum = 0;
  for (const [term, weight] of one) sum += weight * (other.get(term) ?? 0);
  return sum;
}

/** The heaviest terms. Of equal ones the lower numbers, so that the order of a text means nothing. */
export function heaviest(vector: Vector, most: number): [term: number, weight: number][] {
  return [...vector].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
}

/** The place of a number among others, which are in ascending order. */
export function placeIn(numbers: Uint32Array | Uint16Array, wanted: number): number | undefined {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((numbers[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return numbers[from] === wanted ? from : undefined;
}
