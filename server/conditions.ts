import type { IncomingHttpHeaders } from 'node:http';

/** Whether `If-None-Match` names an ETag, weak or strong, that `isOurs` accepts (RFC 9110, 13.1.2). `*` names all of them. */
export function namesTag(header: string | null | undefined, isOurs: (tag: string) => boolean): boolean {
  return (
    header?.split(',').some((part) => {
      const tag = part.trim();
      return tag === '*' || isOurs(tag.replace(/^W\//, ''));
    }) ?? false
  );
}

/**
 * Whether a reader has a page already. A date counts only if the reader names no ETag (RFC 9110, 13.2.2). A page has one
 * ETag for each encoding; any of them will do.
 */
export function hasAlready(headers: IncomingHttpHeaders, page: { etag: string; since: number }): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers;
  if (tags !== undefined) return namesTag(tags, (tag) => tag.startsWith(`"${page.etag}-`));
  return since !== undefined && secondAfter(page.since) <= Date.parse(since);
}

/**
 * `Last-Modified` of bytes that are the answer since an instant, at the instant `clock`; both are milliseconds. The date
 * is that of the next full second, and there is none before: within one second the bytes may change again, and both
 * would have the same date.
 */
export function lastModified(since: number, clock: number): string | undefined {
  const second = secondAfter(since);
  return second <= clock ? new Date(second).toUTCString() : undefined;
}

function secondAfter(instant: number): number {
  return Math.ceil(instant / 1000) * 1000;
}
