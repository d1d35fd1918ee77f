import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSiteServer, type Refused } from './connections.ts';

/** A server that answers with the method, the address and the host of each request. Returns what connects to it. */
async function echo(
  t: TestContext,
  times = {},
  before: (url: string) => Promise<void> | undefined = () => undefined,
  options: Parameters<typeof createSiteServer>[1] = {},
) {
  const asked: string[] = [];
  const site = createSiteServer(
    async ({ method, url, headers }, response) => {
      asked.push(`${method} ${url} ${headers.host}`);
      const wait = before(url ?? '');
      if (wait) await wait;
      response.end(`${method} ${url} ${headers.host}`);
    },
    { beforeRefusal: (_, response) => void response.setHeader('X-Refused', 'yes'), ...options },
    times,
  );
  const { server } = site;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  const { port } = address;
  /** Sends bytes (as Latin-1) and returns all that is received until the connection ends. */
  const send = (text: string, use: (socket: Socket) => void = () => undefined): Promise<string> =>
    new Promise((resolve) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(Buffer.from(text, 'latin1'));
        use(socket);
      });
      socket.setEncoding('latin1').on('data', (more) => (answer += String(more)));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(answer));
    });
  return { send, asked, site };
}

const host = 'Host: a.example\r\n';
const last = `${host}Connection: close\r\n\r\n`;
const post = `POST / HTTP/1.1\r\n${host}`;

