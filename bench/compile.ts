import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleFile, addressesOf, writeNewsroom } from './newsroom.ts';
import type { CompileRun } from './compile-once.ts';
import { machine, megabytes, note, print, printTable, runNode, sizeOf, thousands, withFolder } from './measure.ts';

/**
 * Content → store: cold, with nothing changed, and with one file changed.
 *
 *     npx node bench/compile.ts [ARTICLES…]        (40 1000 10000)
 */
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [40, 1000, 10_000];

print(machine());
const rows: string[][] = [];
for (const count of counts) rows.push(await measure(count));
printTable(
  [
    'articles',
    'cold, s',
    'CPU, s',
    'articles/s',
    'peak memory',
    'store',
    'nothing changed, s',
    'peak',
    'one changed, s',
    'wall of that, s',
  ],
  rows,
);

function measure(count: number): Promise<string[]> {
  return withFolder(async (folder) => {
    const content = join(folder, 'content');
    const data = join(folder, 'data');
    note(`${count} articles: writing`);
    writeNewsroom(content, count);
    const cold = await once(content, data);
    const store = sizeOf(data).bytes;
    const same = await once(content, data);
    appendFileSync(
      join(content, articleFile(addressesOf(count)[Math.floor(count / 2)] ?? '')),
      '\nA last paragraph.\n',
    );
    const one = await once(content, data);
    if (cold.run.articles !== count || same.run.changed !== 0 || one.run.changed !== 1)
      note('The counts are not what they should be.');
    if (cold.run.problems > 0) note(`${cold.run.problems} problems, first: ${cold.run.firstProblem}`);
    return [
      thousands(count),
      thousands(cold.run.seconds, 2),
      thousands(cold.run.cpu, 1),
      thousands(count / cold.run.seconds),
      megabytes(cold.run.peak),
      megabytes(store),
      thousands(same.run.seconds, 2),
      megabytes(same.run.peak),
      thousands(one.run.seconds, 2),
      thousands(one.seconds, 2),
    ];
  });
}

async function once(content: string, data: string): Promise<{ run: CompileRun; seconds: number }> {
  const { output, seconds } = await runNode([join(import.meta.dirname, 'compile-once.ts'), content, data]);
  const run: CompileRun = JSON.parse(output);
  return { run, seconds };
}
