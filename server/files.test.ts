import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { folderFor } from '../newsroom/testing.ts';
import { CompressedFiles } from './compressed-files.ts';
import { fileOf, OpenFile, sendFile, SiteFiles, type FileBytes } from './files.ts';
import { listening } from './testing.ts';

const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251));

/** A file of a folder, sent by a server. */
async function sentFile(t: TestContext, content: Buffer, type = 'image/png') {
  const path = join(folderFor(t), 'file');
  const compressed = new CompressedFiles();
  writeFileSync(path, content);
  const faults: unknown[] = [];
  const ask = await listening(t, async (request, response) => {
    const file = await OpenFile.at(path);
    if (!file) return void response.writeHead(404).end();
    try {
      await sendFile(request, response, { file, headers: { 'Content-Type': type } }, compressed);
    } catch (fault) {
      faults.push(fault);
      response.destroy();
    } finally {
      await file.close();
    }
  });
  return { path, faults, get: (headers = {}, method = 'GET') => ask('/', { method, headers }) };
}

test('a file is sent with a strong tag, and says that ranges of it can be had', async (t) => {
  const { get } = await sentFile(t, bytes);
  const { status, headers, body } = await get();
  assert.equal(status, 200);
  assert.match(headers.etag ?? '', /^"[\w-]+"$/);
  assert.deepEqual(
    [headers['accept-ranges'], headers['content-length'], headers['content-type'], headers['x-content-type-options']],
    ['bytes', '200000', 'image/png', 'nosniff'],
  );
  assert.ok(body.equals(bytes));
});

test('a range is sent as 206, with its position in the file', async (t) => {
  const { get } = await sentFile(t, bytes);
  for (const [range, start, end] of [
    ['bytes=0-9', 0, 9],
    ['bytes=70000-139999', 70_000, 139_999],
    ['bytes=199999-', 199_999, 199_999],
    ['bytes=-5', 199_995, 199_999],
  ] as const) {
    const { status, headers, body } = await get({ Range: range });
    assert.deepEqual(
      [status, headers['content-range'], headers['content-length']],
      [206, `bytes ${start}-${end}/200000`, String(end - start + 1)],
      range,
    );
    assert.ok(body.equals(bytes.subarray(start, end + 1)), range);
  }
});

test('a range outside of the file is 416, with its size', async (t) => {
  const { get } = await sentFile(t, bytes);
  const { status, headers, body } = await get({ Range: 'bytes=200000-' });
  assert.deepEqual([status, headers['content-range'], body.length], [416, 'bytes */200000', 0]);
});

test('If-Range: a reader who has part of another file gets all of this one', async (t) => {
  const { get } = await sentFile(t, bytes);
  const { headers } = await get();
  const { etag = '' } = headers;
  assert.equal((await get({ Range: 'bytes=0-9', 'If-Range': etag })).status, 206);
  for (const other of ['"x"', `W/${etag}`, new Date().toUTCString()]) {
    const { status, body } = await get({ Range: 'bytes=0-9', 'If-Range': other });
    assert.deepEqual([status, body.length], [200, bytes.length], other);
  }
});

test('HEAD has the headers of GET and no body, and no range counts for it', async (t) => {
  const { get } = await sentFile(t, bytes);
  for (const range of [{}, { Range: 'bytes=0-9' }, { Range: 'bytes=200000-' }]) {
    const { status, headers, body } = await get(range, 'HEAD');
    assert.deepEqual([status, headers['content-length'], body.length], [200, '200000', 0]);
  }
});

test('a reader who has the file gets 304, whatever range it asks for', async (t) => {
  const { get } = await sentFile(t, bytes);
  const { headers } = await get();
  for (const range of [{}, { Range: 'bytes=0-9' }, { Range: 'bytes=200000-' }]) {
    const { status, body } = await get({ 'If-None-Match': headers.etag ?? '', ...range });
    assert.deepEqual([status, body.length], [304, 0]);
  }
});

test('a file of no bytes is a file', async (t) => {
  const { get } = await sentFile(t, Buffer.alloc(0));
  const { status, headers, body } = await get();
  assert.deepEqual([status, headers['content-length'], body.length], [200, '0', 0]);
  assert.equal((await get({ Range: 'bytes=0-' })).status, 416);
});

test('another file of the same name has another tag; one that goes is 404', async (t) => {
  const { path, get } = await sentFile(t, bytes);
  const { headers } = await get();
  writeFileSync(`${path}.new`, bytes.subarray(1));
  renameSync(`${path}.new`, path);
  const after = await get({ 'If-None-Match': headers.etag ?? '' });
  assert.deepEqual([after.status, after.body.length], [200, bytes.length - 1]);
  renameSync(path, `${path}.gone`);
  assert.equal((await get()).status, 404);
  mkdirSync(path);
  assert.equal((await get()).status, 404, 'a folder is no file');
});

test('of a file that becomes shorter while it is sent, no reader takes a part for all of it', async (t) => {
  const path = join(folderFor(t), 'file.png');
  writeFileSync(path, bytes);
  const faults: unknown[] = [];
  const ask = await listening(t, async (request, response) => {
    const file = await OpenFile.at(path);
    assert.ok(file);
    truncateSync(path, 100_000);
    await sendFile(request, response, { file, headers: {} }, new CompressedFiles()).catch((fault: unknown) =>
      faults.push(fault),
    );
    await file.close();
  });
  await assert.rejects(ask('/'), /aborted|socket hang up|ECONNRESET/);
  assert.match(String(faults[0]), /ended after 100000 of 200000 bytes/);
});

