import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from './eventually.ts';
import { TemporaryNewsroom } from './newsroom.ts';
import { root } from './root.ts';

const starts = 5;

/** Asks for a page until `isOver`, and returns how many answers there were. Throws if a request fails. */
async function load(url: string, isOver: () => boolean, keepAlive: boolean): Promise<number> {
  const agent = new Agent({ keepAlive, maxSockets: 1 });
  let answers = 0;
  while (!isOver()) {
    await new Promise<void>((resolve, reject) => {
      get(url, { agent }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`The answer is ${response.statusCode}.`));
        response.on('error', reject).on('end', resolve).resume();
      }).on('error', reject);
    });
    answers += 1;
    await sleep(5);
  }
  agent.destroy();
  return answers;
}

test('a site that is started again on a socket that systemd holds answers every request', async () => {
  const newsroom = new TemporaryNewsroom();
  newsroom.article('/2026/01/13/story');
  const data = mkdtempSync(join(tmpdir(), 'dateline-data-'));
  const holder = spawn(process.execPath, ['e2e/socket-holder.js', String(starts)], {
    cwd: root,
    env: {
      ...process.env,
      DATELINE_CONTENT: newsroom.folder,
      DATELINE_DATA: data,
      LOG_FORMAT: 'text',
      NODE_TEST_CONTEXT: undefined,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => holder.on('close', resolve));
  let printed = '';
  holder.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  /** The number of a process, once it serves. */
  const served = (start: number): string | undefined =>
    /^(\d+)\n[^]*Serving at/.exec(printed.split(/^Process /m)[start] ?? '')?.[1];
  const port = await eventually('the socket is open', () => /^Port (\d+)/m.exec(printed)?.[1]);
  let isOver = false;
  // Their first requests arrive before the first process.
  const readers = Array.from({ length: 16 }, (_, index) =>
    load(`http://127.0.0.1:${port}/2026/01/13/story`, () => isOver, index % 2 === 0),
  );
  for (let start = 1; start <= starts; start += 1) {
    const pid = await eventually(`start ${start}`, () => served(start));
    await sleep(500);
    if (start === starts) {
      isOver = true;
      for (const answers of await Promise.all(readers)) assert.ok(answers >= starts);
    }
    process.kill(Number(pid), 'SIGTERM');
  }
  await ended;
  newsroom.end();
  rmSync(data, { recursive: true, force: true });
});
