import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom } from '../newsroom/testing.ts';
import { answer } from './answer.ts';
import { mainOf } from './testing-pages.ts';
import { viewAt } from './testing.ts';

test('what the title of a group says is not said again at each of its links', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    'people/ann.mdx': '---\nname: Ann Example\n---\n',
    'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>',
    ...article('/2026/01/01/picked', { kicker: 'Wool', image: { src: 'a.svg', alt: 'A sheep' } }),
    ...article('/2026/01/02/other', { byline: ['ann'] }),
    ...article('/2026/01/03/own', { byline: ['ann'], related: ['/2026/01/01/picked'] }, 'Wool.'),
  });
  await newsroom.compile();
  newsroom.at('2026-02-01T00:00:00Z', (edition) => {
    const page = mainOf(viewAt(edition, '/2026/01/03/own/related', 'article-links'));
    assert.equal(page.split('Chosen by the desk').length, 2);
    assert.match(page, /By Ann Example<\/h2>.*<div class="reason">1\u00A0day\u00A0earlier<\/div>/);
    assert.match(page, /<img src="\/images\/a\.svg"[^>]*><p class="kicker">Wool<\/p><a href="\/2026\/01\/01\/picked"/);
    // Where the desk has chosen all cards of an article, none of them says it.
    assert.doesNotMatch(mainOf(viewAt(edition, '/2026/01/03/own', 'article')), /Chosen by the desk/);
  });
});

test('the previous story of a storyline is no card, even if the desk has picked it', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    'storylines/strike.mdx': '---\ntitle: The strike\n---\n',
    ...article('/2026/01/01/picked'),
    ...article('/2026/01/02/before', { storyline: 'strike' }),
    ...article('/2026/01/03/own', { storyline: 'strike', related: ['/2026/01/02/before', '/2026/01/01/picked'] }),
  });
  await newsroom.compile();
  newsroom.at('2026-02-01T00:00:00Z', (edition) => {
    const view = viewAt(edition, '/2026/01/03/own', 'article');
    assert.deepEqual(
      view.cards.map(({ link }) => link.href),
      ['/2026/01/01/picked'],
    );
    assert.match(mainOf(view), /Part of: .*before.*id="related-links"/s);
  });
});

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
