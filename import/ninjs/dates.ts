import type { LogEntry } from '../import-item.ts';
import type { ReadContext } from '../reader.ts';
import { parseStatedTime, toInstant } from '../stated-time.ts';
import type { NinjsObject } from './ninjs-object.ts';

/** The dates of an item. All but `filed` are instants. */
export interface Dates {
  /** Missing if the item states no date at all. */
  published?: string;
  /** When this version was made. */
  version?: string;
  /** The day on which it was filed, `YYYY-MM-DD`. */
  filed?: string;
  log: LogEntry[];
}

/** Reads the dates of an item. */
export function readDates(item: NinjsObject, context: ReadContext): Dates {
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
  const [first, version, filed] = [instantIn('firstcreated'), instantIn('versioncreated'), instantIn('contentcreated')];
  const given = context.date === null ? null : parseStatedTime(context.date);
  const published = first ?? version ?? filed ?? (given === null ? undefined : toInstant(given));
  return {
    log,
    ...(published !== undefined && { published }),
    ...(version !== undefined && { version }),
    ...(filed !== undefined && { filed: filed.slice(0, 10) }),
  };
}
