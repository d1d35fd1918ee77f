import { articleTypes, type ArticleType } from '../model/article.ts';
import { compareText } from '../model/problem.ts';
import type { RelatedWeights } from '../model/related-weights.ts';
import { numberOf, textOf, UnexpectedValue, type Row, type Store } from '../store/store.ts';
import { candidatesNear, type SearchedArchive } from './candidates.ts';
import { comparedIn, type Compared, type ComparedArticles } from './compared.ts';
import type { TextTerms } from './key-terms.ts';
import type { CompareBounds, Neighbourhood } from './neighbourhood.ts';
import { scoreOf } from './score.ts';
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
  /** Whether lists show an article, by its key. */
  isListed(article: number): boolean;
  /** The section of a topic. */
  sectionOf(topic: string): string;
}

/** An article that is near to another one. */
export class NearArticle {
  readonly article: number;
  readonly address: string;
  readonly type: ArticleType;
  readonly storyline: string | undefined;
  /** Whether it is a version of another article in another language. */
  readonly isVersion: boolean;
  /** Milliseconds. */
  readonly published: number;
  /** From 0. */
  readonly score: number;
  /** How many words it has that count. */
  readonly length: number;
  readonly #read: Compared;
  readonly #asked: AskedVector;
  #table: TermTable | undefined;

  /** `row`: its address, its type, and whether it is a version. */
  constructor({ read, score }: Scored, row: Row, asked: AskedVector) {
    this.article = read.article;
    this.address = textOf(row, 'address');
    this.type = typeIn(row);
    this.storyline = read.storyline;
    this.isVersion = row['version'] === 1;
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
export function nearArticles(archive: Archive, asked: Asked, weights: RelatedWeights): Near {
  const rarity = rarityIn(archive.store);
  const own = vectorOf(asked.text, rarity);
  const { store, isListed } = archive;
  const last = asked.published + weights.newerDays * day;
  const comparison: Comparison = {
    archive,
    searched: {
      store,
      rarity,
      isClosed: (article) => article === asked.article || !isListed(article),
      published: asked.published,
      last,
    },
    articles: comparedIn(store, rarity),
    weights,
    own: TermTable.of(own),
    sections: new Set(asked.topics.map(archive.sectionOf)),
  };
  const first = compare(comparison, asked, own);
  /** Whether an article is near enough by the bounds of these weights. */
  const isNearBy =
    ({ threshold, newer }: RelatedWeights) =>
    ({ score, read }: Scored): boolean => {
      if (read.published <= asked.published) return score >= threshold;
      const isOfStoryline = asked.storyline !== undefined && read.storyline === asked.storyline;
      return !isOfStoryline && score >= Math.max(newer, threshold);
    };
  const { length } = asked.text;
  let wider = first;
  if (length < borrowingWords) {
    // The bounds that a site sets do not decide what is borrowed.
    const lenders = first.found.filter(isNearBy(relatedWeights)).slice(0, borrowedStories);
    setBounds(first.bounds, lenders[borrowedStories - 1]?.score ?? 0, relatedWeights);
    wider = compare(comparison, asked, withBorrowed(own, lenders, length));
  }
  // With all that are equal to the last one: their order is that of the files. Newer ones take the place of none.
  const open = wider.found.filter(isNearBy(weights));
  const older = open.filter(({ read }) => read.published <= asked.published);
  const least = older[rankedArticles - 1]?.score ?? 0;
  setBounds(wider.bounds, least, weights);
  const articles = withAddresses(
    store,
    open.filter(({ score }) => score >= least),
    { table: comparison.own, norm: first.bounds.norm },
  ).toSorted((a, b) => b.score - a.score || b.published - a.published || compareText(b.address, a.address));
  const { published, storyline } = asked;
  return {
    articles,
    neighbourhood: {
      published,
      last,
      storyline,
      sections: [...comparison.sections],
      weights,
      comparisons: wider === first ? [first.bounds] : [first.bounds, wider.bounds],
      widerBound: wider.bounds.older,
      spare: rankedArticles / 2,
    },
  };
}

/** What the archive has that is near to a story. */
export interface Near {
  /** The nearest first. */
  articles: NearArticle[];
  /** Without the terms of the articles that are read for reasons. */
  neighbourhood: Omit<Neighbourhood, 'weighed'>;
}

/** `least`: the score of the last article that is used; 0 if more could be. */
function setBounds(bounds: CompareBounds, least: number, { threshold, newer }: RelatedWeights): void {
  bounds.older = Math.max(least, threshold);
  bounds.newer = Math.max(least, threshold, newer);
}

/** What stays the same while a story is compared. */
interface Comparison {
  archive: Archive;
  searched: SearchedArchive;
  articles: ComparedArticles;
  weights: RelatedWeights;
  /** The words of the story itself. */
  own: TermTable;
  /** The sections of its topics. */
  sections: ReadonlySet<string>;
}

function vectorOf({ uses, length }: TextTerms, rarity: Rarity): Vector {
  const vector = new Map<number, number>();
  for (const { term, weight, isName } of uses.values())
    vector.set(term, termWeight(weight, length, rarity.of(term, isName)));
  return vector;
}

/** A short text names few things: the stories that are nearest to it say what else belongs to them. */
function withBorrowed(own: Vector, lenders: readonly Scored[], length: number): Vector {
  const all = lenders.reduce((sum, { score }) => sum + score, 0) || 1;
  const borrowed = new Map<number, number>();
  for (const { read, score } of lenders) {
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

interface Scored {
  read: Compared;
  score: number;
}

/** Compares the candidates with a vector; the nearest first. The bounds for older and newer ones are not set yet. */
function compare(
  { archive, searched: where, articles, weights, own, sections }: Comparison,
  { published, storyline }: Asked,
  wanted: Vector,
): { found: Scored[]; bounds: CompareBounds } {
  const norm = normOf(wanted.values());
  const table = TermTable.of(wanted);
  const likeness = {
    norm,
    weight: (term: number) => table.get(term),
    isOwn: (term: number) => own.get(term) > 0,
  };
  const { keys, searched, least, room } = candidatesNear(where, wanted);
  const found: Scored[] = [];
  const inSection = new Map<string, boolean>();
  const isTopicInSection = (topic: string): boolean => {
    let known = inSection.get(topic);
    if (known === undefined) inSection.set(topic, (known = sections.has(archive.sectionOf(topic))));
    return known;
  };
  for (const read of articles.get(keys)) {
    const isInSection = read.topics.some(isTopicInSection);
    const score = scoreOf(read, likeness, { published, storyline, weights, isInSection });
    if (score > 0) found.push({ read, score });
  }
  found.sort((a, b) => b.score - a.score || b.read.published - a.read.published);
  const terms = Uint32Array.from(wanted.keys()).sort();
  const bounds = {
    terms,
    weights: Float32Array.from(terms, (term) => wanted.get(term) ?? 0),
    norm,
    searched: Float32Array.from(terms, (term) => searched.get(term) ?? 0),
    least,
    room,
    older: 0,
    newer: 0,
  };
  return { found, bounds };
}

function withAddresses(store: Store, found: readonly Scored[], asked: AskedVector): NearArticle[] {
  // One statement for all of them: a statement costs more than a row.
  const sql = `SELECT article.key, address, article.type, json_extract(detail, '$.translationOf') IS NOT NULL AS version
    FROM json_each(?) CROSS JOIN article ON article.key = value`;
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

function typeIn(row: Row): ArticleType {
  const type = articleTypes.find((each) => each === row['type']);
  if (type === undefined) throw new UnexpectedValue('The store holds no type of an article in “type”.');
  return type;
}
