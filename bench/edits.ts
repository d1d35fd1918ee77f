import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '../newsroom/compile/compile.ts';
import { packed, type PackedDependencies, type ReadAt } from '../newsroom/edition/recent-changes.ts';
import { Editions } from '../newsroom/edition/open.ts';
import { linkTarget } from '../site/addresses/link-target.ts';
import { answer, digestOf } from '../site/answer.ts';
import { articleOf } from './article.ts';
import { machine, note, print, printTable, thousands, withFolder } from './measure.ts';
import { addressesOf, articleFile, newsroomIn } from './newsroom.ts';
import { Chance } from './random.ts';

/**
 * How many article pages a server looks at again after one story was edited, published or killed, and how many of these have
 * changed. It fails if a page has changed that would not be looked at.
 *
 *     npx node bench/edits.ts [10000] [--of 10] [--pages 200] [--folder FOLDER]
 *
 * - `--of`: how many changes of each kind. An edit gives a story the headline of another one.
 * - `--pages`: how many pages are watched, chosen at random.
 * - `--folder`: where the newsroom is written. One that is there is taken as it is, with the changes of runs before.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    of: { type: 'string', default: '10' },
    pages: { type: 'string', default: '200' },
    folder: { type: 'string' },
  },
});
const count = Number(positionals[0] ?? 10_000);
const chance = new Chance(count);
const addresses = addressesOf(count);

interface Watched {
  address: string;
  digest: string;
  read: PackedDependencies;
  at: ReadAt;
}

async function run(folder: string): Promise<void> {
  const { content, data } = newsroomIn(folder, count);
  note('compiling');
  await compile({ content, data });
  const editions = Editions.in(data, { linkTarget });
  const now = Date.now();
  const look = (address: string): Watched =>
    editions.at(now, (edition) => {
      const { value, read } = edition.recording(() => {
        const found = answer(edition, address);
        return found.status === 308 ? found.to : `${found.status} ${digestOf(found.view)}`;
      });
      return { address, digest: value, read: packed(read), at: edition.readAt };
    });
  editions.present(now);
  let watched = Array.from({ length: Number(values.pages) }, () => look(someAddress()));
  const rows: string[][] = [];
  for (const [kind, change] of Object.entries(changes)) {
    const found: Record<'looked' | 'drifted' | 'changed', number[]> = { looked: [], drifted: [], changed: [] };
    for (let number = 0; number < Number(values.of); number += 1) {
      change(content, number);
      await compile({ content, data });
      const at = editions.present(now);
      let [again, drifted, others] = [0, 0, 0];
      watched = watched.map((page) => {
        const present = look(page.address);
        if (present.digest !== page.digest) others += 1;
        const sameness = editions.samenessOf(page.read, page.at, now);
        if (sameness !== 'unchanged') {
          if (sameness === 'changed') again += 1;
          else drifted += 1;
          return present;
        }
        if (present.digest === page.digest) return { ...page, at };
        throw new Error(`${page.address} has changed, and nobody would look at it.`);
      });
      found.looked.push(again);
      found.drifted.push(drifted);
      found.changed.push(others);
      note(`${kind}: ${again} looked at, ${drifted} drifted, ${others} changed`);
    }
    const share = (numbers: readonly number[]): string => {
      const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
      return `${thousands((100 * mean) / watched.length, 1)} % (${numbers.map((each) => thousands(each)).join(' ')})`;
    };
    rows.push([kind, share(found.looked), share(found.drifted), share(found.changed)]);
  }
  editions.close();
  printTable([`of ${watched.length} article pages, for one story`, 'looked at again', 'drifted', 'changed'], rows);
}

function someAddress(): string {
  return addresses[chance.below(count)] ?? '';
}

const changes: Record<'published' | 'edited' | 'killed', (content: string, number: number) => void> = {
  published: (content, number) => {
    const { address, text } = articleOf(count + number, count, count);
    const file = join(content, articleFile(address));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  },
  edited: (content) => {
    const headline = /^headline: .*$/m.exec(readFileSync(join(content, articleFile(someAddress())), 'utf8'))?.[0] ?? '';
    edit(content, (text) => text.replace(/^headline: .*$/m, headline));
  },
  killed: (content) => edit(content, (text) => text.replace(/^published: .*$/m, '$&\nstatus: killed')),
};

function edit(content: string, to: (text: string) => string): void {
  const file = join(content, articleFile(someAddress()));
  writeFileSync(file, to(readFileSync(file, 'utf8')));
}

print(machine());
if (values.folder === undefined) await withFolder(run);
else await run(values.folder);
