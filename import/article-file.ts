import { writeFrontMatter } from '../newsroom/intake/front-matter.ts';

/** A file of the newsroom in its two parts. */
export interface FileParts {
  fields: Record<string, unknown>;
  body: string;
}

// The order in which an editor reads the fields. Other fields come after these.
const ORDER = [
  'id',
  'headline',
  'title',
  'name',
  'kind',
  'seoTitle',
  'socialTitle',
  'kicker',
  'standfirst',
  'type',
  'byline',
  'agency',
  'dateline',
  'published',
  'updated',
  'embargo',
  'expires',
  'status',
  'reason',
  'topics',
  'storyline',
  'series',
  'lang',
  'translationOf',
  'aliases',
  'canonical',
  'image',
  'related',
  'sources',
  'corrections',
];

/** The fields in the order in which they are written. */
export function orderFields(fields: Record<string, unknown>): Record<string, unknown> {
  const rank = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => rank(a) - rank(b)));
}

/** The text of a file. The same fields and the same body always give the same bytes. */
export function formatFile(fields: Record<string, unknown>, body: string): string {
  return writeFrontMatter(orderFields(fields), body);
}
