import type { RelatedWeights } from '../model/related-weights.ts';
import type { Compared } from './compared.ts';
import { scoreOf, type Likeness } from './score.ts';
import { placeIn } from './vectors.ts';

/**
 * What a list of related stories was found from. It is enough to say whether an article that has changed can change the list,
 * without finding it again: nearly all articles of an archive cannot. It is plain data, so that it can go from one thread to
 * another; it takes some 12 bytes for each term of the story.
 */
export interface Neighbourhood {
  /** When the story was published, and the last instant of which articles may be in its list; milliseconds. */
  published: number;
  last: number;
  /** The storyline of the story. */
  storyline: string | undefined;
  /** The sections of its topics. */
  sections: string[];
  weights: RelatedWeights;
  /** The comparisons with the archive, in their order. The first one is with the words of the story itself. */
  comparisons: CompareBounds[];
  /** In place of the last bound, for a version in another language and an article of the same storyline. */
  widerBound: number;
  /** The upper 16 bits of all terms whose weights count, in ascending order: of the story, and of the articles that were read for it. */
  weighed: Uint16Array;
  /** How many articles between the two bounds may change before one that is further down may come into the list. */
  spare: number;
}

/** What one comparison with the archive found, and what an article needs to have changed it. */
export interface CompareBounds {
  /** The terms of the vector that was compared, in ascending order, and their weights. */
  terms: Uint32Array;
  weights: Float32Array;
  norm: number;
  /** By how much each term counts where candidates are searched; 0 if none were searched by it, negative if only some were read. */
  searched: Float32Array;
  /** The sum that a candidate needs to be compared; 0 if all are. */
  least: number;
  /** How many more articles may have terms that are searched before others may be left out for them. */
  room: number;
  /** The score that an article needs to be used: older ones, and those that are newer than the story. */
  older: number;
  newer: number;
}

/** An article before or after a change; `undefined` where nobody could see it. */
export type Neighbour = (Compared & { sections: readonly string[] }) | undefined;

/** Bytes that it takes in memory. */
export function sizeOfNeighbourhood({ comparisons, weighed }: Neighbourhood): number {
  let size = 512 + weighed.byteLength;
  for (const { terms } of comparisons) size += 256 + 3 * terms.byteLength;
  return size;
}

/** The upper bits of terms as `weighed` has them. */
export function upperBits(terms: Iterable<number>): Uint16Array {
  return Uint16Array.from(new Set(Array.from(terms, (term) => term >>> 16))).sort();
}

/** Whether the weight of a term may count in a list: one of the texts that were read for it has the term. */
export function mayWeigh({ weighed }: Neighbourhood, term: number): boolean {
  return placeIn(weighed, term >>> 16) !== undefined;
}

/** Weights are kept with seven digits. */
const slack = 1e-5;

/**
 * What changes have done to something that was read:
 * - `unchanged`: nothing.
 * - `drifted`: lists of related stories may have another order or a story more of those that have not changed, because words are
 *   rarer or because there are other candidates. It is certain that no story that has changed comes into them or leaves them.
 * - `changed`: it may be another one.
 */
export type Sameness = 'unchanged' | 'drifted' | 'changed';

/**
 * What an article that was `before` and is `after` does to a list. `mayBeVersion`: it may be a version of another
 * article in another language, or may have been one. Ask once for each change: it counts down what the list can bear.
 */
export function changeOf(list: Neighbourhood, before: Neighbour, after: Neighbour, mayBeVersion: boolean): Sameness {
  const [one, other] = [placeOf(list, before, mayBeVersion), placeOf(list, after, mayBeVersion)];
  if (!one || !other) return 'changed';
  let drifts = one.isUncertain || other.isUncertain || one.cut !== other.cut;
  if (one.isRanked || other.isRanked) list.spare -= 1;
  if (list.spare < 0) drifts = true;
  for (const [index, bounds] of list.comparisons.entries()) {
    const bit = 1 << index;
    // Where all candidates are compared, one more or less makes no difference to the others.
    if (bounds.least > 0 && (one.compared & bit) !== (other.compared & bit)) drifts = true;
    if ((other.sums[index] ?? 0) > (one.sums[index] ?? 0)) bounds.room -= 1;
    if (bounds.room < 0) drifts = true;
  }
  return drifts ? 'drifted' : 'unchanged';
}

/** Where an article is that does not come into a list: a place that it would take from others. */
interface Place {
  /** A bit for each comparison in which it is compared, older than the story. */
  compared: number;
  /** Its terms of which not all articles were read: it counts among those that were. */
  cut: number;
  /** For each comparison: what it adds up to by the terms that are searched. */
  sums: number[];
  /** Whether it is between the two bounds of the list. */
  isRanked: boolean;
  /** Whether it may be compared, and may not. */
  isUncertain: boolean;
}

/** `undefined`: it may come into the list. */
function placeOf(list: Neighbourhood, article: Neighbour, mayBeVersion: boolean): Place | undefined {
  const place: Place = { compared: 0, cut: 0, sums: [], isRanked: false, isUncertain: false };
  if (!article || article.published > list.last) return place;
  const isNewer = article.published > list.published;
  const isOfStoryline = list.storyline !== undefined && article.storyline === list.storyline;
  for (const [index, bounds] of list.comparisons.entries()) {
    const { most, least, cut } = sumOf(bounds, article);
    // Newer articles take the place of none.
    if (!isNewer) {
      place.cut += cut;
      place.sums[index] = most;
    }
    if (most === 0 || most * (1 + slack) < bounds.least) continue;
    if (!isNewer && least * (1 - slack) <= bounds.least) place.isUncertain = true;
    const isLast = index === list.comparisons.length - 1;
    const bound = isLast && (mayBeVersion || isOfStoryline) ? list.widerBound : isNewer ? bounds.newer : bounds.older;
    const score = scoreIn(list, bounds, article) * (1 + slack);
    if (score >= bound) return undefined;
    place.isRanked ||= isLast && score >= list.widerBound;
    if (!isNewer) place.compared |= 1 << index;
  }
  return place;
}

/** What an article has of the terms by which candidates are searched: with those of which not all articles were read, and without. */
function sumOf({ terms, searched }: CompareBounds, article: Compared): { most: number; least: number; cut: number } {
  let [most, least, cut] = [0, 0, 0];
  for (const term of article.terms) {
    const at = placeIn(terms, term);
    const weight = at === undefined ? 0 : (searched[at] ?? 0);
    if (weight >= 0) least += weight;
    else cut += term;
    most += Math.abs(weight);
  }
  return { most, least, cut };
}

function scoreIn(list: Neighbourhood, bounds: CompareBounds, article: NonNullable<Neighbour>): number {
  const [own] = list.comparisons;
  const likeness: Likeness = {
    norm: bounds.norm,
    weight: (term) => {
      const at = placeIn(bounds.terms, term);
      return at === undefined ? 0 : (bounds.weights[at] ?? 0);
    },
    isOwn: (term) => own === bounds || (own !== undefined && placeIn(own.terms, term) !== undefined),
  };
  return scoreOf(article, likeness, {
    ...list,
    isInSection: article.sections.some((section) => list.sections.includes(section)),
  });
}
