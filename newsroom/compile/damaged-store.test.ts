import assert from 'node:assert/strict';
import {
  copyFileSync,
  existsSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { fileIdentity } from '../store/file-identity.ts';
import { openStore, storePath, type Row } from '../store/store.ts';
import { article, site, TestNewsroom, type Files } from '../testing.ts';
import { compile, type CompileSummary } from './compile.ts';
import { readNewCommits } from './git-history.ts';

const noon = Date.parse('2026-01-31T12:00:00Z');
const hour = 3_600_000;

function articles(count: number): Files {
  const files: Files = {};
  for (let number = 0; number < count; number += 1)
    Object.assign(files, article(`/2026/01/${String((number % 28) + 1).padStart(2, '0')}/story-${number}`));
  return files;
}

/** A newsroom whose store has recorded 280 addresses, of which the folder has only 140. */
async function withMemory(t: TestContext): Promise<TestNewsroom> {
  const newsroom = new TestNewsroom(t, { ...site, ...articles(280) });
  const at = (now: number): Promise<CompileSummary> =>
    compile({ content: newsroom.content, data: newsroom.data, now, history: false });
  await at(noon - hour);
  newsroom.remove(...Object.keys(articles(280)).slice(140));
  await at(noon);
  return newsroom;
}

test('a store that a reader has found damaged is replaced, though a compile would not meet the damage', async (t) => {
  const newsroom = await withMemory(t);
  const before = memoryOf(newsroom);
  const { content, data } = newsroom;
  const summary = await compile({
    content,
    data,
    now: noon,
    history: false,
    damaged: fileIdentity(storePath(data)) ?? '',
  });
  assert.match(summary.damaged ?? '', /^The store was damaged\. It was moved to store\.sqlite\.damaged-/);
  assert.deepEqual(memoryOf(newsroom).addresses, before.addresses);
  assert.equal((await compile({ content, data, now: noon, history: false })).damaged, undefined);
});

function memoryOf(newsroom: TestNewsroom): { addresses: Row[]; changes: Row[]; compiled: string | undefined } {
  const store = openStore(newsroom.data);
  try {
    return {
      addresses: store.all('SELECT * FROM once_public ORDER BY address'),
      changes: store.all('SELECT * FROM public_change ORDER BY address'),
      compiled: store.meta('last_compile'),
    };
  } finally {
    store.close();
  }
}

function overwrite(file: string, from: number, length: number): void {
  const opened = openSync(file, 'r+');
  try {
    writeSync(opened, Buffer.alloc(length, 0xa5), 0, length, from);
  } finally {
    closeSync(opened);
  }
}

const pageSize = 4096;

/** The number of the page that is the root of a table. */
function rootOf(file: string, table: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return Number(database.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').get(table)?.['rootpage']);
  } finally {
    database.close();
  }
}

/** The pages below an interior page of a table without rowids, from left to right. */
function pagesBelow(file: string, number: number): number[] {
  const page = readFileSync(file).subarray((number - 1) * pageSize, number * pageSize);
  assert.equal(page[0], 2, 'an interior page');
  const cells = Array.from({ length: page.readUInt16BE(3) }, (_, index) => page.readUInt16BE(12 + 2 * index));
  return [...cells.map((cell) => page.readUInt32BE(cell)), page.readUInt32BE(8)];
}

/** The offset of a page in the middle of the table of public addresses. */
function middleOfMemory(file: string): number {
  const pages = pagesBelow(file, rootOf(file, 'once_public'));
  assert.ok(pages.length > 4);
  return ((pages[pages.length >> 1] ?? 0) - 1) * pageSize;
}

type Saved = 'all' | 'some' | 'none';

test('a damaged store is moved aside, and a new one is made with what could be saved', async (t) => {
  const damages: [name: string, harm: (file: string) => void, saved: Saved][] = [
    ['the header is overwritten', (file) => overwrite(file, 0, 100), 'all'],
    ['the first page is overwritten', (file) => overwrite(file, 0, pageSize), 'none'],
    [
      'the table of files is overwritten',
      (file) => overwrite(file, (rootOf(file, 'file') - 1) * pageSize, pageSize),
      'all',
    ],
    [
      'one page of the memory is overwritten, and the table of files',
      (file) => {
        overwrite(file, middleOfMemory(file), pageSize);
        overwrite(file, (rootOf(file, 'file') - 1) * pageSize, pageSize);
      },
      'some',
    ],
    [
      'all is overwritten from the middle of the memory on',
      (file) => overwrite(file, middleOfMemory(file), statSync(file).size - middleOfMemory(file)),
      'some',
    ],
    ['all is cut off from the middle of the memory on', (file) => truncateSync(file, middleOfMemory(file)), 'some'],
    ['only two pages are left', (file) => truncateSync(file, 2 * pageSize), 'none'],
    ['it is something else', (file) => writeFileSync(file, 'Not a store. '.repeat(1000)), 'none'],
  ];
  const original = await withMemory(t);
  const before = memoryOf(original);
  const dump = original.dump();
  assert.deepEqual([before.addresses.length, before.changes.length], [280, 140]);
  for (const [name, harm, saved] of damages) {
    await t.test(name, async () => {
      const { content, data } = original;
      const copy = join(data, 'copy');
      copyFileSync(storePath(data), copy);
      harm(storePath(data));
      const damagedBytes = readFileSync(storePath(data));
      const summary = await compile({ content, data, now: noon + hour, history: false });
      assert.deepEqual([summary.articles, summary.added, summary.changed, summary.removed], [140, 140, 0, 0]);
      assert.deepEqual(original.dump(), dump);

      const aside = 'store.sqlite.damaged-2026-01-31T13-00-00Z';
      assert.deepEqual(readFileSync(join(data, aside)), damagedBytes, 'the damaged file is left as it was');
      const { addresses, changes, compiled } = memoryOf(original);
      const known = new Map(before.addresses.map((row) => [row['address'], row]));
      for (const row of addresses) assert.deepEqual({ ...row }, { ...known.get(row['address']) }, 'nothing is made up');
      const fromMemory = addresses.filter(({ vanished }) => vanished !== null).length;
      if (saved === 'all') {
        assert.equal(fromMemory, 140);
        assert.deepEqual([changes.length, compiled], [140, String(noon + hour)]);
      } else if (saved === 'some') assert.ok(fromMemory > 0 && fromMemory < 140, `${fromMemory} were saved`);
      else assert.equal(fromMemory, 0);
      const vanished = summary.problems.filter(({ code }) => code === 'address-vanished');
      assert.equal(vanished.length, fromMemory, 'what was saved is reported as before');
      assert.match(
        summary.damaged ?? '',
        /^The store was damaged\. It was moved to store\.sqlite\.damaged-2026-01-31T13-00-00Z, and a new one was made; \d+ public addresses and the dates of \d+ changes were saved from it\. What could not be read is lost\.$/,
      );
      assert.equal(existsSync(join(data, 'filling')), false);
      copyFileSync(copy, storePath(data));
    });
  }
});

test('the newest two damaged files are left in the data folder', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a') });
  const { content, data } = newsroom;
  for (let number = 0; number < 4; number += 1) {
    await compile({ content, data, now: noon + number * hour, history: false });
    if (number < 3) writeFileSync(storePath(data), 'Not a store.'.repeat(1000));
  }
  await newsroom.compile();
  assert.deepEqual(
    readdirSync(data).filter((name) => name.includes('damaged')),
    ['store.sqlite.damaged-2026-01-31T14-00-00Z', 'store.sqlite.damaged-2026-01-31T15-00-00Z'],
  );
});

