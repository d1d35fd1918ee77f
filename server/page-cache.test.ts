import assert from 'node:assert/strict';
import { globSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { folderFor } from '../newsroom/testing.ts';
import { CachedPage } from './cached-page.ts';
import { DiskPages } from './disk-pages.ts';
import { PageCache } from './page-cache.ts';

function page(html: string, { path = '/x', digest = 'd' } = {}): Promise<CachedPage> {
  return CachedPage.from({ path, status: 200, digest, policy: '', type: 'text/html' }, html);
}

/** The one file of a page under a data folder. A page is on disk soon after it was put. */
async function fileIn(data: string): Promise<string> {
  for (;;) {
    const [file] = globSync('pages/*/*/*', { cwd: data });
    if (file !== undefined && !file.endsWith('.tmp')) return join(data, file);
    await pause(5);
  }
}

test('a page has one text in every encoding, and each encoding is made once for all who ask', async () => {
  const text = '<p>Some text. '.repeat(500);
  const made = await page(text);
  assert.deepEqual(made.encodings, ['br', 'gzip', 'identity']);
  assert.equal(brotliDecompressSync(await made.encoded('br')).toString(), text);
  assert.equal(made.readyEncoded('gzip'), undefined);
  const [one, other] = await Promise.all([made.encoded('gzip'), made.encoded('gzip')]);
  assert.equal(one, other);
  assert.equal(made.readyEncoded('gzip'), one);
  assert.equal(gunzipSync(one).toString(), text);
  assert.equal(await made.text(), text);
});

test('bytes of a compressed format are sent as they are', async () => {
  const bytes = Buffer.from([255, 216, 255]);
  const image = await CachedPage.from({ path: '/x', status: 200, digest: 'd', policy: '', type: 'image/jpeg' }, bytes);
  assert.deepEqual(image.encodings, ['identity']);
  assert.ok((await image.encoded('identity')).equals(bytes));
});

test('E6: what is rendered again to the same bytes is as old as it was; other bytes are new', async (t) => {
  const data = folderFor(t);
  let now = 1000;
  const cache = new PageCache({ clock: () => now, store: new DiskPages({ data, build: 'build' }) });
  const since = (): number | undefined => cache.get('/x')?.head.since;
  cache.put(await page('<p>one'));
  assert.equal(since(), 1000);
  now = 2000;
  cache.put(await page('<p>one', { digest: 'another view' }));
  assert.equal(since(), 1000);
  now = 3000;
  cache.put(await page('<p>two'));
  assert.equal(since(), 3000);

  // Another process, later.
  now = 4000;
  for (;;) {
    await fileIn(data);
    const [found] = await new PageCache({ clock: () => now, store: new DiskPages({ data, build: 'build' }) }).find(
      '/x',
    );
    if ((await found?.text()) === '<p>two') {
      assert.equal(found?.head.since, 3000);
      break;
    }
    await pause(5);
  }
});

test('a page is found on disk by another process of the same build, byte by byte, and not by one of another build', async (t) => {
  const data = folderFor(t);
  const made = await page('<p>one');
  new PageCache({ clock: () => 1000, store: new DiskPages({ data, build: 'a' }) }).put(made);
  await fileIn(data);
  const [found] = await new PageCache({ clock: () => 2000, store: new DiskPages({ data, build: 'a' }) }).find('/x');
  assert.deepEqual(found?.head, made.head);
  assert.ok(found?.stored.equals(made.stored));
  assert.deepEqual(
    await new PageCache({ clock: () => 2000, store: new DiskPages({ data, build: 'b' }) }).find('/x'),
    [],
  );
  assert.deepEqual(globSync('pages/a/*', { cwd: data }), [], 'pages of another build are deleted');
});

test('a file that was cut short, that grew, that has a wrong byte, or that belongs to another path is not taken for the page', async (t) => {
  const data = folderFor(t);
  new PageCache({ clock: () => 1000, store: new DiskPages({ data, build: 'build' }) }).put(await page('<p>one'));
  const file = await fileIn(data);
  const bytes = readFileSync(file);
  const found = async (path = '/x'): Promise<CachedPage | undefined> =>
    (await new PageCache({ clock: () => 1000, store: new DiskPages({ data, build: 'build' }) }).find(path))[0];
  assert.equal(await (await found())?.text(), '<p>one');
  for (const length of [bytes.length - 1, bytes.indexOf('\n') + 1, bytes.indexOf('\n'), 10, 0]) {
    writeFileSync(file, bytes);
    truncateSync(file, length);
    assert.equal(await found(), undefined, `${length} of ${bytes.length} bytes`);
  }
  for (const other of [
    Buffer.concat([bytes, Buffer.from('x')]),
    bytes.with(bytes.length - 2, (bytes.at(-2) ?? 0) ^ 1),
    bytes.with(0, (bytes[0] ?? 0) ^ 1),
    Buffer.from(bytes.toString('latin1').replace('"status":200', '"status":404'), 'latin1'),
    Buffer.from(bytes.toString('latin1').replace('"path":"/x"', '"path":"/y"'), 'latin1'),
  ]) {
    writeFileSync(file, other);
    assert.equal(await found(), undefined);
  }
  assert.equal(await found('/nothing'), undefined);
});

test('without a data folder, pages are in memory only', async (t) => {
  const data = folderFor(t);
  const made = await page('<p>x');
  const memory = new PageCache({ clock: Date.now });
  memory.put(made);
  assert.equal(memory.get('/x'), made);
  assert.deepEqual(await memory.find('/x'), [made]);
  assert.deepEqual(await new PageCache({ clock: Date.now }).find('/x'), []);
  assert.deepEqual(
    await new PageCache({ clock: Date.now, store: new DiskPages({ data, build: 'build' }) }).find('/x'),
    [],
  );
});

test('a data folder that cannot be written is no fault', async (t) => {
  const file = join(folderFor(t), 'file');
  writeFileSync(file, '');
  const cache = new PageCache({ clock: Date.now, store: new DiskPages({ data: file, build: 'build' }) });
  const made = await page('<p>x');
  cache.put(made);
  assert.deepEqual(await cache.find('/x'), [made]);
});

test('the same path on two sites is two pages, in memory and on the disk', async (t) => {
  const data = folderFor(t);
  const open = (): PageCache => new PageCache({ clock: () => 1000, store: new DiskPages({ data, build: 'build' }) });
  const cache = open();
  const sites = ['one', 'two', undefined];
  for (const site of sites) cache.of(site).put(await page(`<p>${site}`));
  for (const site of sites) assert.equal(await cache.of(site).get('/x')?.text(), `<p>${site}`);
  assert.equal(cache.of('three').get('/x'), undefined);
  assert.equal(cache.size.pages, 3, 'they share the memory');
  while (globSync('pages/*/*/*', { cwd: data }).filter((file) => !file.endsWith('.tmp')).length < 3) await pause(5);
  for (const site of sites) {
    const [found] = await open().of(site).find('/x');
    assert.deepEqual([await found?.text(), found?.head.path], [`<p>${site}`, '/x']);
  }
  assert.deepEqual(await open().of('three').find('/x'), []);
  cache.of('one').forget();
  assert.deepEqual(
    sites.map((site) => cache.of(site).get('/x') !== undefined),
    [false, true, true],
  );
});
