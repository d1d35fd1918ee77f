import assert from 'node:assert/strict';
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { schemaVersion } from '../store/schema.ts';
import { storePath } from '../store/store.ts';
import { article, folderFor, setVersion, site, TestNewsroom } from '../testing.ts';
import { lastScan } from './last-scan.ts';
import { keepLive } from './live.ts';
import type { LiveMessage } from './live-worker.ts';
import { isOfNewerVersion } from './ready-store.ts';

const now = '2026-03-01T00:00:00Z';
const address = '/2026/01/01/a';
const file = 'articles/2026/01/01/a.mdx';

function textWith(headline: string): string {
  return String(article(address, { headline })[file]);
}

/** A newsroom that is kept live, and what its thread reports. */
class Live {
  readonly newsroom: TestNewsroom;
  readonly messages: LiveMessage[] = [];
  #arrived: () => void = () => {};

  constructor(
    t: TestContext,
    newsroom: TestNewsroom,
    options: { poll?: number; scanEvery?: number; patience?: number },
  ) {
    this.newsroom = newsroom;
    const { content, data } = newsroom;
    const { poll, scanEvery, patience } = options;
    const live = keepLive(
      { content, data, poll },
      (message) => {
        this.messages.push(message);
        this.#arrived();
      },
      { ...(scanEvery !== undefined && { scanEvery }), ...(patience !== undefined && { patience }) },
    );
    t.after(() => live.stop());
  }

