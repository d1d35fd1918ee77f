import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import type { ListKind } from '../../newsroom/model/collection.ts';

/** How many stories a list page holds when it is full. */
export const pageSize = 30;

/**
 * One page of a list. Pages are numbered from the oldest, and only full ones have a number: once full, a page never
 * changes, however many stories follow. What is not on a numbered page yet stands on the list's own address, which
 * therefore shows between one and two pages' worth.
 */
export interface ListPage extends PagePlace {
  /** Newest first. */
  stories: Story[];
}

/** Where a page stands among those of its list. */
export interface PagePlace {
  /** Missing on the newest page. */
  number?: number;
  /** Numbers of the neighbours; `newest` where the newer neighbour is the list's own address. */
  older?: number;
  newer?: number | 'newest';
}

export function fullPages(count: number): number {
  return Math.max(0, Math.floor(count / pageSize) - 1);
}

/** Cuts a page; `undefined` where the list has no such page. */
export function listPage(edition: Edition, kind: ListKind, slug: string, number?: number): ListPage | undefined {
  const page = cutPage(edition.count(kind, slug), number);
  return page && { stories: edition.fromOldest(kind, slug, page.offset, page.size).toReversed(), ...page.place };
}

/** Where the pages of a list of that many things are cut; `undefined` where it has no such page. */
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
