import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom } from '../newsroom/testing.ts';
import { answer } from './answer.ts';

test('a story leads to its page of links whenever there is one', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    'people/ann.mdx': '---\nname: Ann Example\n---\n',
    ...article('/2026/01/01/first', { byline: ['ann'] }),
    ...article('/2026/01/02/second', { byline: ['ann'] }),
    ...article('/2026/01/03/alone'),
  });
  await newsroom.compile();
  newsroom.at('2026-02-01T00:00:00Z', (edition) => {
    const linksAt = (path: string): string[] | undefined => {
      const found = answer(edition, path);
      return found.status === 200 && found.view.page === 'article'
        ? found.view.cards.map(({ link }) => link.href)
        : undefined;
    };
    // Neither has a topic; the second has an older one by its author.
    assert.deepEqual(linksAt('/2026/01/02/second'), ['/2026/01/01/first']);
    assert.deepEqual(linksAt('/2026/01/01/first'), []);
    for (const path of ['/2026/01/01/first', '/2026/01/02/second', '/2026/01/03/alone'])
      assert.equal(answer(edition, `${path}/related`).status, linksAt(path)?.length === 0 ? 404 : 200, path);
  });
});
