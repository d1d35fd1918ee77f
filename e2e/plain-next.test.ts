import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { TemporaryNewsroom } from './newsroom.ts';
import { root } from './root.ts';
import { RunningNext } from './running-next.ts';

const story = '/2026/01/13/story';
const arabic = '/2026/01/12/خبر-من-القاهرة';
const old = '/2020/old-address';
const hidden = ['/2026/01/13/draft', '/2026/01/13/killed', '/2026/01/13/ahead', '/plan'];

/** Runs a command of `dateline` to its end. */
function dateline(env: NodeJS.ProcessEnv, ...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['cli/dateline.js', ...args], { cwd: root, env, encoding: 'utf8' });
}

describe('`dateline build` and `next start`, without the server of `dateline start`', () => {
  const newsroom = new TemporaryNewsroom();
  let next: RunningNext;
  before(async () => {
    newsroom.picture('shown.svg');
    newsroom.picture('hidden.svg');
    newsroom.write('pages/contact.mdx', '---\ntitle: Contact\n---\nHow to reach us.\n');
    newsroom.write('pages/über/uns.mdx', '---\ntitle: Über uns\n---\nText.\n');
    newsroom.write('pages/plan.mdx', '---\ntitle: Canary page\nstatus: draft\n---\nCanary four.\n');
    newsroom.article(story, { headline: 'A public headline', aliases: [old], image: { src: 'shown.svg', alt: 'x' } });
    newsroom.article(arabic, { headline: 'خبر من القاهرة', lang: 'ar' });
    newsroom.article('/2026/01/13/draft', {
      headline: 'Canary one',
      status: 'draft',
      image: { src: 'hidden.svg', alt: 'x' },
    });
    newsroom.article('/2026/01/13/killed', { headline: 'Canary two', status: 'killed', reason: 'It was wrong.' });
    newsroom.article('/2026/01/13/ahead', { headline: 'Canary three', embargo: '2999-01-01T00:00:00Z' });
    next = await RunningNext.start(
      newsroom,
      (port) => [join(root, 'node_modules/next/dist/bin/next'), 'start', '--hostname', '127.0.0.1', '--port', port],
      (env) => {
        const { status, stdout, stderr } = dateline(env, 'build');
        assert.equal(status, 0, stderr);
        assert.match(stdout, /^5 articles: 5 added, [^]*The code is built\.\n$/);
      },
    );
  });
  after(async () => {
    await next?.stop();
    newsroom.end();
  });

  test('`build --code-only` needs no content', () => {
    const env = { ...process.env, DATELINE_CONTENT: '/nonexistent', DATELINE_DATA: '/nonexistent' };
    const { status, stdout, stderr } = dateline(env, 'build', '--code-only');
    assert.deepEqual([status, stdout, stderr], [0, 'The code is built.\n', '']);
  });

  test('public pages answer 200, in any script', async () => {
    for (const [path, words] of [
      ['/', 'A public headline'],
      [story, 'A public headline'],
      [arabic, 'خبر من القاهرة'],
      ['/2026/01', 'A public headline'],
      ['/about', 'About The Test'],
      ['/contact', 'How to reach us'],
      ['/über/uns', 'Über uns'],
    ] as const) {
      const { status, text } = await next.ask(path);
      assert.equal(status, 200, path);
      assert.ok(text.includes(words), path);
      assert.ok(
        text.includes(`<link rel="canonical" href="https://paper.example${encodeURI(path).replace(/\/$/, '')}`),
        path,
      );
      assert.doesNotMatch(text, /Canary/, path);
    }
  });

  test('a search finds what is public', async () => {
    for (const query of ['q=headline', 'q=public&q=nothing', 'q="a+public+headline"&order=date&page=1']) {
      const { status, text } = await next.ask(`/search?${query}`);
      assert.equal(status, 200, query);
      assert.ok(text.includes(`href="${story}"`), query);
    }
    for (const query of ['', 'q=canary', 'q=%&page=x', 'q="><b>'])
      assert.equal((await next.ask(`/search?${query}`)).status, 200, query);
    assert.doesNotMatch((await next.ask('/search?q=one')).text, /Canary/);
  });

  test('hidden articles and unused addresses answer 404', async () => {
    for (const path of [...hidden, '/nothing', '/2026/01/13/nothing', '/topics/nothing', '/topics/a/b/c/d']) {
      const { status, text } = await next.ask(path);
      assert.equal(status, 404, path);
      assert.doesNotMatch(text, /Canary/, path);
    }
  });

  test('old and other forms of an address redirect to the canonical one', async () => {
    for (const [from, to] of [
      [old, story],
      ['/ABOUT', '/about'],
      [story.toUpperCase(), story],
    ] as const) {
      const { status, headers } = await next.ask(from);
      assert.deepEqual([status, headers.location], [308, to], from);
    }
  });

  test('feeds, sitemaps, alternates, pictures and health are those of the newsroom', async () => {
    for (const [path, type, words] of [
      ['/feed.xml', 'application/rss+xml; charset=utf-8', 'A public headline'],
      ['/search.xml?q=headline', 'application/rss+xml; charset=utf-8', 'A public headline'],
      ['/opensearch.xml', 'application/opensearchdescription+xml; charset=utf-8', '<ShortName>'],
      ['/sitemap.xml', 'application/xml; charset=utf-8', '<sitemapindex'],
      [`${story}.txt`, 'text/plain; charset=utf-8', 'A public headline'],
      ['/images/shown.svg', 'image/svg+xml; charset=utf-8', '<svg'],
      ['/healthz', 'application/json', '"articles":2'],
    ] as const) {
      const { status, headers, text } = await next.ask(path);
      assert.deepEqual([status, headers['content-type']], [200, type], path);
      assert.ok(text.includes(words), path);
      assert.doesNotMatch(text, /Canary/, path);
    }
    for (const path of ['/images/hidden.svg', `${hidden[0]}.txt`, '/topics/nothing/feed.xml'])
      assert.equal((await next.ask(path)).status, 404, path);
  });
});
