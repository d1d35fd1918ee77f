import { eachKeyTerm } from './packing.ts';
import { RarityScale } from './rarity.ts';
import { normOf, product, termWeight } from './vectors.ts';
import { sameText } from './weights.ts';

/** An article that is compared with others. */
export interface ClusterArticle {
  /** Milliseconds. */
  published: number;
  /** How many words it has that count. */
  length: number;
  topics: readonly string[];
  storyline: string | undefined;
  /** Its key terms, see `packKeyTerms`. */
  terms: Uint8Array;
}

/** Articles that are about one thing. */
export interface Cluster {
  /** Their positions, in order. */
  members: number[];
  /** How much alike two of them are in the mean, from 0. */
  score: number;
}

/** What a group of articles has in common. */
export interface Common {
  /** The terms that at least half of the articles have, with what they weigh in all of them; the largest first. */
  shared: { term: number; weight: number }[];
  /** How many different texts they are: copies are one text. */
  texts: number;
}

/** What decides which articles are together. The values were found by `bench/storylines.ts`, see docs/related.md. */
export interface ClusterWeights {
  /** Two groups are joined if their articles are so much alike in the mean. */
  alike: number;
  /** Two articles that are less alike count as not alike at all. */
  link: number;
  /** How much more alike two articles are that share a topic: 0.5 is half as much again. */
  topic: number;
  /** After so many days, two articles are half as much alike. */
  halfLife: number;
  /** Articles further apart are not compared. Days. */
  longestGap: number;
  /**
   * With fewer articles than `many` around two articles, less is like by chance, so what they share counts more: by the power
   * `few` of how much fewer. `fewest` articles or fewer count as so many.
   */
  many: number;
  few: number;
  fewest: number;
  /**
   * An article belongs to a storyline if it is so much like `nearest` articles of it in the mean, those most like it. An
   * editor has named the story, so this is less than `alike`.
   */
  missing: number;
  nearest: number;
}

const clusterWeights: ClusterWeights = {
  alike: 0.3,
  link: 0.1,
  topic: 0.5,
  halfLife: 10,
  longestGap: 30,
  many: 450,
  few: 0.3,
  fewest: 8,
  missing: 0.27,
  nearest: 3,
};

const day = 86_400_000;

/**
 * Articles, put together by their words. They must be in the order of time. What is found depends on nothing but them, and
 * on no order in which a store was filled.
 */
export class Clusters {
  readonly #articles: readonly ClusterArticle[];
  readonly #counts: ReadonlyMap<number, number>;
  readonly #rarity: RarityScale;

  constructor(articles: readonly ClusterArticle[]) {
    this.#articles = articles;
    this.#counts = countsIn(articles);
    this.#rarity = new RarityScale(articles.length);
  }

