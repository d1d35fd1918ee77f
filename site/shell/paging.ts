import type { Edition } from '../../newsroom/edition/edition.ts';
import type { FoldedStories } from '../../newsroom/edition/translations.ts';
import type { Accent, ListKind } from '../../newsroom/model/collection.ts';
import { accentOf } from './layout-data.ts';

/** How many stories a list page holds when it is full. */
export const pageSize = 30;

/**
 * One page of a list. Pages are numbered from the oldest, and only full pages have a number: a full page never changes,
 * however many stories follow. Stories that are not on a numbered page yet are on the page at the list's own address. So
 * that page has at least one page of stories where the list has that many, and always fewer than two.
 *
 * The numbers count the articles of the list in all languages, so no translation moves a story to another page. A page
 * lists fewer stories where it folds translations into their story, which may be on another page. Stories are newest first.
 */
export interface ListPage extends PagePlace, FoldedStories {
  /** The colour of each story's section, by its address. */
  accents: Record<string, Accent>;
}

/** The position of a page in its list. */
export interface PagePlace {
  /** Missing on the newest page. */
  number?: number;
  /** The numbers of the neighbours; `newest` where the newer neighbour is the page at the list's own address. */
  older?: number;
  newer?: number | 'newest';
}

/** How many numbered pages a list of that many things has. */
export function fullPages(count: number): number {
  return Math.max(0, Math.floor(count / pageSize) - 1);
}

/** A page of a list of stories; `undefined` where the list has no such page. */
export function listPage(edition: Edition, kind: ListKind, slug: string, number?: number): ListPage | undefined {
  const page = cutPage(edition.count(kind, slug), number);
  if (!page) return undefined;
  const stories = edition.fromOldest(kind, slug, page.offset, page.size).toReversed();
  const folded = edition.foldTranslations(kind, slug, stories);
  const accents = folded.stories.map(({ address, topics }) => [address, accentOf(edition, topics)] as const);
  return { ...folded, accents: Object.fromEntries(accents), ...page.place };
}

/** Which part of a list of that many things is on a page, counted from the oldest; `undefined` where it has no such page. */
export function cutPage(
  count: number,
  number?: number,
): { offset: number; size: number; place: PagePlace } | undefined {
  const full = fullPages(count);
  if (count === 0 || (number !== undefined && number > full)) return undefined;
  const offset = (number === undefined ? full : number - 1) * pageSize;
  const size = number === undefined ? count - offset : pageSize;
  const older = number === undefined ? full : number - 1;
  const place: PagePlace = {
    ...(number !== undefined && { number, newer: number === full ? 'newest' : number + 1 }),
    ...(older > 0 && { older }),
  };
  return { offset, size, place };
}
