import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom, topics, type Files } from '../newsroom/testing.ts';
import { headOf } from './head.ts';
import { answer } from './answer.ts';
import { normalPath, sharedPage, sharePath } from './addresses/routes.ts';
import { shareAnswer } from './share-answer.ts';
import { isSharePath, type ShareCard } from './share-card/card.ts';

const now = '2026-02-01T00:00:00Z';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"/>';

const files: Files = {
  ...site,
  ...topics({ weather: { title: 'Weather', accent: 'green' } }),
  'images/a.svg': svg,
  ...article('/2026/01/13/x', {
    headline: 'Rain falls',
    topics: ['weather'],
    aliases: ['/2020/01/01/x', '/old/x'],
    image: { src: 'a.svg', alt: 'Rain' },
  }),
  ...article('/2026/01/14/killed', { status: 'killed', aliases: ['/2020/01/01/killed'] }),
  ...article('/2026/01/15/draft', { status: 'draft', aliases: ['/2020/01/01/draft'] }),
  ...article('/2026/01/15/withheld', { status: 'withheld' }),
  ...article('/2026/01/16/expired', { expires: '2026-01-20T00:00:00Z' }),
  ...article('/2026/01/17/embargoed', { embargo: '2026-03-01T00:00:00Z' }),
  ...article('/2026/01/18/opinion', { type: 'opinion', lang: 'ar', headline: 'مطر' }),
};

test('an article has a share image under its address, and the site one for all other pages', () => {
  for (const [page, path] of [
    ['/', '/share.jpg'],
    ['/2026/01/13/x', '/2026/01/13/x/share.jpg'],
    ['/2026/01/13/über', '/2026/01/13/über/share.jpg'],
  ] as const) {
    assert.equal(sharePath(page), path);
    assert.equal(sharedPage(path), page);
    assert.equal(normalPath(path), path);
  }
  for (const path of [
    '/topics/share.jpg',
    '/2026/01/13/share.jpg',
    '/2026/01/share.jpg',
    '/2026/02/30/x/share.jpg',
    '/2026/01/13/x/related/share.jpg',
    '/2026/01/13/x/share.jpeg',
    '/2026/01/13/x/share.jpg/share.jpg',
    '/2026/01/13/a.b/share.jpg',
    '/images/share.jpg',
  ])
    assert.ok(!isSharePath(path), path);
});

test('a share image has the status of its page', async (t) => {
  const newsroom = new TestNewsroom(t, files);
  await newsroom.compile();
  const cases: [path: string, status: string][] = [
    ['/share.jpg', '200'],
    ['/2026/01/13/x/share.jpg', '200'],
    ['/2020/01/01/x/share.jpg', '308 /2026/01/13/x/share.jpg'],
    ['/2026/01/14/killed/share.jpg', '410'],
    ['/2020/01/01/killed/share.jpg', '308 /2026/01/14/killed/share.jpg'],
    ['/2026/01/16/expired/share.jpg', '410'],
    ['/2026/01/15/draft/share.jpg', '404'],
    ['/2020/01/01/draft/share.jpg', '404'],
    ['/2026/01/15/withheld/share.jpg', '404'],
    ['/2026/01/17/embargoed/share.jpg', '404'],
    ['/2026/01/13/nothing/share.jpg', '404'],
    ['/nothing', '404'],
  ];
  newsroom.at(now, (edition) => {
    for (const [path, expected] of cases) {
      const found = shareAnswer(edition, path);
      assert.equal(found.status === 308 ? `308 ${found.to}` : String(found.status), expected, path);
    }
  });
  newsroom.at('2026-03-01T00:00:00Z', (edition) =>
    assert.equal(shareAnswer(edition, '/2026/01/17/embargoed/share.jpg').status, 200),
  );
});

test('a card holds what its image shows, and changes with that alone', async (t) => {
  const newsroom = new TestNewsroom(t, files);
  const cardAt = async (path = '/2026/01/13/x/share.jpg'): Promise<ShareCard> => {
    await newsroom.compile();
    return newsroom.at(now, (edition) => {
      const found = shareAnswer(edition, path);
      assert.ok(found.status === 200, path);
      return found.card;
    });
  };
  const before = await cardAt();
  assert.ok(before.page === 'article' && before.picture);
  const { picture, ...words } = before;
  assert.deepEqual(words, {
    page: 'article',
    headline: 'Rain falls',
    lang: 'en',
    direction: 'ltr',
    kicker: 'Weather',
    accent: '#1d6b3c',
    site: { name: 'The Test', host: 'test.example', lang: 'en' },
    notes: ['13 January 2026', '2026-01-13'],
  });
  assert.deepEqual([picture.file, picture.type, picture.place], ['images/a.svg', 'svg', 'whole']);
  const opinion = await cardAt('/2026/01/18/opinion/share.jpg');
  assert.ok(opinion.page === 'article');
  assert.deepEqual([opinion.label, opinion.direction, opinion.kicker], ['رأي', 'rtl', undefined]);

  const fields = { topics: ['weather'], image: { src: 'a.svg', alt: 'Rain' } };
  newsroom.write(article('/2026/01/13/x', { ...fields, headline: 'Rain falls' }, 'Another text.'));
  newsroom.write(article('/2026/01/15/draft', { status: 'draft', headline: 'Another', topics: ['weather'] }));
  assert.deepEqual(await cardAt(), before, 'neither its text nor what is hidden');
  newsroom.write(article('/2026/01/13/x', { ...fields, headline: 'Rain fell' }));
  assert.notDeepEqual(await cardAt(), before, 'its headline');
  newsroom.write(article('/2026/01/13/x', { ...fields, headline: 'Rain falls' }));
  assert.deepEqual(await cardAt(), before);
  newsroom.write({ 'images/a.svg': `${svg}\n` });
  const redrawn = await cardAt();
  assert.ok(redrawn.page === 'article' && redrawn.picture?.size === picture.size + 1, 'its picture’s file');
});

test('O1–O3: every page names a share image that is there, with its size, type and words', async (t) => {
  const newsroom = new TestNewsroom(t, files);
  await newsroom.compile();
  newsroom.at(now, (edition) => {
    const cases: [path: string, image: string, alt: string][] = [
      ['/', '/share.jpg', 'The Test'],
      ['/topics/weather', '/share.jpg', 'The Test'],
      ['/2026/01/13', '/share.jpg', 'The Test'],
      ['/2026/01/13/x', '/2026/01/13/x/share.jpg', 'Rain'],
      ['/2026/01/18/opinion', '/2026/01/18/opinion/share.jpg', 'مطر'],
    ];
    for (const [path, image, alt] of cases) {
      const found = answer(edition, path);
      assert.ok(found.status === 200, path);
      const { openGraph, twitter } = headOf(found.view);
      const url = `https://test.example${image}`;
      assert.deepEqual(openGraph?.images, [{ url, alt, type: 'image/jpeg', width: 1200, height: 630 }], path);
      assert.ok(twitter && 'card' in twitter && twitter.card === 'summary_large_image');
      assert.deepEqual(twitter.images, [{ url, alt }], path);
      assert.equal(shareAnswer(edition, image).status, 200, image);
    }
    const gone = answer(edition, '/2026/01/14/killed');
    assert.ok(gone.status === 410);
    assert.equal(headOf(gone.view).openGraph, undefined);
  });
});
