import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseEncoding, sendFault, sendJson, sendPage, sendRedirect, sendText } from './respond.ts';
import { CachedPage, type NewPage } from './cached-page.ts';
import { listening } from './testing.ts';

const newPage: NewPage = { path: '/x', status: 200, digest: 'd', policy: "default-src 'none'", type: 'text/plain' };

test('of the encodings of a page, the best that the reader accepts is chosen', () => {
  const all = ['br', 'gzip', 'identity'] as const;
  for (const [header, chosen] of [
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br', 'br'],
    ['GZIP', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.001', 'br'],
    ['zstd', 'identity'],
    ['gzip;q=1.0, br;q=0.1', 'gzip'],
    ['gzip ; q=0.9 , br;Q=0.8', 'gzip'],
    ['gzip;q=0.5, identity', 'identity'],
    ['gzip;q=0.5, identity;q=0.1', 'gzip'],
    ['*', 'br'],
    ['*;q=0.1, gzip', 'gzip'],
    ['*;q=0.1, identity', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['x-gzip', 'gzip'],
    ['identity;q=0, gzip', 'gzip'],
    ['gzip, *;q=0', 'gzip'],
    ['identity, *;q=0', 'identity'],
    ['identity;q=0', undefined],
    ['*;q=0', undefined],
    ['*;q=0.000, br;q=0', undefined],
    ['gzip;q=0, br;q=0, identity;q=0', undefined],
    ['gzip;q=2', 'identity'],
    ['gzip;q=-1, br;q=x', 'identity'],
    ['gzip;level=9', 'identity'],
    [';;,,=', 'identity'],
    ['gzipped, brx', 'identity'],
  ] as const)
    assert.equal(chooseEncoding(all, header), chosen, header);
  assert.equal(chooseEncoding(['identity'], 'br'), 'identity');
});

test('a page has its status, its policy and its tag; a gate ahead bounds how long it may be cached', async (t) => {
  const page = await CachedPage.from({ ...newPage, headers: { Link: '</y>' } }, 'text');
  page.head.since = 5000;
  const body = await page.encoded('gzip');
  let untilGate = 60_000;
  const ask = await listening(t, (request, response) =>
    sendPage(request, response, page, { encoding: 'gzip', body, untilGate, clock: 10_000 }),
  );
  const { status, headers, body: sent } = await ask('/');
  assert.equal(status, 200);
  assert.ok(sent.equals(body));
  assert.deepEqual(
    [
      headers['content-encoding'],
      headers.vary,
      headers.link,
      headers['content-security-policy'],
      headers['x-frame-options'],
    ],
    ['gzip', 'Accept-Encoding', '</y>', "default-src 'none'", 'DENY'],
  );
  assert.match(headers['cache-control'] ?? '', /s-maxage=1,/);
  assert.equal(headers['last-modified'], new Date(5000).toUTCString());
  untilGate = 900;
  assert.match((await ask('/')).headers['cache-control'] ?? '', /s-maxage=0,/);
  const known = await ask('/', { headers: { 'If-None-Match': headers.etag } });
  assert.deepEqual([known.status, known.body.length, known.headers.etag], [304, 0, headers.etag]);
  const head = await ask('/', { method: 'HEAD' });
  assert.deepEqual([head.body.length, head.headers['content-length']], [0, String(body.length)]);
});

test('a page that is not there is sent in full, even to a reader who has it', async (t) => {
  const page = await CachedPage.from({ ...newPage, status: 404 }, 'text');
  const body = await page.encoded('identity');
  const ask = await listening(t, (request, response) =>
    sendPage(request, response, page, { encoding: 'identity', body, untilGate: 0, clock: 0 }),
  );
  const { status, headers, body: sent } = await ask('/', { headers: { 'If-None-Match': '*' } });
  assert.deepEqual([status, headers['last-modified'], sent.toString()], [404, undefined, 'text']);
});

test('redirects, refusals, health and faults have the headers that every answer has', async (t) => {
  const ask = await listening(t, (request, response) => {
    switch (request.url) {
      case '/redirect':
        return sendRedirect(response, '/there', 5000);
      case '/text':
        return sendText(response, 405, 'Not so.', { Allow: 'GET' });
      case '/health':
        return sendJson(request, response, 200, { reason: 'Zoë’s disk' });
      case '/no-store':
        return sendJson(request, response, 503, {});
      case '/busy':
        return sendFault(response, 503);
    }
    return sendFault(response, 500);
  });
  const statuses: Record<string, number> = {
    '/redirect': 308,
    '/text': 405,
    '/health': 200,
    '/no-store': 503,
    '/busy': 503,
    '/fault': 500,
  };
  for (const [path, status] of Object.entries(statuses)) {
    const answer = await ask(path);
    assert.deepEqual(
      [answer.status, answer.headers['x-content-type-options'], answer.headers['x-frame-options']],
      [status, 'nosniff', 'DENY'],
      path,
    );
  }
  assert.equal((await ask('/redirect')).headers.location, '/there');
  assert.deepEqual(JSON.parse((await ask('/health')).body.toString()), { reason: 'Zoë’s disk' });
  assert.ok(Number((await ask('/busy')).headers['retry-after']) > 0);
  assert.equal((await ask('/fault')).headers['retry-after'], undefined);
  for (const path of ['/busy', '/fault']) assert.equal((await ask(path)).headers['cache-control'], 'no-store');
});

test('an answer that has begun cannot become a fault: it is ended', async (t) => {
  const ask = await listening(t, (_, response) => {
    response.writeHead(200, { 'Content-Length': 10 }).write('12345');
    sendFault(response, 500);
  });
  await assert.rejects(ask('/'), /aborted|socket hang up|ECONNRESET/);
});
