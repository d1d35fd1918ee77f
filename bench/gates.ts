import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { get } from './http.ts';
import { machine, note, print, printTable, sleep, spread, thousands, withFolder } from './measure.ts';
import { addressesOf, articleFile, writeNewsroom } from './newsroom.ts';
import { startDateline } from './servers.ts';

/**
 * How long the public sees the old state: from an embargo's end, from an expiry and from a saved kill to the first answer
 * that shows the new one, at the story's own address and on the list of its day.
 *
 *     npx node bench/gates.ts [ARTICLES] [EACH]        (10000, 20)
 */
const count = Number(process.argv[2] ?? 10_000);
const each = Number(process.argv[3] ?? 20);
/** Seconds between two gates; a rendering is over by then. */
const apart = 2;
/** Longest that is waited for anything. Milliseconds. */
const longest = 30_000;

print(machine());
await withFolder(async (folder) => {
  const content = join(folder, 'content');
  note(`writing ${count} articles, starting`);
  writeNewsroom(content, count);
  const site = await startDateline(content, join(folder, 'data'));
  try {
    const { port } = site;
    const all = addressesOf(count).filter((_, index) => index % Math.floor(count / (3 * each)) === 0);
    const set = (path: string, line: string): void => {
      const file = join(content, articleFile(path));
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^published: .*$/m, `$&\n${line}`));
    };
    const status = async (path: string): Promise<number> => (await get(port, path)).status;
    const isListed = async (path: string): Promise<boolean> =>
      (await get(port, path.slice(0, 11))).text().includes(path);

    /** Milliseconds by the clock from an instant until something holds. */
    const until = async (instant: number, holds: () => Promise<boolean>): Promise<number> => {
      while (Date.now() < instant + longest) {
        if (await holds()) return Date.now() - instant;
        await sleep(1);
      }
      throw new Error(`It took longer than ${longest / 1000} s.`);
    };

    /** Gives stories a gate each, one after the other, and sees when it shows. */
    const passGates = async (
      paths: string[],
      field: string,
      after: number,
    ): Promise<[page: number, list: number][]> => {
      const first = Math.ceil(Date.now() / 1000) * 1000 + 10_000;
      const gateOf = (index: number): number => first + index * apart * 1000;
      for (const [index, path] of paths.entries()) set(path, `${field}: ${new Date(gateOf(index)).toISOString()}`);
      const delays: [number, number][] = [];
      for (const [index, path] of paths.entries()) {
        const gate = gateOf(index);
        await sleep(gate - 400 - Date.now());
        if ((await status(path)) === after) throw new Error(`${path} had passed its gate before ${field}.`);
        const page = until(gate, async () => (await status(path)) === after);
        const list = until(gate, async () => (await isListed(path)) === (after === 200));
        delays.push([await page, await list]);
      }
      return delays;
    };

    note(`${each} embargoes`);
    const embargoes = await passGates(all.slice(0, each), 'embargo', 200);
    note(`${each} expiries`);
    const expiries = await passGates(all.slice(each, 2 * each), 'expires', 410);
    note(`${each} kills`);
    const kills: [number, number][] = [];
    for (const path of all.slice(2 * each, 3 * each)) {
      if ((await status(path)) !== 200 || !(await isListed(path))) throw new Error(`${path} is not public.`);
      await sleep(300);
      set(path, 'status: killed');
      const saved = Date.now();
      const page = until(saved, async () => (await status(path)) === 410);
      const list = until(saved, async () => !(await isListed(path)));
      kills.push([await page, await list]);
    }

    const row = (name: string, delays: readonly [number, number][]): string[] => [
      name,
      spread(
        delays.map(([page]) => page),
        0,
      ),
      spread(
        delays.map(([, list]) => list),
        0,
      ),
    ];
    print(`${thousands(count)} articles; milliseconds, median (best – worst) of ${each}`);
    printTable(
      ['from', 'its own address answers', 'the list of its day shows it'],
      [
        row('the end of an embargo, to 200', embargoes),
        row('an expiry, to 410', expiries),
        row('the save of a kill, to 410', kills),
      ],
    );
  } finally {
    await site.stop();
  }
});
