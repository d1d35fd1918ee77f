import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { ask, type Answer } from './http.ts';
import { LiveNewsroom } from './live-newsroom.ts';
import { attribute, Markup } from './markup.ts';
import { eventually } from './eventually.ts';
import { siteUrl } from './site.ts';

const story = '/2025/03/04/rain-falls';
const pictured = '/2025/03/04/pictured';
const arabic = '/2025/03/04/خبر';
const killed = '/2025/03/04/killed';
const draft = '/2025/03/04/draft';
const image = (address: string): string => `${address}/share.jpg`;

describe('share images of a running site', () => {
  let live: LiveNewsroom;
  before(async () => {
    live = await LiveNewsroom.start((newsroom) => {
      newsroom.picture('field.svg');
      newsroom.article(story, { headline: 'Rain falls on the just', aliases: ['/2025/01/01/old', '/old/rain'] });
      newsroom.article(pictured, { image: { src: 'field.svg', alt: 'A plain field' } });
      newsroom.article(arabic, { headline: 'خبر من القاهرة', lang: 'ar' });
      newsroom.article(killed, { status: 'killed', reason: 'It was wrong.' });
      newsroom.article(draft, { status: 'draft', image: { src: 'secret.svg', alt: 'Secret' } });
      newsroom.picture('secret.svg');
    });
  });
  after(() => live.end());

  const assertImage = async (answer: Answer): Promise<void> => {
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-type'], 'image/jpeg');
    assert.equal(answer.headers['content-encoding'], undefined);
    assert.equal(Number(answer.headers['content-length']), answer.body.length);
    const { format, width, height } = await sharp(answer.body).metadata();
    assert.deepEqual([format, width, height], ['jpeg', 1200, 630]);
  };

  test('O1, O2: every page names an image that exists and has the type and size that the page gives', async () => {
    for (const path of ['/', '/2025', story, pictured, arabic]) {
      const markup = new Markup((await live.page(path)).text);
      const property = (name: string): string =>
        attribute(
          markup.all('meta').find((element) => attribute(element, 'property') === name),
          'content',
        ) ?? '';
      assert.deepEqual(
        ['og:image:type', 'og:image:width', 'og:image:height'].map(property),
        ['image/jpeg', '1200', '630'],
        path,
      );
      assert.notEqual(property('og:image:alt'), '');
      assert.equal(markup.meta('twitter:card'), 'summary_large_image');
      assert.equal(markup.meta('twitter:image'), property('og:image'));
      assert.ok(property('og:image').startsWith(`${siteUrl}/`), property('og:image'));
      await assertImage(await ask(live.site.base, property('og:image').slice(siteUrl.length)));
    }
  });

  test('a request with a known ETag gets 304, and HEAD gets the headers only', async () => {
    const full = await live.page(image(story));
    const { etag = '' } = full.headers;
    assert.match(etag, /^"[^"]+"$/);
    assert.match(full.headers['cache-control'] ?? '', /^public, max-age=0, s-maxage=[01], /);
    assert.equal(full.headers['x-content-type-options'], 'nosniff');
    const browser = { 'Accept-Encoding': 'gzip, deflate, br', 'If-None-Match': etag };
    const again = await ask(live.site.base, image(story), { headers: browser });
    assert.deepEqual([again.status, again.body.length, again.headers.etag], [304, 0, etag]);
    const other = await ask(live.site.base, image(story), { headers: { 'If-None-Match': '"other"' } });
    assert.equal(other.status, 200);
    const head = await ask(live.site.base, image(story), { method: 'HEAD' });
    assert.deepEqual([head.status, head.body.length], [200, 0]);
    assert.equal(head.headers['content-length'], String(full.body.length));
    assert.equal((await ask(live.site.base, image(story), { method: 'POST' })).status, 405);
  });

  test('an image has one address, and the status of its page', async () => {
    const cases: [path: string, status: number, location?: string][] = [
      [`${image(story)}/`, 308, image(story)],
      [image(story).toUpperCase(), 308, image(story)],
      [`/${image(story)}`, 308, image(story)],
      ['/2025/01/01/old/share.jpg', 308, image(story)],
      ['/SHARE.JPG', 308, '/share.jpg'],
      [image(killed), 410],
      [image(draft), 404],
      [image(draft).toUpperCase(), 404],
      ['/2025/03/04/nothing/share.jpg', 404],
      ['/topics/share.jpg', 404],
      ['/2025/03/04/share.jpg', 404],
    ];
    for (const [path, status, location] of cases) {
      const answer = await ask(live.site.base, encodeURI(path));
      assert.deepEqual([answer.status, answer.headers.location], [status, location], path);
      if (status !== 308) assert.match(answer.headers['content-type'] ?? '', /^text\/html/, path);
    }
    assert.equal(
      (await live.page(image(draft))).text,
      (await live.page('/2025/03/04/nothing/share.jpg')).text,
      'a hidden image answers like one that does not exist',
    );
  });

  test('an edit of the headline shows on the image, and a kill removes it', async () => {
    const address = '/2025/03/05/edited';
    await live.change((newsroom) => newsroom.article(address, { headline: 'Before' }));
    await live.becomes(address, 200);
    const first = await live.page(image(address));
    await assertImage(first);
    await live.change((newsroom) => newsroom.article(address, { headline: 'After' }));
    const second = await eventually('the image is another', async () => {
      const answer = await live.page(image(address));
      return answer.headers.etag === first.headers.etag ? undefined : answer;
    });
    await assertImage(second);
    assert.notDeepEqual(second.body, first.body);
    await live.change((newsroom) => newsroom.article(address, { headline: 'After', status: 'killed' }));
    await live.becomes(image(address), 410);
  });
});
