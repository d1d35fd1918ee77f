/**
 * What decides which stories are related. The values were found by `bench/related.ts`, see docs/related.md. `site.yaml`
 * may set some of them (`relatedWeights`); the others change what the store holds.
 */
export interface RelatedWeights {
  /** How much more a story counts that is in the same section or shares a topic: 0.5 is half as much again. */
  section: number;
  /** How much more a story counts in the same storyline. */
  storyline: number;
  /** How much more a story counts whose whole headline is in the text of the other one. */
  headline: number;
  /** After so many days, half of what nearness in time adds is gone. */
  halfLife: number;
  /** What is left of a score however far apart two stories are. From 0 to 1. */
  oldest: number;
  /** A story is related to another one from this score on. */
  threshold: number;
  /** From this score on, and near in time, two stories report the same. */
  sameStory: number;
  /** A newer story must reach this score, so that few new stories change old pages. */
  newer: number;
  /** Days after its publication during which a story may come to link to newer ones. */
  newerDays: number;
}
