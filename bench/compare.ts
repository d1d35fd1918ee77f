import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '../newsroom/compile/compile.ts';
import { Editions } from '../newsroom/edition/open.ts';
import { linkTarget } from '../site/addresses/link-target.ts';
import { articleOf, stubOf } from './article.ts';
import { growthChart } from './growth-chart.ts';
import { get } from './http.ts';
import { loadFrom } from './load.ts';
import { fetchFrom } from './made-on-request.ts';
import {
  machine,
  median,
  note,
  percentile,
  root,
  runMeasured,
  sizeOf,
  sleep,
  withFolder,
  type Used,
} from './measure.ts';
import { addressesOf, articleFile, newsroomIn, type Folders } from './newsroom.ts';
import { weigh } from './page-weight.ts';
import { peers, type Peer } from './peers.ts';
import { reportOf, soakIn, withSoak, type Build, type Comparison, type Serving } from './performance-report.ts';
import { addressesIn, formsOf, type Sample } from './related/addresses.ts';
import { digestAt } from './related/digests.ts';
import { forgetBuild, startDateline, startPlain, type Site } from './servers.ts';

/**
 * Dateline over archives of several sizes, by turns with the sites in `peers.ts`: compile and build, memory, disk, first
 * renders, cached pages, saved to live. Writes what it finds into a page of documentation, beside what earlier runs found at
 * other sizes. Takes `.next` away and builds anew.
 *
 *     npx node bench/compare.ts [--sizes 1000,10000] [--rounds 3] [--peers next,eleventy,astro,hugo] [--out docs/performance.md]
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    rounds: { type: 'string', default: '3' },
    peers: { type: 'string', default: 'next,eleventy,astro,hugo' },
    out: { type: 'string', default: 'docs/performance.md' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(values.rounds);
const wanted = values.peers.split(',').map((name) => name.trim().toLowerCase());
const chosen = peers.filter(({ name }) => wanted.some((each) => name.toLowerCase().startsWith(each)));

/** Under load a server has one core, and the load another. */
const [serverCore, loadCore] = [0, 1];
const connections = 16;
/** Pages that nobody has asked for, one by one, and as many more over four connections. */
const strangers = 600;
const edits = 10;
/** What a publication changes is looked for in the pages, feeds and other forms of so many stories and collections. */
const sample: Sample = { newest: 200, older: 100, newestOfEach: 0, lastPages: 1 };
const mostOthers = 500;
/** In a larger archive the lists of one story's topics have so many pages that it takes hours to look at them. */
const mostLooked = 100_000;

const quiet = { NEXT_TELEMETRY_DISABLED: '1' };

const results = values.out.replace(/\.md$/, '.json');
const known: Comparison[] = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : [];
const found = new Map(known.map((each) => [each.articles, each]));
for (const size of sizes) {
  found.set(size, await withFolder((folder) => compareAt(size, folder)));
  const all = [...found.values()].toSorted((a, b) => a.articles - b.articles);
  writeFileSync(results, `${JSON.stringify(all, null, 1)}\n`);
  writeFileSync(values.out.replace(/\.md$/, '.svg'), growthChart(all));
  const soak = existsSync(values.out) ? soakIn(readFileSync(values.out, 'utf8')) : undefined;
  writeFileSync(values.out, soak === undefined ? reportOf(all) : withSoak(reportOf(all), soak));
}

