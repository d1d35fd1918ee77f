import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CachedPage, Encoding } from './cached-page.ts';
import { failsPrecondition, hasAlready, lastModified } from './conditions.ts';
import { allowedMethods, htmlType, securityHeaders, sharedCacheControl } from './headers.ts';

/** Headers that every answer has. */
const everyAnswer = Object.entries(securityHeaders);

/**
 * Sends a page in one of its encodings, or answers 304 if the reader has it, or 412 if it asks for another one.
 * `untilGate`: milliseconds until the next gate; `clock`: the present of the machine, in milliseconds.
 */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { head, encodings }: CachedPage,
  { encoding, body, untilGate, clock }: { encoding: Encoding; body: Buffer; untilGate: number; clock: number },
): void {
  const { status, policy, etag, type, headers } = head;
  const tag = `"${etag}-${encoding}"`;
  response.setHeader('ETag', tag);
  if (encodings.length > 1) response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Cache-Control', sharedCacheControl(untilGate));
  response.setHeader('Content-Security-Policy', policy);
  for (const [name, value] of everyAnswer) response.setHeader(name, value);
  if (headers) for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const modified = lastModified(head.since, clock);
  if (status === 200 && modified !== undefined) response.setHeader('Last-Modified', modified);
  if (status === 200 && failsPrecondition(request.headers, { etag: tag, since: head.since })) {
    sendText(response, 412, changedSince);
    return;
  }
  if (status === 200 && hasAlready(request.headers, { etag: tag, since: head.since, clock })) {
    response.writeHead(304);
    response.end();
    return;
  }
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * The encoding that the reader likes best, of those in which an answer can be sent; where it likes several as much, the
 * first. `undefined` if it accepts none (RFC 9110, 12.5.3). Parts of the header that are malformed are ignored.
 */
export function chooseEncoding(encodings: readonly Encoding[], acceptEncoding = ''): Encoding | undefined {
  // Browsers send a few different headers, again and again.
  let choices = chosen.get(encodings);
  if (!choices) chosen.set(encodings, (choices = new Map()));
  const known = choices.get(acceptEncoding);
  if (known !== undefined) return known;
  const best = bestEncoding(encodings, acceptEncoding);
  if (best !== undefined && choices.size < mostChosen && acceptEncoding.length < longestChosen)
    choices.set(acceptEncoding, best);
  return best;
}

/** What was chosen of some encodings, by the header. */
const chosen = new WeakMap<readonly Encoding[], Map<string, Encoding>>();
const mostChosen = 200;
const longestChosen = 200;

function bestEncoding(encodings: readonly Encoding[], acceptEncoding: string): Encoding | undefined {
  const weights = weightsIn(acceptEncoding);
  const others = weights.get('*');
  // Identity is acceptable unless it is excluded, but no match for what the reader names.
  const unnamed = (encoding: Encoding): number => others ?? (encoding === 'identity' ? Number.MIN_VALUE : 0);
  const weightOf = (encoding: Encoding): number => weights.get(encoding) ?? unnamed(encoding);
  return encodings.filter((encoding) => weightOf(encoding) > 0).toSorted((a, b) => weightOf(b) - weightOf(a))[0];
}

const weighted = /^([\w.*+-]+)[ \t]*(?:;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/;

function weightsIn(header: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [, coding, weight] = weighted.exec(part.trim()) ?? [];
    // The old name of gzip (RFC 9110, 8.4.1.3).
    if (coding !== undefined) weights.set(coding === 'x-gzip' ? 'gzip' : coding, Number(weight ?? 1));
  }
  return weights;
}

/**
 * Leads to another address, permanently. `to` is a path, with or without a query. Here, and nowhere else, it is encoded; what
 * is encoded already stays as it is. `untilGate`: milliseconds until the next gate.
 */
export function sendRedirect(response: ServerResponse, to: string, untilGate: number): void {
  response.writeHead(308, {
    Location: encoded(to),
    'Cache-Control': sharedCacheControl(untilGate),
    'Content-Length': 0,
    ...securityHeaders,
  });
  response.end();
}

/** What an answer 412 says. */
export const changedSince = 'What is here now is not what If-Match or If-Unmodified-Since asks for.';

/** Each character that an address cannot have, as its bytes in UTF-8. A half of a character becomes U+FFFD. */
export function encoded(address: string): string {
  return address
    .toWellFormed()
    .replace(/[^\w.~:/?#@!$&'()*+,;=%[\]-]|%(?![\da-fA-F]{2})/gu, (character) => encodeURIComponent(character));
}

/** Answers a request that no address of the site takes, in one line of text. */
export function sendText(
  response: ServerResponse,
  status: 400 | 405 | 406 | 412 | 414 | 417 | 421 | 431 | 501 | 505,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = `${text}\n`;
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(body),
    ...securityHeaders,
  });
  response.end(body);
}

/** Answers OPTIONS. `headers` are those for scripts of other sites, where they may read the address. */
export function sendOptions(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  response.writeHead(204, { Allow: allowedMethods, ...headers, ...securityHeaders });
  response.end();
}

/** Answers with JSON that nobody keeps. */
export function sendJson(request: IncomingMessage, response: ServerResponse, status: 200 | 503, value: object): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...securityHeaders,
    'Content-Length': Buffer.byteLength(body),
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
    'Content-Length': Buffer.byteLength(faultPage),
    ...(status === 503 && { 'Retry-After': '5' }),
  });
  response.end(faultPage);
}

const faultPage =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Something went wrong</title>' +
  '<h1>Something went wrong</h1><p>The fault is ours and has been noted. Please try again in a moment, or go to <a href="/">the front page</a>.</p></html>\n';