test('while nothing can be compiled, the damaged store stays where it is', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a') });
  await newsroom.compile();
  writeFileSync(storePath(newsroom.data), 'Not a store.'.repeat(1000));
  newsroom.remove('site.yaml', 'articles');
  await assert.rejects(newsroom.compile(), /is empty\.$/);
  assert.deepEqual(readdirSync(newsroom.data), ['filling.sqlite', 'store.sqlite']);
});

test('the record of another newsroom is not used', async (t) => {
  const one = await withMemory(t);
  const other = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a') });
  overwrite(storePath(one.data), (rootOf(storePath(one.data), 'file') - 1) * pageSize, pageSize);
  overwrite(storePath(one.data), 0, 100);
  await compile({ content: other.content, data: one.data, now: noon, history: false });
  assert.deepEqual(
    memoryOf(one).addresses.map(({ address }) => address),
    ['/2026/01/01/a'],
  );
});

test('several compiles that meet the same damage make one new store', async (t) => {
  const newsroom = await withMemory(t);
  const { content, data } = newsroom;
  truncateSync(storePath(data), 0);
  const [path = ''] = Object.keys(articles(1));
  const options = { content, data, now: noon, history: false };
  const summaries = await Promise.all([compile({ ...options, only: [path] }), compile(options), compile(options)]);
  assert.equal(summaries.filter(({ damaged }) => damaged !== undefined).length, 1);
  assert.deepEqual(new Set(summaries.map((summary) => summary.articles)), new Set([140]));
  const files = readdirSync(data).filter((name) => !/-(?:wal|shm)$/.test(name));
  assert.deepEqual(
    files.map((name) => name.replace(/-.*/, '')),
    ['filling.sqlite', 'store.sqlite', 'store.sqlite.damaged'],
  );
});

test('the history does not wait for a store that the same thread fills', async (t) => {
  const { content, data } = new TestNewsroom(t, { ...site, ...articles(280) });
  let opened: Promise<unknown> | undefined;
  const progress = (done: number): void => {
    if (done > 0) opened ??= readNewCommits(content, data);
  };
  const { articles: count } = await compile({ content, data, now: noon, history: false, progress });
  assert.equal(count, 280);
  assert.ok(opened);
  await opened;
});