function statusesIn(answer: string): number[] {
  return [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}

test('the head of a request is checked before anything is answered', async (t) => {
  const { send, asked } = await echo(t);
  for (const [head, status] of [
    // Host
    [`GET / HTTP/1.1\r\n${host}${last}`, 400],
    [`GET / HTTP/1.1\r\nHost: a\r\nHOST: b\r\n\r\n`, 400],
    [`GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n`, 400],
    ['GET / HTTP/1.1\r\n\r\n', 400],
    ...[
      '',
      'a, b',
      'a b',
      'user@a',
      'user:pw@a',
      'a/b',
      'a?b',
      'a#b',
      'http://a',
      'a:b',
      'a:80:80',
      '[::1',
      'a\\b',
      'a"b',
      '<a>',
    ]
      .concat(
        [
          'a%',
          'a%zz',
          '\xe4',
          'a|b',
          'a:123456',
          '[::1]x',
          '{a}',
          'a^b',
          'a`b',
          'a:65536',
          'a:99999',
          '[::1]:70000',
        ].concat(['.', '..', '.a', 'a..b', 'a..', '..:80', ':80']),
      )
      .map((value) => [`GET / HTTP/1.1\r\nHost: ${value}\r\nConnection: close\r\n\r\n`, 400] as const),
    ...[
      'a',
      'A.Example',
      'a.example:80',
      'a:',
      'a.',
      'a.example.:80',
      'a:65535',
      '127.0.0.1:3000',
      '[::1]',
      '[::1]:80',
      'xn--80ak6aa92e.example',
      'a_b',
      'a%C3%A9',
    ].map((value) => [`GET / HTTP/1.1\r\nHost: ${value}\r\nConnection: close\r\n\r\n`, 200] as const),
    ['GET / HTTP/1.0\r\n\r\n', 200],
    // Version
    ...['HTTP/2.0', 'HTTP/3.0', 'HTTP/3', 'HTTP/0.9', 'HTTP/1.2', 'HTTP/9.9', 'HTTP/11'].map(
      (version) => [`GET / ${version}\r\n${last}`, 505] as const,
    ),
    ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 505],
    ['GET /\r\n\r\n', 505],
    ...['http/1.1', 'HTTP/1.1 ', 'HTTPS/1.1', 'HTTP/1.1x'].map(
      (version) => [`GET / ${version}\r\n${last}`, 400] as const,
    ),
    // Method
    ...['FOO', 'GETX', 'get', 'G'].map((method) => [`${method} / HTTP/1.1\r\n${last}`, 501] as const),
    ['\x16\x03\x01\x02\x00\x01\x00\x01', 400],
    ['NONSENSE\r\n\r\n', 400],
    [`CONNECT a.example:443 HTTP/1.1\r\n${last}`, 405],
    // Form of the target
    ...['a.example', 'a.example:80', 'topics', '*', '?a', '\\a', '//', '/a#b', '/a b', '/\x01', '/\xc3\xa9'].map(
      (target) => [`GET ${target} HTTP/1.1\r\n${last}`, target === '//' ? 200 : 400] as const,
    ),
    ...[
      'http://',
      'http:///a',
      'http://u@a.example/',
      'http://u:p@a.example/',
      'http://a b/',
      'ftp://a.example/',
      'http:a',
      'http://a..b/',
      'http://a:99999/',
      'http://a.example/#b',
    ].map((target) => [`GET ${target} HTTP/1.1\r\n${last}`, 400] as const),
    [`GET /${'a'.repeat(8000)} HTTP/1.1\r\n${last}`, 414],
    [`GET /${'a'.repeat(30_000)} HTTP/1.1\r\n${last}`, 414],
    // A search may be long.
    [`GET /search?q=${'a'.repeat(30_000)} HTTP/1.1\r\n${last}`, 200],
    [`GET /search.xml?q=${'a'.repeat(30_000)} HTTP/1.1\r\n${last}`, 200],
    [`GET http://a.example/search?q=${'a'.repeat(30_000)} HTTP/1.1\r\n${last}`, 200],
    [`GET /search?q=${'a'.repeat(32_000)} HTTP/1.1\r\n${last}`, 414],
    [`GET /search?q=${'a'.repeat(60_000)} HTTP/1.1\r\n${last}`, 414],
    [`GET /search/${'a'.repeat(8000)} HTTP/1.1\r\n${last}`, 414],
    [`GET /searching?q=${'a'.repeat(8000)} HTTP/1.1\r\n${last}`, 414],
    // Framing
    [`${post}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    [`${post}Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n`, 400],
    [`${post}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`, 400],
    [`${post}Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc`, 400],
    ...['3, 3', '-3', '+3', '0x3', '3.0', ' 3 3', '99999999999999999999999', ''].map(
      (value) => [`${post}Content-Length: ${value}\r\n\r\nabc`, 400] as const,
    ),
    ...['xchunked', 'gzip, chunked', 'identity', 'chunked\x0b'].map(
      (value) => [`${post}Transfer-Encoding: ${value}\r\n\r\n0\r\n\r\n`, value.includes('\x0b') ? 400 : 501] as const,
    ),
    ...['chunked, gzip', 'chunked, chunked'].map(
      (value) => [`${post}Transfer-Encoding: ${value}\r\n\r\n0\r\n\r\n`, 400] as const,
    ),
    [`${post}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n`, 400],
    ['POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    // Lines
    [`GET / HTTP/1.1\r\n${host}X: a\r\n b\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${host}X: a\r\n\tb\r\n\r\n`, 400],
    ['GET / HTTP/1.1\r\n Host: a\r\n\r\n', 400],
    ['GET / HTTP/1.1\nHost: a\n\n', 400],
    ['GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: a\rX: y\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost : a\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\n${host}: x\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${host}X\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${host}X: a\0b\r\n\r\n`, 400],
    [`GET\t/ HTTP/1.1\r\n${last}`, 400],
    // Sizes
    [`GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    [`GET / HTTP/1.1\r\n${host}${'X: a\r\n'.repeat(3000)}\r\n`, 431],
    [`GET /search?q=${'a'.repeat(20_000)} HTTP/1.1\r\n${host}X: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    [`GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(60_000)}\r\n\r\n`, 431],
    // Expectations
    [`${post}Expect: magic\r\nContent-Length: 5\r\n\r\n`, 417],
  ] as const) {
    const before = asked.length;
    const answer = await send(head);
    const shown = JSON.stringify(head.slice(0, 120));
    assert.deepEqual(statusesIn(answer), [status], `${shown} was answered with ${answer.slice(0, 60)}`);
    assert.equal(asked.length - before, status === 200 ? 1 : 0, shown);
    if (status === 200) continue;
    assert.match(answer, /\r\nX-Content-Type-Options: nosniff\r\n/i, shown);
    assert.match(answer, /\r\nConnection: close\r\n/i, shown);
    if (status === 501 || status === 405)
      assert.equal(/\r\nAllow: GET, HEAD, OPTIONS\r\n/.test(answer), !head.startsWith('POST'), shown);
  }
});

test('an absolute address is that of its path, and its host replaces that of the header', async (t) => {
  const { send, asked } = await echo(t);
  for (const [target, seen] of [
    ['http://a.example/topics?x=1', '/topics?x=1 a.example'],
    ['http://other.example:8080/topics', '/topics other.example:8080'],
    ['https://a.example/', '/ a.example'],
    ['HTTP://A.EXAMPLE/Topics', '/Topics A.EXAMPLE'],
    ['http://a.example', '/ a.example'],
    ['http://a.example?x', '/?x a.example'],
    ['http://[::1]:80/', '/ [::1]:80'],
    ['http://a.example//b', '//b a.example'],
  ]) {
    await send(`GET ${target} HTTP/1.1\r\nHost: proxy.example\r\nConnection: close\r\n\r\n`);
    assert.equal(asked.at(-1), `GET ${seen}`, target);
  }
  await send(`OPTIONS * HTTP/1.1\r\n${last}`);
  assert.equal(asked.at(-1), 'OPTIONS * a.example');
});

test('requests on one connection are answered in their order, and none after one with a body', async (t) => {
  const { send, asked } = await echo(t);
  const get = (path: string): string => `GET ${path} HTTP/1.1\r\n${host}\r\n`;
  assert.deepEqual(statusesIn(await send(`${get('/1')}${get('/2')}GET /3 HTTP/1.1\r\n${last}`)), [200, 200, 200]);
  assert.deepEqual(
    asked.map((each) => each.split(' ')[1]),
    ['/1', '/2', '/3'],
  );
  for (const body of [
    `Content-Length: 9\r\n\r\n${get('/smuggled')}`,
    'Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n',
    'Content-Length: 2\r\n\r\nab',
  ]) {
    const before = asked.length;
    const answer = await send(`GET /body HTTP/1.1\r\n${host}${body}`, (socket) => socket.write(get('/after')));
    assert.deepEqual(asked.slice(before).at(0), 'GET /body a.example');
    assert.equal(statusesIn(answer)[0], 200);
    assert.match(answer, /\r\nConnection: close\r\n/);
    assert.doesNotMatch(answer, /smuggled/);
  }
});

test('a body that does not end is not read to its end: the answer comes, and the connection ends', async (t) => {
  const { send } = await echo(t);
  for (const head of ['Content-Length: 9999999999', 'Transfer-Encoding: chunked']) {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS']) {
      let sending: NodeJS.Timeout | undefined;
      const chunk = Buffer.from(`10000\r\n${'a'.repeat(0x1_00_00)}\r\n`);
      // The promise is kept only if the server ends the connection.
      const answer = await send(`${method} / HTTP/1.1\r\n${host}${head}\r\n\r\n`, (socket) => {
        sending = setInterval(() => socket.writable && socket.write(chunk), 1);
      });
      clearInterval(sending);
      assert.deepEqual(statusesIn(answer), [200], `${method} ${head}`);
    }
  }
});

