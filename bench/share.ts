import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { get } from './http.ts';
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
 * Share images: made at the first request, then cached; how large they are, what they cost, and what other readers notice.
 *
 *     npx node bench/share.ts [IMAGES OF EACH KIND]        (50)
 */
const each = Number(process.argv[2] ?? 50);
const kinds = ['words', 'photograph', 'upright', 'drawing'] as const;
type Kind = (typeof kinds)[number];

async function writePictures(content: string): Promise<Record<Kind, string | undefined>> {
  const folder = join(content, 'images');
  mkdirSync(folder);
  writeFileSync(join(folder, 'photograph.jpg'), await photograph(6000, 4000));
  writeFileSync(join(folder, 'upright.jpg'), await photograph(2000, 3000));
  const bars = Array.from(
    { length: 40 },
    (_, index) =>
      `<rect x="${60 + index * 36}" y="${800 - index * 16}" width="28" height="${index * 16}" fill="#2c3e9e"/><text x="${60 + index * 36}" y="840" font-size="18">${index}</text>`,
  );
  writeFileSync(
    join(folder, 'drawing.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="1600" height="900" fill="#faf7f0"/>${bars.join('')}</svg>`,
  );
  return { words: undefined, photograph: 'photograph.jpg', upright: 'upright.jpg', drawing: 'drawing.svg' };
}

print(machine());
await withFolder(async (folder) => {
  const content = join(folder, 'content');
  const addresses = addressesOf(kinds.length * each);
  note('writing, starting');
  writeNewsroom(content, addresses.length);
  const pictures = await writePictures(content);
  const kindOf = (index: number): Kind => kinds[index % kinds.length] ?? 'words';
  for (const [index, address] of addresses.entries()) {
    const src = pictures[kindOf(index)];
    const file = join(content, articleFile(address));
    if (src !== undefined)
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/^headline: .*$/m, `$&\nimage: { src: ${src}, alt: A picture }`),
      );
  }
  const site = await startDateline(content, join(folder, 'data'));
  try {
    const fetch = fetchFrom(site, 32);
    const shareImage = (address: string): string => `${address}/share.jpg`;
    await sleep(3000);
    const memory: [string, string][] = [['before the first', megabytes(site.memory())]];
    const cold = await fetch(shareImage(addresses[0] ?? ''));
    memory.push(['after the first', megabytes(site.memory())]);
    const rows: string[][] = [];
    for (const kind of kinds) {
      note(kind);
      const own = addresses.filter((_, index) => index > 0 && kindOf(index) === kind);
      const { cells, sizes } = await firstAndAgain(site, own.map(shareImage), fetch);
      rows.push([kind, ...cells, kilobytes(median(sizes)), kilobytes(Math.max(...sizes))]);
    }
    memory.push([`after ${addresses.length}`, megabytes(site.memory())]);

    print(`the very first, with the library: ${thousands(cold.whole)} ms`);
    printTable(
      ['made of', 'first request, ms: median (best – worst)', 'of a processor, ms', 'kept, ms', 'median', 'largest'],
      rows,
    );

    note('beside other readers');
    const page = addresses[1] ?? '';
    const alone = await timesAlone(site, page);
    // An edit of every headline: all images are made anew while somebody reads.
    for (const address of addresses) {
      const file = join(content, articleFile(address));
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^headline: /m, '$&Again '));
    }
    await sleep(3000);
    await get(site.port, page);
    await printAtOnce(site, addresses.map(shareImage), fetch, page, alone);
    memory.push([`after ${addresses.length} that were asked for at once`, megabytes(site.memory())]);
    printTable(['memory of the server', ''], memory);
  } finally {
    await site.stop();
  }
});
