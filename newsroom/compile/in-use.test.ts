import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { truncateSync } from 'node:fs';
import { test } from 'node:test';
import { storePath } from '../store/store.ts';
import { article, site, TestNewsroom } from '../testing.ts';
import { CannotCompile, compile } from './compile.ts';
import { isInUse, markInUse } from './in-use.ts';

const program = `
  import { markInUse } from '${new URL('./in-use.ts', import.meta.url).href}';
  globalThis.free = markInUse(process.argv[1]);
  process.stdout.write('marked');
  setInterval(() => {}, 1000);
`;

test('several processes can use a data folder, and one that was killed does not', async (t) => {
  const { content, data } = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a') });
  await compile({ content, data, history: false });
  assert.equal(isInUse(data), false);
  const free = markInUse(data);
  const child = spawn(process.execPath, ['--eval', program, '--', data], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  free();
  assert.equal(isInUse(data), true);
  child.kill('SIGKILL');
  await ended;
  assert.equal(isInUse(data), false);
});

test('a store of another content folder is not replaced while a site uses it', async (t) => {
  const { content, data } = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a') });
  const other = new TestNewsroom(t, { ...site, ...article('/2026/01/01/b'), ...article('/2026/01/01/c') });
  await compile({ content, data, history: false });
  const compileOther = (sameContent?: boolean): Promise<unknown> =>
    compile({ content: other.content, data, history: false, ...(sameContent !== undefined && { sameContent }) });
  const refused = (error: unknown): boolean =>
    error instanceof CannotCompile && error.message.includes(`belongs to the content folder ${content}`);
  await assert.rejects(compileOther(true), refused);
  const free = markInUse(data);
  await assert.rejects(compileOther(), refused);
  const { articles } = await compile({ content, data, history: false, sameContent: true });
  assert.equal(articles, 1);
  free();
  await compileOther();
  assert.equal((await compile({ content: other.content, data, history: false, sameContent: true })).articles, 2);
  // What a cut-off store was made from is unknown.
  truncateSync(storePath(data), 0);
  assert.equal((await compile({ content, data, history: false, sameContent: true })).articles, 1);
});
