import type { IncomingHttpHeaders } from 'node:http';

/** Whether `If-None-Match` names a tag, in whatever form, that `isOurs` knows (RFC 9110, 13.1.2). `*` names them all. */
export function namesTag(header: string | null | undefined, isOurs: (tag: string) => boolean): boolean {
  return (
    header?.split(',').some((part) => {
      const tag = part.trim();
      return tag === '*' || isOurs(tag.replace(/^W\//, ''));
    }) ?? false
  );
}

/**
 * Whether a reader has a page already. A date counts only where the reader names no tag (RFC 9110, 13.2.2), and the
 * tag of a page goes with each encoding of it.
 */
export function hasAlready(headers: IncomingHttpHeaders, page: { etag: string; since: number }): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers;
  if (tags !== undefined) return namesTag(tags, (tag) => tag.startsWith(`"${page.etag}-`));
  return since !== undefined && secondAfter(page.since) <= Date.parse(since);
}

/**
 * `Last-Modified` of bytes that are the answer since an instant, at the instant `clock`; both are milliseconds. The date
 * is that of the next full second and is not told before: within one second the bytes may change again, and both would
 * have one date.
 */
export function lastModified(since: number, clock: number): string | undefined {
  const second = secondAfter(since);
  return second <= clock ? new Date(second).toUTCString() : undefined;
}

function secondAfter(instant: number): number {
  return Math.ceil(instant / 1000) * 1000;
}
