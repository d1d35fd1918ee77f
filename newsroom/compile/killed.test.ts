import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { schemaVersion } from '../store/schema.ts';
import { storePath } from '../store/store.ts';
import { article, setVersion, site, TestNewsroom, topics, type Files } from '../testing.ts';

/** A compile in its own process, which prints a line when it has read a tenth of the files. */
const program = `
  import { compile } from '${new URL('./compile.ts', import.meta.url).href}';
  const [content, data] = process.argv.slice(1);
  await compile({ content, data, progress: (done, all) => { if (done > all / 10) process.stdout.write('read\\n'); } });
`;

const size = 2000;

/** `size` articles; in another edition, each of them has another headline. */
function files(edition: string): Files {
  const all: Files = { ...site, ...topics({ a: 'A' }) };
  for (let number = 0; number < size; number += 1) {
    const day = String((number % 28) + 1).padStart(2, '0');
    Object.assign(all, article(`/2026/01/${day}/story-${number}`, { topics: ['a'], headline: `${edition} ${number}` }));
  }
  return all;
}

/** Compiles in a process of its own, and kills that midway. */
async function killMidway({ content, data }: TestNewsroom): Promise<void> {
  const child = spawn(process.execPath, ['--eval', program, '--', content, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  assert.equal(signal, 'SIGKILL', 'it was done before it could be killed');
}

test('a compile that is killed midway leaves the store as it was', async (t) => {
  const newsroom = new TestNewsroom(t, files('First'));
  await newsroom.compile();
  const before = newsroom.dump();
  newsroom.write(files('Second'));
  await killMidway(newsroom);
  assert.deepEqual(newsroom.dump(), before);

  const { changed } = await newsroom.compile();
  assert.equal(changed, size, 'the next compile does the work');
  newsroom.at('2026-03-01T00:00:00Z', (edition) => {
    assert.ok(edition.newest('all', '', size).every(({ headline }) => headline.startsWith('Second ')));
  });
});

test('a store of another version is as it was when the compile that replaces it is killed', async (t) => {
  const newsroom = new TestNewsroom(t, files('First'));
  await newsroom.compile();
  setVersion(newsroom.data, schemaVersion - 1);
  const before = readFileSync(storePath(newsroom.data));
  await killMidway(newsroom);
  assert.ok(existsSync(join(newsroom.data, 'filling', 'store.sqlite')), 'the new store is half full');
  assert.ok(before.equals(readFileSync(storePath(newsroom.data))));

  setVersion(newsroom.data, schemaVersion);
  assert.equal((await newsroom.compile()).made, undefined);
  assert.equal(existsSync(join(newsroom.data, 'filling')), false, 'the next compile removes it');
});
