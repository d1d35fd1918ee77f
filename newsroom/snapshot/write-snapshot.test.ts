import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { article, folderFor, site, TestNewsroom, titles, topics, type Files } from '../testing.ts';
import { openSnapshot } from './open-snapshot.ts';
import { writeSnapshot } from './write-snapshot.ts';

const articles: Files = {
  ...topics({ space: 'Space', sport: 'Sport' }),
  ...article('/2026/01/01/orbit', { topics: ['space'] }),
  ...article('/2026/01/02/match', { topics: ['sport'] }),
};

test('a snapshot has the articles of all titles, and stays while nothing has changed', async (t) => {
  for (const own of [
    {},
    titles({ space: { carries: { topics: ['space'] } }, sport: { carries: { topics: ['sport'] } } }),
  ]) {
    const newsroom = new TestNewsroom(t, { ...site, ...own, ...articles });
    await newsroom.compile();
    const file = join(folderFor(t), 'paper.sqlite');
    assert.equal(writeSnapshot(newsroom.data, file, Date.now()), 'written');
    assert.equal(writeSnapshot(newsroom.data, file, Date.now()), 'unchanged');
    const store = openSnapshot(file);
    t.after(() => store.close());
    assert.deepEqual(
      store.all('SELECT address FROM article ORDER BY address').map((row) => row['address']),
      ['/2026/01/01/orbit', '/2026/01/02/match'],
    );
  }
});
