import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Editions } from '../newsroom/edition/open.ts';
import { article, site, TestNewsroom, type Files } from '../newsroom/testing.ts';
import { sharp } from '../formats/sharp.ts';
import { Validity } from './validity.ts';
import { CachedPage } from './cached-page.ts';
import { DiskPages } from './disk-pages.ts';
import { PageCache } from './page-cache.ts';
import { ShareImages } from './share-images.ts';
import { linkTarget } from '../site/addresses/link-target.ts';

const root = resolve(import.meta.dirname, '..');
const image = (slug: string): string => `/2026/01/29/${slug}/share.jpg`;

/** Counts what is rendered. */
class CountingCache extends PageCache {
  count = 0;

  override put(page: CachedPage): void {
    this.count += 1;
    super.put(page);
  }
}

/** The share images of a server over a newsroom, at a time that the test sets. */
class Server {
  now = Date.parse('2026-01-30T00:00:00Z');
  readonly newsroom: TestNewsroom;
  readonly pages: CountingCache;
  readonly validity: Validity;
  readonly images: ShareImages;

  private constructor(t: TestContext, newsroom: TestNewsroom, pages: CountingCache) {
    const editions = Editions.in(newsroom.data, { linkTarget });
    t.after(() => editions.close());
    this.newsroom = newsroom;
    this.pages = pages;
    this.validity = new Validity(editions, () => this.now);
    this.images = new ShareImages({ pages, validity: this.validity }, { root, content: newsroom.content });
  }

  static async over(t: TestContext, files: Files, disk = false): Promise<Server> {
    const newsroom = new TestNewsroom(t, { ...site, ...files });
    await newsroom.compile();
    return Server.again(t, newsroom, disk);
  }

  /** A server that starts over what another has left. */
  static again(t: TestContext, newsroom: TestNewsroom, disk: boolean): Server {
    return new Server(
      t,
      newsroom,
      new CountingCache({
        clock: Date.now,
        ...(disk && { store: new DiskPages({ data: newsroom.data, build: 'build' }) }),
      }),
    );
  }

  async change(files: Files): Promise<void> {
    this.newsroom.write(files);
    await this.newsroom.compile();
  }

  async image(path: string): Promise<CachedPage> {
    const found = await this.images.current(path);
    assert.ok(found instanceof CachedPage, `${path} has an image`);
    return found;
  }

  async status(path: string): Promise<number> {
    const found = await this.images.current(path);
    return found instanceof CachedPage ? found.head.status : found.status;
  }
}

test('an image is made once, and kept until what it shows has changed', async (t) => {
  const server = await Server.over(t, article('/2026/01/29/one'));
  const first = await server.image(image('one'));
  assert.deepEqual([first.head.type, first.head.path, first.encodings], ['image/jpeg', image('one'), ['identity']]);
  const { format, width, height } = await sharp(await first.encoded('identity')).metadata();
  assert.deepEqual([format, width, height], ['jpeg', 1200, 630]);
  assert.equal(await server.image(image('one')), first);
  await server.change({
    ...article('/2026/01/29/one', {}, 'Another text.'),
    ...article('/2026/01/29/two', { status: 'draft' }),
  });
  assert.equal(await server.image(image('one')), first, 'neither its text nor a draft are on it');
  assert.equal(server.pages.count, 1);
  await server.change(article('/2026/01/29/one', { headline: 'Another headline' }));
  const second = await server.image(image('one'));
  assert.notEqual(second.head.etag, first.head.etag);
  await server.change(article('/2026/01/29/one'));
  assert.equal((await server.image(image('one'))).head.etag, first.head.etag, 'the same content gives the same bytes');
});

test('whoever asks at once gets one image that was made once', async (t) => {
  const server = await Server.over(t, article('/2026/01/29/one'));
  const all = await Promise.all(Array.from({ length: 20 }, () => server.image(image('one'))));
  assert.equal(new Set(all).size, 1);
  assert.equal(server.pages.count, 1);
});

