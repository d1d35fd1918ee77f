import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CachedPage, Encoding } from './cached-page.ts';
import { hasAlready, lastModified } from './conditions.ts';
import { htmlType, securityHeaders, sharedCacheControl } from './headers.ts';
import { statusOf, type Health } from './health.ts';

/**
 * Sends a page in one of its encodings, or answers 304 if the reader has it. `untilGate`: milliseconds until the next gate;
 * `clock`: the present of the machine, in milliseconds.
 */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { head, encodings }: CachedPage,
  { encoding, body, untilGate, clock }: { encoding: Encoding; body: Buffer; untilGate: number; clock: number },
): void {
  const { status, policy, etag, type, headers } = head;
  response.setHeader('ETag', `"${etag}-${encoding}"`);
  if (encodings.length > 1) response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Cache-Control', sharedCacheControl(untilGate));
  response.setHeader('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries({ ...securityHeaders, ...headers })) response.setHeader(name, value);
  const modified = lastModified(head.since, clock);
  if (status === 200 && modified !== undefined) response.setHeader('Last-Modified', modified);
  if (status === 200 && hasAlready(request.headers, head)) {
    response.writeHead(304);
    response.end();
    return;
  }
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The first of a page's encodings that the reader accepts; a weight of 0 means that it is not accepted (RFC 9110, 12.5.3). */
export function chooseEncoding(encodings: readonly Encoding[], acceptEncoding: string | undefined): Encoding {
  if (!acceptEncoding) return 'identity';
  const accepted = new Set(
    acceptEncoding
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
      .map((part) => part.split(';')[0]?.trim()),
  );
  return encodings.find((encoding) => accepted.has(encoding)) ?? 'identity';
}

/** Leads to another address, permanently. `untilGate`: milliseconds until the next gate. */
export function sendRedirect(response: ServerResponse, location: string, untilGate: number): void {
  response.writeHead(308, {
    Location: location,
    'Cache-Control': sharedCacheControl(untilGate),
    'Content-Length': 0,
    ...securityHeaders,
  });
  response.end();
}

/** Answers a request that no address of the site takes, in one line of text. */
export function sendText(
  response: ServerResponse,
  status: 405 | 421,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8', ...securityHeaders });
  response.end(`${text}\n`);
}

/** Answers the health check, with JSON. */
export function sendHealth(request: IncomingMessage, response: ServerResponse, health: Health): void {
  const body = JSON.stringify(health);
  response.writeHead(statusOf(health), {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...securityHeaders,
    'Content-Length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Answers 500, a fault of the server, or 503, one that a second try may not meet; or ends an answer that has begun. */
export function sendFault(response: ServerResponse, status: 500 | 503): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    'Content-Type': htmlType,
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'",
    ...securityHeaders,
    ...(status === 503 && { 'Retry-After': '5' }),
  });
  response.end(faultPage);
}

const faultPage =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Something went wrong</title>' +
  '<h1>Something went wrong</h1><p>The fault is ours and has been noted. Please try again in a moment, or go to <a href="/">the front page</a>.</p></html>\n';
