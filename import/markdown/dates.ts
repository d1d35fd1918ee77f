import { toInstant, parseStatedTime, type StatedTime } from '../stated-time.ts';

/** Dates in the forms that static sites accept. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CLOCK = String.raw`(?:[\sT,]+(\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)\s*(.*))?`;
const SLASHES = new RegExp(String.raw`^(\d{4})[/.](\d{1,2})[/.](\d{1,2})${CLOCK}$`);
const MONTH_FIRST = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${CLOCK}$`,
  'i',
);
const DAY_FIRST = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})${CLOCK}$`,
  'i',
);

/** The offsets that intake accepts end here. Minutes. */
const LARGEST_OFFSET = 14 * 60;

/** Reads a day or an instant; null if it is neither. */
export function parseDate(text: string): StatedTime | null {
  const stated = parseStatedTime(inIsoForm(text.trim()));
  return stated === null ? null : withinOffsets(stated);
}

/** The instant in a text; null if there is none. */
export function instantOf(text: string): string | null {
  const stated = parseDate(text);
  return stated === null ? null : toInstant(stated);
}

/** `2026/01/13 10:00`, `Jan 13, 2026` and `Tue, 13 Jan 2026 10:00:00 GMT` in the form of ISO 8601. */
function inIsoForm(text: string): string {
  const [, year, month, day, clock, zone] =
    SLASHES.exec(text) ?? monthName(MONTH_FIRST.exec(text), 1, 2) ?? monthName(DAY_FIRST.exec(text), 2, 1) ?? [];
  if (year === undefined) {
    // `2026-01-13T10:00:00 UTC+02:00`
    return text.replace(/\s*(?:UTC|GMT)(?=[+-]\d)/i, '');
  }
  return `${year}-${month}-${day}${clock === undefined ? '' : ` ${clock} ${(zone ?? '').replace(/^(?:UTC|GMT)(?=[+-]\d)/i, '')}`}`.trim();
}

/** The parts of a date with the name of a month, in the order of ISO 8601. */
function monthName(found: RegExpExecArray | null, month: number, day: number): (string | undefined)[] | null {
  if (found === null) return null;
  const number = MONTHS.indexOf((found[month] ?? '').slice(0, 3).toLowerCase()) + 1;
  return number === 0 ? null : [found[0], found[3], String(number), found[day], found[4], found[5]];
}

/** The same instant with an offset that exists. Some posts have `+15:00`, which no place on earth has. */
function withinOffsets(stated: StatedTime): StatedTime | null {
  const [, sign = '+', hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(stated.offset ?? '') ?? [];
  if (hours === undefined || minutes === undefined || stated.time === null) return stated;
  const offset = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || offset > 24 * 60) return null;
  if (offset <= LARGEST_OFFSET) return sign === '-' && offset === 0 ? { ...stated, offset: 'Z' } : stated;
  const shift = (sign === '+' ? -1 : 1) * (offset - LARGEST_OFFSET) * 60_000;
  const local = new Date(Date.parse(`${stated.day}T${stated.time}Z`) + shift).toISOString();
  return { day: local.slice(0, 10), time: local.slice(11, 19), offset: `${sign}14:00` };
}
