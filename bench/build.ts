import { join } from 'node:path';
import {
  machine,
  median,
  note,
  print,
  printTable,
  root,
  runNode,
  sizeOf,
  megabytes,
  spread,
  thousands,
  withFolder,
} from './measure.ts';
import { writeNewsroom } from './newsroom.ts';
import { forgetBuild, nextBin } from './servers.ts';

/**
 * Whether the build grows with the archive: `next build` with few and with many articles, by turns. Takes `.next` away.
 *
 *     npx node bench/build.ts [FEW] [MANY] [ROUNDS]        (40 10000 3)
 */
const [few = 40, many = 10_000, rounds = 3] = process.argv.slice(2).map(Number);

print(machine());
await withFolder(async (folder) => {
  const archives = [few, many].map((count) => {
    const paths = { content: join(folder, `content-${count}`), data: join(folder, `data-${count}`) };
    const times: number[] = [];
    return { count, ...paths, times, disk: '' };
  });
  for (const { count, content, data } of archives) {
    note(`${count} articles: writing and compiling`);
    writeNewsroom(content, count);
    await runNode([join(import.meta.dirname, 'compile-once.ts'), content, data]);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const archive of archives) {
      note(`round ${round + 1}: ${archive.count} articles`);
      forgetBuild(root);
      const env = {
        DATELINE_CONTENT: archive.content,
        DATELINE_DATA: archive.data,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      };
      archive.times.push((await runNode([nextBin, 'build'], env)).seconds);
      const { bytes, files } = sizeOf(join(root, '.next'), ['cache']);
      archive.disk = `${megabytes(bytes)}, ${thousands(files)} files`;
    }
  }
  printTable(
    ['articles', '`next build`, s: median (lowest – highest)', '.next'],
    archives.map(({ count, times, disk }) => [thousands(count), spread(times), disk]),
  );
  const [small, large] = archives.map(({ times }) => median(times));
  print(`Ratio of the medians: ${thousands((large ?? NaN) / (small ?? NaN), 2)}`);
});
