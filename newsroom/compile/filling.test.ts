import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { schemaVersion } from '../store/schema.ts';
import { openStore, storePath } from '../store/store.ts';
import { article, folderFor, setVersion, site, TestNewsroom } from '../testing.ts';
import { compile } from './compile.ts';
import { startFilling } from './filling.ts';

const noon = Date.parse('2026-01-31T12:00:00Z');
const hour = 3_600_000;

test('a store of another version is used until a new one with its memory takes its place', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/01/stays'), ...article('/2026/01/01/gone') });
  const { content, data } = newsroom;
  newsroom.write(article('/2026/01/31/opened', { embargo: '2026-01-31T12:30:00Z' }));
  await compile({ content, data, now: noon });
  newsroom.remove('articles/2026/01/01/gone.mdx', 'articles/2026/01/31/opened.mdx');
  setVersion(data, schemaVersion - 1);

  // A site of the other version, which has recorded a story that it published and removed meanwhile.
  const site18 = new DatabaseSync(storePath(data));
  t.after(() => site18.close());
  const progress = (done: number): void => {
    if (done === 0) return;
    assert.equal(site18.prepare('PRAGMA user_version').get()?.['user_version'], schemaVersion - 1);
    site18.exec(`INSERT OR REPLACE INTO once_public VALUES ('/2026/01/02/late', 'articles/2026/01/02/late.mdx', 'late', ${noon});
      INSERT OR REPLACE INTO public_change VALUES ('/2026/01/02/late', ${noon})`);
  };
  const summary = await compile({ content, data, now: noon + hour, progress });
  assert.deepEqual([summary.made, summary.articles, summary.damaged], ['outdated', 1, undefined]);
  assert.deepEqual(
    summary.problems.map(({ code, file }) => `${code} ${file}`),
    ['address-vanished articles/2026/01/01/gone.mdx', 'address-vanished articles/2026/01/31/opened.mdx'],
  );
  const count = 'SELECT count(*) AS n FROM article';
  assert.equal(site18.prepare(count).get()?.['n'], 3, 'it still has its own file');
  site18.exec('DELETE FROM article');
  const store = openStore(data);
  t.after(() => store.close());
  assert.equal(store.get(count)?.['n'], 1);
  assert.deepEqual(
    store.all('SELECT address FROM once_public ORDER BY address').map(({ address }) => address),
    ['/2026/01/01/gone', '/2026/01/01/stays', '/2026/01/02/late', '/2026/01/31/opened'],
  );
  assert.equal(store.get("SELECT at FROM public_change WHERE address = '/2026/01/02/late'")?.['at'], noon);
  const files = readdirSync(data).filter((name) => !/-(?:wal|shm)$/.test(name));
  assert.deepEqual(files, ['filling.sqlite', 'store.sqlite']);
});

test('of two processes that replace a store at once, one makes it and the other waits and uses it', async (t) => {
  const { content, data } = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a') });
  await compile({ content, data, history: false });
  setVersion(data, schemaVersion - 1);
  const program = `
    import { compile } from '${new URL('./compile.ts', import.meta.url).href}';
    const [content, data] = process.argv.slice(1);
    const { made, articles } = await compile({ content, data, history: false });
    console.log(made, articles);
  `;
  // Both wait until the lock ends.
  const filling = await startFilling(data);
  const printed = [1, 2].map(() =>
    text(
      spawn(process.execPath, ['--eval', program, '--', content, data], { stdio: ['ignore', 'pipe', 'inherit'] })
        .stdout,
    ),
  );
  await sleep(500);
  filling.end();
  assert.deepEqual((await Promise.all(printed)).toSorted(), ['outdated 1\n', 'undefined 1\n']);
});

test('a thread that dies while it makes a store holds no other one up', async (t) => {
  const data = folderFor(t);
  const program = `
    import { parentPort } from 'node:worker_threads';
    import { startFilling } from '${new URL('./filling.ts', import.meta.url).href}';
    globalThis.filling = await startFilling('${data}');
    parentPort.postMessage('filling');
    setInterval(() => {}, 1000);
  `;
  const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`));
  await new Promise((resolve) => thread.once('message', resolve));
  await thread.terminate();
  const filling = await startFilling(data);
  filling.end();
});
