import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { feedFormats, feedPath } from '../site/addresses/feeds.ts';
import { get } from './http.ts';
import {
  kilobytes,
  machine,
  megabytes,
  note,
  percentile,
  print,
  printTable,
  sleep,
  thousands,
  withFolder,
} from './measure.ts';
import { addressesOf, articleFile, writeNewsroom } from './newsroom.ts';
import { startDateline, type Site } from './servers.ts';

/**
 * What programs ask for (sitemaps, feeds and the like): the first request of each after a start, and again after a compile;
 * memory before and after. Without paths: the index of sitemaps, all that it names, the site's feeds, and the small files.
 *
 *     npx node bench/outputs.ts [--articles 10000] [--folder FOLDER] [--at ISO] [PATH…]
 *
 * A named folder is not removed, with its newsroom and its store, so that a large one is written and compiled once.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '10000' },
    folder: { type: 'string' },
    // The day on which the newest story of the newsroom was filed.
    at: { type: 'string', default: '2026-01-14T18:00:00Z' },
  },
});
const count = Number(values.articles);

/** The aim for each. Milliseconds. */
const aim = 200;

interface Answer {
  path: string;
  milliseconds: number;
  bytes: number;
}

print(machine());
const { folder } = values;
if (folder === undefined) await withFolder(measure);
else {
  mkdirSync(folder, { recursive: true });
  await measure(folder);
}

async function measure(place: string): Promise<void> {
  const content = join(place, 'content');
  const data = join(place, 'data');
  try {
    writeNewsroom(content, count);
  } catch {
    note(`the newsroom in ${content} is taken as it is`);
  }
  process.env['DATELINE_NOW'] = values.at;
  note('starting');
  const site = await startDateline(content, data);
  try {
    // The server makes the first pages ready by itself; that is not what is measured.
    await sleep(5000);
    const before = site.memory();
    const cold = positionals.length > 0 ? await askAll(site, positionals) : await askEverything(site);
    const paths = cold.map(({ path }) => path);
    const after = site.memory();
    const edited = addressesOf(count)[count - 1] ?? '';
    const page = await get(site.port, edited);
    appendFileSync(join(content, articleFile(edited)), `\nEdited at ${Date.now()}.\n`);
    for (let waited = 0; waited < 60_000; waited += 50) {
      await sleep(50);
      const { headers } = await get(site.port, edited);
      if (headers.etag !== page.headers.etag) break;
    }
    await sleep(1000);
    const again = await askAll(site, paths);
    print(`${thousands(count)} articles, ${paths.length} outputs`);
    printTable(
      ['first request', 'p50, ms', 'p99, ms', 'worst, ms', `over ${aim} ms`],
      [rowOf('after a start', cold), rowOf('after a compile', again)],
    );
    const slowest = cold.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
    const largest = cold.toSorted((a, b) => b.bytes - a.bytes).slice(0, 3);
    const named = ['/sitemap.xml', '/news-sitemap.xml', '/llms.txt', ...feedFormats.map((each) => feedPath('/', each))];
    const shown = new Map(
      [...cold.filter(({ path }) => named.includes(path)), ...slowest, ...largest].map((each) => [each.path, each]),
    );
    printTable(
      ['output', 'after a start, ms', 'after a compile, ms', 'size'],
      [...shown.values()].map(({ path, milliseconds, bytes }) => [
        path,
        thousands(milliseconds, 1),
        thousands(again.find((other) => other.path === path)?.milliseconds ?? NaN, 1),
        kilobytes(bytes),
      ]),
    );
    print(
      `memory of the server: ${megabytes(before)} before, ${megabytes(after)} after, ${megabytes(site.memory())} at the end`,
    );
  } finally {
    await site.stop();
  }
}

function rowOf(name: string, answers: readonly Answer[]): string[] {
  const times = answers.map(({ milliseconds }) => milliseconds);
  return [
    name,
    ...[50, 99, 100].map((percent) => thousands(percentile(times, percent), 1)),
    String(times.filter((time) => time > aim).length),
  ];
}

/** Asks for the index of sitemaps and then for all else, each for the first time. */
async function askEverything(site: Site): Promise<Answer[]> {
  const index = await ask(site, '/sitemap.xml');
  const urls = [...index.text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
  const rest = [...urls, ...feedFormats.map((format) => feedPath('/', format)), '/robots.txt', '/llms.txt'];
  return [index, ...(await askAll(site, rest))];
}

async function askAll(site: Site, paths: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const path of paths) answers.push(await ask(site, path));
  return answers;
}

async function ask(site: Site, path: string): Promise<Answer & { text: string }> {
  const got = await get(site.port, path);
  if (got.status !== 200) throw new Error(`${path} answers ${got.status}.`);
  const text = got.text();
  return { path, milliseconds: got.whole, bytes: Buffer.byteLength(text), text };
}
