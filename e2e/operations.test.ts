import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sharePath } from '../site/addresses/routes.ts';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';
import { ask } from './http.ts';
import { TemporaryNewsroom } from './newsroom.ts';
import { root } from './root.ts';
import { Site } from './site.ts';
import type { Health } from '../server/health.ts';

const story = '/2026/01/13/story';
let newsroom: TemporaryNewsroom;
before(() => {
  newsroom = new TemporaryNewsroom();
  newsroom.article(story);
});
after(() => newsroom.end());

/** What a request is answered, with its headers; over a connection that stays open, if an agent is given. */
function answerTo(
  base: string,
  path: string,
  headers = {},
  agent?: Agent,
): Promise<{ id: unknown; connection: unknown }> {
  return new Promise((resolve, reject) => {
    get(`${base}${path}`, { headers, ...(agent && { agent }) }, (response) => {
      const { 'x-request-id': id, connection } = response.headers;
      response.resume().on('end', () => resolve({ id, connection }));
    }).on('error', reject);
  });
}

describe('a site behind a proxy that logs in JSON', () => {
  let site: Site;
  let metrics: string;
  before(async () => {
    const port = String(await freePort());
    metrics = `http://127.0.0.1:${port}`;
    const env = { LOG_FORMAT: 'json', TRUST_PROXY: '1', METRICS_PORT: port };
    site = await Site.start({ content: newsroom.folder, env });
  });
  after(() => site.stop());

  const lineOf = (id: unknown): Promise<Record<string, unknown>> =>
    eventually(`a line about ${String(id)}`, () => {
      const lines = site.printed.stdout.split('\n').filter((line) => line.startsWith('{'));
      return lines.map((line): Record<string, unknown> => JSON.parse(line)).find((line) => line['id'] === id);
    });

  test('each request is a line of the log, by its id, which is in the answer', async () => {
    const forwarded = {
      'X-Forwarded-For': '203.0.113.9, 192.0.2.7',
      Referer: 'https://a.example/',
      'User-Agent': 'test',
    };
    const { id } = await answerTo(site.base, story, { 'X-Request-Id': 'from-proxy:1', ...forwarded });
    assert.equal(id, 'from-proxy:1');
    const { time, ms, bytes, source, ...others } = await lineOf(id);
    assert.ok(!Number.isNaN(Date.parse(String(time))) && Number(ms) > 0 && Number(bytes) > 1000 && source);
    assert.deepEqual(others, {
      level: 'info',
      id,
      method: 'GET',
      address: story,
      version: '1.1',
      client: '192.0.2.7',
      referrer: 'https://a.example/',
      agent: 'test',
      kind: 'page',
      status: 200,
      complete: true,
    });
    for (const bad of ['a b', 'x'.repeat(129), '"', '']) {
      const made = (await answerTo(site.base, '/nothing', { 'X-Request-Id': bad })).id;
      assert.match(String(made), /^[\da-f-]{36}$/);
      assert.equal((await lineOf(made))['status'], 404);
    }
    for (const line of site.printed.stdout.trim().split('\n')) assert.doesNotThrow(() => JSON.parse(line), line);
  });

  test('metrics are on their own port only', async () => {
    const { text } = await ask(metrics, '/metrics');
    assert.match(text, /^dateline_http_requests_total\{kind="page",status="2xx"\} [1-9]/m);
    assert.equal((await ask(metrics, '/')).status, 404);
    const health: Health = JSON.parse((await ask(metrics, '/healthz')).text);
    assert.ok(health.ready && health.store && health.store.bytes > 0 && health.disk && health.disk.free > 0);
    assert.ok(health.lastCompile && health.lastCompile.articles > 0);
    assert.equal((await ask(site.base, '/metrics')).status, 404);
  });
});

