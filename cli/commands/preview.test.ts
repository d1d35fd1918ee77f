import { equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { article, site, TestNewsroom } from '../../newsroom/testing.ts';

const root = join(fileURLToPath(import.meta.url), '../../..');

/** Starts a preview that is expected to refuse. */
function refused(
  newsroom: TestNewsroom,
  args: string[],
  env: Record<string, string> = {},
): { code: number; said: string } {
  const { status, stderr } = spawnSync(process.execPath, ['cli/dateline.js', 'preview', ...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: 30_000,
    env: {
      ...process.env,
      DATELINE_CONTENT: newsroom.content,
      DATELINE_DATA: newsroom.data,
      PORT: '0',
      LOG_FORMAT: 'text',
      ...env,
    },
  });
  return { code: status ?? -1, said: stderr };
}

test('a preview refuses to listen to other machines, before it reads anything', (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/10/draft', { status: 'draft' }) });
  for (const HOST of ['0.0.0.0', '::', '192.168.0.1', 'news.example']) {
    const { code, said } = refused(newsroom, [], { HOST });
    equal(code, 2, HOST);
    match(said, /this machine only/);
  }
  equal(existsSync(newsroom.data), false);
});

test('a preview of no instant is an error that is printed', (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/10/one') });
  for (const args of [
    ['--at', 'tomorrow'],
    ['--at', '2026-01-13'],
    ['--at'],
    ['--now', '2026-01-13T00:00:00Z'],
    ['--at', '2026-01-13T00:00:00Z', '--at'],
  ]) {
    const { code, said } = refused(newsroom, args);
    equal(code, 2, args.join(' '));
    match(said, /Usage: dateline preview/);
  }
  match(refused(newsroom, ['nowhere']).said, /There is no content folder at .*nowhere/);
});
