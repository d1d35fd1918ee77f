/** Pages that list articles. `topic`, `person` and `storyline` have files; articles name places and agencies. */
export const collectionKinds = ['topic', 'person', 'place', 'agency', 'storyline'] as const;
export type CollectionKind = (typeof collectionKinds)[number];

/** What articles are listed by: the collections, all articles, the days of the archive, and their languages. */
export const listKinds = [...collectionKinds, 'all', 'day', 'language'] as const;
export type ListKind = (typeof listKinds)[number];

/** Colours of sections. */
export const accents = ['red', 'teal', 'blue', 'amber', 'green', 'violet'] as const;
export type Accent = (typeof accents)[number];
