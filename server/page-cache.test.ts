import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { folderFor } from '../newsroom/testing.ts';
import { CachedPage, PageCache } from './page-cache.ts';

function page(html: string, digest = 'd'): CachedPage {
  return CachedPage.from({ path: '/x', status: 200, digest, policy: '', type: 'text/html' }, html);
}

test('E6: what is rendered again to the same bytes is as old as it was; other bytes are new', async (t) => {
  const folder = folderFor(t);
  let now = 1000;
  const cache = new PageCache({ clock: () => now, disk: { data: folder, build: 'build' } });
  const since = (from: PageCache): number | undefined => from.get('/x')?.head.since;
  cache.put(page('<p>one'));
  assert.equal(since(cache), 1000);
  now = 2000;
  cache.put(page('<p>one', 'another view'));
  assert.equal(since(cache), 1000);
  now = 3000;
  cache.put(page('<p>two'));
  assert.equal(since(cache), 3000);

  // Another process, later: what lies on the disk is written soon after it is put.
  now = 4000;
  let again: number | undefined;
  for (let tries = 0; again !== 3000 && tries < 1000; tries += 1) {
    await pause(5);
    again = since(new PageCache({ clock: () => now, disk: { data: folder, build: 'build' } }));
  }
  assert.equal(again, 3000);
});
