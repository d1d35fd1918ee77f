import { Chance } from '../random.ts';
import { longestList, textOf, type Method, type TextDocument } from './documents.ts';

/**
 * What anybody would try first. Words are lower-cased runs of letters and digits, without stemming and without a list of
 * stop words; a document is its headline, standfirst and body together. Where two documents have the same score, the one
 * that is nearer in time comes first, then the older one.
 */
export const baselines: readonly Method[] = [
  method('random', (documents) => (query) => {
    const chance = new Chance(query);
    return Float64Array.from(documents, () => chance.next());
  }),
  method('dates only', (documents) => () => new Float64Array(documents.length)),
  /** The number of shared topics, then the nearness in time. */
  method('tags and dates', (documents) => (query) => {
    const own = new Set(documents[query]?.topics);
    return Float64Array.from(documents, ({ topics }) => topics.filter((topic) => own.has(topic)).length);
  }),
  method('TF-IDF', tfIdf),
  method('BM25', bm25),
];

/** The scores of all documents for a query. */
type Scores = (query: number) => Float64Array;

function method(name: string, scoresIn: (documents: readonly TextDocument[]) => Scores): Method {
  return {
    name,
    open: async (documents) => {
      const scoresOf = scoresIn(documents);
      return (query, older) => best(documents, query, scoresOf(query), older);
    },
  };
}

/** The documents with the highest scores. */
function best(documents: readonly TextDocument[], query: number, scores: Float64Array, older: boolean): number[] {
  const at = documents[query]?.at ?? NaN;
  const gap = (position: number): number => Math.abs((documents[position]?.at ?? NaN) - at);
  const before = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0) || gap(b) - gap(a) || b - a;
    return difference > 0;
  };
  const list: number[] = [];
  for (const [position, document] of documents.entries()) {
    if (position === query || (older && document.at >= at)) continue;
    const last = list.at(-1);
    if (list.length === longestList && last !== undefined && !before(position, last)) continue;
    const place = list.findIndex((other) => before(position, other));
    list.splice(place < 0 ? list.length : place, 0, position);
    if (list.length > longestList) list.pop();
  }
  return list;
}

interface Index {
  /** How often each word is in each document. */
  counts: Map<string, number>[];
  /** How many documents have each word. */
  holders: Map<string, number>;
}

function indexOf(documents: readonly TextDocument[]): Index {
  const counts = documents.map((document) => {
    const count = new Map<string, number>();
    for (const [word] of textOf(document)
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+/gu))
      count.set(word, (count.get(word) ?? 0) + 1);
    return count;
  });
  const holders = new Map<string, number>();
  for (const count of counts) for (const word of count.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  return { counts, holders };
}

/** For each word, the documents with it and the weight that it has in each. */
function postingsOf(
  weights: readonly ReadonlyMap<string, number>[],
): Map<string, [position: number, weight: number][]> {
  const postings = new Map<string, [number, number][]>();
  for (const [position, words] of weights.entries())
    for (const [word, weight] of words) {
      const known = postings.get(word);
      if (known) known.push([position, weight]);
      else postings.set(word, [[position, weight]]);
    }
  return postings;
}

/** The sums of the products of the weights that a query and each document have for a word. */
function products(
  query: ReadonlyMap<string, number>,
  postings: ReturnType<typeof postingsOf>,
  documents: number,
): Float64Array {
  const scores = new Float64Array(documents);
  for (const [word, own] of query)
    for (const [position, weight] of postings.get(word) ?? [])
      scores[position] = (scores[position] ?? 0) + own * weight;
  return scores;
}

/** The number of times × log(documents / documents with the word), compared by cosine. */
function tfIdf(documents: readonly TextDocument[]): Scores {
  const { counts, holders } = indexOf(documents);
  const vectors = counts.map((count) => {
    const weights = [...count].map(([word, times]): [string, number] => [
      word,
      times * Math.log(documents.length / (holders.get(word) ?? 1)),
    ]);
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([word, weight]) => [word, weight / length]));
  });
  const postings = postingsOf(vectors);
  return (query) => products(vectors[query] ?? new Map(), postings, documents.length);
}

/** Okapi BM25 with each word of the query once. */
function bm25(documents: readonly TextDocument[], k1 = 1.2, b = 0.75): Scores {
  const { counts, holders } = indexOf(documents);
  const lengths = counts.map((count) => sum(count.values()));
  const mean = sum(lengths) / documents.length;
  const weights = counts.map((count, position) => {
    const norm = k1 * (1 - b + (b * (lengths[position] ?? 0)) / mean);
    return new Map(
      [...count].map(([word, times]) => {
        const found = holders.get(word) ?? 0;
        const rarity = Math.log(1 + (documents.length - found + 0.5) / (found + 0.5));
        return [word, (rarity * times * (k1 + 1)) / (times + norm)];
      }),
    );
  });
  const postings = postingsOf(weights);
  return (query) => {
    const words = new Map([...(counts[query]?.keys() ?? [])].map((word) => [word, 1]));
    return products(words, postings, documents.length);
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
