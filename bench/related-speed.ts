import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isOutputPath } from '../formats/outputs.ts';
import { compile } from '../newsroom/compile/compile.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { Editions } from '../newsroom/edition/open.ts';
import { feedRouteOf } from '../site/addresses/feeds.ts';
import { linkTarget } from '../site/addresses/link-target.ts';
import { articleOf, stubOf } from './article.ts';
import type { CompileRun } from './compile-once.ts';
import {
  machine,
  note,
  percentile,
  print,
  printTable,
  processorSince,
  runNode,
  thousands,
  withFolder,
} from './measure.ts';
import { addressesOf, articleFile, newsroomIn, type Folders } from './newsroom.ts';
import { addressesIn, formsOf, type Sample } from './related/addresses.ts';
import { relatedIn, storyOf } from './related/dateline.ts';
import { digestAt } from './related/digests.ts';

/**
 * What related stories cost: the compile of a newsroom, the list of one article, and how many pages, feeds and sitemaps
 * change when one story is published: first one of a storyline, then one of none.
 *
 *     npx node bench/related-speed.ts [ARTICLES] [--folder FOLDER] [--full]
 *
 * - `--folder`: where the newsroom is written and compiled. It is not removed, and one that is there is taken as it is.
 * - `--full`: all addresses are compared. Without it that is so up to 5,000 articles. Above, these are: all pages of lists, the
 *   newest feed of each list with the last three and the first of its archive, all sitemaps, the 2,000 newest stories, the 30
 *   newest of each topic, person, place, agency and storyline, and 2,000 older ones that are chosen at random, each story
 *   with its page of links, its history and its other formats.
 *
 * An address changes when the digest changes by which the server knows whether its cached page is valid. Share images are not
 * compared: they depend on the headline and the picture of their own story.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string' },
    full: { type: 'boolean', default: false },
  },
});
const count = Number(positionals[0] ?? 10_000);

/** Up to so many articles, all addresses are compared. */
const mostInFull = 5_000;
const sample: Sample | undefined =
  values.full || count <= mostInFull ? undefined : { newest: 2_000, older: 2_000, newestOfEach: 30, lastPages: 3 };
/** How many articles are asked for their list, at equal distances over the archive. */
const asked = 500;
/** How many others are asked after the first one: until then the code is slow, and the pages of the store are not in memory. */
const warming = 20;
/** An hour after the story that is published. */
const now = Date.parse(stubOf(count, count).published) + 3_600_000;

print(machine());
if (values.folder === undefined) await withFolder(measure);
else await measure(values.folder);

async function measure(folder: string): Promise<void> {
  const folders = newsroomIn(folder, count);
  // An earlier run has published them.
  for (const index of nextStories()) rmSync(nextFile(folders, index), { force: true });
  note('compiling');
  await measureCompile(folders);
  const editions = Editions.in(folders.data, { linkTarget });
  try {
    measureLists(editions);
    note('digests before');
    let before = editions.at(now, (edition) => digestsOf(edition, addressesIn(edition, sample)));
    for (const index of nextStories()) before = await publish(editions, folders, index, before);
  } finally {
    editions.close();
  }
}

async function measureCompile({ content, data }: Folders): Promise<void> {
  const { output } = await runNode([join(import.meta.dirname, 'compile-once.ts'), content, data], {
    DATELINE_NOW: new Date(now).toISOString(),
  });
  const { articles, changed, seconds, cpu }: CompileRun = JSON.parse(output);
  printTable(
    ['compiled articles', 'changed', 's', 'CPU, s'],
    [[thousands(articles), thousands(changed), thousands(seconds, 2), thousands(cpu, 1)]],
  );
}