test('an image is there as long as its article is, to the instant', async (t) => {
  const server = await Server.over(t, {
    ...article('/2026/01/29/opens', { embargo: '2026-01-31T00:00:00Z' }),
    ...article('/2026/01/29/closes', { expires: '2026-01-31T00:00:00Z' }),
  });
  assert.equal(await server.status(image('opens')), 404);
  const closes = await server.image(image('closes'));
  assert.equal(server.validity.untilGate(closes), 86_400_000, 'no shared cache keeps it over the gate');
  server.now = Date.parse('2026-01-30T23:59:59.999Z');
  assert.deepEqual([await server.status(image('opens')), await server.status(image('closes'))], [404, 200]);
  assert.equal(server.validity.untilGate(closes), 1);
  server.now += 1;
  assert.deepEqual([await server.status(image('opens')), await server.status(image('closes'))], [200, 410]);
  await server.change(article('/2026/01/29/opens', { status: 'killed' }));
  assert.equal(await server.status(image('opens')), 410);
  await server.change(article('/2026/01/29/opens', { status: 'withheld' }));
  assert.equal(await server.status(image('opens')), 404);
});

test('what is taken back while its image is made is not given out', async (t) => {
  const server = await Server.over(t, article('/2026/01/29/one', { expires: '2026-01-31T00:00:00Z' }));
  const asked = server.status(image('one'));
  server.pages.put = function put(page: CachedPage): void {
    PageCache.prototype.put.call(this, page);
    server.now = Date.parse('2026-01-31T00:00:00Z');
  };
  assert.equal(await asked, 410);
});

test('an image shows the article’s picture, and is made anew when that file changes', async (t) => {
  const colour = (background: string): Promise<Buffer> =>
    sharp({ create: { width: 1200, height: 630, channels: 3, background } })
      .png()
      .toBuffer();
  const drawn = (fill: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630" fill="${fill}"/></svg>`;
  const server = await Server.over(t, {
    'images/a.png': await colour('#cc0000'),
    'images/a.svg': drawn('#0000cc'),
    'images/bad.png': (await colour('#cc0000')).subarray(0, 60),
    'images/words.svg': `${drawn('#0000cc').replace('</svg>', '')}<text y="90">\u{10FFFF}奈\u{10FFFE}</text></svg>`,
    ...article('/2026/01/29/photo', { image: { src: 'a.png', alt: 'A' } }),
    ...article('/2026/01/29/drawing', { image: { src: 'a.svg', alt: 'A' } }),
    ...article('/2026/01/29/bad', { image: { src: 'bad.png', alt: 'A' } }),
    ...article('/2026/01/29/words', { image: { src: 'words.svg', alt: 'A' } }),
  });
  const means = async (slug: string): Promise<number[]> => {
    const { channels } = await sharp(await (await server.image(image(slug))).encoded('identity')).stats();
    return channels.map(({ mean }) => Math.round(mean / 51));
  };
  assert.deepEqual(await means('photo'), [4, 0, 0]);
  assert.deepEqual(await means('drawing'), [0, 0, 4]);
  for (const slug of ['bad', 'words']) assert.deepEqual(await means(slug), [5, 5, 5], `${slug}: paper`);
  await server.change({ 'images/a.png': await colour('#00cc00') });
  assert.deepEqual(await means('photo'), [0, 4, 0]);
  server.newsroom.remove('images/a.png');
  await server.newsroom.compile();
  assert.deepEqual(await means('photo'), [5, 5, 5]);
});

test('images outlast a restart on the disk, byte by byte; without a disk nothing is written', async (t) => {
  const first = await Server.over(t, article('/2026/01/29/one'), true);
  const made = await first.image(image('one'));
  // It is written while others are answered.
  const onDisk = (): PageCache =>
    new PageCache({ clock: Date.now, store: new DiskPages({ data: first.newsroom.data, build: 'build' }) });
  while ((await onDisk().find(image('one'))).length === 0) await sleep(10);
  const second = Server.again(t, first.newsroom, true);
  const found = await second.image(image('one'));
  assert.equal(second.pages.count, 0, 'it is not made again');
  assert.deepEqual(found.stored, made.stored);
  assert.deepEqual(found.head, made.head);

  const memory = await Server.over(t, article('/2026/01/29/one'));
  await memory.image(image('one'));
  assert.ok(!existsSync(join(memory.newsroom.data, 'pages')));
});
