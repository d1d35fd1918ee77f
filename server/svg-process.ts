import { buffer } from 'node:stream/consumers';
import { maxPixels, sharp } from '../formats/sharp.ts';
import { shareSize } from '../site/share-card/size.ts';

/** SVG on standard input, PNG on standard output, as large as a share image takes it. The arguments are font files. */
const svg = await buffer(process.stdin);
for (const fontfile of process.argv.slice(2))
  await sharp({ text: { text: 'x', fontfile } })
    .raw()
    .toBuffer();
const png = await sharp(svg, { limitInputPixels: maxPixels })
  .resize({ ...shareSize, fit: 'inside' })
  .png({ compressionLevel: 1 })
  .toBuffer();
process.stdout.write(png);