  /**
   * The groups with more than one article. Each article is alone at first. Then the two groups that are most alike are
   * joined, until none are alike enough. Two groups are as much alike as the pairs between them in the mean, so articles
   * that are like the next one alone do not become a chain. Groups of different storylines are never joined. Last, an article
   * that is in no group of three may be near to a part of a storyline: they are one more group. `progress` gets the
   * number of articles that are compared.
   */
  all(weights: ClusterWeights = clusterWeights, progress: (done: number) => void = () => {}): Cluster[] {
    const links = linksBetween(this.#articles, (article) => this.#vectorOf(article), weights, progress);
    const groups = join(this.#articles, links, weights.alike);
    return [...groups, ...missingFrom(this.#articles, links, groups, weights)].toSorted(
      (a, b) => b.score - a.score || (a.members[0] ?? 0) - (b.members[0] ?? 0),
    );
  }

  /** What articles have in common. */
  common(members: readonly number[]): Common {
    const vectors = members.flatMap((position) => {
      const article = this.#articles[position];
      return article ? [new Map(this.#vectorOf(article))] : [];
    });
    const sums = new Map<number, { count: number; weight: number }>();
    for (const vector of vectors)
      for (const [term, weight] of vector) {
        const sum = sums.get(term) ?? { count: 0, weight: 0 };
        sums.set(term, { count: sum.count + 1, weight: sum.weight + weight });
      }
    const shared = [...sums]
      .filter(([, { count }]) => count * 2 >= vectors.length)
      .map(([term, { weight }]) => ({ term, weight }))
      .toSorted((a, b) => b.weight - a.weight || a.term - b.term);
    const different: ReadonlyMap<number, number>[] = [];
    for (const vector of vectors)
      if (!different.some((other) => product(vector, other) >= sameText)) different.push(vector);
    return { shared, texts: different.length };
  }

  #vectorOf({ terms, length }: ClusterArticle): UnitVector {
    const vector: UnitVector = [];
    eachKeyTerm(terms, (term, weight, _, isName) => {
      const rarity = this.#rarity.of(term, this.#counts.get(term) ?? 0, isName);
      vector.push([term, termWeight(weight, length, rarity)]);
    });
    const norm = normOf(vector.map(([, weight]) => weight));
    return vector.map(([term, weight]) => [term, weight / norm]);
  }
}

/** What each term weighs in an article, with the length 1. */
type UnitVector = [term: number, weight: number][];

/** How much alike an article and others are, by the position of the others. */
type Links = Map<number, number>;

/** How much alike the articles are that are near enough in time; of each pair for both. */
function linksBetween(
  articles: readonly ClusterArticle[],
  vectorIn: (article: ClusterArticle) => UnitVector,
  weights: ClusterWeights,
  progress: (done: number) => void,
): Links[] {
  const links: Links[] = articles.map(() => new Map());
  /** Where a term is, and what it weighs there; the oldest first. `from`: those before it are too old. */
  const places = new Map<number, { from: number; articles: number[]; weights: number[] }>();
  const sums = new Float64Array(articles.length);
  const boosts = boostsOf(articles, weights);
  articles.forEach((article, position) => {
    const oldest = article.published - weights.longestGap * day;
    const touched: number[] = [];
    for (const [term, weight] of vectorIn(article)) {
      let place = places.get(term);
      if (!place) places.set(term, (place = { from: 0, articles: [], weights: [] }));
      while ((articles[place.articles[place.from] ?? position]?.published ?? 0) < oldest) place.from += 1;
      for (let at = place.from; at < place.articles.length; at += 1) {
        const other = place.articles[at] ?? 0;
        if (sums[other] === 0) touched.push(other);
        sums[other] = (sums[other] ?? 0) + weight * (place.weights[at] ?? 0);
      }
      place.articles.push(position);
      place.weights.push(weight);
    }
    for (const other of touched) {
      const before = articles[other];
      const boost = Math.min(boosts[position] ?? 1, boosts[other] ?? 1);
      const alike = before ? (sums[other] ?? 0) * boost * factorOf(article, before, weights) : 0;
      sums[other] = 0;
      if (alike < weights.link) continue;
      links[position]?.set(other, alike);
      links[other]?.set(position, alike);
    }
    progress(position + 1);
  });
  return links;
}

function factorOf(one: ClusterArticle, other: ClusterArticle, weights: ClusterWeights): number {
  const gap = Math.abs(one.published - other.published) / day;
  const shares = one.topics.some((topic) => other.topics.includes(topic));
  return 2 ** (-gap / weights.halfLife) * (shares ? 1 + weights.topic : 1);
}

/** How many articles have each term. */
function countsIn(articles: readonly ClusterArticle[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { terms } of articles) eachKeyTerm(terms, (term) => counts.set(term, (counts.get(term) ?? 0) + 1));
  return counts;
}

/** How much more counts what each article shares, by the number of articles around it; see `many`. */
function boostsOf(articles: readonly ClusterArticle[], weights: ClusterWeights): number[] {
  const gap = weights.longestGap * day;
  const at = (position: number): number => articles[position]?.published ?? Infinity;
  let from = 0;
  let to = 0;
  return articles.map(({ published }) => {
    while (at(from) < published - gap) from += 1;
    while (at(to) <= published + gap) to += 1;
    return Math.min(1, Math.max(to - from, weights.fewest) / weights.many) ** -weights.few;
  });
}

interface Group {
  members: number[];
  storyline: string | undefined;
  /** The sum over the pairs between this group and others, by their number. */
  links: Map<number, number>;
  /** The sum over the pairs in this group. */
  within: number;
}

/** Two groups that may be joined, and how much alike they are. */
interface Pair {
  one: number;
  other: number;
  alike: number;
}

function join(articles: readonly ClusterArticle[], links: readonly Links[], least: number): Cluster[] {
  // A group is numbered by its first article. A joined group has a new number, so that old pairs name none that is left.
  const groups = new Map<number, Group>(
    articles.map(({ storyline }, position) => [
      position,
      { members: [position], storyline, links: new Map(links[position]), within: 0 },
    ]),
  );
  const pairs = new PairQueue();
  const offer = (one: number, other: number): void => {
    const [first, second] = [groups.get(one), groups.get(other)];
    if (!first || !second || !mayJoin(first, second)) return;
    const alike = (first.links.get(other) ?? 0) / (first.members.length * second.members.length);
    if (alike >= least) pairs.add({ one: Math.min(one, other), other: Math.max(one, other), alike });
  };
  for (const [one, { links: all }] of groups) for (const other of all.keys()) if (one < other) offer(one, other);
  let next = articles.length;
  for (let pair = pairs.take(); pair; pair = pairs.take()) {
    const [first, second] = [groups.get(pair.one), groups.get(pair.other)];
    if (!first || !second) continue;
    const joined: Group = {
      members: [...first.members, ...second.members].toSorted((a, b) => a - b),
      storyline: first.storyline ?? second.storyline,
      links: new Map(first.links),
      within: first.within + second.within + (first.links.get(pair.other) ?? 0),
    };
    for (const [other, sum] of second.links) joined.links.set(other, (joined.links.get(other) ?? 0) + sum);
    joined.links.delete(pair.one);
    joined.links.delete(pair.other);
    groups.delete(pair.one);
    groups.delete(pair.other);
    const number = next++;
    groups.set(number, joined);
    for (const [other, sum] of joined.links) {
      const linked = groups.get(other)?.links;
      linked?.delete(pair.one);
      linked?.delete(pair.other);
      linked?.set(number, sum);
      offer(number, other);
    }
  }
  return [...groups.values()]
    .filter(({ members }) => members.length > 1)
    .map(({ members, within }) => ({ members, score: (within * 2) / (members.length * (members.length - 1)) }));
}

/** Articles without a storyline that are in no group of three, each with those of the storyline to which it is nearest. */
function missingFrom(
  articles: readonly ClusterArticle[],
  links: readonly Links[],
  groups: readonly Cluster[],
  { missing, nearest }: ClusterWeights,
): Cluster[] {
  const grouped = new Set(groups.flatMap(({ members }) => (members.length > 2 ? members : [])));
  const sizes = new Map<string, number>();
  for (const { storyline } of articles)
    if (storyline !== undefined) sizes.set(storyline, (sizes.get(storyline) ?? 0) + 1);
  return articles.flatMap(({ storyline: own }, position) => {
    if (own !== undefined || grouped.has(position)) return [];
    const near = [...(links[position] ?? [])].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
    const [best] = [...Map.groupBy(near, ([other]) => articles[other]?.storyline)]
      .flatMap(([storyline, all]) => {
        const compared = Math.min(nearest, sizes.get(storyline ?? '') ?? 0);
        const first = all.slice(0, compared);
        const score = first.reduce((sum, [, link]) => sum + link, 0) / compared;
        return compared > 1 && score >= missing ? { members: [...first.map(([other]) => other), position], score } : [];
      })
      .toSorted((a, b) => b.score - a.score);
    return best ? [{ members: best.members.toSorted((a, b) => a - b), score: best.score }] : [];
  });
}

function mayJoin(one: Group, other: Group): boolean {
  return one.storyline === undefined || other.storyline === undefined || one.storyline === other.storyline;
}

/** Pairs, the most alike first; of equal ones the one with the lower numbers. A binary heap. */
class PairQueue {
  readonly #heap: Pair[] = [];

  add(pair: Pair): void {
    const heap = this.#heap;
    let at = heap.length;
    while (at > 0) {
      const above = (at - 1) >>> 1;
      const parent = heap[above];
      if (!parent || !isBefore(pair, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = pair;
  }

  take(): Pair | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      if (!one) break;
      const isRight = other !== undefined && isBefore(other, one);
      const child = isRight ? other : one;
      if (!isBefore(child, last)) break;
      heap[at] = child;
      at = isRight ? left + 1 : left;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(one: Pair, other: Pair): boolean {
  if (one.alike !== other.alike) return one.alike > other.alike;
  return one.one !== other.one ? one.one < other.one : one.other < other.other;
}
