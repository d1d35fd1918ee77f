import { sharp, maxPixels } from '../sharp.ts';
import { designColours } from '../../newsroom/model/theme.ts';
import type { IconForm } from '../../site/icon.ts';

/** How much of a maskable icon no phone cuts off: the circle of this diameter, as a part of the whole. */
const safe = 0.8;

/** A form of an icon, made of a picture or of the PNG of a drawing. Throws if it is no picture that can be read. */
export async function makeIcon(picture: Buffer, form: IconForm & { size: number }): Promise<Buffer> {
  const { size, filled, maskable, type } = form;
  // The square inside the circle, which is all that a cut leaves of a square icon.
  const inner = maskable ? Math.round(size * safe * Math.SQRT1_2) : size;
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const image = sharp(picture, { limitInputPixels: maxPixels })
    .resize(inner, inner, { fit: 'contain', background: clear })
    .ensureAlpha();
  const [before, after] = [Math.floor((size - inner) / 2), Math.ceil((size - inner) / 2)];
  // sharp fills the background before it adds the margin, whatever the order of the calls.
  const framed = await sharp(await image.png().toBuffer())
    .extend({ top: before, left: before, bottom: after, right: after, background: clear })
    .png()
    .toBuffer();
  const whole = filled ? sharp(framed).flatten({ background: designColours.paper.light }) : sharp(framed);
  const png = await whole.png({ compressionLevel: 9 }).toBuffer();
  return type === 'image/x-icon' ? icoOf(png, size) : png;
}

/** An ICO with one PNG. */
function icoOf(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
