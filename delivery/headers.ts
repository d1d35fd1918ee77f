export const htmlType = 'text/html; charset=utf-8';

/** Headers that every answer has, whatever it is. The policy for content comes with each document. */
export const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'X-Frame-Options': 'DENY',
} as const;

/** The policy of what is no page: whoever opens it by itself, nothing in it may run or load anything. */
export const inertPolicy = "default-src 'none'; frame-ancestors 'none'";
