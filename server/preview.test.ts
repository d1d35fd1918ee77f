import { deepEqual, equal } from 'node:assert/strict';
import { createServer, get, type IncomingMessage, type RequestListener } from 'node:http';
import { test, type TestContext } from 'node:test';
import { isOfThisMachine } from './hosts.ts';
import { PreviewResponse } from './preview-response.ts';
import { warnWhenSetBack } from './clock-rollback.ts';

/** An answer of a preview as it arrives, whatever `answer` writes. */
async function arrives(
  t: TestContext,
  answer: RequestListener<typeof IncomingMessage, typeof PreviewResponse>,
): Promise<IncomingMessage> {
  const server = createServer({ ServerResponse: PreviewResponse }, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new TypeError('The server has no port.');
  return new Promise((resolve, reject) => {
    get({ port: address.port, host: '127.0.0.1', agent: false }, (response) => {
      response.resume();
      resolve(response);
    }).on('error', reject);
  });
}

test('no cache can store an answer of a preview, however its headers are written', async (t) => {
  const answers: RequestListener<typeof IncomingMessage, typeof PreviewResponse>[] = [
    (_, response) => response.setHeader('ETag', '"x"').setHeader('Cache-Control', 'public, max-age=60').end('x'),
    (_, response) =>
      response.writeHead(200, { etag: '"x"', 'cache-control': 'public', 'Last-Modified': 'yesterday' }).end('x'),
    (_, response) => response.writeHead(200, 'OK', ['ETag', '"x"', 'Cache-Control', 'public']).end('x'),
  ];
  for (const answer of answers) {
    const { headers, statusCode } = await arrives(t, answer);
    deepEqual(
      [statusCode, headers['cache-control'], headers['x-robots-tag'], headers.etag, headers['last-modified']],
      [200, 'no-store', 'noindex, nofollow', undefined, undefined],
    );
  }
});

test('no script of another site can read an answer of a preview', async (t) => {
  for (const answer of [
    (_, response) => response.setHeader('Access-Control-Allow-Origin', '*').writeHead(200).end('x'),
    (_, response) =>
      response.writeHead(204, { 'access-control-allow-origin': '*', 'Access-Control-Max-Age': '9' }).end(),
  ] satisfies RequestListener<typeof IncomingMessage, typeof PreviewResponse>[]) {
    const { headers } = await arrives(t, answer);
    deepEqual(
      Object.keys(headers).filter((name) => name.startsWith('access-control-')),
      [],
    );
  }
});

test('a preview answers requests for the names of this machine, and for no others', () => {
  for (const host of [
    'localhost',
    'localhost:3001',
    '127.0.0.1:3001',
    '[::1]:3001',
    'LOCALHOST:1',
    'localhost.',
    'localhost.:3001',
    'Space-War.localhost:3001',
  ])
    equal(isOfThisMachine(host), true, host);
  for (const host of [
    undefined,
    '',
    'news.example',
    'localhost.evil.example',
    'evil-localhost',
    '127.0.0.1.evil.example:3001',
    '10.0.0.1',
  ])
    equal(isOfThisMachine(host), false, host);
});

test('a clock that is set back is reported, once each time', () => {
  const warnings: string[] = [];
  let instant = 0;
  const clock = warnWhenSetBack(
    () => instant,
    (message) => warnings.push(message),
  );
  for (const next of [10_000_000, 9_999_500, 5_000_000, 5_000_100, 10_000_001, 4_000_000]) {
    instant = next;
    equal(clock(), next);
  }
  equal(warnings.length, 2);
});
