import { equal, notEqual } from 'node:assert/strict';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { linkTarget } from '../../site/addresses/link-target.ts';
import { fileIdentity } from '../store/file-identity.ts';
import { storePath } from '../store/store.ts';
import { article, site, TestNewsroom } from '../testing.ts';
import { Editions } from './open.ts';

const now = Date.parse('2026-03-01T00:00:00Z');
const address = '/2026/01/01/a';

interface Reading {
  newsroom: TestNewsroom;
  /** The clock of the checks, in milliseconds. */
  pass(milliseconds: number): void;
  headline(): string | undefined;
  version(): number;
  /** Writes a headline and fills a new store with it, in place of the one that is there. */
  replace(headline: string): Promise<void>;
}

async function reading(t: TestContext): Promise<Reading> {
  const newsroom = new TestNewsroom(t, { ...site, ...article(address, { headline: 'First' }) });
  await newsroom.compile();
  let time = 5;
  const editions = Editions.in(newsroom.data, { linkTarget }, undefined, { clock: () => time });
  t.after(() => editions.close());
  return {
    newsroom,
    pass: (milliseconds) => (time += milliseconds),
    headline: () => editions.at(now, (edition) => edition.story(address)?.headline),
    version: () => editions.version(),
    async replace(headline) {
      removeStore(newsroom.data);
      newsroom.write(article(address, { headline }));
      await newsroom.compile();
    },
  };
}

function removeStore(data: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(storePath(data) + ending, { force: true });
}

test('editions follow a store that is compiled, at once', async (t) => {
  const { newsroom, headline, version } = await reading(t);
  const before = version();
  equal(headline(), 'First');
  newsroom.write(article(address, { headline: 'Second' }));
  await newsroom.compile();
  equal(headline(), 'Second');
  notEqual(version(), before);
});

test('editions follow a store whose file was replaced, within a quarter of a second', async (t) => {
  const { headline, pass, replace, version } = await reading(t);
  const before = version();
  equal(headline(), 'First');
  await replace('Second');
  pass(249);
  equal(headline(), 'First', 'the file is not checked at every request');
  pass(1);
  equal(headline(), 'Second');
  const after = version();
  notEqual(after, before);
  equal(version(), after);
  await replace('Third');
  pass(1_000);
  notEqual(version(), after, 'a request that asks for the version alone sees it too');
  equal(headline(), 'Third');
});

test('a store that comes from elsewhere is not used before it has been compared', async (t) => {
  const { newsroom } = await reading(t);
  const { data } = newsroom;
  let time = 0;
  let compared: string | undefined;
  const mayOpen = (file: string): boolean => file === compared;
  const editions = Editions.in(data, { linkTarget }, undefined, { mayOpen, clock: () => time });
  t.after(() => editions.close());
  const headline = (): string | undefined => {
    time += 1000;
    return editions.at(now, (edition) => edition.story(address)?.headline);
  };
  removeStore(data);
  newsroom.write(article(address, { headline: 'Second' }));
  await newsroom.compile();
  equal(headline(), 'First');
  compared = fileIdentity(storePath(data));
  equal(headline(), 'Second');
});

test('a store that is gone is served until it comes back', async (t) => {
  const { headline, newsroom, pass, version } = await reading(t);
  const before = version();
  removeStore(newsroom.data);
  pass(1_000);
  equal(headline(), 'First');
  equal(version(), before);
  newsroom.write(article(address, { headline: 'Second' }));
  await newsroom.compile();
  pass(1_000);
  equal(headline(), 'Second');
});

test('a file in its place that is not finished, or no store, changes nothing until it is one', async (t) => {
  const { headline, newsroom, pass, replace } = await reading(t);
  const path = storePath(newsroom.data);
  removeStore(newsroom.data);
  writeFileSync(path, 'This is no database at all, and long enough that nobody takes it for an empty one.'.repeat(20));
  pass(1_000);
  equal(headline(), 'First');

  // A compile has locked it, and has written nothing that others see.
  const aside = join(newsroom.data, 'new.sqlite');
  const writer = new DatabaseSync(aside);
  writer.exec('PRAGMA user_version = 1; BEGIN EXCLUSIVE; CREATE TABLE t (x)');
  renameSync(aside, path);
  pass(1_000);
  equal(headline(), 'First');
  writer.exec('ROLLBACK');
  writer.close();

  await replace('Second');
  pass(1_000);
  equal(headline(), 'Second');
});
