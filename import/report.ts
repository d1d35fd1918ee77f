import type { ImportAction, ImportItem } from './import-item.ts';
import type { ImportReport } from './import.ts';
import { millisecondsOf } from './updates.ts';

/** What the command prints about an import. */

const LABELS = {
  create: 'created',
  update: 'updated',
  kill: 'killed',
  hold: 'held',
  skip: 'skipped',
  fail: 'failed',
} satisfies Record<ImportAction, string>;

/** One line for the item, then one for each of its problems. */
export function itemLines(item: ImportItem): string[] {
  const line = `${item.action.padEnd(6)} ${item.source}${item.path === null ? '' : ` → ${item.path}`}`;
  const lines = [
    line,
    ...item.problems.map(
      ({ file, line: at, column, message, fix }) => `       ${file}:${at}:${column} ${message} ${fix}`,
    ),
  ];
  return lines.map(escapeControls);
}

/** Names and words come from files of any origin. None of them may control the terminal. */
const escapeControls = (line: string): string =>
  line.replace(
    /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

/** The last line: how many items there were of each action. */
export function summaryLine({ items }: ImportReport): string {
  const counts = Object.entries(LABELS).flatMap(([action, label]) => {
    const count = items.filter((item) => item.action === action).length;
    return count > 0 ? [`${count} ${label}`] : [];
  });
  const problems = items.reduce((sum, item) => sum + item.problems.length, 0);
  const parts = [...counts, ...(problems > 0 ? [`${problems} ${problems === 1 ? 'problem' : 'problems'}`] : [])];
  return `${items.length} ${items.length === 1 ? 'item' : 'items'}: ${parts.join(', ')}`;
}

/** What an import changed or left out, by kind, with the number of times; none if the log is empty. `--json` has each of them. */
export function logLines({ items }: ImportReport): string[] {
  const counts = Map.groupBy(
    items.flatMap(({ log }) => log),
    ({ rule }) => rule,
  );
  if (counts.size === 0) return [];
  const kinds = [...counts].map(([rule, entries]) => [rule, entries.length] as const);
  kinds.sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  return [`Changed or left out (--json has each): ${kinds.map(([rule, count]) => `${rule} ${count}`).join(', ')}`];
}

/** How many of the articles that were written are not public at `now`, in milliseconds, and why. */
export function hiddenLines({ items }: ImportReport, now: number): string[] {
  const reasons = items
    .filter(({ action }) => action === 'create' || action === 'update' || action === 'hold')
    .flatMap(({ frontMatter }) => hiddenBecause(frontMatter, now) ?? []);
  if (reasons.length === 0) return [];
  const counts = [...Map.groupBy(reasons, (reason) => reason)].map(([reason, { length }]) => `${length} ${reason}`);
  return [`Not public now: ${counts.toSorted().join(', ')}`];
}

function hiddenBecause(fields: Record<string, unknown>, now: number): string | undefined {
  const at = (name: string): number => millisecondsOf(fields, name) ?? NaN;
  if (typeof fields['status'] === 'string') return fields['status'];
  if (at('expires') <= now) return 'expired';
  if (at('embargo') > now) return 'under embargo';
  return at('published') > now ? 'published later' : undefined;
}

/** 0 if every item succeeded, 1 if an item failed or has problems. */
export const exitCodeOf = ({ items }: ImportReport): number =>
  items.some(({ action, problems }) => action === 'fail' || problems.length > 0) ? 1 : 0;
