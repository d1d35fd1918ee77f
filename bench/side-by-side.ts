import { join } from 'node:path';
import { get } from './http.ts';
import { loadFrom, type LoadRun } from './load.ts';
import {
  kilobytes,
  machine,
  median,
  megabytes,
  note,
  percentile,
  print,
  printTable,
  root,
  runNode,
  sizeOf,
  spread,
  thousands,
  withFolder,
} from './measure.ts';
import { addressesOf, writeNewsroom } from './newsroom.ts';
import { weigh, type PageWeight } from './page-weight.ts';
import { forgetBuild, nextBin, plainFolder, startDateline, startPlain, type Site } from './servers.ts';

/**
 * Dateline and a plain App Router site over the same articles: build, disk, page weight, first byte, requests a second.
 * Takes `.next` away and builds anew.
 *
 *     npx node bench/side-by-side.ts [ARTICLES] [ROUNDS] [SECONDS]        (1000 3 5)
 */
const [count = 1000, rounds = 3, seconds = 5] = process.argv.slice(2).map(Number);
const connections = 16;
/** The server has one core, the load another. */
const [serverCore, loadCore] = [0, 1];

interface Side {
  name: string;
  buildSeconds: string;
  disk: string;
  start: () => Promise<Site>;
  weight?: PageWeight;
  ready: number[];
  firstBytes: number[];
  memory: number[];
  compressed: LoadRun[];
  uncompressed: LoadRun[];
}

print(machine());
await withFolder(async (folder) => {
  const content = join(folder, 'content');
  const data = join(folder, 'data');
  writeNewsroom(content, count);
  const all = addressesOf(count);
  const paths = all.filter((_, index) => index % Math.ceil(count / 200) === 0);

  const sides = [await buildPlain(content), await buildDateline(content, data)];
  for (let round = 0; round < rounds; round += 1) {
    for (const side of sides) {
      note(`round ${round + 1}: ${side.name}`);
      await measure(side, paths);
    }
  }
  report(sides);
});

async function buildPlain(content: string): Promise<Side> {
  note('building the plain site');
  forgetBuild(plainFolder);
  const env = { PLAIN_CONTENT: content, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const { seconds: took } = await runNode([nextBin, 'build', plainFolder], env);
  const { bytes, files } = sizeOf(join(plainFolder, '.next'), ['cache']);
  return sideOf('plain', thousands(took, 1), `${megabytes(bytes)}, ${thousands(files)} files`, () =>
    startPlain(content, serverCore),
  );
}

/** What `npm start` does the first time: compile, build, serve. */
async function buildDateline(content: string, data: string): Promise<Side> {
  note('the first `npm start` of Dateline');
  forgetBuild(root);
  const site = await startDateline(content, data);
  await site.stop();
  const built = sizeOf(join(root, '.next'), ['cache']);
  const kept = sizeOf(data);
  const disk = `${megabytes(built.bytes + kept.bytes)}, ${thousands(built.files + kept.files)} files`;
  return sideOf('Dateline', `${thousands(site.ready, 1)} (compile, build and start)`, disk, () =>
    startDateline(content, data, serverCore),
  );
}

function sideOf(name: string, buildSeconds: string, disk: string, start: () => Promise<Site>): Side {
  return { name, buildSeconds, disk, start, ready: [], firstBytes: [], memory: [], compressed: [], uncompressed: [] };
}

async function measure(side: Side, paths: string[]): Promise<void> {
  const site = await side.start();
  try {
    const { port } = site;
    side.ready.push(site.ready);
    for (const path of paths) {
      const { status } = await get(port, path);
      if (status !== 200) throw new Error(`${side.name} answers ${path} with ${status}.`);
    }
    side.weight ??= await weigh(port, paths.at(-1) ?? '/');
    for (const path of paths) side.firstBytes.push((await get(port, path)).firstByte);
    // The first run is thrown away: code gets warm.
    await loadFrom(loadCore, { port, paths, connections, seconds: 2 });
    side.compressed.push(await loadFrom(loadCore, { port, paths, connections, seconds }));
    side.uncompressed.push(await loadFrom(loadCore, { port, paths, connections, seconds, encoding: 'identity' }));
    side.memory.push(site.memory());
  } finally {
    await site.stop();
  }
}

function report(sides: readonly Side[]): void {
  const row = (title: string, of: (side: Side) => string): string[] => [title, ...sides.map(of)];
  const weightRow = (title: string, of: (weight: PageWeight) => string): string[] =>
    row(title, ({ weight }) => (weight ? of(weight) : '–'));
  const files =
    (kind: 'scripts' | 'oldScripts' | 'styles' | 'fonts' | 'images'): ((weight: PageWeight) => string) =>
    (weight) =>
      `${weight[kind].files}, ${kilobytes(weight[kind].bytes)}`;
  const rate = (runs: readonly LoadRun[]): string =>
    spread(
      runs.map(({ perSecond }) => perSecond),
      0,
    );
  print(
    `${thousands(count)} articles; ${rounds} rounds by turns, ${seconds} s of load each over ${connections} connections; the server on one core, the load on another. Median (lowest – highest).`,
  );
  printTable(
    ['', ...sides.map(({ name }) => name)],
    [
      row('build, s', ({ buildSeconds }) => buildSeconds),
      row('start again, s', ({ ready }) => spread(ready, 2)),
      row('disk before the first reader', ({ disk }) => disk),
      weightRow('article: HTML, uncompressed', ({ html }) => kilobytes(html)),
      weightRow('… of which inline script', ({ inlineScript }) => kilobytes(inlineScript)),
      weightRow('… of which inline style', ({ inlineStyle }) => kilobytes(inlineStyle)),
      weightRow('… gzip -9', ({ gzip }) => kilobytes(gzip)),
      weightRow('… brotli 11', ({ brotli }) => kilobytes(brotli)),
      weightRow('… as sent to a browser', ({ sent }) => kilobytes(sent)),
      weightRow('scripts, as sent', files('scripts')),
      weightRow('… for old browsers only', files('oldScripts')),
      weightRow('style sheets', files('styles')),
      weightRow('fonts', files('fonts')),
      weightRow('images', files('images')),
      weightRow('requests', ({ scripts, styles, fonts, images }) =>
        String(1 + scripts.files + styles.files + fonts.files + images.files),
      ),
      weightRow('bytes without fonts', ({ sent, scripts, styles, images }) =>
        kilobytes(sent + scripts.bytes + styles.bytes + images.bytes),
      ),
      row(
        'first byte, one reader, p50 / p99, ms',
        ({ firstBytes }) => `${thousands(median(firstBytes), 2)} / ${thousands(percentile(firstBytes, 99), 2)}`,
      ),
      row('requests/s, compressed', ({ compressed }) => rate(compressed)),
      row(
        '… p50 / p99, ms',
        ({ compressed }) =>
          `${thousands(median(compressed.map(({ p50 }) => p50)), 1)} / ${thousands(median(compressed.map(({ p99 }) => p99)), 1)}`,
      ),
      row('requests/s, uncompressed', ({ uncompressed }) => rate(uncompressed)),
      row('failures', ({ compressed, uncompressed }) =>
        String([...compressed, ...uncompressed].reduce((sum, { failures }) => sum + failures, 0)),
      ),
      row(
        'the generator’s own use of its core',
        ({ compressed }) => `${thousands(100 * Math.max(...compressed.map(({ busy }) => busy)))}%`,
      ),
      row('memory of the server, after', ({ memory }) => megabytes(median(memory))),
    ],
  );
}
