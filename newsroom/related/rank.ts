import { articleTypes, type ArticleType } from '../model/article.ts';
import { compareText } from '../model/problem.ts';
import type { RelatedWeights } from '../model/related-weights.ts';
import { bytesOf, numberOf, textOf, UnexpectedValue, type Row, type Store } from '../store/store.ts';
import { Candidates } from './candidates.ts';
import type { TextTerms } from './key-terms.ts';
import { eachKeyTerm, keyTermsIn } from './packing.ts';
import type { SharedTerm } from './shared-words.ts';
import type { StoredTerms } from './stored-terms.ts';
import { rarityIn, type Rarity } from './term-counts.ts';
import { heaviest, normOf, TermTable, termWeight, type Vector } from './vectors.ts';
import {
  borrowedStories,
  borrowedTerms,
  borrowedWeight,
  borrowingWords,
  fullBorrowing,
  normPower,
  relatedWeights,
} from './weights.ts';

/** The story for which others are searched. */
export interface Asked {
  /** Its key. */
  article: number;
  /** Milliseconds. */
  published: number;
  text: TextTerms;
  /** Its topics, and its storyline. */
  topics: readonly string[];
  storyline: string | undefined;
}

/** What is known of the archive at one instant. */
export interface Archive {
  store: Store;
  /** Keys of the articles that nobody may see. */
  hidden: ReadonlySet<number>;
  /** The section of a topic. */
  sectionOf(topic: string): string;
}

/** An article that is near to another one. */
export class NearArticle {
  readonly article: number;
  readonly address: string;
  readonly type: ArticleType;
  /** Milliseconds. */
  readonly published: number;
  /** From 0. */
  readonly score: number;
  /** How many words it has that count. */
  readonly length: number;
  readonly #read: Compared;
  readonly #asked: AskedVector;
  #table: TermTable | undefined;

  /** `row`: its address and its type. */
  constructor({ read, score }: Scored, row: Row, asked: AskedVector) {
    this.article = read.article;
    this.address = textOf(row, 'address');
    this.type = typeIn(row);
    this.published = read.published;
    this.score = score;
    this.length = read.length;
    this.#read = read;
    this.#asked = asked;
  }