async function compareAt(size: number, folder: string): Promise<Comparison> {
  const where = machine();
  const folders = newsroomIn(folder, size);
  const text = sizeOf(folders.content).bytes;
  const left = new Map<string, string>();
  const taking = chosen.filter(({ name, most, missing }) => {
    const why = missing ?? (size > most ? `not at more than ${most.toLocaleString('en')} articles` : undefined);
    if (why !== undefined) left.set(name, why);
    return why === undefined;
  });
  const folderOf = ({ name }: Peer): string => join(folder, name.replace(/\W/g, ''));
  const builds = new Map<string, Build[]>();
  const add = (name: string, build: Build): void => void builds.set(name, [...(builds.get(name) ?? []), build]);
  for (let round = 0; round < rounds; round += 1) {
    note(`${size}, round ${round + 1} of ${rounds}: Dateline`);
    rmSync(folders.data, { recursive: true, force: true });
    add('Dateline', buildOf(await compileOf(folders), sizeOf(folders.data)));
    for (const peer of taking) {
      note(`${size}, round ${round + 1} of ${rounds}: ${peer.name}`);
      const built = await buildWith(peer, folders.content, folderOf(peer));
      if (typeof built === 'string') left.set(peer.name, built);
      else add(peer.name, built);
    }
  }
  // A second name for a file changes its inode, so Dateline reads it again, and cannot rely on the watching of its folder.
  for (const peer of taking) rmSync(folderOf(peer), { recursive: true, force: true });
  if (taking.length > 0) await compileOf(folders);
  const same = await compileOf(folders);
  change(folders, addressesOf(size)[Math.floor(size / 2)] ?? '', 'One change by command');
  const one = await compileOf(folders);
  const isLooked = size <= mostLooked;
  note(`${size}: ${isLooked ? 'what a publication changes' : 'what a publication changes is not looked for'}`);
  const changed = isLooked ? await changedByPublication(folders, size) : undefined;
  note(`${size}: the build of the code`);
  forgetBuild(root);
  const env = { DATELINE_CONTENT: folders.content, DATELINE_DATA: folders.data, ...quiet };
  // Next's own command leaves no mark by which a start sees that the build is of this code: the start would build again.
  const code = await runMeasured([process.execPath, join(root, 'cli/dateline.js'), 'build', '--code-only'], env);
  const dateline = await serving(size, () => startDateline(folders.content, folders.data), folders);
  const isPlain = builds.has('Next.js, prerendered');
  const plain = isPlain ? await serving(size, () => startPlain(folders.content)) : undefined;
  return {
    articles: size,
    machine: where,
    rounds,
    text,
    builds: Object.fromEntries(builds),
    left: Object.fromEntries(left),
    same: same.seconds,
    one: one.seconds,
    code: code.seconds,
    ...(changed && { changed }),
    dateline,
    ...(plain && { plain }),
  };
}

function compileOf({ content, data }: Folders): Promise<Used> {
  return runMeasured([process.execPath, join(import.meta.dirname, 'compile-once.ts'), content, data]);
}

function buildOf({ seconds, cpu, peak }: Used, { bytes, files }: { bytes: number; files: number }): Build {
  return { seconds, cpu, peak, bytes, files };
}

/** Why it failed, where it did: a site with many pages may need more memory than there is. */
async function buildWith(peer: Peer, content: string, folder: string): Promise<Build | string> {
  mkdirSync(folder, { recursive: true });
  const { command, cwd, env, output } = peer.prepare(content, folder);
  try {
    return buildOf(await runMeasured(command, env, cwd), sizeOf(output, ['cache']));
  } catch (error) {
    note(String(error));
    return 'it failed';
  }
}

/** Gives an article another headline. */
function change({ content }: Folders, address: string, headline: string): void {
  const file = join(content, articleFile(address));
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^headline: .*$/m, `headline: ${headline}`));
}

