import assert from 'node:assert/strict';
import type { Answer } from './http.ts';

/** Parts of an answer that show a reader the inside of the server. */
const innards =
  /\bat (?:async )?[\w.<>]+ \((?:file:|node:|\/)|node_modules|Internal Server Error|\bTypeError\b|SQLITE|__next_f|self\.__next/;

/** Every answer, whatever was asked: no fault of ours, no trace of one, nothing that gives the engine away. */
export function assertPlain({ status, headers, text }: Answer, asked: string): void {
  assert.ok(status < 500, `${asked} answered ${status}`);
  assert.doesNotMatch(text, innards, `${asked} shows the engine room`);
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
