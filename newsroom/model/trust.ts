/** How a newsroom can be related to others (JournalList's trust.txt, 1.2 and later). Each is a list of addresses. */
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
