import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { articleOf } from './article.ts';
import { get } from './http.ts';
import { loadFrom, type LoadRun } from './load.ts';
import { machine, megabytes, note, percentile, print, sleep, tableOf, thousands, withFolder } from './measure.ts';
import { addressesOf, articleFile, newsroomIn } from './newsroom.ts';
import { withSoak } from './performance-report.ts';
import { Chance } from './random.ts';
import { startDateline, type Site } from './servers.ts';

/**
 * A long day in minutes, on all cores, which the load shares: half of the load that the server can bear, half of it on random pages of the archive, while a story is
 * published or edited every second and one is killed every minute. All pages are made before, as in a site that has run for a day. Prints a row for each minute: failures, how soon a
 * publication was public, answers that were older than a second, memory. Ends with 1 where there were failures or old answers.
 *
 *     npx node bench/soak.ts [--minutes 30] [--articles 10000] [--out docs/performance.md]
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    articles: { type: 'string', default: '10000' },
    out: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const count = Number(values.articles);
const connections = 16;
/** Readers of the long day: so many that those who wait for a page that is made again do not hold up the others. */
const readers = 256;
/** How old an answer may be. Milliseconds. */
const oldest = 1_000;
/** How often a story that was changed is looked at again. Milliseconds. */
const again = 100;

/** For looking at stories that were changed: none waits for another one. */
const lookers = new Agent({ keepAlive: true, maxSockets: 64 });

/** What an address must answer since an instant, by `performance.now()`. */
interface Expected {
  path: string;
  shows: (status: number, text: string) => boolean;
  since: number;
}

interface Minute extends LoadRun {
  published: number;
  /** Milliseconds from a save to the first answer that shows it. */
  live: number[];
  old: number;
  memory: number;
}

const where = machine();
await withFolder(async (folder) => {
  const { content, data } = newsroomIn(folder, count);
  const site = await startDateline(content, data);
  try {
    await soak(site, content);
  } finally {
    await site.stop();
  }
});

async function soak(site: Site, content: string): Promise<void> {
  const { port } = site;
  const all = addressesOf(count);
  const chance = new Chance(count);
  const popular = all.slice(-200);
  for (const path of all) await get(port, path);
  note('all pages are made');
  const top = await loadFrom(undefined, { port, paths: popular, connections, seconds: 10 });
  const perSecond = Math.floor(top.perSecond / 2);
  note(`top load ${thousands(top.perSecond)} requests a second`);

  const expected = new Map<string, Expected>();
  const waiting: Promise<void>[] = [];
  let now: Minute = newMinute();
  const over = new AbortController();

  /** Saves a file, and notes when its address first answers what it must. */
  const save = (path: string, text: string, shows: Expected['shows']): void => {
    const file = join(content, articleFile(path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    const since = performance.now();
    expected.set(path, { path, shows, since });
    now.published += 1;
    const { live } = now;
    waiting.push(
      (async () => {
        while (performance.now() < since + 60_000) {
          if (await holds(port, { path, shows, since })) return void live.push(performance.now() - since);
          await sleep(25);
        }
        live.push(Infinity);
      })(),
    );
  };
  const edit = (path: string, to: (text: string) => string): string =>
    to(readFileSync(join(content, articleFile(path)), 'utf8'));

  const publish = async (): Promise<void> => {
    for (let number = 0; !over.signal.aborted; number += 1) {
      const next = performance.now() + 1000;
      if (number % 60 === 59) {
        const path = all[chance.below(count)] ?? '';
        save(
          path,
          edit(path, (text) => text.replace(/^published: .*$/m, '$&\nstatus: killed')),
          (status) => status === 410,
        );
      } else if (number % 2 === 0) {
        const { address, text } = articleOf(count + number, count, count);
        save(address, text, (status) => status === 200);
      } else {
        const path = all[chance.below(count)] ?? '';
        const headline = `Edit ${number} of the long day`;
        if (expected.get(path)?.shows(410, '') !== true)
          save(
            path,
            edit(path, (text) => text.replace(/^headline: .*$/m, `headline: ${headline}`)),
            (_, text) => text.includes(headline),
          );
      }
      await sleep(next - performance.now());
    }
  };
  const look = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await sleep(again);
      const known = [...expected.values()];
      const each = known[chance.below(Math.max(known.length, 1))];
      if (!each || performance.now() < each.since + oldest) continue;
      const isRight = await holds(port, each);
      // It may have been saved again in the meantime.
      if (!isRight && expected.get(each.path) === each) now.old += 1;
    }
  };

  const work = [publish(), look()];
  const done: Minute[] = [];
  for (let minute = 0; minute < minutes; minute += 1) {
    const old = Array.from({ length: 5_000 }, () => all[chance.below(count)] ?? '/');
    const paths = old.flatMap((path, index) => [path, popular[index % popular.length] ?? '/']);
    const run = await loadFrom(undefined, { port, paths, connections: readers, seconds: 60, perSecond });
    done.push({ ...now, ...run, memory: site.memory() });
    now = newMinute();
    note(rowOf(done.length, done.at(-1) ?? now).join(' | '));
  }
  over.abort();
  await Promise.all([...work, ...waiting]);
  report(done, perSecond);
}

function newMinute(): Minute {
  return { perSecond: 0, failures: 0, p50: 0, p99: 0, busy: 0, published: 0, live: [], old: 0, memory: 0 };
}

async function holds(port: number, { path, shows }: Expected): Promise<boolean> {
  try {
    const got = await get(port, path, undefined, lookers);
    return shows(got.status, got.text());
  } catch {
    return false;
  }
}

function rowOf(minute: number, each: Minute): string[] {
  const { perSecond, failures, p50, p99, published, live, old, memory } = each;
  return [
    String(minute),
    thousands(perSecond),
    thousands(failures),
    thousands(p50, 1),
    thousands(p99, 1),
    thousands(published),
    thousands(percentile(live, 50)),
    thousands(Math.max(...live)),
    thousands(live.filter((time) => time > oldest).length),
    thousands(old),
    megabytes(memory),
  ];
}

function report(done: readonly Minute[], perSecond: number): void {
  const failures = done.reduce((sum, each) => sum + each.failures, 0);
  const old = done.reduce((sum, each) => sum + each.old + each.live.filter((time) => time > oldest).length, 0);
  const text = [
    `${where}; ${thousands(count)} articles; ${thousands(perSecond)} requests a second, half of what the server can bear, half of them for random pages of the archive; a story published or edited every second, one killed every minute. ${thousands(failures)} failures, ${thousands(old)} answers or publications older than a second. Times are milliseconds.`,
    tableOf(
      [
        'minute',
        'requests/s',
        'failures',
        'p50',
        'p99',
        'saves',
        'public after, median',
        'worst',
        'later than 1 s',
        'old answers',
        'memory',
      ],
      done.map((each, index) => rowOf(index + 1, each)),
    ),
  ].join('\n\n');
  print(text);
  if (values.out !== undefined)
    writeFileSync(values.out, withSoak(existsSync(values.out) ? readFileSync(values.out, 'utf8') : '', text));
  process.exitCode = failures + old === 0 ? 0 : 1;
}