function measureLists(editions: Editions): void {
  const all = addressesOf(count);
  const addressAt = (place: number): string => all[Math.floor(place * count)] ?? '';
  const lists = editions.at(now, (edition) => {
    const measured = (address: string): { elapsed: number; cpu: number; length: number } => {
      const story = storyOf(edition, address);
      const cpu = process.cpuUsage();
      const started = performance.now();
      const { length } = relatedIn(edition, story);
      return { elapsed: performance.now() - started, cpu: processorSince(cpu), length };
    };
    const first = measured(addressAt(0));
    for (let index = 0; index < warming; index += 1) measured(addressAt((index + 0.5) / warming));
    return [first, ...Array.from({ length: asked - 1 }, (_, index) => measured(addressAt((index + 1) / asked)))];
  });
  const rowFor = (name: string, times: number[]): string[] => [
    name,
    ...[times[0] ?? NaN, ...[50, 99, 100].map((percent) => percentile(times.slice(1), percent))].map((time) =>
      thousands(time, 2),
    ),
  ];
  const stories = lists.reduce((sum, { length }) => sum + length, 0) / asked;
  printTable(
    [
      `one of ${asked} lists, ${thousands(stories, 1)} stories in the mean`,
      'first, ms',
      'p50, ms',
      'p99, ms',
      'worst, ms',
    ],
    [
      rowFor(
        'elapsed',
        lists.map(({ elapsed }) => elapsed),
      ),
      rowFor(
        'CPU',
        lists.map(({ cpu }) => cpu),
      ),
    ],
  );
}

/** The numbers of two articles after all others: one of a storyline, and one that is of none. */
function nextStories(): number[] {
  const first = (ofStoryline: boolean): number => {
    let index = count;
    while (articleOf(index, count, count).text.includes('\nstoryline: ') !== ofStoryline) index += 1;
    return index;
  };
  return [first(true), first(false)];
}

function nextFile({ content }: Folders, index: number): string {
  return join(content, articleFile(articleOf(index, count, count).address));
}

/** Digests by address; undefined where the address answers that there is nothing. */
type Digests = Map<string, string | undefined>;

/** Publishes an article, and prints which addresses change. Returns the digests afterwards. */
async function publish(
  editions: Editions,
  { content, data }: Folders,
  index: number,
  before: Digests,
): Promise<Digests> {
  const { address, text } = articleOf(index, count, count);
  const file = articleFile(address);
  const target = nextFile({ content, data }, index);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  const started = performance.now();
  const { added, problems } = await compile({ content, data, only: [file], now });
  const seconds = (performance.now() - started) / 1000;
  if (added !== 1) throw new Error(`${file} was not published: ${problems[0]?.message}`);
  note('digests after');
  const { after, fresh } = editions.at(now, (edition) => {
    const lists = sample && { newest: 0, older: 0, newestOfEach: 0, lastPages: 0 };
    const others = addressesIn(edition, lists).filter((path) => !before.has(path));
    return { after: digestsOf(edition, before.keys()), fresh: digestsOf(edition, others) };
  });
  const changed = [...before.keys()].filter((path) => before.get(path) !== after.get(path)).toSorted();
  const own = new Set(formsOf(address));
  const newPaths = [...fresh.keys()].filter((path) => fresh.get(path) !== undefined && !own.has(path)).toSorted();
  const { storyline = 'no storyline' } = /^storyline: (?<storyline>.*)$/m.exec(text)?.groups ?? {};
  print(
    `\n${address} (${storyline}) was published in ${thousands(seconds, 2)} s. Of ${thousands(before.size)} addresses` +
      `${sample ? ' (a sample)' : ''}, ${thousands(changed.length)} changed; ${newPaths.length} are new, beside its own.\n`,
  );
  const kinds = Map.groupBy(changed, kindOf);
  printTable(
    ['changed', 'number'],
    [...kinds].map(([kind, paths]) => [kind, thousands(paths.length)]),
  );
  for (const path of changed) print(`- ${path}`);
  for (const path of newPaths) print(`- ${path} (new)`);
  return new Map([...after, ...fresh]);
}

function digestsOf(edition: Edition, paths: Iterable<string>): Digests {
  return new Map([...paths].map((path) => [path, digestAt(edition, path)]));
}

function kindOf(path: string): string {
  if (/^\/\d{4}\/\d\d\/\d\d\/(?!page\/)/.test(path)) return 'stories: pages, links, formats';
  if (feedRouteOf(path)) return 'feeds';
  if (isOutputPath(path)) return 'sitemaps and small files';
  return 'lists and other pages';
}
