import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { edge, edgeDay, edgeNewsroom } from './edge-newsroom.ts';
import { ask } from './http.ts';
import type { TemporaryNewsroom } from './newsroom.ts';
import { eventually } from './eventually.ts';
import { Site, siteUrl } from './site.ts';

const types = {
  'feed.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
} as const;

const lists = [
  '',
  '/page/1',
  '/topics/arms-control',
  '/topics/arms-control/page/1',
  '/people/ada-quill',
  '/places/nara',
  '/agencies/afp',
  '/storylines/the-talks',
  '/corrections',
];

describe('feeds of a running site', () => {
  let newsroom: TemporaryNewsroom;
  let site: Site;
  let hub: Server;
  let hubUrl = '';
  const notified: string[] = [];

  before(async () => {
    hub = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        notified.push(new URLSearchParams(body).get('hub.url') ?? '');
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => {
      hub.listen(0, '127.0.0.1', resolve);
    });
    const address = hub.address();
    assert.ok(typeof address === 'object' && address);
    hubUrl = `http://127.0.0.1:${address.port}/`;
    newsroom = edgeNewsroom({ websub: [hubUrl] });
    site = await Site.start({ content: newsroom.folder, now: edgeDay });
  });
  after(async () => {
    await site.stop();
    newsroom.end();
    hub.close();
  });

  for (const list of lists) {
    for (const [name, type] of Object.entries(types)) {
      const path = `${list}/${name}`;
      test(`E6: ${path} has its media type, and gets 304 once it is known`, async () => {
        const full = await ask(site.base, path);
        assert.equal(full.status, 200);
        assert.equal(full.headers['content-type'], type);
        const { etag } = full.headers;
        assert.ok(etag);
        const head = await ask(site.base, path, { method: 'HEAD' });
        assert.equal(head.status, 200);
        assert.equal(head.body.length, 0);
        assert.equal(head.headers.etag, etag);
        assert.equal(head.headers['content-type'], type);
        assert.equal(head.headers['content-length'], String(full.body.length));
        const again = await ask(site.base, path, { headers: { 'If-None-Match': etag } });
        assert.equal(again.status, 304);
        assert.equal(again.body.length, 0);
        assert.equal(again.headers.etag, etag);
        const other = await ask(site.base, path, { headers: { 'If-None-Match': '"other"' } });
        assert.equal(other.status, 200);
        // E1: `self` is the address that was requested.
        if (name !== 'feed.json') assert.match(full.text, new RegExp(`rel="self" [^>]*href="${siteUrl}${path}"`));
        assert.equal(
          full.headers.link,
          list.includes('/page/') ? undefined : `<${hubUrl}>; rel="hub", <${siteUrl}${path}>; rel="self"`,
        );
      });
    }
  }

  test('addresses of feeds that do not exist answer 404', async () => {
    for (const path of [
      '/page/0/atom.xml',
      '/page/9/atom.xml',
      '/page/1',
      '/topics/empty-topic/feed.xml',
      '/corrections/page/1/feed.json',
      '/topics/feed.xml',
    ])
      assert.equal((await ask(site.base, path)).status, 404, path);
  });

  test('E7: the hub is notified of a saved article at once', async () => {
    await ask(site.base, '/topics/arms-control/atom.xml');
    notified.length = 0;
    newsroom.article(edge.everything, { headline: 'Nothing any more', topics: ['arms-control'] });
    const topic = `${siteUrl}/topics/arms-control/atom.xml`;
    await eventually('the hub is notified', () => (notified.includes(topic) ? true : undefined));
    assert.ok(notified.includes(`${siteUrl}/atom.xml`));
    assert.ok(!notified.includes(`${siteUrl}/topics/arms-control/page/1/atom.xml`));
  });
});
