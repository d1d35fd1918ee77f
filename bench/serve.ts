import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { get } from './http.ts';
import { loadFrom } from './load.ts';
import {
  machine,
  megabytes,
  note,
  percentile,
  print,
  printTable,
  sizeOf,
  sleep,
  spread,
  thousands,
  withFolder,
} from './measure.ts';
import { addressesOf, articleFile, writeNewsroom } from './newsroom.ts';
import { startDateline } from './servers.ts';

/**
 * A running Dateline: pages that are not rendered yet, saved to live, warm pages, memory.
 *
 *     npx node bench/serve.ts [ARTICLES]        (10000)
 */
const count = Number(process.argv[2] ?? 10_000);
const strangers = Math.min(500, Math.floor(count / 2));
const edits = 20;

print(machine());
await withFolder(async (folder) => {
  const content = join(folder, 'content');
  const data = join(folder, 'data');
  note(`writing ${count} articles, starting`);
  writeNewsroom(content, count);
  const site = await startDateline(content, data);
  const rows: string[][] = [['from `npm start` to the first answer, s', thousands(site.ready, 1)]];
  try {
    const { port } = site;
    // The newest are made ready by the server itself; these are not among them.
    const all = addressesOf(count);
    const paths = all.filter((_, index) => index % Math.floor(count / strangers) === 0).slice(0, strangers);
    // Code gets warm, and the server's own warming ends.
    for (const path of all.slice(-60, -30)) await get(port, path);
    await sleep(2000);
    rows.push(['memory before', megabytes(site.memory())]);

    note(`${paths.length} pages for the first time`);
    const times: number[] = [];
    for (const path of paths) {
      const { status, whole } = await get(port, path);
      if (status !== 200) throw new Error(`${path} answers ${status}.`);
      times.push(whole);
    }
    const shown = [50, 95, 99, 100].map((percent) => thousands(percentile(times, percent), 1));
    rows.push([`${paths.length} pages not rendered before, p50 / p95 / p99 / worst, ms`, shown.join(' / ')]);
    rows.push(['memory after them', megabytes(site.memory())]);

    note('saved to live');
    const live: number[] = [];
    for (const [index, path] of paths.slice(0, edits).entries())
      live.push(await savedToLive(port, content, path, index));
    rows.push([`saved to live, ${edits} edits, median (best – worst), ms`, spread(live, 0)]);

    note('warm pages');
    const load = { port, paths: paths.slice(0, 200), connections: 16, seconds: 5, encoding: 'br' };
    await loadFrom(1, { ...load, seconds: 2 });
    const runs = [];
    for (let round = 0; round < 3; round += 1) runs.push(await loadFrom(1, load));
    rows.push([
      'warm pages, brotli, requests/s',
      spread(
        runs.map(({ perSecond }) => perSecond),
        0,
      ),
    ]);
    rows.push(['… p99 with 16 connections, ms', spread(runs.map(({ p99 }) => p99))]);
    rows.push([
      '… the generator’s own use of a core',
      `${thousands(100 * Math.max(...runs.map(({ busy }) => busy)))}%`,
    ]);
    rows.push(['memory after that', megabytes(site.memory())]);
    rows.push([
      'kept pages on disk',
      `${megabytes(sizeOf(join(data, 'pages')).bytes)}, ${sizeOf(join(data, 'pages')).files} files`,
    ]);
  } finally {
    await site.stop();
  }
  print(`${thousands(count)} articles`);
  printTable(['', ''], rows);
});

/** Milliseconds from the end of the write to the page's first answer with the new headline. */
async function savedToLive(port: number, content: string, path: string, index: number): Promise<number> {
  const file = join(content, articleFile(path));
  const headline = `Bench edit ${index} has reached the page`;
  const text = readFileSync(file, 'utf8').replace(/^headline: .*$/m, `headline: ${headline}`);
  await sleep(300);
  writeFileSync(file, text);
  const started = performance.now();
  while (performance.now() - started < 30_000) {
    if ((await get(port, path)).text().includes(headline)) return performance.now() - started;
    await sleep(5);
  }
  throw new Error(`${path} did not show its new headline in 30 s.`);
}
