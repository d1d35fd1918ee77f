const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that it is at an instant in a time zone, `YYYY-MM-DD`. */
export function localDay(milliseconds: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(milliseconds);
}

/** The first instant of a day in a time zone, in milliseconds. A clock that changes at midnight may skip midnight. */
export function startOfDay(day: string, timeZone: string): number {
  const midnight = Date.parse(day);
  let [before, from] = [midnight - 15 * hour, midnight + 15 * hour];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (localDay(middle, timeZone) < day) before = middle;
    else from = middle;
  }
  return from;
}

const hour = 3_600_000;
