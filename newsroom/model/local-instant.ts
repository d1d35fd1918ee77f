/** An instant in a time zone, with the zone's offset: `2026-01-13T18:30:00+09:00`. */
export function localInstant(milliseconds: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = new Map(format.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
  const of = (type: Intl.DateTimeFormatPartTypes, length = 2): string => (parts.get(type) ?? '').padStart(length, '0');
  const offset = /[+-]\d\d:\d\d/.exec(of('timeZoneName'))?.[0] ?? '+00:00';
  return `${of('year', 4)}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}${offset === '+00:00' ? 'Z' : offset}`;
}
