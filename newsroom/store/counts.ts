import type { Store } from './store.ts';
import { listsWith } from './title-lists.ts';
import { gatedBetween, visibleAt } from './visible.ts';

/** So many gates may pass before a compile that changes nothing counts again: each edition has to read them all. */
const mostGates = 1_000;

/** The instant at which `list_count` is right. */
const countedAt = "(SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'counted_at')";

/**
 * By how much a list's count at `:now` differs from that at `:counted`, over the rows of `membership` whose articles have a
 * gate between the two.
 */
export const countDifference = `sum(${visibleAt(':now')} - ${visibleAt(':counted')})`;

/**
 * Whatever inserts or deletes memberships or changes their gates changes the counts too, so that no writer can forget
 * them. An article that changes leaves its day without a `last_change`, which is then computed again.
 */
const triggers = `
  CREATE TRIGGER count_insert AFTER INSERT ON membership WHEN ${visibleAt(countedAt, 'NEW.')} BEGIN ${adding('NEW')} END;
  CREATE TRIGGER count_delete AFTER DELETE ON membership WHEN ${visibleAt(countedAt, 'OLD.')} BEGIN ${taking('OLD')} END;
  CREATE TRIGGER count_open AFTER UPDATE OF opens, closes ON membership
    WHEN ${visibleAt(countedAt, 'NEW.')} AND NOT ${visibleAt(countedAt, 'OLD.')} BEGIN ${adding('NEW')} END;
  CREATE TRIGGER count_close AFTER UPDATE OF opens, closes ON membership
    WHEN ${visibleAt(countedAt, 'OLD.')} AND NOT ${visibleAt(countedAt, 'NEW.')} BEGIN ${taking('OLD')} END;
  CREATE TRIGGER count_gates AFTER UPDATE OF opens, closes ON membership
    WHEN NEW.kind = 'day' AND ${visibleAt(countedAt, 'OLD.')} AND ${visibleAt(countedAt, 'NEW.')} BEGIN
      UPDATE list_count SET last_change = NULL WHERE title = NEW.title AND kind = 'day' AND slug = NEW.slug; END;
  CREATE TRIGGER count_change AFTER UPDATE OF changed ON article BEGIN
    UPDATE list_count SET last_change = NULL
      WHERE title IN (SELECT lists FROM title UNION SELECT 0) AND kind = 'day' AND slug = substr(NEW.address, 2, 10); END;
`;

// Without a conflict clause: in a trigger, that of the statement outside would replace it.
function adding(row: 'NEW'): string {
  return `INSERT INTO list_count SELECT ${row}.title, ${row}.kind, ${row}.slug, 0, NULL
      WHERE NOT EXISTS (SELECT 1 FROM list_count WHERE ${sameList(row)});
    UPDATE list_count SET count = count + 1, last_change = NULL WHERE ${sameList(row)};`;
}

function taking(row: 'OLD'): string {
  return `UPDATE list_count SET count = count - 1, last_change = NULL WHERE ${sameList(row)};
    DELETE FROM list_count WHERE ${sameList(row)} AND count = 0;`;
}

function sameList(row: 'NEW' | 'OLD'): string {
  return `title = ${row}.title AND kind = ${row}.kind AND slug = ${row}.slug`;
}

/** Counts every list of a store that was just filled; from now on triggers keep the counts right. `now` in milliseconds. */
export function startCounts(store: Store, now: number): void {
  store.run("INSERT OR REPLACE INTO meta VALUES ('counted_at', ?)", String(now));
  store.run(`INSERT INTO list_count SELECT title, kind, slug, count(*), NULL FROM membership
    WHERE ${visibleAt(countedAt)} GROUP BY title, kind, slug`);
  store.database.exec(triggers);
  computeLastChanges(store);
}

/**
 * Counts for the present, so that editions have few gates to add: in a compile that changes something, and in any other
 * when many gates have passed. The counts serve every instant without that too, only more slowly.
 */
export function updateCounts(store: Store, now: number, changed: boolean): void {
  const counted = Number(store.meta('counted_at') ?? now);
  if (counted !== now && (changed || manyGates(store, counted, now))) {
    store.run(
      `INSERT INTO list_count SELECT title, kind, slug, ${countDifference}, NULL FROM (${listsWith(gatedBetween)})
       WHERE true GROUP BY title, kind, slug
       ON CONFLICT (title, kind, slug) DO UPDATE SET count = count + excluded.count, last_change = NULL`,
      { now, counted, ...spanOf(counted, now) },
    );
    store.run('DELETE FROM list_count WHERE count = 0');
    store.run("UPDATE meta SET value = ? WHERE key = 'counted_at'", String(now));
  }
  computeLastChanges(store);
}

/** The span between two instants, the earlier first. */
export function spanOf(one: number, other: number): { from: number; to: number } {
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

function manyGates(store: Store, counted: number, now: number): boolean {
  const passed = `SELECT count(*) AS n FROM (SELECT 1 FROM (${gatedBetween}) LIMIT ${mostGates})`;
  return store.get(passed, spanOf(counted, now))?.['n'] === mostGates;
}

/** Computes when each day without a `last_change` last changed. Call it after changing articles or their history. */
export function computeLastChanges(store: Store): void {
  store.run(`UPDATE list_count SET last_change = (
      SELECT max(max(membership.opens, changed)) FROM membership JOIN article ON article = key
      WHERE title = list_count.title AND kind = 'day' AND slug = list_count.slug AND ${visibleAt(countedAt, 'membership.')}
    ) WHERE kind = 'day' AND last_change IS NULL`);
}
