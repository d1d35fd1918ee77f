import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchFrom, firstAndAgain, printAtOnce, timesAlone } from './made-on-request.ts';
import {
  kilobytes,
  machine,
  median,
  megabytes,
  note,
  print,
  printTable,
  sleep,
  thousands,
  withFolder,
} from './measure.ts';
import { addressesOf, articleFile, writeNewsroom } from './newsroom.ts';
import { photograph } from './photograph.ts';
import { startDateline } from './servers.ts';

/**
 * Renditions of pictures of 24 megapixels: the first request of each, those that are on disk, and what other readers
 * notice while many are made at once. The server has one core; the processor's time is that of the server and its helpers.
 *
 *     npx node bench/pictures.ts [PICTURES]        (50)
 */
const count = Number(process.argv[2] ?? 50);

/** A comment of JPEG makes another file of the same picture. */
function withComment(jpeg: Buffer, text: string): Buffer {
  const mark = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), mark, Buffer.from(text), jpeg.subarray(2)]);
}

print(machine());
await withFolder(async (folder) => {
  const content = join(folder, 'content');
  const addresses = addressesOf(count);
  note('writing');
  writeNewsroom(content, addresses.length);
  mkdirSync(join(content, 'images'));
  const jpeg = await photograph(6000, 4000);
  for (const [index, address] of addresses.entries()) {
    writeFileSync(join(content, `images/${index}.jpg`), withComment(jpeg, `number ${index}`));
    const file = join(content, articleFile(address));
    const image = `image: { src: ${index}.jpg, alt: A picture, credit: A maker }`;
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^headline: .*$/m, `$&\n${image}`));
  }
  note('starting');
  const site = await startDateline(content, join(folder, 'data'), 0);
  try {
    const fetch = fetchFrom(site, count);
    await sleep(3000);
    const memory: [string, string][] = [['before the first', megabytes(site.memory())]];
    // The page of a story names the renditions of its picture.
    const renditionOf = async (address: string): Promise<string> => {
      const page = (await fetch(address)).text();
      const [found] = /\/images\/\d+\.jpg\/[\da-f]{10}-800\.avif/.exec(page) ?? [];
      if (found === undefined) throw new Error(`${address} names no AVIF of 800 pixels.`);
      return found;
    };
    const firsts = await Promise.all(addresses.map(renditionOf));
    const [warmUp = '', ...own] = firsts;
    const cold = await fetch(warmUp);
    const rows: string[][] = [];
    const alone = own.slice(0, 8);
    const orders: [what: string, of: (path: string) => string][] = [
      ['AVIF, 800 pixels', (path) => path],
      ['WebP, 800 pixels', (path) => path.replace('.avif', '.webp')],
      ['JPEG, 800 pixels', (path) => path.replace('.avif', '.jpg')],
      ['AVIF, 16:9, 1600 pixels', (path) => path.replace('-800.', '-16x9-1600.')],
      ['its own address, 2400 pixels', (path) => path.slice(0, path.lastIndexOf('/'))],
    ];
    for (const [what, of] of orders) {
      note(what);
      const { cells, sizes } = await firstAndAgain(site, alone.map(of), fetch);
      rows.push([what, ...cells, kilobytes(median(sizes))]);
    }
    memory.push([`after ${alone.length} of each`, megabytes(site.memory())]);

    print(`the very first, with the start of the process that makes them: ${thousands(cold.whole)} ms`);
    printTable(
      ['rendition', 'first request, ms: median (best – worst)', 'of a processor, ms', 'from disk, ms', 'size'],
      rows,
    );

    note('beside other readers');
    const page = addresses[1] ?? '';
    const quiet = await timesAlone(site, page);
    const squares = own.map((path) => path.replace('-800.avif', '-1x1-800.avif'));
    await printAtOnce(site, squares, fetch, page, quiet);
    memory.push([`after ${squares.length} that were asked for at once`, megabytes(site.memory())]);
    printTable(['memory of the server', ''], memory);
  } finally {
    await site.stop();
  }
});
