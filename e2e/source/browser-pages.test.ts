import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routeOf } from '../../site/addresses/routes.ts';
import { pages, type UnaddressedKind } from '../../site/pages.ts';
import { everyKindOfPage } from '../browser/pages.ts';
import { edge } from '../edge-newsroom.ts';

/** Where the kinds are that have no address; `null` for the page of an empty newsroom, which neither newsroom has. */
const unaddressed: Record<UnaddressedKind, string | null> = {
  empty: null,
  gone: edge.killed,
  'not-found': '/nothing',
};

test('the browser tests open every kind of page', () => {
  const paths = Object.values(everyKindOfPage).flat().map(decodeURI);
  const kinds = new Set<string | undefined>(
    paths.filter((path) => path !== edge.killed).map((path) => routeOf(path)?.page),
  );
  for (const [kind, path] of Object.entries(unaddressed)) if (path === null || paths.includes(path)) kinds.add(kind);
  assert.deepEqual(
    Object.keys(pages).filter((kind) => !kinds.has(kind)),
    [],
    'Add a path of each of these kinds to e2e/browser/pages.ts.',
  );
});
