import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { mkdirSync, renameSync, rmSync, symlinkSync, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { folderFor } from '../testing.ts';
import { FolderWatch } from './watch.ts';

/** A file system that reports nothing by itself, and watches at most so many folders. */
class FakeFileSystem {
  readonly listeners = new Map<string, (event: string, name: string | null) => void>();
  most = Infinity;
  refused: { folder: string; code: string } | undefined;

  readonly watch = (folder: string, listener: (event: string, name: string | null) => void): FSWatcher => {
    if (this.listeners.size >= this.most) throw new Error('ENOSPC: no space left');
    if (folder === this.refused?.folder) throw Object.assign(new Error('refused'), { code: this.refused.code });
    this.listeners.set(folder, listener);
    const watcher = Object.assign(new EventEmitter(), {
      close: () => void this.listeners.delete(folder),
      ref: () => watcher,
      unref: () => watcher,
      [Symbol.dispose]: () => watcher.close(),
    });
    return watcher;
  };
}

class Watched {
  readonly root: string;
  readonly system = new FakeFileSystem();
  readonly reports: (readonly string[] | 'all')[] = [];
  readonly faults: string[] = [];
  readonly watch: FolderWatch;
  #arrived: () => void = () => {};

  constructor(t: TestContext, most = Infinity) {
    this.root = join(folderFor(t), 'content');
    for (const folder of ['articles/2026/01', 'topics', '.git/objects'])
      mkdirSync(join(this.root, folder), { recursive: true });
    this.system.most = most;
    this.watch = new FolderWatch(
      this.root,
      {
        changed: (paths) => {
          this.reports.push(paths);
          this.#arrived();
        },
        blind: (error) => this.faults.push(String(error)),
      },
      this.system.watch,
    );
    t.after(() => this.watch.close());
  }

  /** The next report. */
  next(): Promise<readonly string[] | 'all' | undefined> {
    return new Promise((resolve) => {
      this.#arrived = () => resolve(this.reports.at(-1));
    });
  }

  happens(folder: string, event: string, name: string): void {
    this.system.listeners.get(join(this.root, folder))?.(event, name);
  }

  folders(): string[] {
    return [...this.system.listeners.keys()].map((folder) => folder.slice(this.root.length + 1)).toSorted();
  }
}

const all = ['', 'articles', 'articles/2026', 'articles/2026/01', 'topics'];

test('of the names that nothing reads, those that are like content are reported', async (t) => {
  const watched = new Watched(t);
  watched.happens('', 'rename', 'README.md');
  watched.happens('', 'rename', 'places.yml');
  assert.deepEqual(await watched.next(), ['places.yml']);
});

test('each folder is watched, except hidden ones, and changes are reported together', async (t) => {
  const watched = new Watched(t);
  assert.deepEqual(watched.folders(), all);
  watched.happens('articles/2026/01', 'change', 'a.mdx');
  watched.happens('topics', 'rename', 'b.mdx');
  assert.deepEqual(await watched.next(), ['articles/2026/01/a.mdx', 'topics/b.mdx']);
});

test('a new folder is watched, and one that is gone is not', async (t) => {
  const watched = new Watched(t);
  mkdirSync(join(watched.root, 'articles/2026/02/03'), { recursive: true });
  watched.happens('articles/2026', 'rename', '02');
  assert.deepEqual(await watched.next(), ['articles/2026/02']);
  assert.deepEqual(watched.folders(), [...all, 'articles/2026/02', 'articles/2026/02/03'].toSorted());
  rmSync(join(watched.root, 'articles'), { recursive: true });
  watched.happens('', 'rename', 'articles');
  assert.deepEqual(await watched.next(), ['articles']);
  assert.deepEqual(watched.folders(), ['', 'topics']);
});

test('when the content folder is replaced, the new one is watched, and all is reported', async (t) => {
  const watched = new Watched(t);
  renameSync(watched.root, `${watched.root}-old`);
  mkdirSync(join(watched.root, 'people'), { recursive: true });
  assert.equal(await watched.next(), 'all');
  assert.deepEqual(watched.folders(), ['', 'people']);
});

test('when the content folder is deleted and copied again, the same', async (t) => {
  const watched = new Watched(t);
  rmSync(watched.root, { recursive: true });
  assert.equal(await watched.next(), 'all');
  mkdirSync(join(watched.root, 'storylines'), { recursive: true });
  assert.equal(await watched.next(), 'all');
  assert.ok(watched.folders().includes('storylines'));
});

test('a system that refuses to watch so many folders is reported once, at the beginning or later', (t) => {
  const early = new Watched(t, 3);
  assert.deepEqual(early.faults, ['Error: ENOSPC: no space left']);
  assert.deepEqual(early.folders(), []);
  const later = new Watched(t, 5);
  assert.deepEqual(later.faults, []);
  mkdirSync(join(later.root, 'people'));
  later.happens('', 'rename', 'people');
  assert.deepEqual(later.faults, ['Error: ENOSPC: no space left']);
  assert.deepEqual(later.folders(), []);
});

test('a folder that cannot be read or is gone again does not end the watching of others', (t) => {
  for (const code of ['EACCES', 'ENOENT']) {
    const watched = new Watched(t);
    watched.system.refused = { folder: join(watched.root, 'people'), code };
    mkdirSync(join(watched.root, 'people'));
    watched.happens('', 'rename', 'people');
    assert.deepEqual([watched.faults, watched.folders()], [[], all]);
  }
});

test('what is beside the content is not watched, and is reported only if nothing reads it', async (t) => {
  const watched = new Watched(t);
  mkdirSync(join(watched.root, 'node_modules/x'), { recursive: true });
  for (const name of ['.git', 'README.md', 'site.yaml~', 'node_modules']) watched.happens('', 'rename', name);
  watched.happens('', 'change', 'site.yaml');
  assert.deepEqual(await watched.next(), ['node_modules', 'site.yaml']);
  assert.deepEqual(watched.folders(), all);
});

test('a name that is no UTF-8 is reported as its folder', async (t) => {
  const watched = new Watched(t);
  watched.happens('articles/2026', 'rename', 'a\uFFFD.mdx');
  assert.deepEqual(await watched.next(), ['articles/2026']);
  assert.deepEqual(watched.folders(), all);
});

test('articles/ may be a link to a folder, which is watched, and another one is noticed', async (t) => {
  const watched = new Watched(t);
  renameSync(join(watched.root, 'articles'), join(watched.root, '.one'));
  mkdirSync(join(watched.root, '.two/2025'), { recursive: true });
  symlinkSync('.one', join(watched.root, 'articles'));
  assert.equal(await watched.next(), 'all');
  assert.deepEqual(watched.folders(), all);
  rmSync(join(watched.root, 'articles'));
  symlinkSync('.two', join(watched.root, 'articles'));
  assert.equal(await watched.next(), 'all');
  assert.deepEqual(watched.folders(), ['', 'articles', 'articles/2025', 'topics']);
});

test('a program that writes without a pause does not hold back the changes of others', async (t) => {
  const watched = new Watched(t);
  const writing = setInterval(() => watched.happens('topics', 'change', 'a.mdx'), 10);
  t.after(() => clearInterval(writing));
  watched.happens('articles', 'change', 'b.mdx');
  assert.deepEqual(await watched.next(), ['articles/b.mdx', 'topics/a.mdx']);
});

test('a refresh watches folders whose creation was not reported', (t) => {
  const watched = new Watched(t);
  mkdirSync(join(watched.root, 'people'));
  watched.watch.refresh();
  assert.deepEqual(watched.folders(), [...all, 'people'].toSorted());
});