test('who asks before sending a body is answered at once, without “100 Continue”', async (t) => {
  const { send, asked } = await echo(t);
  const answer = await send(`${post}Expect: 100-continue\r\nContent-Length: 5\r\n\r\n`);
  assert.deepEqual([statusesIn(answer), asked.length], [[200], 1]);
});

test('a head that comes too slowly is given up', async (t) => {
  const { send, asked } = await echo(t, { headersTimeout: 50, requestTimeout: 50, connectionsCheckingInterval: 20 });
  const answer = await send('GET / HTTP/1.1\r\nHost: a\r\nX: ');
  assert.deepEqual([statusesIn(answer), asked.length], [[408], 0]);
});

const get = (path: string): string => `GET ${path} HTTP/1.1\r\n${host}\r\n`;

test('of the requests in one packet, eight wait for their answers; the others are read later, and each is answered', async (t) => {
  const all = Array.from({ length: 1000 }, (_, number) => `/${number}`);
  let waiting = 0;
  let most = 0;
  const { send, asked } = await echo(t, {}, async () => {
    waiting += 1;
    most = Math.max(most, waiting);
    await new Promise(setImmediate);
    waiting -= 1;
  });
  const answer = await send(`${all.map(get).join('')}GET /last HTTP/1.1\r\n${last}`);
  assert.deepEqual(
    [...answer.matchAll(/GET (\/\w+) a\.example/g)].map(([, path]) => path),
    [...all, '/last'],
  );
  assert.deepEqual([asked.length, most], [1001, 8]);
});