/** How many addresses answer something else after one more story is published, and among how many. */
async function changedByPublication(
  { content, data }: Folders,
  size: number,
): Promise<{ changed: number; of: number }> {
  const now = Date.parse(stubOf(size, size).published) + 3_600_000;
  const { address, text } = articleOf(size, size, size);
  const own = new Set(formsOf(address));
  const editions = Editions.in(data, { linkTarget });
  const digests = (paths: Iterable<string>): Map<string, string | undefined> =>
    editions.at(now, (edition) => new Map([...paths].map((path) => [path, digestAt(edition, path)])));
  try {
    const all = editions.at(now, (edition) => addressesIn(edition, sample)).filter((path) => !own.has(path));
    // Its own topics and author are all looked at, and some of the others.
    const isNear = (path: string): boolean =>
      !/^\/(?:topics|people|places|agencies|storylines)\//.test(path) ||
      text.includes((path.split('/')[2] ?? '').replace(/\..*$/, ''));
    const [near, others] = [all.filter(isNear), all.filter((path) => !isNear(path))];
    const step = Math.ceil(others.length / mostOthers);
    const before = digests([...near, ...others.filter((_, index) => index % step === 0)]);
    const file = articleFile(address);
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
    await compile({ content, data, only: [file], now });
    const after = digests(before.keys());
    return {
      changed: [...before.keys()].filter((path) => before.get(path) !== after.get(path)).length,
      of: before.size,
    };
  } finally {
    editions.close();
  }
}

/** What readers of a site notice. `edited`: the folders in which stories are edited while it runs. */
async function serving(size: number, start: () => Promise<Site>, edited?: Folders): Promise<Serving> {
  note(`${size}: serving`);
  const all = addressesOf(size);
  const spread = (many: number, from: number): string[] =>
    Array.from({ length: Math.min(many, Math.floor(size / 3)) }, (_, index) => {
      const step = size / Math.min(many, Math.floor(size / 3));
      return all[Math.floor(index * step) + from] ?? '';
    });
  const site = await start();
  try {
    const fetch = fetchFrom(site, 4);
    for (const path of all.slice(-60, -30)) await get(site.port, path);
    const firsts: number[] = [];
    for (const path of spread(strangers, 0)) firsts.push((await fetch(path)).whole);
    const began = performance.now();
    const cold = spread(strangers, 1);
    await Promise.all(
      [0, 1, 2, 3].map(async (part) => {
        for (let index = part; index < cold.length; index += 4) await fetch(cold[index] ?? '/');
      }),
    );
    const perSecond = (cold.length * 1000) / (performance.now() - began);
    const live: number[] = [];
    if (edited)
      for (const [index, path] of spread(edits, 0).entries()) live.push(await savedToLive(site, edited, path, index));
    const { sent, scripts, styles, images } = await weigh(site.port, all.at(-40) ?? '/');
    const load = { port: site.port, paths: spread(200, 0), connections };
    // The program that makes the load has the other core.
    site.pin(serverCore);
    // The edits have made the server look at each page again, at its next request.
    for (const path of load.paths) await fetch(path);
    await loadFrom(loadCore, { ...load, seconds: 2 });
    const runs = [];
    for (let round = 0; round < 3; round += 1) runs.push(await loadFrom(loadCore, { ...load, seconds: 4 }));
    return {
      ready: site.ready,
      first: { p50: percentile(firsts, 50), p99: percentile(firsts, 99) },
      cold: perSecond,
      cached: median(runs.map((run) => run.perSecond)),
      p50: median(runs.map((run) => run.p50)),
      p99: median(runs.map((run) => run.p99)),
      failures: runs.reduce((sum, { failures }) => sum + failures, 0),
      memory: site.memory(),
      weight: sent + scripts.bytes + styles.bytes + images.bytes,
      ...(live.length > 0 && { live: { p50: median(live), worst: Math.max(...live) } }),
    };
  } finally {
    await site.stop();
  }
}

/** Milliseconds from the end of a write to the first answer that shows it. */
async function savedToLive({ port }: Site, folders: Folders, path: string, index: number): Promise<number> {
  const headline = `Bench edit ${index} has reached the page`;
  await sleep(300);
  change(folders, path, headline);
  const started = performance.now();
  while (performance.now() - started < 60_000) {
    if ((await get(port, path)).text().includes(headline)) return performance.now() - started;
    await sleep(5);
  }
  throw new Error(`${path} did not show its new headline in a minute.`);
}
