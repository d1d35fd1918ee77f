import { difference, gatedBetween, seenAt } from '../store/seen.ts';
import type { Store } from '../store/store.ts';

/** So many gates may pass before a compile that changes nothing else moves the tally: each costs every edition a look. */
const mostGates = 1_000;

const tallied = "(SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'tallied')";

/**
 * Whatever puts memberships in, takes them out or moves their gates moves the tally with them, so that none can forget
 * to. An article that tells something new makes its day one to be looked up again.
 */
const triggers = `
  CREATE TRIGGER tally_comes AFTER INSERT ON membership WHEN ${seenAt(tallied, 'NEW.')} BEGIN ${adding('NEW')} END;
  CREATE TRIGGER tally_goes AFTER DELETE ON membership WHEN ${seenAt(tallied, 'OLD.')} BEGIN ${taking('OLD')} END;
  CREATE TRIGGER tally_opens AFTER UPDATE OF opens, closes ON membership
    WHEN ${seenAt(tallied, 'NEW.')} AND NOT ${seenAt(tallied, 'OLD.')} BEGIN ${adding('NEW')} END;
  CREATE TRIGGER tally_closes AFTER UPDATE OF opens, closes ON membership
    WHEN ${seenAt(tallied, 'OLD.')} AND NOT ${seenAt(tallied, 'NEW.')} BEGIN ${taking('OLD')} END;
  CREATE TRIGGER tally_moves AFTER UPDATE OF opens, closes ON membership
    WHEN NEW.kind = 'day' AND ${seenAt(tallied, 'OLD.')} AND ${seenAt(tallied, 'NEW.')} BEGIN
      UPDATE tally SET moved = NULL WHERE kind = 'day' AND slug = NEW.slug; END;
  CREATE TRIGGER tally_changes AFTER UPDATE OF changed ON article BEGIN
    UPDATE tally SET moved = NULL WHERE kind = 'day' AND slug = substr(NEW.address, 2, 10); END;
`;

// Without a conflict clause: in a trigger, that of the statement outside would stand in for it.
function adding(row: 'NEW'): string {
  return `INSERT INTO tally SELECT ${row}.kind, ${row}.slug, 0, NULL
      WHERE NOT EXISTS (SELECT 1 FROM tally WHERE kind = ${row}.kind AND slug = ${row}.slug);
    UPDATE tally SET count = count + 1, moved = NULL WHERE kind = ${row}.kind AND slug = ${row}.slug;`;
}

function taking(row: 'OLD'): string {
  return `UPDATE tally SET count = count - 1, moved = NULL WHERE kind = ${row}.kind AND slug = ${row}.slug;
    DELETE FROM tally WHERE kind = ${row}.kind AND slug = ${row}.slug AND count = 0;`;
}

/** Counts everything, and keeps count from now on: for a store that was just filled. `now` in milliseconds. */
export function beginTally(store: Store, now: number): void {
  store.run("INSERT OR REPLACE INTO meta VALUES ('tallied', ?)", String(now));
  store.run(`INSERT INTO tally SELECT kind, slug, count(*), NULL FROM membership
    WHERE ${seenAt(tallied)} GROUP BY kind, slug`);
  store.database.exec(triggers);
  settleDays(store);
}

/**
 * Moves the tally to the present, so that editions have few gates to add to it: in any compile that changes something,
 * and in any other when many gates have passed. It is right for every instant without that, only slower.
 */
export function keepTally(store: Store, now: number, moved: boolean): void {
  const before = Number(store.meta('tallied') ?? now);
  if (before === now) return settleDays(store);
  const passed = `SELECT count(*) AS n FROM (SELECT 1 FROM (${gatedBetween}) LIMIT ?)`;
  const [from, to] = [Math.min(before, now), Math.max(before, now)];
  if (!moved && Number(store.get(passed, from, to, from, to, mostGates)?.['n']) < mostGates) return settleDays(store);
  store.run(
    `INSERT INTO tally SELECT kind, slug, ${difference}, NULL FROM membership WHERE article IN (${gatedBetween}) GROUP BY kind, slug
     ON CONFLICT (kind, slug) DO UPDATE SET count = count + excluded.count, moved = NULL`,
    now,
    now,
    before,
    before,
    from,
    to,
    from,
    to,
  );
  store.run('DELETE FROM tally WHERE count = 0');
  store.run("UPDATE meta SET value = ? WHERE key = 'tallied'", String(now));
  settleDays(store);
}

/** Looks up when the days that have moved last did. Whoever moves an article or its history calls it at the end. */
export function settleDays(store: Store): void {
  store.run(`UPDATE tally SET moved = (
      SELECT max(max(membership.opens, changed)) FROM membership JOIN article ON article = key
      WHERE kind = 'day' AND slug = tally.slug AND ${seenAt(tallied, 'membership.')}
    ) WHERE kind = 'day' AND moved IS NULL`);
}
