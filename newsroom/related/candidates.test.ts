import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberOf, openStore } from '../store/store.ts';
import { article, site, TestNewsroom, type Files } from '../testing.ts';
import { termNumber } from '../text-analysis/forms.ts';
import { candidatesNear } from './candidates.ts';
import { rarityIn } from './term-counts.ts';
import { comparedArticles } from './weights.ts';

test('a newer article takes the place of no older one', async (t) => {
  const files: Files = { ...article('/2026/01/02/asked', {}, 'A glacier and an orchard.') };
  for (let number = 1; number < comparedArticles; number += 1)
    Object.assign(files, article(`/2026/01/01/near${number}`, {}, 'A glacier and an orchard.'));
  Object.assign(files, article('/2026/01/01/last', {}, 'A glacier.'));
  for (const number of [1, 2, 3])
    Object.assign(files, article(`/2026/01/03/newer${number}`, {}, 'A glacier and an orchard.'));
  const newsroom = new TestNewsroom(t, { ...site, ...files });
  await newsroom.compile();
  const store = openStore(newsroom.data);
  try {
    const keyOf = (address: string): number =>
      numberOf(store.get('SELECT key FROM article WHERE address = ?', address), 'key');
    const [asked, last, newer] = ['/2026/01/02/asked', '/2026/01/01/last', '/2026/01/03/newer1'].map(keyOf);
    const vector = new Map(['glacier', 'orchard'].map((word) => [termNumber(word), 1]));
    const found = (published: string): number[] => {
      const searched = {
        store,
        rarity: rarityIn(store),
        isClosed: (key: number) => key === asked,
        published: Date.parse(published),
        last: Date.parse('2026-02-01'),
      };
      return candidatesNear(searched, vector).keys;
    };
    const keys = found('2026-01-02T23:59:59Z');
    assert.equal(keys.length, comparedArticles + 3);
    assert.ok(keys.includes(last ?? 0) && keys.includes(newer ?? 0));
    assert.equal(found('2026-01-31').includes(last ?? 0), false, 'among older ones only the nearest are compared');
  } finally {
    store.close();
  }
});
