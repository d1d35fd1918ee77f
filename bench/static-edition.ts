import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  machine,
  megabytes,
  note,
  print,
  printTable,
  root,
  runMeasured,
  sizeOf,
  thousands,
  withFolder,
} from './measure.ts';
import { addressesOf, articleFile, newsroomIn } from './newsroom.ts';
import { peers, type BuildCommand } from './peers.ts';

/**
 * A static edition of an archive from nothing and after one edit, beside Eleventy's build of the same
 * content. Builds the code first, if it has changed.
 *
 *     npx node bench/static-edition.ts [1000]
 */
const size = Number(process.argv[2] ?? 1000);

await withFolder(async (folder) => {
  print(`${thousands(size)} articles; ${machine()}`);
  const { content, data } = newsroomIn(folder, size);
  const env = { DATELINE_CONTENT: content, DATELINE_DATA: data };
  const cli = [process.execPath, join(root, 'cli/dateline.js')];
  await runMeasured([...cli, 'build'], env);
  const rows: string[][] = [];
  const measure = async (name: string, build: BuildCommand): Promise<void> => {
    note(name);
    const { seconds, cpu, peak } = await runMeasured(build.command, build.env, build.cwd);
    const { files, bytes } = sizeOf(build.output);
    const cells = [thousands(seconds, 1), thousands(cpu, 1), thousands((cpu * 1000) / size, 1), megabytes(peak)];
    rows.push([name, ...cells, `${thousands(files)} files, ${megabytes(bytes)}`]);
  };
  const eleventy = peers.find(({ name }) => name === 'Eleventy');
  if (eleventy && eleventy.missing === undefined)
    await measure('Eleventy', eleventy.prepare(content, join(folder, 'eleventy')));
  else note(`Eleventy is left out: ${eleventy?.missing}`);
  const edition = join(folder, 'edition');
  const exported = (name: string, number: number): Promise<void> =>
    measure(name, {
      command: [...cli, 'export', '--site', edition],
      cwd: root,
      env,
      output: join(edition, 'exports', String(number), 'site'),
    });
  await exported('export from nothing', 1);
  const file = join(content, articleFile(addressesOf(size)[Math.floor(size / 2)] ?? ''));
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^headline: .*$/m, 'headline: Another headline'));
  await exported('export after one edit', 2);
  printTable(['', 'clock, s', 'processor, s', 'an article, ms', 'memory, at most', 'made'], rows);
});
