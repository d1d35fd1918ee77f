import { numberOf } from './store.ts';

/**
 * The one predicate of what may be seen, over the gates of a row. `instant` is an expression, most often `?`; it stands
 * twice. `row` names the row where it has to be told from another: `NEW.`
 */
export function seenAt(instant: string, row = ''): string {
  return `(${row}opens <= ${instant} AND ${row}closes > ${instant})`;
}

/** The same of a row that was read, with its gates. */
export function isSeenAt(row: Record<string, unknown>, instant: number): boolean {
  return numberOf(row, 'opens') <= instant && instant < numberOf(row, 'closes');
}

/**
 * By how much a gathering's count at one instant (twice) differs from that at another (twice), over rows of
 * `membership` of articles with a gate between the two.
 */
export const difference = `sum(${seenAt('?')} - ${seenAt('?')})`;

/** Keys of articles with a gate in a span: after its beginning and not after its end; the two are asked for twice. */
export const gatedBetween = `SELECT key FROM article WHERE opens > ? AND opens <= ?
  UNION SELECT key FROM article WHERE closes > ? AND closes <= ?`;
