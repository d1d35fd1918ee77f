import type { ArticleType } from '../../newsroom/model/article.ts';
import type { IndexedKind } from '../addresses/routes.ts';
import { fill } from './fill.ts';
import type { Words } from './words.ts';

/** The label of a type of work, so that readers know it before they read. A report has none. */
export function labelOf(words: Words, type: ArticleType): string | undefined {
  return type === 'news' ? undefined : words.types[type];
}

/** A type of work as the subject of a sentence: a report, an analysis … */
export function workOf({ types }: Words, type: ArticleType): string {
  if (type === 'news') return types.report;
  return type === 'live' ? types.liveReport : types[type];
}

/** The title of the index of a kind of collection: Authors, Places … */
export function indexTitle({ facets }: Words, kind: IndexedKind): string {
  return facets[kind];
}

/** After the title of a page of a list: `, page 3`, or `, page 3 from the oldest`. Both are empty if it has no number. */
export function pageInWords({ parts }: Words, number: number | undefined): { page: string; fromOldest: string } {
  if (number === undefined) return { page: '', fromOldest: '' };
  return { page: fill(parts.page, { number }), fromOldest: fill(parts.pageFromOldest, { number }) };
}
