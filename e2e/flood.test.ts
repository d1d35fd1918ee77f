import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { freePort } from './free-port.ts';
import { ask } from './http.ts';
import { TemporaryNewsroom } from './newsroom.ts';
import { Site } from './site.ts';

/** Addresses that a crawler could make up without end; each is another one, and long. */
const invented: readonly ((mark: string) => string)[] = [
  (mark) => `/${mark}`,
  (mark) => `/?p=${mark}`,
  (mark) => `/2026/01/13/story?from=${mark}`,
  (mark) => `/2026/01/13/${mark}`,
  (mark) => `/2026/01/13/${mark}.json`,
  (mark) => `/topics/${mark}/feed.xml`,
  (mark) => `/images/${mark}.jpg`,
  (mark) => `/_next/static/${mark}.js`,
  (mark) => `/fonts/${mark}.woff2`,
  (mark) => `/feed.xml?${mark}`,
];
/** A search is rendered each time, so there are fewer of them. */
const betweenSearches = 250;

const [before, all, connections] = [10_000, 60_000, 16];

test('50,000 addresses, queries and hosts that nobody has heard of take neither memory nor disk', async () => {
  const newsroom = new TemporaryNewsroom();
  newsroom.article('/2026/01/13/story');
  const data = mkdtempSync(join(tmpdir(), 'dateline-data-'));
  const port = String(await freePort());
  const site = await Site.start({ content: newsroom.folder, data, env: { METRICS_PORT: port } });
  try {
    let next = 0;
    const flood = async (until: number): Promise<void> => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      while (next < until) {
        const count = (next += 1);
        const mark = `${count}${'x'.repeat(4000)}`;
        const address = invented[count % invented.length] ?? String;
        const path = count % betweenSearches === 0 ? `/search?q=${count}` : address(mark);
        await new Promise((resolve, reject) => {
          const headers = { Host: `host-${count}.example`, 'User-Agent': mark, 'X-Request-Id': `${count}` };
          get(`${site.base}${path}`, { agent, headers }, (response) => response.resume().on('end', resolve)).on(
            'error',
            reject,
          );
        });
      }
      agent.destroy();
    };
    const floodTo = (until: number): Promise<unknown> =>
      Promise.all(Array.from({ length: connections }, () => flood(until)));
    const memory = async (): Promise<number> => {
      const { text } = await ask(`http://127.0.0.1:${port}`, '/metrics');
      return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]) / 2 ** 20;
    };
    await floodTo(before);
    const [memoryBefore, diskBefore] = [await memory(), sizeOf(data)];
    await floodTo(all);
    const [grown, written] = [(await memory()) - memoryBefore, sizeOf(data) - diskBefore];
    // The heaps of the threads grow for a while. What is sent has 200 MB of addresses, and as much of names of programs.
    assert.ok(grown < 120, `Memory has grown by ${grown} MiB.`);
    assert.ok(written < 100_000, `${written} bytes were written.`);
  } finally {
    await site.stop();
    newsroom.end();
    rmSync(data, { recursive: true, force: true });
  }
});

/** Bytes of the files in a folder. */
function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, { parentPath, name }) => sum + (statSync(join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
}
