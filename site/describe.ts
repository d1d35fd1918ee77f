import type { Graph } from 'schema-dts';
import { thingsOn, type View } from './pages.ts';

/** What a page is, for machines: only what its view shows (rule D15). `undefined` for kinds of pages that say nothing. */
export function describe(view: View): Graph | undefined {
  const things = thingsOn(view);
  return things.length === 0 ? undefined : { '@context': 'https://schema.org', '@graph': things };
}
