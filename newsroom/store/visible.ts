import { numberOf, type Row } from './store.ts';

/**
 * The one predicate of what may be seen, over the gates of a row of `article`, `membership` or `correction`. `instant` is
 * an SQL expression in milliseconds. `row` names the row where a statement has several: `membership.`, `NEW.`
 */
export function visibleAt(instant: string, row = ''): string {
  return `(${row}opens <= ${instant} AND ${row}closes > ${instant})`;
}

/** The predicate at the instant of the statement's parameter `:now`. */
export const visible = visibleAt(':now');

/** The predicate over a row that was read with its gates. `now` in milliseconds. */
export function isVisible(row: Row, now: number): boolean {
  return numberOf(row, 'opens') <= now && now < numberOf(row, 'closes');
}

/** Whether an article could be seen at `now` or before: it is public, has expired, or was killed after it had opened. */
export function wasPublic(row: Row, now: number): boolean {
  if (numberOf(row, 'opens') <= now) return numberOf(row, 'opens') < numberOf(row, 'closes');
  const { gone_from: goneFrom } = row;
  return typeof goneFrom === 'number' && goneFrom <= now;
}

/** Keys of the articles with a gate after `:from` and not after `:to`. */
export const gatedBetween = `SELECT key FROM article WHERE opens > :from AND opens <= :to
  UNION SELECT key FROM article WHERE closes > :from AND closes <= :to`;

/** Keys of the articles of the title that cannot be seen at `:now`; one key may be there twice. `UNION` would read the whole table. */
export const hiddenArticles =
  'SELECT key FROM article WHERE opens > :now UNION ALL SELECT key FROM article WHERE closes <= :now';

/** The same with the articles that the title does not carry. */
export const notListed = `${hiddenArticles} UNION ALL SELECT key FROM main.article WHERE NOT titles & (SELECT bit FROM title_shown)`;
