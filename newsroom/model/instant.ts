/**
 * An instant as the content file has it: ISO 8601 with an offset, `2026-01-13T18:30:00+09:00`. It stays text because the
 * offset is printed. Order and gates use its milliseconds.
 */
export type Instant = string;

const pattern = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|z|[+-]\d\d:?\d\d)$/;
const [earliest, latest] = [Date.parse('0001-01-01T00:00:00Z'), Date.UTC(10_000, 0)];
const dayPattern = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Milliseconds since 1970; `undefined` where the text is not an existing instant with an offset. */
export function readInstant(text: string): number | undefined {
  const parts = pattern.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone = ''] = parts;
  if (!isDay(`${year}-${month}-${day}`)) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const offset = /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  if (
    offset !== 'Z' &&
    (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)) > 14 * 60 || Number(offset.slice(4)) > 59)
  )
    return undefined;
  const whole = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  const milliseconds = whole + Number(fraction.slice(0, 3).padEnd(3, '0'));
  // In UTC, too, its year has four digits.
  return milliseconds >= earliest && milliseconds < latest ? milliseconds : undefined;
}

/** An instant in milliseconds as text: in UTC and whole seconds, `2026-01-13T09:30:00Z`. */
export function printInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString().replace(/\.\d+/, '');
}

/** Whether `text` is `YYYY-MM-DD` and the calendar has that day. */
export function isDay(text: string): boolean {
  const parts = dayPattern.exec(text);
  if (!parts) return false;
  const [, year, month, day] = parts.map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The day in the offset of the instant, `YYYY-MM-DD`. */
export function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}
