/** Whom a newsroom can stand to in which way (JournalList's trust.txt, 1.2 and later): each a list of addresses. */
export const relations = [
  'member',
  'belongto',
  'control',
  'controlledby',
  'social',
  'vendor',
  'customer',
  'disclosure',
] as const;
export type Relation = (typeof relations)[number];

/** What `site.yaml` says of the newsroom's ties, for `trust.txt`. */
export interface Trust extends Record<Relation, string[]> {
  /** Ways to reach the newsroom, in any form. */
  contact: string[];
  datatrainingallowed?: boolean;
}
