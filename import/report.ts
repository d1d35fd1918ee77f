import type { ImportReport } from './import.ts';
import type { Action, ImportItem } from './imported-article.ts';

/** What the user sees of an import. */

const ACTIONS: readonly Action[] = ['create', 'update', 'kill', 'hold', 'skip', 'fail'];
const WORDS = {
  create: 'created',
  update: 'updated',
  kill: 'killed',
  hold: 'held',
  skip: 'skipped',
  fail: 'failed',
} satisfies Record<Action, string>;

/** One line an item; a line for each of its problems below it. */
export function itemLines(item: ImportItem): string[] {
  const line = `${item.action.padEnd(6)} ${item.source}${item.path === null ? '' : ` → ${item.path}`}`;
  const lines = [
    line,
    ...item.problems.map(
      ({ file, line: at, column, message, fix }) => `       ${file}:${at}:${column} ${message} ${fix}`,
    ),
  ];
  return lines.map(harmless);
}

/** Names and words come from files of any origin: none of them may steer the terminal. */
const harmless = (line: string): string =>
  line.replace(
    /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

/** The last line: how many of each. */
export function summaryLine({ items }: ImportReport): string {
  const counts = ACTIONS.map((action) => ({
    action,
    count: items.filter((item) => item.action === action).length,
  })).filter(({ count }) => count > 0);
  const problems = items.reduce((sum, item) => sum + item.problems.length, 0);
  const parts = [
    ...counts.map(({ action, count }) => `${count} ${WORDS[action]}`),
    ...(problems > 0 ? [`${problems} ${problems === 1 ? 'problem' : 'problems'}`] : []),
  ];
  return `${items.length} ${items.length === 1 ? 'item' : 'items'}: ${parts.join(', ')}`;
}

/** 0 when all went in, 1 when an item failed or has problems. */
export const exitCodeOf = ({ items }: ImportReport): number =>
  items.some(({ action, problems }) => action === 'fail' || problems.length > 0) ? 1 : 0;
