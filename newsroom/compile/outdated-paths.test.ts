import assert from 'node:assert/strict';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { openForWriting, openStore } from '../store/store.ts';
import { article, site, TestNewsroom, topics, type Files } from '../testing.ts';
import { outdatedPaths } from './outdated-paths.ts';

const files: Files = { ...site, ...topics({ a: 'A' }), ...article('/2026/01/01/a'), ...article('/2026/01/02/b') };

async function compiled(t: TestContext): Promise<TestNewsroom> {
  const newsroom = new TestNewsroom(t, files);
  await newsroom.compile();
  return newsroom;
}

async function outdated({ content, data }: TestNewsroom): Promise<string[] | 'all'> {
  const store = openStore(data);
  try {
    const { paths } = await outdatedPaths(content, store);
    return paths === 'all' ? paths : paths.toSorted();
  } finally {
    store.close();
  }
}

test('a store that has what the folder has needs nothing', async (t) => {
  assert.deepEqual(await outdated(await compiled(t)), []);
});

test('all that differs is found, and compiling it is enough', async (t) => {
  const cases: [name: string, change: (newsroom: TestNewsroom) => void, ...paths: string[]][] = [
    ['another size', (newsroom) => newsroom.write(article('/2026/01/01/a', {}, 'More.')), 'articles/2026/01/01/a.mdx'],
    ['another date', (newsroom) => utimesSync(join(newsroom.content, 'topics/a.mdx'), 1, 1), 'topics/a.mdx'],
    [
      'other bytes with the same size and date',
      (newsroom) => replaceAlike(join(newsroom.content, 'topics/a.mdx'), (path) => path),
      'topics/a.mdx',
    ],
    [
      'another file with the same size and date',
      (newsroom) => replaceAlike(join(newsroom.content, 'topics/a.mdx'), (path) => `${path}~`),
      'topics/a.mdx',
    ],
    ['a new file', (newsroom) => newsroom.write(article('/2026/02/01/c')), 'articles/2026/02/01/c.mdx'],
    ['a file that is gone', (newsroom) => newsroom.remove('articles/2026/01/02'), 'articles/2026/01/02/b.mdx'],
    ['what nothing reads', (newsroom) => newsroom.write({ 'topics/notes.txt': '' }), 'topics/notes.txt'],
    [
      'a link that leads nowhere in place of a file',
      (newsroom) => {
        newsroom.remove('topics/a.mdx');
        symlinkSync('nowhere', join(newsroom.content, 'topics/a.mdx'));
      },
      'topics/a.mdx',
    ],
  ];
  for (const [name, change, ...paths] of cases) {
    await t.test(name, async (inner) => {
      const newsroom = await compiled(inner);
      change(newsroom);
      assert.deepEqual(await outdated(newsroom), paths);
      const { problems } = await newsroom.compile(paths);
      assert.deepEqual(await outdated(newsroom), [], 'after it is compiled');
      const all = await newsroom.compile();
      assert.deepEqual([all.added, all.changed, all.removed, all.problems], [0, 0, 0, problems]);
    });
  }
});

/** Replaces a file by one of the same size and date. `write` names where it is written before it is at its place. */
function replaceAlike(path: string, write: (path: string) => string): void {
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path, 'utf8').replace('title: A', 'title: B');
  writeFileSync(write(path), bytes);
  utimesSync(write(path), atime, mtime);
  renameSync(write(path), path);
}

test('files that can be edited by another path are named', async (t) => {
  const newsroom = await compiled(t);
  linkSync(join(newsroom.content, 'topics/a.mdx'), join(newsroom.data, 'another name'));
  newsroom.write({ 'pool/c.mdx': String(article('/2026/01/03/c')['articles/2026/01/03/c.mdx']) });
  mkdirSync(join(newsroom.content, 'articles/2026/01/03'));
  symlinkSync('../../../../pool/c.mdx', join(newsroom.content, 'articles/2026/01/03/c.mdx'));
  const store = openStore(newsroom.data);
  t.after(() => store.close());
  const { linked } = await outdatedPaths(newsroom.content, store);
  assert.deepEqual(linked, ['articles/2026/01/03/c.mdx', 'topics/a.mdx']);
});

test('a problem that is solved is found', async (t) => {
  const newsroom = await compiled(t);
  newsroom.write({ 'topics/notes.txt': '' });
  mkdirSync(join(newsroom.content, 'topics/folder'));
  await newsroom.compile();
  newsroom.remove('topics/notes.txt', 'topics/folder');
  assert.deepEqual(await outdated(newsroom), ['topics/folder', 'topics/notes.txt']);
});

test('a file that could not be read is tried again as soon as it can be read', async (t) => {
  const newsroom = await compiled(t);
  const store = openForWriting(newsroom.data);
  store.run("UPDATE file SET hash = '' WHERE path = 'topics/a.mdx'");
  store.close();
  assert.deepEqual(await outdated(newsroom), ['topics/a.mdx']);
});

test('a file that is too large is not tried again', async (t) => {
  const newsroom = await compiled(t);
  newsroom.write(article('/2026/01/03/large', {}, 'word '.repeat(900_000)));
  assert.equal((await newsroom.compile()).problems.length, 1);
  assert.deepEqual(await outdated(newsroom), []);
});

test('beyond a thousand paths, all are compiled', async (t) => {
  const newsroom = await compiled(t);
  for (let number = 0; number < 1001; number += 1)
    newsroom.write({ [`topics/t${number}.mdx`]: '---\ntitle: T\n---\n' });
  assert.equal(await outdated(newsroom), 'all');
});
