import type { LogEntry, ReadContext } from '../imported-article.ts';
import { instantOf, momentOf } from '../stated-time.ts';
import type { NinjsItem } from './ninjs-object.ts';

/** A gate that is stated, but cannot be read: the item must not be taken in without it. */
export interface UnreadableGate {
  field: string;
  text: string;
}

export interface Dates {
  /** Missing where the item states no date at all. */
  published?: string;
  /** When this version was made. */
  version?: string;
  /** When it was filed; a day. */
  filed?: string;
  embargo?: string;
  expires?: string;
  log: LogEntry[];
}

/** The dates of an item. `embargoedUntil` and `expires` hide a story: one that is stated must be read. */
export function datesOf(item: NinjsItem, context: ReadContext): Dates | UnreadableGate {
  const log: LogEntry[] = [];
  const instant = (...names: string[]): string | undefined => {
    const text = item.text(...names);
    if (text === '') return undefined;
    const moment = momentOf(text);
    if (moment === null) {
      log.push({ rule: 'date-unreadable', text: `${names[0]}: ${text}` });
      return undefined;
    }
    if (moment.offset === null) log.push({ rule: 'date-without-offset', text: `${text} → ${instantOf(moment)}` });
    return instantOf(moment);
  };
  const dates: Dates = { log };
  for (const [field, names] of [
    ['embargo', ['embargoeduntil', 'embargoed']],
    ['expires', ['expires', 'expiry']],
  ] as const) {
    if (!item.has(...names)) continue;
    const read = instant(...names);
    if (read === undefined) return { field, text: item.text(...names) };
    dates[field] = read;
  }
  const [first, version, filed] = [instant('firstcreated'), instant('versioncreated'), instant('contentcreated')];
  const given = context.date === null ? null : momentOf(context.date);
  const published = first ?? version ?? filed ?? (given === null ? undefined : instantOf(given));
  return {
    ...dates,
    ...(published !== undefined && { published }),
    ...(version !== undefined && { version }),
    ...(filed !== undefined && { filed: filed.slice(0, 10) }),
  };
}
