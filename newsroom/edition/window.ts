import { localDay, startOfDay } from '../model/local-day.ts';
import { never } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { visibleAt } from '../store/visible.ts';

/** Over rows of `article`: it can be seen when it changes, so the date on its page changes then. */
const seenChanging = visibleAt('changed');

/**
 * The gates of an edition: what opens, closes, answers 410, is corrected or changes its date. Those of articles that only other titles
 * carry are among them: pages link to these.
 */
const gates: readonly { table: string; column: string; where: string }[] = [
  { table: 'main.article', column: 'opens', where: 'true' },
  { table: 'main.article', column: 'closes', where: 'true' },
  { table: 'main.article', column: 'gone_from', where: 'true' },
  { table: 'main.correction', column: 'opens', where: 'true' },
  { table: 'main.article', column: 'changed', where: seenChanging },
];

/** When the next article is hidden that can be seen at an instant; milliseconds, `Infinity` where none will be. */
export function nextClosing(store: Store, now: number): number {
  const sql = `SELECT closes FROM main.article WHERE ${visibleAt(':now')} ORDER BY closes LIMIT 1`;
  const closes = store.get(sql, { now })?.['closes'];
  return typeof closes === 'number' && closes < never ? closes : Infinity;
}

/**
 * The window around an instant without any gate: the same edition holds for `from <= instant < until`. Milliseconds. What
 * is ahead in a storyline is over when a day begins in the site's time zone.
 */
export function windowAt(store: Store, now: number, timeZone: string): { from: number; until: number } {
  // Each is one step in an index.
  const nearest = (condition: string, order: 'ASC' | 'DESC'): number[] =>
    gates.flatMap(({ table, column, where }) => {
      const sql = `SELECT ${column} AS gate FROM ${table} WHERE ${column} ${condition} AND ${where} ORDER BY ${column} ${order} LIMIT 1`;
      const gate = store.get(sql, { now })?.['gate'];
      return typeof gate === 'number' ? [gate] : [];
    });
  const today = localDay(now, timeZone);
  const over = (condition: string, extreme: 'min' | 'max'): number[] => {
    const day = store.get(`SELECT ${extreme}(over) AS day FROM ahead WHERE over ${condition}`, { today })?.['day'];
    return typeof day === 'string' ? [startOfDay(day, timeZone)] : [];
  };
  return {
    from: Math.max(0, ...nearest('<= :now', 'DESC'), ...over('<= :today', 'max')),
    until: Math.min(Infinity, ...nearest('> :now', 'ASC'), ...over('> :today', 'min')),
  };
}
