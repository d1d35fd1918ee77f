import type { LogEntry } from '../import-item.ts';
import type { ReadContext } from '../reader.ts';
import { beginningOfDay } from '../../newsroom/model/publication.ts';
import { parseStatedTime, toInstant, toPublished, type StatedTime } from '../stated-time.ts';
import type { NinjsObject } from './ninjs-object.ts';

/** The dates of an item. All but `written` and `filed` are instants. */
export interface Dates {
  /** Missing if the item states no date at all. */
  published?: string;
  /** The same as an article file has it: a day with its offset if the item states no time. */
  written?: string;
  /** When this version was made. */
  version?: string;
  /** The day on which it was filed, `YYYY-MM-DD`. */
  filed?: string;
  log: LogEntry[];
}

/** Reads the dates of an item. */
export function readDates(item: NinjsObject, context: ReadContext): Dates {
  const log: LogEntry[] = [];
  const timeIn = (...names: string[]): StatedTime | undefined => {
    const text = item.text(...names);
    if (text === '') return undefined;
    const time = parseStatedTime(text);
    if (time === null) {
      log.push({ rule: 'date-unreadable', text: `${names[0]}: ${text}` });
      return undefined;
    }
    if (time.offset === null) log.push({ rule: 'date-without-offset', text: `${text} → ${toPublished(time)}` });
    return time;
  };
  const [first, version, filed] = [timeIn('firstcreated'), timeIn('versioncreated'), timeIn('contentcreated')];
  const given = context.date === null ? null : parseStatedTime(context.date);
  const time = first ?? version ?? filed ?? given;
  const published = time && toInstant(time);
  // A Dateline says so if it knows only the day, because `firstCreated` must have a time.
  const day = item.inRole('altids', 'published-day');
  return {
    log,
    ...(time && published && { published, written: beginningOfDay(day) === published ? day : toPublished(time) }),
    ...(version && { version: toInstant(version) }),
    ...(filed && { filed: filed.day }),
  };
}