describe('a log that cannot be written', () => {
  for (const [name, redirection] of [
    ['its disk is full', '>/dev/full 2>/dev/full'],
    ['it is closed', '>&- 2>&-'],
    ['its reader has gone', '2>&1 | true'],
  ] as const)
    test(`${name}: the site serves on, and ends when it is told to`, async () => {
      const data = mkdtempSync(join(tmpdir(), 'dateline-data-'));
      const port = String(await freePort());
      const env = {
        ...process.env,
        DATELINE_CONTENT: newsroom.folder,
        DATELINE_DATA: data,
        PORT: port,
        LOG_FORMAT: 'json',
      };
      const child = spawn('sh', ['-c', `exec "$0" cli/dateline.js start ${redirection}`, process.execPath], {
        cwd: root,
        env: { ...env, NODE_TEST_CONTEXT: undefined },
        stdio: 'ignore',
        detached: true,
      });
      const base = `http://127.0.0.1:${port}`;
      await eventually('it answers', async () => ((await ask(base, story).catch(() => undefined)) ? true : undefined));
      for (let count = 0; count < 100; count += 1) assert.equal((await ask(base, story)).status, 200);
      process.kill(-Number(child.pid), 'SIGTERM');
      // The shell of a pipe may end before the site does.
      await eventually('it has ended', async () =>
        (await ask(base, story).catch(() => undefined)) ? undefined : true,
      );
      rmSync(data, { recursive: true, force: true, maxRetries: 10 });
    });
});

describe('a site that is told to stop', () => {
  test('it says so at once, ends its connections after their answers, and serves for the time that it is given', async () => {
    const site = await Site.start({ content: newsroom.folder, env: { STOP_DELAY: '1' } });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    assert.equal((await answerTo(site.base, story, {}, agent)).connection, 'keep-alive');
    const stopped = site.stop();
    await eventually('it is not ready', async () => {
      const { status, text } = await ask(site.base, '/healthz');
      return status === 503 && text.includes('"status":"stopping"') ? true : undefined;
    });
    assert.equal((await answerTo(site.base, story, {}, agent)).connection, 'close');
    await stopped;
    assert.equal(site.printed.code, 0);
    agent.destroy();
  });
});

test('a user who can write the data folder only serves pages, pictures and a save', async (t) => {
  const own = new TemporaryNewsroom();
  own.article(story, { image: { src: 'a.svg', alt: 'A', credit: 'B' } });
  own.write(
    'images/a.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><path d="M0 0h9v9z"/></svg>',
  );
  chmodSync(own.folder, 0o755);
  const data = mkdtempSync(join(tmpdir(), 'dateline-data-'));
  const port = String(await freePort());
  // The administrator can write everything.
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if (spawnSync(process.execPath, ['--version'], { cwd: root, ...user }).status !== 0)
    return t.skip('another user cannot read the project');
  if (user.uid !== undefined) chownSync(data, user.uid, user.gid);
  const child = spawn(process.execPath, ['cli/dateline.js', 'start'], {
    cwd: root,
    env: {
      ...process.env,
      HOME: '/nonexistent',
      DATELINE_CONTENT: own.folder,
      DATELINE_DATA: data,
      PORT: port,
      LOG_FORMAT: 'text',
      NODE_TEST_CONTEXT: undefined,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise((resolve) => child.on('close', resolve));
  const base = `http://127.0.0.1:${port}`;
  try {
    await eventually('it answers', async () => ((await ask(base, story).catch(() => undefined)) ? true : undefined));
    for (const path of [story, '/images/a.svg', sharePath(story)])
      assert.equal((await ask(base, path)).status, 200, path);
    own.article(story, { headline: 'The save has arrived' });
    await eventually('the save shows', async () =>
      (await ask(base, story)).text.includes('The save has arrived') ? true : undefined,
    );
  } finally {
    child.kill('SIGTERM');
  }
  assert.equal(await ended, 0);
  assert.equal(said, '');
  own.end();
  rmSync(data, { recursive: true, force: true });
});
