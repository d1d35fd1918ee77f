import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '@redis/client';
import { folderFor, needing } from '../newsroom/testing.ts';
import { CachedPage } from './cached-page.ts';
import { PageCache } from './page-cache.ts';
import { RedisPages } from './redis-pages.ts';

async function page(html: string, { path = '/x', digest = 'd' } = {}): Promise<CachedPage> {
  const made = await CachedPage.from({ path, status: 200, digest, policy: '', type: 'text/html' }, html);
  made.head.since = 1000;
  return made;
}

/** Waits until something is so. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(20);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new TypeError('There is no port.');
  return address.port;
}

/** A Redis of its own, which keeps nothing on disk. */
function startRedis(t: TestContext, port: number, ...options: string[]): ChildProcess {
  const started = spawn(
    'redis-server',
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      folderFor(t),
      ...options,
    ],
    { stdio: 'ignore' },
  );
  t.after(() => started.kill('SIGKILL'));
  return started;
}

/** A server's pages in Redis, with a clock of its own. */
function pagesOf(t: TestContext, port: number, build = 'build') {
  const said: string[] = [];
  const clock = { now: 0 };
  const pages = new RedisPages({
    url: `redis://127.0.0.1:${port}`,
    build,
    report: (message) => said.push(message),
    clock: () => clock.now,
  });
  t.after(() => pages.close());
  return { pages, said, clock };
}

test(
  'servers of one build share pages, byte by byte, and keep those of different contents apart',
  needing('redis-server'),
  async (t) => {
    const port = await freePort();
    startRedis(t, port);
    const [{ pages: one }, { pages: two }, { pages: other }] = [
      pagesOf(t, port),
      pagesOf(t, port),
      pagesOf(t, port, 'another'),
    ];
    const [old, fresh] = [await page('<p>old', { digest: 'a' }), await page('<p>fresh', { digest: 'b' })];
    await until(async () => {
      await one.put(old);
      return (await two.find('/x')).length === 1;
    });
    await two.put(fresh);
    const found = await one.find('/x');
    deepEqual(found.map(({ head }) => head.digest).toSorted(), ['a', 'b']);
    const same = found.find(({ head }) => head.digest === 'a');
    deepEqual(same?.head, old.head);
    ok(same?.stored.equals(old.stored));
    deepEqual(await one.find('/y'), []);
    deepEqual(await other.find('/x'), []);
    for (let version = 0; version < 20; version += 1) await one.put(await page('<p>', { digest: String(version) }));
    ok((await one.find('/x')).length <= 4, 'few are kept of one path');

    // A page that lay in the database is as old as it was.
    const cache = new PageCache({ clock: () => 7000, store: two });
    cache.put(await page('<p>old', { digest: 'c' }), [old]);
    equal(cache.get('/x')?.head.since, old.head.since);

    // Each site of a server has its own.
    for (const site of ['one', 'two']) {
      const made = await page(site);
      made.head.site = site;
      await one.put(made);
    }
    for (const site of ['one', 'two']) {
      const pages = await new PageCache({ clock: () => 7000, store: two }).of(site).find('/x');
      deepEqual(await Promise.all(pages.map((each) => each.text())), [site]);
    }
    deepEqual(await new PageCache({ clock: () => 7000, store: two }).of('three').find('/x'), []);
  },
);

test(
  'a database that stops, starts empty or holds something else is said once, and fails nobody',
  needing('redis-server'),
  async (t) => {
    const port = await freePort();
    const { pages, said, clock } = pagesOf(t, port);
    const made = await page('<p>x');
    deepEqual(await pages.find('/x'), []);
    await pages.put(made);
    await until(() => said.length === 1);
    ok(said[0]?.includes('cannot be used') && pages.hindrance);

    const first = startRedis(t, port);
    await until(() => pages.hindrance === undefined);
    equal(said.length, 2);
    clock.now += 10_000;
    await pages.put(made);
    equal((await pages.find('/x')).length, 1);

    const client = await createClient({ url: `redis://127.0.0.1:${port}` }).connect();
    await client.hSet('dateline:page:build:/x', 'd', 'no page');
    await client.set('dateline:page:build:/y', 'no hash');
    deepEqual(await pages.find('/x'), []);
    deepEqual(await pages.find('/y'), []);
    clock.now += 10_000;
    await client.flushAll();
    client.destroy();
    deepEqual(await pages.find('/x'), []);

    first.kill('SIGKILL');
    await until(() => pages.hindrance !== undefined);
    for (let tries = 0; tries < 5; tries += 1) deepEqual(await pages.find('/x'), []);
    const losses = said.filter((message) => message.includes('cannot be used')).length;
    await pause(500);
    equal(said.filter((message) => message.includes('cannot be used')).length, losses, 'each loss is said once');
    startRedis(t, port);
    await until(() => pages.hindrance === undefined);
  },
);

test('a full database keeps what it has, and pages are found again', needing('redis-server'), async (t) => {
  const port = await freePort();
  startRedis(t, port, '--maxmemory', '4mb', '--maxmemory-policy', 'noeviction');
  const { pages, said, clock } = pagesOf(t, port);
  const first = await page('<p>first', { path: '/first' });
  await until(async () => {
    await pages.put(first);
    return (await pages.find('/first')).length === 1;
  });
  const large = Buffer.alloc(300_000, 'x');
  for (let number = 0; number < 30 && pages.hindrance === undefined; number += 1)
    await pages.put(
      await CachedPage.from({ path: `/${number}`, status: 200, digest: 'd', policy: '', type: 'a/b' }, large),
    );
  ok(said.at(-1)?.includes('OOM'), 'it says why');
  clock.now += 10_000;
  equal((await pages.find('/first')).length, 1);
});

test('a database that does not answer holds up nobody for long', async (t) => {
  const sockets: Socket[] = [];
  // It takes connections and says no word.
  const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
  const address = silent.address();
  if (typeof address !== 'object' || !address) throw new TypeError('There is no port.');
  const { pages } = pagesOf(t, address.port);
  deepEqual(
    await Promise.all(Array.from({ length: 50 }, () => pages.find('/x'))),
    Array.from({ length: 50 }, () => []),
  );
  await pages.put(await page('<p>x'));
});

test('a database that freezes after it has answered holds up nobody', needing('redis-server'), async (t) => {
  const port = await freePort();
  const redis = startRedis(t, port);
  const { pages, said, clock } = pagesOf(t, port);
  const made = await page('<p>x');
  await until(async () => {
    await pages.put(made);
    return (await pages.find('/x')).length === 1;
  });
  redis.kill('SIGSTOP');
  deepEqual((await Promise.all(Array.from({ length: 50 }, () => pages.find('/x')))).flat(), []);
  ok(said.at(-1)?.includes('no answer'), 'it says why');
  redis.kill('SIGCONT');
  clock.now += 10_000;
  await until(async () => (await pages.find('/x')).length === 1);
  equal(pages.hindrance, undefined);
});