test('a client that takes no answers is not read on, and its connection ends', async (t) => {
  const long = `/${'a'.repeat(4000)}`;
  const { send, asked } = await echo(t, { timeout: 50 });
  await send(get(long).repeat(20_000), (socket) => socket.pause().once('error', () => socket.destroy()));
  assert.ok(asked.length < 20_000, String(asked.length));
});

test('bytes that are no request come after the answers to the requests before them', async (t) => {
  for (const [bad, status] of [
    ['BAD\r\n\r\n', 400],
    [`FOO / HTTP/1.1\r\n${last}`, 501],
    [`GET /\r\n\r\n`, 505],
    [`CONNECT a.example:443 HTTP/1.1\r\n${last}`, 405],
    [`GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ] as const) {
    for (const slow of [false, true]) {
      const { send, asked } = await echo(t, {}, () => (slow ? new Promise(setImmediate) : undefined));
      const answer = await send(`${get('/1')}${get('/2')}${bad}${get('/after')}`);
      assert.deepEqual(statusesIn(answer), [200, 200, status], JSON.stringify(bad.slice(0, 40)));
      assert.deepEqual(asked, ['GET /1 a.example', 'GET /2 a.example']);
    }
  }
});

test('the answer to a request that is not handed on gets its headers too', async (t) => {
  const { send } = await echo(t);
  for (const head of [
    `GET /${'a'.repeat(8001)} HTTP/1.1\r\n${last}`,
    'GET / HTTP/1.1\r\n\r\n',
    `${post}Expect: magic\r\nContent-Length: 5\r\n\r\n`,
  ])
    assert.match(await send(head), /\r\nX-Refused: yes\r\n/);
  assert.doesNotMatch(await send(`GET / HTTP/1.1\r\n${last}`), /X-Refused/);
});

test('a server that stops answers what is under way, and what comes on connections that are open', async (t) => {
  const { promise: hold, resolve: release } = Promise.withResolvers<void>();
  const { send, site } = await echo(t, {}, (url) => (url === '/slow' ? hold : undefined));
  const sockets: Socket[] = [];
  const [slow, idle] = [
    send(get('/slow'), (socket) => sockets.push(socket)),
    send(get('/1'), (socket) => sockets.push(socket)),
  ];
  const unused = send('');
  while (site.underWay() !== 1 || sockets.length < 2) await sleep(5);
  const drained = site.drain(200);
  await sleep(50);
  sockets[1]?.write(get('/2'));
  const answer = await idle;
  assert.deepEqual(statusesIn(answer), [200, 200]);
  assert.match(answer.slice(answer.lastIndexOf('HTTP/1.1')), /\r\nConnection: close\r\n/);
  await assert.rejects(once(connect(Number(sockets[0]?.remotePort), '127.0.0.1'), 'connect'), /ECONNREFUSED/);
  await sleep(200);
  release();
  assert.match(await slow, /\r\nConnection: close\r\n[^]*GET \/slow/);
  assert.equal(await unused, '');
  await drained;
});

test('clients that send nothing, or half of a request, do not keep others out, however many they are', async (t) => {
  let dropped = 0;
  const held = (url: string) => (url === '/held' ? new Promise<void>(() => undefined) : undefined);
  const limits = { maxConnections: 500, dropped: () => (dropped += 1) };
  const { send, site } = await echo(t, { shortestWait: 0 }, held, limits);
  void send(get('/held'));
  while (site.underWay() < 1) await sleep(5);
  for (let index = 0; index < 499; index += 1)
    void send(['', 'GET / HT', `GET / HTTP/1.1\r\n${host}A`, get('/idle')][index % 4] ?? '');
  while (site.connections() < 500) await sleep(5);
  assert.equal(dropped, 0);
  for (let count = 0; count < 10; count += 1) void send('');
  assert.deepEqual(statusesIn(await send(`GET /quick HTTP/1.1\r\n${last}`)), [200]);
  assert.ok(dropped > 0);
  assert.equal(site.underWay(), 1, 'what waits for the server stays');
});

test('a client that has just connected may still be sending, and keeps its place', async (t) => {
  const { send, site } = await echo(t, { shortestWait: 100_000 }, undefined, { maxConnections: 1 });
  const sockets: Socket[] = [];
  const first = send('', (socket) => sockets.push(socket));
  while (site.connections() < 1) await sleep(5);
  assert.equal(await send(get('/too-many')), '');
  sockets[0]?.write(`GET / HTTP/1.1\r\n${last}`);
  assert.deepEqual(statusesIn(await first), [200]);
});

test('clients that take no answers make room for others', async (t) => {
  const { send, site } = await echo(t, { shortestStall: 100 }, undefined, { maxConnections: 3 });
  // Longer than what the system takes for a reader.
  for (let index = 0; index < 3; index += 1)
    void send(get(`/${'a'.repeat(7000)}`).repeat(2000), (socket) => socket.pause());
  while (site.connections() < 3) await sleep(5);
  const statuses: number[][] = [];
  for (let tries = 0; tries < 300 && statuses.at(-1)?.[0] !== 200; tries += 1) {
    await sleep(20);
    statuses.push(statusesIn(await send(`GET /quick HTTP/1.1\r\n${last}`)));
  }
  assert.deepEqual(statuses.at(-1), [200]);
  assert.deepEqual(statuses[0], [], 'at first it may still be taking them');
});

test('bytes that are no request are counted and have an id, except where nothing was sent', async (t) => {
  const refused: Refused[] = [];
  const { send } = await echo(t, { headersTimeout: 50, connectionsCheckingInterval: 20 }, undefined, {
    refused: (one) => refused.push(one),
  });
  for (const [text, expected] of [
    ['NONSENSE\r\n\r\n', [400, undefined, undefined]],
    [`FOO /x HTTP/1.1\r\n${last}`, [501, 'FOO', '/x']],
    [`CONNECT a.example:443 HTTP/1.1\r\n${last}`, [405, 'CONNECT', 'a.example:443']],
    ['GET /slow HTTP/1.1\r\nHos', [408, undefined, undefined]],
    ['', undefined],
  ] as const) {
    const answer = await send(text);
    const one = refused.splice(0).at(-1);
    assert.deepEqual(one && [one.status, one.method, one.address], expected);
    if (!one) continue;
    assert.ok(answer.includes(`X-Request-Id: ${one.id}\r\n`));
    assert.equal(one.bytes, answer.length);
    assert.equal(one.client, '127.0.0.1');
  }
});
