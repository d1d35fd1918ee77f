export const htmlType = 'text/html; charset=utf-8';

/** Headers that every answer has. The policy for content comes with each document. */
export const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'X-Frame-Options': 'DENY',
} as const;

/** The policy of what is no page: opened by itself, it may neither run nor load anything. */
export const inertPolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * `Cache-Control` of what changes with the newsroom; `untilGate`: milliseconds until the next gate. A shared cache may
 * answer for a second, a reader's own cache for `ownSeconds`, and neither across a gate.
 */
export function sharedCacheControl(untilGate: number, ownSeconds = 0): string {
  const own = Math.max(0, Math.min(ownSeconds, Math.floor(untilGate / 1000)));
  return `public, max-age=${own}, s-maxage=${untilGate > 1000 ? 1 : 0}, must-revalidate`;
}
