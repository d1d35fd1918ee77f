import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, type Files } from '../newsroom/testing.ts';
import type { View } from '../site/pages.ts';
import { CachedPage } from './cached-page.ts';
import { pageMaker } from './page-maker.ts';
import { limitersFor, limitsFor, Pages, type PageLimits } from './pages.ts';
import type { Render } from './render.ts';
import { SpareTime } from './spare-time.ts';
import { TestServices } from './testing.ts';
import { Unavailable } from './unavailable.ts';

/** The pages of a newsroom, rendered by hand: each rendering waits until it is released. */
class HeldPages {
  readonly services: TestServices;
  readonly pages: Pages;
  /** What was rendered, by path. */
  readonly rendered: string[] = [];
  /** Whether renderings wait for `release`. */
  held = false;
  readonly #waiting: (() => void)[] = [];

  constructor(services: TestServices, limits?: Partial<PageLimits>) {
    this.services = services;
    const render: Render = async (view, status) => {
      this.rendered.push(view.path);
      if (this.held) await new Promise<void>((resolve) => this.#waiting.push(resolve));
      return `<html>${status} ${wordsOf(view)}</html>`;
    };
    this.pages = new Pages(services, pageMaker(services.validity, render), limitersFor({ ...limitsFor(2), ...limits }));
  }

  /** Ends the renderings that wait. Later ones do not wait. */
  release(): void {
    this.held = false;
    for (const end of this.#waiting.splice(0)) end();
  }

  async text(path: string): Promise<string> {
    const found = await this.pages.current(path);
    assert.ok(found instanceof CachedPage);
    return found.text();
  }
}

function wordsOf(view: View): string {
  if (view.page === 'search') return `${view.request.query}: ${view.found?.total}`;
  return view.page === 'article' ? view.story.headline : view.page;
}

/** Lets all go on that is ready to, or that waits for the disk. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}

const one = '/2026/01/29/one';
const other = '/2026/01/29/other';
const now = '2026-01-30T00:00:00Z';

test('a page is rendered once, and again when what it shows has changed', async (t) => {
  const services = await TestServices.over(t, article(one), now);
  const server = new HeldPages(services);
  const first = await server.pages.current(one);
  assert.equal(await server.pages.current(one), first);
  await services.change(article('/2026/01/29/draft', { status: 'draft' }));
  assert.equal(await server.pages.current(one), first, 'a draft changes nothing');
  assert.deepEqual(server.rendered, [one]);
  await services.change(article(one, { headline: 'Another headline' }));
  assert.match(await server.text(one), /200 Another headline/);
  assert.deepEqual(server.rendered, [one, one]);
});

/** A story of which the page of `one` shows nothing. */
const otherStory = (headline: string): Files => article(other, { headline, lang: 'fr' }, 'Rien du tout.');

test('a page that has drifted is looked at again while nothing else is, and sent as it is otherwise', async (t) => {
  const services = await TestServices.over(t, { ...article(one), ...otherStory('A headline') }, now);
  const server = new HeldPages(services);
  const page = await server.pages.current(one);
  assert.ok(page instanceof CachedPage && page.reading);
  assert.equal(server.pages.ready(one), page);
  page.reading.hasDrifted = true;
  assert.equal(server.pages.ready(one), undefined, 'it is looked at');
  assert.equal(await server.pages.current(one), page);
  assert.equal(server.pages.ready(one), page, 'it is the same');

  await server.pages.current(other);
  page.reading.hasDrifted = true;
  server.held = true;
  await services.change(otherStory('Another headline'));
  const later = server.text(other);
  await idle();
  assert.equal(server.pages.ready(one), page, 'another page is looked at');
  assert.equal(await server.pages.current(one), page);
  server.release();
  assert.match(await later, /Another headline/);
  assert.equal(server.pages.ready(one), undefined, 'it is looked at later');
});

test('on a busy server, pages that have drifted are looked at in a fifth of the time', async () => {
  const spareTime = new SpareTime();
  const isNowAfter = async (others: number): Promise<boolean> => {
    await spareTime.run(async () => {
      assert.equal(spareTime.isNow, false, 'one at a time');
      for (let count = 0; count < others; count += 1) spareTime.noteOther();
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    return spareTime.isNow;
  };
  assert.deepEqual([await isNowAfter(0), await isNowAfter(4), await isNowAfter(5)], [true, true, false]);
});

test('however many ask for a page at once, it is rendered once', async (t) => {
  const server = new HeldPages(await TestServices.over(t, article(one), now));
  server.held = true;
  const asked = Array.from({ length: 20 }, () => server.pages.current(one));
  await idle();
  server.release();
  assert.equal(new Set(await Promise.all(asked)).size, 1);
  assert.deepEqual(server.rendered, [one]);
});

test('a reader who asks after a gate does not get what was being rendered before it', async (t) => {
  const server = new HeldPages(await TestServices.over(t, article(one, { expires: '2026-01-30T00:00:01Z' }), now));
  server.held = true;
  const early = server.text(one);
  await idle();
  server.services.now += 1000;
  const late = server.text(one);
  await idle();
  server.release();
  assert.match(await early, /200 About one/);
  assert.match(await late, /410 gone/);
  const last = await server.pages.current(one);
  assert.ok(last instanceof CachedPage && server.services.validity.isKnownValid(last));
});

test('all addresses with nothing at them show one page; an old address leads on', async (t) => {
  const server = new HeldPages(await TestServices.over(t, article(one, { aliases: ['/old'] }), now));
  const [first, second] = [await server.pages.current('/nothing'), await server.pages.current('/1999')];
  assert.equal(first, second);
  assert.match(await server.text('/nothing'), /404 not-found/);
  assert.deepEqual(server.rendered, ['/not-found']);
  const found = await server.pages.current('/old');
  assert.equal('to' in found && found.to, one);
});

test('a rendering that failed is tried again for the next reader', async (t) => {
  const services = await TestServices.over(t, article(one), now);
  let tries = 0;
  const pages = new Pages(
    services,
    pageMaker(services.validity, async () => {
      tries += 1;
      if (tries === 1) throw new Unavailable('too slow');
      return '<html></html>';
    }),
  );
  await assert.rejects(pages.current(one), Unavailable);
  assert.ok((await pages.current(one)) instanceof CachedPage);
});

test('a page that all who asked for it have left is not rendered', async (t) => {
  const paths = ['first', 'left', 'left-by-one', 'last'].map((name) => `/2026/01/29/${name}`);
  const files = Object.assign({}, ...paths.map((path) => article(path)));
  const server = new HeldPages(await TestServices.over(t, files, now), { pages: { atOnce: 1, waiting: 3 } });
  const [first = '', left = '', leftByOne = '', last = ''] = paths;
  server.held = true;
  let isThere = true;
  const ask = (path: string, isWanted?: () => boolean): Promise<unknown> =>
    server.pages.current(path, isWanted).catch((fault: unknown) => fault);
  const asked = [ask(first), ask(left, () => isThere), ask(leftByOne, () => isThere), ask(leftByOne)];
  await idle();
  isThere = false;
  // There is no place to wait: that of the page which nobody wants is taken.
  asked.push(ask('/2026'), ask(last));
  await idle();
  server.release();
  const found = await Promise.all(asked);
  assert.ok(found[1] instanceof Unavailable);
  assert.ok(found.every((each, index) => index === 1 || each instanceof CachedPage));
  assert.deepEqual(server.rendered, [first, leftByOne, '/2026', last]);
});

test('cached pages wait for no others, whether they may have changed or not', async (t) => {
  const paths = Array.from({ length: 30 }, (_, index) => `/2026/01/29/story-${index}`);
  const files = Object.assign({}, ...[one, ...paths].map((path) => article(path)));
  const server = new HeldPages(await TestServices.over(t, files, now));
  const page = await server.pages.current(one);
  server.held = true;
  const others = paths.map((path) => server.pages.current(path));
  assert.equal(await server.pages.current(one), page);
  await server.services.change({ 'topics/unused.mdx': '---\ntitle: Unused\n---\n' });
  assert.ok(page instanceof CachedPage && !server.services.validity.isKnownValid(page));
  assert.equal(await server.pages.current(one), page);
  server.release();
  await Promise.all(others);
});

test('few pages are rendered at a time, few wait, and the others are refused', async (t) => {
  const paths = Array.from({ length: 9 }, (_, index) => `/2026/01/29/story-${index}`);
  const files = Object.assign({}, ...paths.map((path) => article(path)));
  const server = new HeldPages(await TestServices.over(t, files, now), { pages: { atOnce: 2, waiting: 3 } });
  server.held = true;
  const asked = Promise.allSettled(paths.map((path) => server.pages.current(path)));
  await idle();
  assert.equal(server.rendered.length, 2);
  server.release();
  assert.deepEqual(
    (await asked).map(({ status }) => status),
    paths.map((_, index) => (index < 5 ? 'fulfilled' : 'rejected')),
  );
  assert.deepEqual(server.rendered, paths.slice(0, 5));
});

test('a search is made for each request, and is stored nowhere', async (t) => {
  const services = await TestServices.over(t, article(one), now);
  const server = new HeldPages(services);
  const puts = t.mock.method(services.pages, 'put');
  assert.match(await server.text('/search?q=about'), /200 about: 1/);
  const again = await server.pages.current('/search?q=about');
  assert.ok(again instanceof CachedPage && services.validity.isKnownValid(again));
  await server.text('/search?q=other');
  await server.text('/search');
  assert.equal(server.rendered.length, 4);
  assert.equal(puts.mock.callCount(), 0);
  await server.text('/topics');
  assert.equal(puts.mock.callCount(), 1);
});

test('a search after a gate does not show what was found before it', async (t) => {
  const services = await TestServices.over(t, article(one, { expires: '2026-01-30T00:00:01Z' }), now);
  const server = new HeldPages(services);
  server.held = true;
  const early = server.pages.current('/search?q=about');
  await idle();
  services.now += 1000;
  server.release();
  const found = await early;
  assert.ok(found instanceof CachedPage && !services.validity.isKnownValid(found), 'it is not sent');
  assert.match(await server.text('/search?q=about'), /200 about: 0/);
});

test('many searches wait for each other, and no other page waits for them', async (t) => {
  const server = new HeldPages(await TestServices.over(t, article(one), now), {
    pages: { atOnce: 1, waiting: 1 },
    searches: { atOnce: 2, waiting: 3 },
  });
  server.held = true;
  const searches = Promise.allSettled(
    Array.from({ length: 8 }, (_, index) => server.pages.current(`/search?q=${index}`)),
  );
  // Those that ask for the same take one place together.
  const same = Array.from({ length: 20 }, () => server.pages.current('/search?q=0'));
  await idle();
  assert.deepEqual(server.rendered, ['/search', '/search']);
  const page = server.pages.current(one);
  await idle();
  assert.equal(server.rendered.at(-1), one);
  server.release();
  assert.ok((await page) instanceof CachedPage);
  assert.deepEqual(
    (await searches).map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected'],
  );
  assert.equal(new Set(await Promise.all(same)).size, 1);
});