test('of a file that is written into while it is sent, no reader takes the parts of two for one', async (t) => {
  const path = join(folderFor(t), 'file.png');
  writeFileSync(path, bytes);
  const faults: unknown[] = [];
  const ask = await listening(t, async (request, response) => {
    const file = await OpenFile.at(path);
    assert.ok(file);
    const { mtime, atime } = statSync(path);
    await sleep(20);
    writeFileSync(path, bytes.toReversed());
    utimesSync(path, atime, mtime);
    await sendFile(request, response, { file, headers: { 'Content-Type': type } }, new CompressedFiles()).catch(
      (fault: unknown) => {
        faults.push(fault);
        response.destroy();
      },
    );
    await file.close();
  });
  let type = 'image/png';
  await assert.rejects(ask('/'), /aborted|socket hang up|ECONNRESET/);
  assert.match(String(faults[0]), /changed while it was sent/);
  type = 'text/plain';
  await assert.rejects(ask('/', { headers: { 'Accept-Encoding': 'br' } }), /aborted|socket hang up|ECONNRESET/);
  assert.match(String(faults[1]), /changed while it was read/);
});

test('a file that is written again in place has another tag, also with the size and date of the old one', async (t) => {
  const { path, get } = await sentFile(t, bytes);
  const { headers } = await get();
  const { atime, mtime } = statSync(path);
  // The clock of a file system goes by a few milliseconds.
  await sleep(20);
  writeFileSync(path, bytes.toReversed());
  utimesSync(path, atime, mtime);
  assert.equal((await get({ 'If-None-Match': headers.etag ?? '' })).status, 200);
});

test('a text is compressed, and each encoding has its own tag', async (t) => {
  const text = Buffer.from('<svg>'.repeat(5000));
  const { get } = await sentFile(t, text, 'image/svg+xml; charset=utf-8');
  const tags = new Set<string | undefined>();
  for (const [encoding, decode] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
    ['identity', (body: Buffer) => body],
  ] as const) {
    const asked = { 'Accept-Encoding': encoding };
    const { status, headers, body } = await get(asked);
    assert.deepEqual(
      [status, headers['content-encoding'], headers.vary, headers['content-length']],
      [200, encoding === 'identity' ? undefined : encoding, 'Accept-Encoding', String(body.length)],
    );
    assert.ok(decode(body).equals(text), encoding);
    assert.ok(encoding === 'identity' || body.length < text.length / 10);
    tags.add(headers.etag);
    assert.equal((await get({ ...asked, 'If-None-Match': headers.etag ?? '' })).status, 304);
    assert.equal(
      (await get({ 'Accept-Encoding': 'zstd', 'If-None-Match': headers.etag ?? '' })).status,
      encoding === 'identity' ? 304 : 200,
    );
    const head = await get(asked, 'HEAD');
    for (const name of ['content-length', 'content-encoding', 'etag', 'vary'])
      assert.equal(head.headers[name], headers[name], name);
  }
  assert.equal(tags.size, 3);
  const range = await get({ 'Accept-Encoding': 'br', Range: 'bytes=0-9' });
  assert.deepEqual([range.status, range.headers['content-encoding'], range.body.length], [206, undefined, 10]);
});

test('a picture that is compressed in itself is sent as it is, whatever the reader accepts', async (t) => {
  const { get } = await sentFile(t, bytes);
  for (const accepted of ['br, gzip', 'identity;q=0', '*;q=0']) {
    const { status, headers, body } = await get({ 'Accept-Encoding': accepted });
    assert.deepEqual([status, headers['content-encoding'], headers.vary], [200, undefined, undefined], accepted);
    assert.ok(body.equals(bytes));
  }
});

test('compressed texts are cached up to a limit, and each is compressed once', async () => {
  const compressed = new CompressedFiles();
  let read = 0;
  const file = (name: string, size: number): FileBytes => ({
    ...fileOf(randomBytes(size), name),
    bytes: async () => {
      read += 1;
      return randomBytes(size);
    },
  });
  const first = file('"a"', 1000);
  await Promise.all([compressed.get(first, '"a-br"', 'br'), compressed.get(first, '"a-br"', 'br')]);
  await compressed.get(first, '"a-br"', 'br');
  assert.equal(read, 1);
  for (let index = 0; index < 9; index += 1)
    await compressed.get(file(`"${index}"`, 4 << 20), `"${index}-gzip"`, 'gzip');
  await compressed.get(first, '"a-br"', 'br');
  assert.equal(read, 11, 'the one that nobody asked for in the longest time is forgotten');
});

test('the files of a site are those of the build, by their names, and no script', async (t) => {
  const root = folderFor(t);
  for (const [path, text] of [
    ['.next/static/media/face.woff2', 'face'],
    ['.next/static/chunks/main.js', 'script'],
    ['.next/static/notes.txt', '<svg/>'],
    ['package.json', '{}'],
  ] as const) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const files = new SiteFiles(root);
  assert.equal(files.get('/_next/static/notes.txt')?.headers['Content-Type'], 'text/plain; charset=utf-8');
  assert.match(files.get('/_next/static/media/face.woff2')?.headers['Cache-Control'] ?? '', /immutable/);
  for (const path of ['/_next/static/chunks/main.js', '/../package.json', '/package.json', '/', ''])
    assert.equal(files.get(path), undefined, path);
  const ask = await listening(t, (request, response) => {
    const file = files.get('/_next/static/notes.txt');
    if (file) void sendFile(request, response, file, new CompressedFiles());
  });
  assert.equal((await ask('/')).body.toString(), '<svg/>');
  assert.equal((await ask('/', { headers: { Range: 'bytes=1-3' } })).body.toString(), 'svg');
});
