import type { RelatedWeights } from '../model/related-weights.ts';
import type { Compared } from './compared.ts';
import { normPower } from './weights.ts';

const day = 86_400_000;

/** A vector with which articles are compared. */
export interface Likeness {
  /** Its length. */
  norm: number;
  /** The weight of a term; 0 where it has none. */
  weight(term: number): number;
  /** Whether a term with a weight is one of the story itself; the others are borrowed. */
  isOwn(term: number): boolean;
}

/** What a score needs to know of the story beside its words. */
export interface ScoredFor {
  /** Milliseconds. */
  published: number;
  storyline: string | undefined;
  weights: RelatedWeights;
  /** Whether the article has a topic in one of its sections. */
  isInSection: boolean;
}

/** How near an article is to a story; 0 if it has none of the story's own words. */
export function scoreOf(
  { terms, termWeights, headline, norm, published, storyline }: Compared,
  likeness: Likeness,
  asked: ScoredFor,
): number {
  let common = 0;
  let allHeadline = 0;
  let sharedHeadline = 0;
  let shares = false;
  for (let index = 0; index < terms.length; index += 1) {
    const term = terms[index] ?? 0;
    const inHeadline = headline[index] ?? 0;
    allHeadline += inHeadline;
    const weight = likeness.weight(term);
    if (weight === 0) continue;
    common += weight * (termWeights[index] ?? 0);
    if (!likeness.isOwn(term)) continue;
    shares = true;
    sharedHeadline += inHeadline;
  }
  if (!shares) return 0;
  const covered = allHeadline === 0 ? 0 : sharedHeadline / allHeadline;
  const { weights } = asked;
  return (
    (common / (likeness.norm * norm) ** normPower) *
    (asked.isInSection ? 1 + weights.section : 1) *
    (storyline !== undefined && storyline === asked.storyline ? 1 + weights.storyline : 1) *
    (1 + weights.headline * covered * covered) *
    nearness(Math.abs(published - asked.published), weights)
  );
}

/** What nearness in time does to a score. `gap` in milliseconds. */
export function nearness(gap: number, { oldest, halfLife }: RelatedWeights): number {
  return oldest + (1 - oldest) * 2 ** (-gap / day / halfLife);
}
