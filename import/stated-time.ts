/** Days and instants with their offset. The time zone and the clock of the machine are never used. */

/** A calendar day, `YYYY-MM-DD`; null if there is no such day. */
export function calendarDay(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || year > 9999 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return at.toISOString().slice(0, 10);
}

/** A time as a source states it. `time` and `offset` are null if it states none. */
export interface StatedTime {
  day: string;
  time: string | null;
  offset: string | null;
}

// Hugo and Jekyll accept `2015-06-29 1:00:19 -5`, `2024-05-02T10:00:00.000Z` and a day alone. A Dateline writes a day
// without a time as `2026-01-13+09:00`.
const PATTERN =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?|(Z|[+-](?:0\d|1[0-4]):[0-5]\d))?$/i;

/** Reads an ISO 8601 day or instant, or one of the looser forms of static-site front matter; null if it is neither. */
export function parseStatedTime(text: string): StatedTime | null {
  const found = PATTERN.exec(text.trim());
  if (!found) return null;
  const [, year, month, date, hour, minute, second, zone, zoneOfDay] = found;
  const day = calendarDay(Number(year), Number(month), Number(date));
  if (day === null) return null;
  if (hour === undefined || minute === undefined)
    return { day, time: null, offset: zoneOfDay === undefined ? null : offsetOf(zoneOfDay) };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  return { day, time: `${hour.padStart(2, '0')}:${minute}:${second ?? '00'}`, offset: offsetOf(zone) };
}

/** The instant in ISO 8601. A missing time is midnight, and a missing offset is UTC. */
export const toInstant = (stated: StatedTime): string =>
  `${stated.day}T${stated.time ?? '00:00:00'}${stated.offset ?? 'Z'}`;

/** The time as `published` of an article file has it: a day with its offset if it is a day alone. A missing offset is UTC. */
export const toPublished = (stated: StatedTime): string =>
  stated.time === null ? `${stated.day}${stated.offset ?? 'Z'}` : toInstant(stated);

function offsetOf(zone: string | undefined): string | null {
  if (zone === undefined) return null;
  const found = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!found) return 'Z';
  const [, sign, hours, minutes] = found;
  return `${sign}${(hours ?? '').padStart(2, '0')}:${minutes ?? '00'}`;
}

/** The offset from UTC in an IANA time zone at noon of a day: `+09:00`. */
export function offsetAtNoon(day: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    new Date(`${day}T12:00:00Z`),
  );
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return name === 'GMT' ? '+00:00' : name.slice('GMT'.length);
}

// Copy can be sent before its day, but never half a year before. Milliseconds.
const FILED_AHEAD = 31 * 24 * 3600 * 1000;

/** The year of a month and a day that have just been, or are about to be, on the day `near`; also across New Year. */
export function yearNearest(month: number, day: number, near: string): number {
  const latest = Date.parse(`${near}T00:00:00Z`) + FILED_AHEAD;
  const year = Number(near.slice(0, 4));
  return [year + 1, year].find((candidate) => Date.UTC(candidate, month - 1, day) <= latest) ?? year - 1;
}
