import type { IncomingHttpHeaders } from 'node:http';

const tagInList = /(?:^|,)[ \t]*(?:W\/)?("[^"]*")[ \t]*(?=,|$)/g;

/**
 * Whether `If-None-Match` names a strong ETag, which is in quotes. The comparison is weak, as RFC 9110 (13.1.2) asks: a
 * proxy may have made it weak. `*` names all tags.
 */
export function namesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || [...header.matchAll(tagInList)].some(([, tag]) => tag === etag);
}

const strongTagInList = /(?:^|,)[ \t]*("[^"]*")[ \t]*(?=,|$)/g;

/**
 * Whether what would be sent is not what the reader asks for with `If-Match` or, without it, `If-Unmodified-Since`: then
 * the answer is 412 (RFC 9110, 13.2.2). A weak tag never matches. `since`, in milliseconds, is missing where the bytes
 * have no date; the date of the header does not count then.
 */
export function failsPrecondition(headers: IncomingHttpHeaders, page: { etag: string; since?: number }): boolean {
  const { 'if-match': tags, 'if-unmodified-since': until } = headers;
  if (tags !== undefined)
    return tags.trim() !== '*' && ![...tags.matchAll(strongTagInList)].some(([, tag]) => tag === page.etag);
  const date = until === undefined ? undefined : httpDate(until);
  return date !== undefined && page.since !== undefined && secondAfter(page.since) > date;
}

/**
 * Whether a reader has a page already. A date counts only if the reader names no ETag (RFC 9110, 13.2.2). `etag` is the
 * tag of the encoding in which the page would be sent; `clock` is the present of the machine, in milliseconds.
 */
export function hasAlready(
  headers: IncomingHttpHeaders,
  page: { etag: string; since: number; clock: number },
): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers;
  if (tags !== undefined) return namesTag(tags, page.etag);
  const date = since === undefined ? undefined : httpDate(since);
  // A date in the future is not one that this server sent.
  return date !== undefined && secondAfter(page.since) <= date && date <= page.clock;
}

const httpDateForms = [
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
];
const asctimeForm = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/** The date of a header in one of the three forms of RFC 9110 (5.6.7), in milliseconds; `undefined` if it is none. */
function httpDate(text: string): number | undefined {
  const date = asctimeForm.test(text)
    ? Date.parse(`${text} GMT`)
    : httpDateForms.some((form) => form.test(text))
      ? Date.parse(text)
      : NaN;
  return Number.isNaN(date) ? undefined : date;
}

/**
 * `Last-Modified` of bytes that are the answer since an instant, at the instant `clock`; both are milliseconds. The date
 * is that of the next full second, and there is none before: within one second the bytes may change again, and both
 * would have the same date.
 */
export function lastModified(since: number, clock: number): string | undefined {
  const second = secondAfter(since);
  if (second > clock) return undefined;
  let date = dates.get(second);
  if (date === undefined) {
    if (dates.size >= mostDates) dates.clear();
    dates.set(second, (date = new Date(second).toUTCString()));
  }
  return date;
}

/** Dates that were printed, by their milliseconds: the same pages are sent again and again. */
const dates = new Map<number, string>();
const mostDates = 10_000;

function secondAfter(instant: number): number {
  return Math.ceil(instant / 1000) * 1000;
}
