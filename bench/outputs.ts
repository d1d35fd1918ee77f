import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { currentOutput } from '../delivery/outputs.ts';
import { Freshness } from '../delivery/freshness.ts';
import { KeptPage, PageCache } from '../delivery/page-cache.ts';
import { compile } from '../newsroom/compile/compile.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { Editions } from '../newsroom/edition/open.ts';
import { hubKinds } from '../newsroom/model/hub.ts';
import { feedFormats, feedHome, feedPath, type FeedSource } from '../site/feeds.ts';
import { fullPages } from '../site/paging.ts';
import {
  kilobytes,
  machine,
  megabytes,
  memoryOf,
  note,
  print,
  printTable,
  spread,
  thousands,
  withFolder,
} from './measure.ts';
import { writeNewsroom } from './newsroom.ts';

/**
 * Feeds, sitemaps and the like: the first request of each after a compile, compressed as it is sent, and its size.
 *
 *     npx node bench/outputs.ts [ARTICLES or DATA-FOLDER] [PATH…]        (100000, the feeds of the site and of its largest hubs)
 */
const [from = '100000', ...asked] = process.argv.slice(2);
const rounds = 7;
const now = Date.parse('2030-01-01T00:00:00Z');

print(machine());
if (existsSync(from)) measure(from);
else
  await withFolder(async (folder) => {
    const [content, data] = [join(folder, 'content'), join(folder, 'data')];
    note(`writing ${from} articles, compiling`);
    writeNewsroom(content, Number(from));
    await compile({ content, data });
    measure(data);
  });

function measure(data: string): void {
  const first = Editions.in(data);
  const { count, paths } = first.at(now, (edition) => ({
    count: edition.count('all', ''),
    paths: asked.length > 0 ? asked : feedsOf(edition),
  }));
  first.close();
  print(`${thousands(count)} articles, ${rounds} rounds, each with an edition of which nothing is known yet`);
  // Code gets warm.
  for (const path of paths) read(data, path);
  const before = memoryOf('self', 'VmRSS');
  const rows = paths.map((path) => {
    const reads = Array.from({ length: rounds }, () => read(data, path));
    const [{ bytes, sent } = { bytes: 0, sent: 0 }] = reads;
    return [
      path,
      spread(reads.map(({ time }) => time)),
      spread(reads.map(({ cpu }) => cpu)),
      kilobytes(bytes),
      kilobytes(sent),
    ];
  });
  printTable(['output', 'first request, ms: median (lowest – highest)', 'of it the CPU’s', 'bytes', 'in brotli'], rows);
  print(`memory after one round ${megabytes(before)}, after all of them ${megabytes(memoryOf('self', 'VmRSS'))}`);
}

/** One request in a process that has just seen a compile. */
function read(data: string, path: string): { time: number; cpu: number; bytes: number; sent: number } {
  const editions = Editions.in(data);
  const kept = { pages: new PageCache(undefined, 'bench'), freshness: new Freshness(editions, () => now) };
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  const page = currentOutput(kept, path);
  const time = performance.now() - started;
  const { user, system } = process.cpuUsage(cpuBefore);
  editions.close();
  if (!(page instanceof KeptPage)) throw new Error(`There is nothing at ${path}.`);
  return { time, cpu: (user + system) / 1000, bytes: page.form('identity').length, sent: page.form('br').length };
}

/** The feeds of the site and of the hub of each kind that has most stories; of each the archive at both ends and in the middle. */
function feedsOf(edition: Edition): string[] {
  const sources: FeedSource[] = [{ of: 'site' }];
  for (const kind of hubKinds) {
    const [largest] = edition.hubs(kind).toSorted((a, b) => b.count - a.count);
    if (largest) sources.push({ of: 'hub', kind, slug: largest.slug });
  }
  if (edition.corrections.count > 0) sources.push({ of: 'corrections' });
  return sources.flatMap((source) => {
    const base = feedHome(source);
    const count =
      source.of === 'corrections'
        ? edition.corrections.count
        : source.of === 'hub'
          ? edition.count(source.kind, source.slug)
          : edition.count('all', '');
    const full = fullPages(count);
    const archive = [...new Set([1, Math.ceil(full / 2), full])].filter((number) => number >= 1 && number <= full);
    return [
      ...feedFormats.map((format) => feedPath(base, format)),
      ...archive.map((number) => feedPath(base, feedFormats[1], number)),
    ];
  });
}
