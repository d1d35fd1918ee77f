import type { LogEntry } from '../import-item.ts';
import type { ReadContext } from '../reader.ts';
import { parseStatedTime, toInstant } from '../stated-time.ts';
import type { NinjsObject } from './ninjs-object.ts';

/** A gate that the item states and that cannot be read. Without it the item must not be imported. */
export interface UnreadableGate {
  field: string;
  text: string;
}

/** The dates of an item. All but `filed` are instants. */
export interface Dates {
  /** Missing if the item states no date at all. */
  published?: string;
  /** When this version was made. */
  version?: string;
  /** The day on which it was filed, `YYYY-MM-DD`. */
  filed?: string;
  embargo?: string;
  expires?: string;
  log: LogEntry[];
}

/** Reads the dates of an item. `embargoedUntil` and `expires` hide an article, so it is a fault if one of them cannot be read. */
export function readDates(item: NinjsObject, context: ReadContext): Dates | UnreadableGate {
  const log: LogEntry[] = [];
  const instantIn = (...names: string[]): string | undefined => {
    const text = item.text(...names);
    if (text === '') return undefined;
    const time = parseStatedTime(text);
    if (time === null) {
      log.push({ rule: 'date-unreadable', text: `${names[0]}: ${text}` });
      return undefined;
    }
    if (time.offset === null) log.push({ rule: 'date-without-offset', text: `${text} → ${toInstant(time)}` });
    return toInstant(time);
  };
  const dates: Dates = { log };
  for (const [field, names] of [
    ['embargo', ['embargoeduntil', 'embargoed']],
    ['expires', ['expires', 'expiry']],
  ] as const) {
    if (!item.has(...names)) continue;
    const instant = instantIn(...names);
    if (instant === undefined) return { field, text: item.text(...names) };
    dates[field] = instant;
  }
  const [first, version, filed] = [instantIn('firstcreated'), instantIn('versioncreated'), instantIn('contentcreated')];
  const given = context.date === null ? null : parseStatedTime(context.date);
  const published = first ?? version ?? filed ?? (given === null ? undefined : toInstant(given));
  return {
    ...dates,
    ...(published !== undefined && { published }),
    ...(version !== undefined && { version }),
    ...(filed !== undefined && { filed: filed.slice(0, 10) }),
  };
}
