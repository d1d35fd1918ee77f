import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { Editions } from '../newsroom/edition/open.ts';
import { linkTarget } from '../site/addresses/link-target.ts';
import type { CompileRun } from './compile-once.ts';
import { loadFrom } from './load.ts';
import { fetchFrom } from './made-on-request.ts';
import {
  machine,
  median,
  megabytes,
  percentile,
  print,
  printTable,
  runNode,
  sizeOf,
  thousands,
  withFolder,
} from './measure.ts';
import { newsroomIn, type Folders } from './newsroom.ts';
import { startDateline } from './servers.ts';
import { sections } from './vocabulary.ts';

/**
 * What titles cost: the same stories as one site and as ten titles, by turns. One title carries everything, and nine carry
 * one or two sections each. The code must be built for the figures of the server.
 *
 *     npx node bench/titles.ts [10000] [--rounds 3] [--folder FOLDER] [--no-server]
 *
 * - `--folder`: where the newsroom is written. One that is there is taken as it is.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    rounds: { type: 'string', default: '3' },
    folder: { type: 'string' },
    server: { type: 'boolean', default: true },
  },
});
const count = Number(positionals[0] ?? 10_000);
const rounds = Number(values.rounds);

/** A server has one core, the load another. */
const [serverCore, loadCore] = [0, 1];
const pages = 200;

const small = Array.from({ length: 9 }, (_, index) => ({
  name: `title-${index + 1}`,
  sections: [index, ...(index % 2 === 0 ? [index + 3] : [])].map((each) => sections[each % sections.length]?.slug),
}));
/** The title whose pages are measured. */
const measured = small[0]?.name ?? '';

function writeTitles(content: string): void {
  const write = (name: string, fields: Record<string, unknown>): void =>
    writeFileSync(join(content, `titles/${name}.yaml`), stringify({ name, url: `https://${name}.example`, ...fields }));
  mkdirSync(join(content, 'titles'));
  write('main', { order: 0 });
  for (const { name, sections: carried } of small) write(name, { carries: { sections: carried } });
}

interface Figures {
  compiles: CompileRun[];
  bytes: number;
  first: number[];
  rates: number[];
  memory: number[];
}

async function compileOnce({ content, data }: Folders): Promise<CompileRun> {
  const { output } = await runNode([join(import.meta.dirname, 'compile-once.ts'), content, data]);
  const compiled: CompileRun = JSON.parse(output);
  // With so many titles, some own nothing.
  if (compiled.firstProblem !== undefined && !compiled.firstProblem.startsWith('titles/'))
    throw new Error(compiled.firstProblem);
  return compiled;
}

/** Of the stories of a title, `pages` at equal distances, and as many more. */
function someOf(data: string): { cold: string[]; kept: string[] } {
  const editions = Editions.in(data, { linkTarget, title: measured });
  const all = editions.at(Date.now(), (edition) => edition.newest('all', '', count).map(({ address }) => address));
  editions.close();
  const step = Math.max(1, Math.floor(all.length / (2 * pages)));
  const some = all.filter((_, index) => index % step === 0);
  return { cold: some.filter((_, index) => index % 2 === 0), kept: some.filter((_, index) => index % 2 === 1) };
}

async function serve(
  folders: Folders,
  of: ReturnType<typeof someOf>,
  host: string | undefined,
  found: Figures,
): Promise<void> {
  const site = await startDateline(folders.content, folders.data, serverCore);
  try {
    const named = host === undefined ? undefined : `${host}:${site.port}`;
    const fetch = fetchFrom(site, 1, named);
    for (const path of of.kept.slice(0, 40)) await fetch(path);
    for (const path of of.cold) found.first.push((await fetch(path)).whole);
    for (const path of of.kept) await fetch(path);
    const load = { port: site.port, paths: of.kept, connections: 16, ...(named !== undefined && { host: named }) };
    await loadFrom(loadCore, { ...load, seconds: 2 });
    const { perSecond, failures } = await loadFrom(loadCore, { ...load, seconds: 4 });
    if (failures > 0) throw new Error(`${failures} requests failed.`);
    found.rates.push(perSecond);
    found.memory.push(site.memory());
  } finally {
    await site.stop();
  }
}

async function run(folder: string): Promise<void> {
  const one = newsroomIn(folder, count);
  const ten = { content: join(folder, 'content-titles'), data: join(folder, 'data-titles') };
  if (!existsSync(ten.content)) {
    cpSync(one.content, ten.content, { recursive: true });
    writeTitles(ten.content);
  }
  const kinds = [one, ten].map((folders): { folders: Folders; found: Figures } => ({
    folders,
    found: { compiles: [], bytes: 0, first: [], rates: [], memory: [] },
  }));
  for (let round = 0; round < rounds; round += 1)
    for (const { folders, found } of kinds) {
      rmSync(folders.data, { recursive: true, force: true });
      found.compiles.push(await compileOnce(folders));
      found.bytes = sizeOf(folders.data).bytes;
    }
  const of = someOf(ten.data);
  if (values.server)
    for (let round = 0; round < rounds; round += 1)
      for (const { folders, found } of kinds)
        await serve(folders, of, folders === ten ? `${measured}.localhost` : undefined, found);
  const row = (name: string, figure: (found: Figures) => number, text: (value: number) => string): string[] => {
    const [alone = NaN, titles = NaN] = kinds.map(({ found }) => figure(found));
    return [name, text(alone), text(titles), thousands(titles / alone, 2)];
  };
  const compiled =
    (figure: (run: CompileRun) => number) =>
    (found: Figures): number =>
      median(found.compiles.map(figure));
  printTable(
    ['', 'one site', 'ten titles', 'times'],
    [
      row('store', ({ bytes }) => bytes, megabytes),
      row(
        'compile: processor, s',
        compiled(({ cpu }) => cpu),
        (value) => thousands(value, 1),
      ),
      row(
        'compile: clock, s',
        compiled(({ seconds }) => seconds),
        (value) => thousands(value, 1),
      ),
      row(
        'compile: memory, at most',
        compiled(({ peak }) => peak),
        megabytes,
      ),
      row(
        'first render, ms, p50',
        ({ first }) => percentile(first, 50),
        (value) => thousands(value, 1),
      ),
      row(
        'kept pages a second',
        ({ rates }) => median(rates),
        (value) => thousands(value),
      ),
      row('server: memory', ({ memory }) => median(memory), megabytes),
    ],
  );
}

print(`${thousands(count)} articles; ${machine()}`);
if (values.folder === undefined) await withFolder(run);
else await run(values.folder);
