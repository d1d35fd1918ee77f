import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { compile } from '../../newsroom/compile/compile.ts';
import { article, TestNewsroom } from '../../newsroom/testing.ts';
import { submissions } from '../../formats/indexnow.ts';

const command = fileURLToPath(new URL('../dateline.js', import.meta.url));
const since = ['--since', '2026-01-10T00:00:00Z'];
const secret = 'xyzzyfish';

interface Run {
  code: number;
  out: string;
  err: string;
}

/** Runs the command without stopping this process, which plays the search engine. */
async function indexnow(newsroom: TestNewsroom, ...args: string[]): Promise<Run> {
  const child = spawn(process.execPath, [command, 'indexnow', ...args], {
    env: {
      ...process.env,
      DATELINE_CONTENT: newsroom.content,
      DATELINE_DATA: newsroom.data,
      DATELINE_NOW: '2026-01-31T00:00:00Z',
    },
  });
  const run: Run = { code: -1, out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => (run.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (run.err += part.toString()));
  const [code] = await once(child, 'close');
  return { ...run, code: Number(code) };
}

async function newsroomOf(t: TestContext, settings: Record<string, unknown>): Promise<TestNewsroom> {
  const basis = { name: 'The Test', url: 'https://test.example', language: 'en', timezone: 'UTC' };
  const newsroom = new TestNewsroom(t, {
    'site.yaml': stringify({ ...basis, ...settings }),
    ...article('/2026/01/01/old'),
    ...article('/2026/01/01/expired', { expires: '2026-01-20T00:00:00Z' }),
    ...article('/2026/01/02/updated', { updated: '2026-01-21T00:00:00Z' }),
    ...article('/2026/01/20/東京'),
    ...article('/2026/01/21/owned-elsewhere', { canonical: 'https://other.example/story' }),
    ...article(`/2026/01/22/${secret}-draft`, { status: 'draft' }),
    ...article(`/2026/01/22/${secret}-embargoed`, { embargo: '2026-02-22T00:00:00Z' }),
    ...article(`/2026/02/22/${secret}-ahead`),
  });
  const now = Date.parse('2026-01-05T00:00:00Z');
  await compile({ content: newsroom.content, data: newsroom.data, now, history: false });
  newsroom.write(article('/2026/01/01/old', {}, 'Edited, and nothing said of it.'));
  await compile({ content: newsroom.content, data: newsroom.data, now: now + 20 * 86_400_000, history: false });
  return newsroom;
}

/** A search engine that gives some answers in turn, and records what it receives. */
async function engine(t: TestContext, ...statuses: number[]): Promise<{ endpoint: string; received: unknown[] }> {
  const received: unknown[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      received.push({ method: request.method, type: request.headers['content-type'], ...JSON.parse(body) });
      response.writeHead(statuses[received.length - 1] ?? 200, { 'Retry-After': '120' });
      response.end('A body that nobody reads.');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { endpoint: `http://127.0.0.1:${port}/indexnow`, received };
}

const changed = [
  'https://test.example/2026/01/01/expired',
  'https://test.example/2026/01/01/old',
  'https://test.example/2026/01/02/updated',
  `https://test.example${encodeURI('/2026/01/20/東京')}`,
];

test('I1: without --send the list is printed, and nothing is sent', async (t) => {
  const newsroom = await newsroomOf(t, {});
  const { code, out, err } = await indexnow(newsroom, ...since);
  assert.deepEqual([code, err], [0, '']);
  assert.equal(out, `gone    ${changed[0]}\nchanged ${changed[1]}\nchanged ${changed[2]}\nadded   ${changed[3]}\n`);
  const json = await indexnow(newsroom, ...since, '--json');
  assert.deepEqual(
    JSON.parse(json.out).changes.map(({ url }: { url: string }) => url),
    changed,
  );
  const nothing = await indexnow(newsroom, '--since', '2026-01-30T00:00:00Z');
  assert.equal(nothing.out, 'Nothing has changed since 2026-01-30T00:00:00Z.\n');
  const before = await indexnow(newsroom, '--since', '2026-01-01T00:00:00Z');
  assert.match(before.err, /made at 2026-01-05T00:00:00Z, knows nothing of what was hidden/);
  for (const { out: printed } of [json, before]) assert.doesNotMatch(printed, new RegExp(`${secret}|other`));
});

test('I1: with --send the list goes to a search engine, with the key and the address of the key', async (t) => {
  const newsroom = await newsroomOf(t, { indexnow: 'Key-of-the-test' });
  const { endpoint, received } = await engine(t, 200);
  const { code, out, err } = await indexnow(newsroom, ...since, '--send', '--endpoint', endpoint);
  assert.deepEqual([code, out, err], [0, '4 URLs: Accepted.\n', '']);
  assert.deepEqual(received, [
    {
      method: 'POST',
      type: 'application/json; charset=utf-8',
      host: 'test.example',
      key: 'Key-of-the-test',
      keyLocation: 'https://test.example/Key-of-the-test.txt',
      urlList: changed,
    },
  ]);
  const nothing = await engine(t);
  const none = await indexnow(newsroom, '--since', '2026-01-30T00:00:00Z', '--send', '--endpoint', nothing.endpoint);
  assert.deepEqual([none.code, nothing.received], [0, []]);
});

test('I1: what the search engine answers decides what is printed, and the exit code', async (t) => {
  const newsroom = await newsroomOf(t, { indexnow: 'Key-of-the-test' });
  const cases: [status: number, code: number, says: RegExp][] = [
    [202, 0, /still to check the key/],
    [400, 1, /400.*not understood/],
    [403, 1, /403.*https:\/\/test\.example\/Key-of-the-test\.txt must answer/],
    [422, 1, /422.*not of test\.example/],
    [429, 1, /429.*after 120 seconds/],
    [500, 1, /500.*same --since/],
  ];
  for (const [status, code, says] of cases) {
    const { endpoint } = await engine(t, status);
    const run = await indexnow(newsroom, ...since, '--send', '--endpoint', endpoint, '--json');
    assert.equal(run.code, code, String(status));
    const { sent } = JSON.parse(run.out);
    assert.equal(sent[0].status, status);
    assert.match(sent[0].message, says);
  }
  const nobody = await indexnow(newsroom, ...since, '--send', '--endpoint', 'http://127.0.0.1:9/');
  assert.equal(nobody.code, 1);
  assert.match(nobody.err, /Nobody answers at http:\/\/127\.0\.0\.1:9\//);
});

test('I1: ten thousand addresses a request', () => {
  const urls = Array.from({ length: 20_001 }, (_, number) => `https://test.example/n-${number}`);
  const lists = submissions('https://test.example', 'Key-of-the-test', urls).map(({ urlList }) => urlList);
  assert.deepEqual(
    lists.map(({ length }) => length),
    [10_000, 10_000, 1],
  );
  assert.deepEqual(lists.flat(), urls);
  assert.deepEqual(submissions('https://test.example', 'Key-of-the-test', []), []);
});

test('I1: what cannot be run says why', async (t) => {
  const newsroom = await newsroomOf(t, {});
  const cases: [args: string[], says: RegExp][] = [
    [[], /--since needs an instant/],
    [['--since', 'yesterday'], /--since needs an instant/],
    [['--since', '2026-02-10T00:00:00Z'], /in the future/],
    [[...since, '--sned'], /--sned/],
    [[...since, '--endpoint', 'nowhere'], /--endpoint needs an address/],
    [[...since, '--send'], /there is no key/],
  ];
  for (const [args, says] of cases) {
    const { code, out, err } = await indexnow(newsroom, ...args);
    assert.deepEqual([code, out], [2, ''], args.join(' '));
    assert.match(err, says);
  }
  newsroom.remove('../data/store.sqlite');
  assert.match((await indexnow(newsroom, ...since)).err, /no store at/);
});