  /** Waits until what the thread has done makes a condition true. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => (this.#arrived = resolve));
  }

  shows(headline: string): Promise<void> {
    return this.until(() => this.newsroom.at(now, (edition) => edition.story(address)?.headline) === headline);
  }

  hindrances(): (string | undefined)[] {
    return this.messages.flatMap((each) => (each.type === 'followed' ? [each.hindrance] : []));
  }

  faults(): string[] {
    return this.messages.flatMap((each) => (each.type === 'fault' ? [each.message] : []));
  }
}

async function compiled(t: TestContext): Promise<TestNewsroom> {
  const newsroom = new TestNewsroom(t, { ...site, [file]: textWith('One') });
  await newsroom.compile();
  return newsroom;
}

test('a change that the file system reports is compiled', async (t) => {
  const live = new Live(t, await compiled(t), {});
  await live.until(() => live.messages.length > 0);
  live.newsroom.write({ [file]: textWith('Two') });
  await live.shows('Two');
});

test('a content folder that is replaced by another one is noticed', async (t) => {
  const live = new Live(t, await compiled(t), {});
  await live.until(() => live.messages.length > 0);
  const { content } = live.newsroom;
  mkdirSync(join(`${content}-new`, 'articles/2026/01/01'), { recursive: true });
  writeFileSync(join(`${content}-new`, 'site.yaml'), String(site['site.yaml']));
  writeFileSync(join(`${content}-new`, file), textWith('Replaced'));
  renameSync(content, `${content}-old`);
  renameSync(`${content}-new`, content);
  await live.shows('Replaced');
  live.newsroom.write({ [file]: textWith('Edited in the new folder') });
  await live.shows('Edited in the new folder');
});

test('a site.yaml that is gone is a hindrance until it is back', async (t) => {
  const newsroom = await compiled(t);
  newsroom.remove('site.yaml');
  await newsroom.compile();
  const live = new Live(t, newsroom, {});
  await live.until(() => live.hindrances().some((each) => each?.startsWith('site.yaml is gone.')));
  newsroom.write(site);
  await live.until(() => live.hindrances().at(-1) === undefined);
});

test('a store that another program has locked is a hindrance, which is said once, until it is free', async (t) => {
  const live = new Live(t, await compiled(t), { patience: 2000 });
  await live.until(() => live.messages.length > 0);
  const other = new DatabaseSync(storePath(live.newsroom.data));
  other.exec('BEGIN IMMEDIATE');
  live.newsroom.write({ [file]: textWith('Two') });
  await live.until(() => live.hindrances().length > 0);
  assert.match(live.hindrances()[0] ?? '', /no sign for 2 seconds.*locked the store/);
  assert.equal(
    live.newsroom.at(now, (edition) => edition.story(address)?.headline),
    'One',
  );
  other.exec('ROLLBACK');
  other.close();
  await live.shows('Two');
  await live.until(() => live.hindrances().length > 1);
  assert.deepEqual(live.hindrances().slice(1), [undefined]);
});

test('a change that the file system does not report is found by a scan, which says so', async (t) => {
  const newsroom = await compiled(t);
  // What is written through a name outside the folder is not reported, even if that name is gone by then.
  const outside = join(newsroom.data, 'outside.mdx');
  linkSync(join(newsroom.content, file), outside);
  const opened = openSync(outside, 'r+');
  rmSync(outside);
  const live = new Live(t, newsroom, { scanEvery: 100 });
  await live.until(() => live.messages.length > 0);
  writeSync(opened, textWith('Not reported'));
  closeSync(opened);
  await live.shows('Not reported');
  await live.until(() => live.faults().length > 0);
  assert.match(live.faults()[0] ?? '', /^The file system did not report all changes; .* for example articles\/2026/);
  assert.match(live.faults()[0] ?? '', /DATELINE_POLL/);
});

test('with DATELINE_POLL the folder is scanned and not watched', async (t) => {
  const live = new Live(t, await compiled(t), { poll: 0.1 });
  await live.until(() => live.messages.length > 0);
  live.newsroom.write({ [file]: textWith('Polled') });
  await live.shows('Polled');
  assert.deepEqual(live.faults(), []);
});

test('the time of the last scan is recorded without a commit', async (t) => {
  const newsroom = await compiled(t);
  assert.equal(lastScan(newsroom.data), undefined);
  const before = newsroom.dump();
  const live = new Live(t, newsroom, { poll: 0.05 });
  await live.until(() => live.messages.length > 0);
  const first = await recorded(newsroom, 0);
  assert.equal(first.next, 50);
  const second = await recorded(newsroom, first.at);
  assert.ok(second.at > first.at);
  assert.deepEqual(newsroom.dump(), before);
});

/** A scan that was recorded after an instant. */
async function recorded({ data }: TestNewsroom, after: number): Promise<{ at: number; next: number }> {
  for (;;) {
    const found = lastScan(data);
    if (found && found.at > after) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a link to a file, and a file with two names, are followed when they are edited by the other path', async (t) => {
  const newsroom = await compiled(t);
  const [other, twin] = ['/2026/01/01/b', join(newsroom.data, 'twin')];
  newsroom.write({ ...article(other, { headline: 'One' }), '.pool/a.mdx': textWith('One') });
  newsroom.remove(file);
  symlinkSync('../../../../.pool/a.mdx', join(newsroom.content, file));
  linkSync(join(newsroom.content, `articles${other}.mdx`), twin);
  await newsroom.compile();
  // The folder is not scanned again in this test.
  const live = new Live(t, newsroom, { scanEvery: 3_600_000 });
  await live.until(() => lastScan(newsroom.data) !== undefined);
  newsroom.write({ '.pool/a.mdx': textWith('Edited in the pool') });
  await live.shows('Edited in the pool');
  writeFileSync(twin, String(article(other, { headline: 'Edited by its other name' })[`articles${other}.mdx`]));
  await live.until(() => newsroom.at(now, (edition) => edition.story(other)?.headline) === 'Edited by its other name');
});

test('while the content folder is gone, what was live stays, and that it is not followed is reported once', async (t) => {
  const live = new Live(t, await compiled(t), {});
  await live.until(() => live.messages.length > 0);
  const { content } = live.newsroom;
  renameSync(content, `${content}-away`);
  await live.until(() => live.hindrances().length > 0);
  renameSync(`${content}-away`, content);
  await live.until(() => live.hindrances().length > 1);
  assert.deepEqual(live.hindrances(), [`There is no content folder at ${content}.`, undefined]);
  live.newsroom.at(now, (edition) => assert.equal(edition.story(address)?.headline, 'One'));
});

test('articles that are missing for a moment stay live, and are removed when that lasts', async (t) => {
  const live = new Live(t, await compiled(t), {});
  await live.until(() => live.messages.length > 0);
  live.newsroom.remove('articles');
  await live.until(() => live.hindrances().length > 0);
  live.newsroom.at(now, (edition) => assert.equal(edition.story(address)?.headline, 'One'));
  assert.match(live.hindrances()[0] ?? '', /^1 file is gone from the content folder/);
  await live.until(() => live.hindrances().length > 1);
  assert.equal(live.hindrances()[1], undefined);
  live.newsroom.at(now, (edition) => assert.equal(edition.story(address), undefined));
});

test('a store that is gone is made again, and one from a backup is compared with the folder', async (t) => {
  const newsroom = await compiled(t);
  const live = new Live(t, newsroom, {});
  await live.until(() => live.messages.length > 0);
  const backup = `${newsroom.data}-backup`;
  cpSync(newsroom.data, backup, { recursive: true });
  newsroom.write({ [file]: textWith('Two') });
  await live.shows('Two');
  const compiledTimes = live.messages.length;
  // At once: without some of its files, a store is damaged.
  renameSync(newsroom.data, `${newsroom.data}-removed`);
  await live.until(() =>
    live.messages.slice(compiledTimes).some((each) => each.type === 'compiled' && each.summary.made),
  );
  await live.shows('Two');
  assert.match(live.faults()[0] ?? '', /^The store is gone from the data folder\..* is lost: /);
  // Between the two steps, the thread may make the folder again.
  for (let round = 1; existsSync(backup); round += 1) {
    renameSync(newsroom.data, `${newsroom.data}-gone-${round}`);
    try {
      renameSync(backup, newsroom.data);
    } catch (error) {
      assert.ok(existsSync(newsroom.data), String(error));
    }
  }
  await live.until(() => live.faults().length > 1);
  assert.match(live.faults()[1] ?? '', /^The store (?:was replaced by another file|is gone from the data folder)\./);
  await live.shows('Two');
});

test('a store that a newer version has made is left to that version', async (t) => {
  const live = new Live(t, await compiled(t), {});
  await live.until(() => live.messages.length > 0);
  const { data } = live.newsroom;
  const next = join(folderFor(t), 'store.sqlite');
  copyFileSync(storePath(data), next);
  setVersion(dirname(next), schemaVersion + 1);
  renameSync(next, storePath(data));
  await live.until(() => live.hindrances().length > 0);
  assert.match(
    live.hindrances()[0] ?? '',
    /^The store is now that of a newer version of Dateline\. Start the site with/,
  );
  assert.deepEqual(live.faults(), []);
  assert.ok(isOfNewerVersion(data));
});

test('a data folder that cannot be reached for a moment is a hindrance, and its store is not taken for lost', async (t) => {
  const live = new Live(t, await compiled(t), { scanEvery: 100 });
  await live.until(() => live.messages.length > 0);
  const { data } = live.newsroom;
  renameSync(data, `${data}-away`);
  symlinkSync(data, data);
  await live.until(() => live.hindrances().length > 0);
  assert.match(live.hindrances().at(-1) ?? '', /^The store in .* cannot be written \(ELOOP/);
  rmSync(data);
  renameSync(`${data}-away`, data);
  live.newsroom.write({ [file]: textWith('Two') });
  await live.shows('Two');
  await live.until(() => live.hindrances().at(-1) === undefined);
  assert.deepEqual(live.faults(), []);
});

test('a folder at the path of an article, and what was in it, does not stop the watching', async (t) => {
  const live = new Live(t, await compiled(t), {});
  await live.until(() => live.messages.length > 0);
  const { content } = live.newsroom;
  for (let round = 1; round <= 5; round += 1) {
    rmSync(join(content, file));
    mkdirSync(join(content, file));
    // The folder must be watched before something happens in it.
    writeFileSync(join(content, 'site.yaml'), `${String(site['site.yaml'])}# ${round}\n`);
    const { length } = live.messages;
    await live.until(() => live.messages.length > length);
    writeFileSync(join(content, file, 'inside.mdx'), 'Text');
    rmSync(join(content, file), { recursive: true });
    live.newsroom.write({ [file]: textWith(`Round ${round}`) });
    await live.shows(`Round ${round}`);
  }
  assert.deepEqual(
    live.hindrances().filter((each) => each?.startsWith('Watching stopped')),
    [],
  );
});