  /** How much of it and of the story that is asked for is the same, from 0 to 1. */
  likeness(): number {
    const { table, norm } = this.#asked;
    return product(this.#read, table) / (norm * this.#read.norm);
  }

  /** How much of it and of another article is the same, from 0 to 1. */
  likenessTo(other: NearArticle): number {
    return product(other.#read, this.#weights()) / (this.#read.norm * other.#read.norm);
  }

  /** What its key terms weigh. Few of the articles that are near are ever compared by it. */
  #weights(): TermTable {
    const { terms, termWeights } = this.#read;
    return (this.#table ??= TermTable.of(new Map(Array.from(terms, (term, index) => [term, termWeights[index] ?? 0]))));
  }
}

/** What the terms of the story that is asked for weigh, and the length of that vector. */
interface AskedVector {
  table: TermTable;
  norm: number;
}

/** The scalar product of what an article's terms weigh and of a vector. */
function product({ terms, termWeights }: Compared, vector: TermTable): number {
  let sum = 0;
  for (let at = 0; at < terms.length; at += 1) sum += (termWeights[at] ?? 0) * vector.get(terms[at] ?? 0);
  return sum;
}

const day = 86_400_000;
/** The nearest articles that a list can need: ten, and explaining ones further down. */
export const rankedArticles = 60;

/**
 * The articles that are nearest to a story, best first, some sixty of them: by the words that they share, each by
 * its rarity (BM25's saturation, a cosine), by the share of the other headline that the text has, by common topics, and
 * by nearness in time. Newer ones are among them for `newerDays`, so that old pages do not change for ever; none of the same
 * storyline, because each new story of it would change all pages before it.
 */
export function nearArticles(archive: Archive, asked: Asked, weights: RelatedWeights): NearArticle[] {
  const rarity = rarityIn(archive.store);
  const own = vectorOf(asked.text, rarity);
  const { store, hidden } = archive;
  const comparison: Comparison = {
    archive,
    candidates: new Candidates(
      store,
      rarity,
      [...hidden, asked.article],
      asked.published,
      asked.published + weights.newerDays * day,
    ),
    reader: readerOf(store, rarity),
    weights,
    own: TermTable.of(own),
  };
  const near = compare(comparison, asked, own);
  /** Whether an article is near enough by the bounds of these weights. */
  const isNearBy =
    ({ threshold, newer }: RelatedWeights) =>
    ({ score, read }: Scored): boolean => {
      if (read.published <= asked.published) return score >= threshold;
      const isOfStoryline = asked.storyline !== undefined && read.storyline === asked.storyline;
      return !isOfStoryline && score >= Math.max(newer, threshold);
    };
  const { length } = asked.text;
  const wider =
    length >= borrowingWords
      ? near
      : // The bounds that a site sets do not decide what is borrowed.
        compare(comparison, asked, withBorrowed(own, near.filter(isNearBy(relatedWeights)), length));
  // With all that are equal to the last one: their order is that of the files. Newer ones take the place of none.
  const open = wider.filter(isNearBy(weights));
  const older = open.filter(({ read }) => read.published <= asked.published);
  const least = older[rankedArticles - 1]?.score ?? 0;
  return withAddresses(
    store,
    open.filter(({ score }) => score >= least),
    { table: comparison.own, norm: normOf(own.values()) },
  ).toSorted((a, b) => b.score - a.score || b.published - a.published || compareText(b.address, a.address));
}

/** What stays the same while a story is compared. */
interface Comparison {
  archive: Archive;
  candidates: Candidates;
  reader: Reader;
  weights: RelatedWeights;
  /** The words of the story itself. */
  own: TermTable;
}

function vectorOf({ uses, length }: TextTerms, rarity: Rarity): Vector {
  const vector = new Map<number, number>();
  for (const { term, weight, isName } of uses.values())
    vector.set(term, termWeight(weight, length, rarity.of(term, isName)));
  return vector;
}

/** A short text names few things: the stories that are nearest to it say what else belongs to them. */
function withBorrowed(own: Vector, near: readonly Scored[], length: number): Vector {
  const first = near.slice(0, borrowedStories);
  const all = first.reduce((sum, { score }) => sum + score, 0) || 1;
  const borrowed = new Map<number, number>();
  for (const { read, score } of first) {
    const share = score / all / read.norm;
    read.terms.forEach((term, index) =>
      borrowed.set(term, (borrowed.get(term) ?? 0) + share * (read.termWeights[index] ?? 0)),
    );
  }
  const norm = normOf(own.values());
  const share = Math.min(1, fullBorrowing / Math.max(1, length)) * borrowedWeight;
  const vector = new Map([...own].map(([term, weight]) => [term, weight / norm]));
  for (const [term, weight] of heaviest(borrowed, borrowedTerms))
    vector.set(term, (vector.get(term) ?? 0) + share * weight);
  return vector;
}

/** What the store holds of an article, and what follows from it. */
interface Compared {
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

interface Scored {
  read: Compared;
  score: number;
}

/** Articles that a reader remembers, some 1.5 kB each. */
const mostRemembered = 16_384;

const readers = new WeakMap<Store, { reader: Reader; rarity: Rarity; version: number }>();

/** The reader of a store: it is used for all stories until something is compiled. */
function readerOf(store: Store, rarity: Rarity): Reader {
  const version = store.dataVersion();
  const known = readers.get(store);
  if (known?.version === version && known.rarity === rarity) return known.reader;
  const reader = new Reader(store, rarity);
  readers.set(store, { reader, rarity, version });
  return reader;
}

/** Reads articles. It remembers them: one article is compared with many. */
class Reader {
  readonly #store: Store;
  readonly #rarity: Rarity;
  readonly #read = new Map<number, Compared>();

  constructor(store: Store, rarity: Rarity) {
    this.#store = store;
    this.#rarity = rarity;
  }

  articles(keys: readonly number[]): Compared[] {
    const missing = keys.filter((article) => !this.#read.has(article));
    // One statement for all of them: a statement costs more than a row.
    const sql = `SELECT article, published, length, topics, storyline, terms
      FROM json_each(?) CROSS JOIN key_terms ON article = json_each.value`;
    for (const row of this.#store.all(sql, JSON.stringify(missing))) {
      const read = this.#compared(row);
      this.#read.set(read.article, read);
    }
    const found = keys.flatMap((article) => this.#read.get(article) ?? []);
    for (const article of this.#read.keys()) {
      if (this.#read.size <= mostRemembered) break;
      this.#read.delete(article);
    }
    return found;
  }

  #compared(row: Row): Compared {
    const length = numberOf(row, 'length');
    const bytes = bytesOf(row, 'terms');
    const size = keyTermsIn(bytes);
    const [terms, termWeights, headline] = [new Uint32Array(size), new Float64Array(size), new Float64Array(size)];
    let at = 0;
    eachKeyTerm(bytes, (term, weight, inHeadline, isName) => {
      const rarity = this.#rarity.of(term, isName);
      terms[at] = term;
      termWeights[at] = termWeight(weight, length, rarity);
      headline[at] = inHeadline ? rarity : 0;
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
}

/** Compares the candidates with a vector; the nearest first. */
function compare({ archive, candidates, reader, weights, own }: Comparison, asked: Asked, wanted: Vector): Scored[] {
  const norm = normOf(wanted.values());
  /** Has all terms of `own`. */
  const wantedTerms = TermTable.of(wanted);
  const sections = new Set(asked.topics.map(archive.sectionOf));
  const found: Scored[] = [];
  for (const read of reader.articles(candidates.near(wanted))) {
    const { terms, termWeights, headline, topics, storyline } = read;
    let common = 0;
    let allHeadline = 0;
    let sharedHeadline = 0;
    let shares = false;
    for (let index = 0; index < terms.length; index += 1) {
      const term = terms[index] ?? 0;
      const inHeadline = headline[index] ?? 0;
      allHeadline += inHeadline;
      const weight = wantedTerms.get(term);
      if (weight === 0) continue;
      common += weight * (termWeights[index] ?? 0);
      if (own.get(term) === 0) continue;
      shares = true;
      sharedHeadline += inHeadline;
    }
    if (!shares) continue;
    const covered = allHeadline === 0 ? 0 : sharedHeadline / allHeadline;
    const score =
      (common / (norm * read.norm) ** normPower) *
      (topics.some((topic) => sections.has(archive.sectionOf(topic))) ? 1 + weights.section : 1) *
      (storyline !== undefined && storyline === asked.storyline ? 1 + weights.storyline : 1) *
      (1 + weights.headline * covered * covered) *
      nearness(Math.abs(read.published - asked.published), weights);
    found.push({ read, score });
  }
  return found.toSorted((a, b) => b.score - a.score || b.read.published - a.read.published);
}

function withAddresses(store: Store, found: readonly Scored[], asked: AskedVector): NearArticle[] {
  // One statement for all of them: a statement costs more than a row.
  const sql = 'SELECT article.key, address, article.type FROM json_each(?) CROSS JOIN article ON article.key = value';
  const rows = store.all(sql, JSON.stringify(found.map(({ read }) => read.article)));
  const byKey = new Map(rows.map((row) => [numberOf(row, 'key'), row]));
  return found.flatMap((scored) => {
    const row = byKey.get(scored.read.article);
    return row ? new NearArticle(scored, row, asked) : [];
  });
}

/**
 * Compares one text with others. The function that it returns gives the terms that another text shares with it, with what
 * each adds to their likeness, which is 1 for the same text; the largest first.
 */
export function sharedTermsWith(store: Store, one: TextTerms): (other: StoredTerms) => SharedTerm[] {
  const rarity = rarityIn(store);
  const vector = vectorOf(one, rarity);
  const first = TermTable.of(vector);
  const firstNorm = normOf(vector.values());
  return (other) => {
    const shared: SharedTerm[] = [];
    let squares = 0;
    other.each((term, use, isName) => {
      const weight = termWeight(use, other.length, rarity.of(term, isName));
      squares += weight * weight;
      const own = first.get(term);
      if (own > 0) shared.push({ term, weight: own * weight });
    });
    const norm = firstNorm * (Math.sqrt(squares) || 1);
    for (const each of shared) each.weight /= norm;
    return shared.sort((a, b) => b.weight - a.weight || a.term - b.term);
  };
}

/** What nearness in time does to a score. `gap` in milliseconds. */
export function nearness(gap: number, { oldest, halfLife }: RelatedWeights): number {
  return oldest + (1 - oldest) * 2 ** (-gap / day / halfLife);
}

function typeIn(row: Row): ArticleType {
  const type = articleTypes.find((each) => each === row['type']);
  if (type === undefined) throw new UnexpectedValue('The store holds no type of an article in “type”.');
  return type;
}
