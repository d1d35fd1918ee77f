import assert from 'node:assert/strict';
import type { Answer } from './http.ts';

/** Texts that would show a reader how the site is built: stack traces, paths, and the payload of Next. */
const internals =
  /\bat (?:async )?[\w.<>]+ \((?:file:|node:|\/)|node_modules|Internal Server Error|\bTypeError\b|SQLITE|__next_f|self\.__next/;

/** Asserts what holds for every response: it is no server error, and nothing in it shows how the site is built. */
export function assertNoInternals({ status, headers, text }: Answer, asked: string): void {
  assert.ok(status < 500, `${asked} answered ${status}`);
  assert.doesNotMatch(text, internals, `${asked} shows internals`);
  for (const name of Object.keys(headers)) {
    assert.doesNotMatch(
      name,
      /^(?:x-nextjs-|x-next|x-powered-by$|x-middleware|next-|rsc$)/,
      `${asked} has a header of Next`,
    );
  }
  assert.doesNotMatch(headers.vary ?? '', /rsc|next-/i, `${asked} varies by a header of Next`);
  assert.doesNotMatch(headers.location ?? '', /_rsc/, `${asked} leads to an address of Next`);
  assert.equal(headers['x-content-type-options'], 'nosniff', `${asked} may be sniffed`);
}
