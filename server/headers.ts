/** The type of every page. */
export const htmlType = 'text/html; charset=utf-8';

/** The value of `Allow`, at every address. */
export const allowedMethods = 'GET, HEAD, OPTIONS';

/** Headers that every answer has. The policy for content comes with each document. */
export const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'X-Frame-Options': 'DENY',
} as const;

/** Lets the scripts of all sites read an answer: for what programs read, and for no page. */
export const forAllOrigins = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Location, Retry-After',
} as const;

/** What a script of another site may send, as an answer to its browser's question (CORS preflight). */
export const preflightHeaders = {
  'Access-Control-Allow-Methods': allowedMethods,
  'Access-Control-Allow-Headers': '*, If-Modified-Since, If-None-Match, Range',
  'Access-Control-Max-Age': '86400',
} as const;

/** `Strict-Transport-Security`: for a year, browsers ask for this site over TLS only. */
export const strictTransport = 'max-age=31536000';

/** `Cache-Control` of what is never anything else at its address. */
export const immutable = 'public, max-age=31536000, immutable';

/** The policy of pictures. An SVG can hold script and style; opened by itself it may neither run the script nor load anything. */
export const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** The policy of what is no page: opened by itself, it may neither run nor load anything. */
export const inertPolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * How much longer than they are told caches may use an answer, in seconds: nginx counts in whole seconds, and an answer
 * is on its way for a moment before it is counted.
 */
const slack = 2;

/** For how long a shared cache may use an answer: fresh, then while it asks for a new one, and while it gets none. Seconds. */
const shared = { fresh: 1, whileAsking: 1, withoutAnswer: 300 };

/**
 * `Cache-Control` of what changes with the newsroom; `untilGate`: milliseconds until the next gate. A shared cache may
 * answer for a second, a reader's own cache for `ownSeconds`, both somewhat longer where they get no new answer, and none
 * of them across a gate (ADR 20).
 */
export function sharedCacheControl(untilGate: number, ownSeconds = 0): string {
  const usable = Math.floor(untilGate / 1000) - slack;
  const fresh = usable < shared.fresh ? 0 : shared.fresh;
  const own = Math.max(0, Math.min(ownSeconds, usable));
  const left = usable - Math.max(own, fresh);
  const stale =
    left < 1
      ? 'must-revalidate'
      : `stale-while-revalidate=${Math.min(shared.whileAsking, left)}, stale-if-error=${Math.min(shared.withoutAnswer, left)}`;
  return `public, max-age=${own}, s-maxage=${fresh}, ${stale}`;
}
