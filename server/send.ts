import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasAlready, lastModified } from './conditions.ts';
import { sharedCacheControl, securityHeaders } from './headers.ts';
import type { Encoding, CachedPage } from './page-cache.ts';

/**
 * Sends a kept page in the best form that the reader takes, or says that the reader has it already. `untilGate`: milliseconds
 * until what may be seen changes; `clock`: the present of the machine, in milliseconds.
 */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  page: CachedPage,
  { untilGate, clock }: { untilGate: number; clock: number },
): void {
  const encoding = chooseEncoding(page.encodings, request.headers['accept-encoding']);
  const { status, policy, etag, type, headers } = page.head;
  const tag = `"${etag}-${encoding}"`;
  response.setHeader('ETag', tag);
  if (page.encodings.length > 1) response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Cache-Control', sharedCacheControl(untilGate));
  response.setHeader('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries({ ...securityHeaders, ...headers })) response.setHeader(name, value);
  const modified = lastModified(page.head.since, clock);
  if (status === 200 && modified !== undefined) response.setHeader('Last-Modified', modified);
  if (status === 200 && hasAlready(request.headers, page.head)) {
    response.writeHead(304);
    response.end();
    return;
  }
  const body = page.form(encoding);
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The first of a page's forms that the reader takes; a weight of 0 is a no (RFC 9110, 12.5.3). */
function chooseEncoding(encodings: readonly Encoding[], header: string | undefined): Encoding {
  if (!header) return 'identity';
  const taken = new Set(
    header
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
      .map((part) => part.split(';')[0]?.trim()),
  );
  return encodings.find((encoding) => taken.has(encoding)) ?? 'identity';
}
