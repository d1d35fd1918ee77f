import { cropSize, largestSize, renditionSize, type Focus, type Rendition } from '../../elements/picture/renditions.ts';
import { maxPixels, sharp, uprightPicture } from '../sharp.ts';
import { rightsOf } from './rights.ts';

/** What is made of a picture: a rendition, or the whole picture in its own format (`jpg`, `png`, `gif`, `webp`, `avif`). */
export type Order = Rendition | { full: string };

/** The width in pixels from which on a rendition names who made the picture. In a smaller one that takes too much of it. */
const namedFrom = 640;

/**
 * Makes a rendition of a picture that is no drawing, or the picture as it is at its own address: upright, in sRGB with
 * 8 bits, its first frame, and without metadata except credit and rights. `flat`: it is transparent or has few colours.
 * Throws if the picture cannot be decoded.
 */
export async function render(picture: Buffer, order: Order, flat: boolean): Promise<Buffer> {
  const found = await sharp(picture, { limitInputPixels: maxPixels }).metadata();
  const whole = { width: found.autoOrient.width, height: found.autoOrient.height };
  const isFull = 'full' in order;
  const { crop, focus }: Partial<Rendition> = isFull ? {} : order;
  const size = isFull ? largestSize(whole) : renditionSize(whole, order);
  let image = uprightPicture(picture);
  if (crop === undefined) image = image.resize({ ...size, fit: 'fill' });
  else {
    const scale = size.width / cropSize(whole, crop).width;
    const scaled = {
      width: Math.max(size.width, Math.round(whole.width * scale)),
      height: Math.max(size.height, Math.round(whole.height * scale)),
    };
    const middle = focus ?? (await strikingPart(picture));
    image = image.resize({ ...scaled, fit: 'fill' }).extract({
      left: offset(scaled.width, size.width, middle.x),
      top: offset(scaled.height, size.height, middle.y),
      ...size,
    });
  }
  image = image.toColourspace('srgb');
  const rights = size.width >= namedFrom ? rightsOf(found) : undefined;
  if (rights !== undefined) image = image.withXmp(rights);
  return encode(image, isFull ? order.full : order.format, { flat, full: isFull }).toBuffer();
}

/** Where a part of a length begins that has its middle at a focus, as far as it stays inside. `focus` is in per cent. */
export function offset(whole: number, part: number, focus: number): number {
  return Math.min(whole - part, Math.max(0, Math.round((whole * focus) / 100 - part / 2)));
}

/** The side of the square in which the most striking part is searched, in pixels. */
const searched = 320;

/** The middle of the most striking part of a picture. The same picture always has the same. */
async function strikingPart(picture: Buffer): Promise<Focus> {
  const { data, info } = await uprightPicture(picture)
    .resize(searched, searched, { fit: 'inside' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const side = Math.min(width, height);
  const { info: cut } = await sharp(data, { raw: { width, height, channels } })
    .resize(side, side, { fit: 'cover', position: sharp.strategy.attention })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { x: (100 * (cut.attentionX ?? width / 2)) / width, y: (100 * (cut.attentionY ?? height / 2)) / height };
}

/** Lines and letters need the full resolution of colour; in a photograph nobody sees the difference. */
function encode(
  image: ReturnType<typeof sharp>,
  format: string,
  { flat, full }: { flat: boolean; full: boolean },
): ReturnType<typeof sharp> {
  const chromaSubsampling = flat ? '4:4:4' : '4:2:0';
  switch (format) {
    case 'avif':
      return image.avif({ quality: full ? 65 : 50, effort: 1, chromaSubsampling });
    case 'webp':
      return image.webp({ quality: full ? 85 : 74, effort: 3, smartSubsample: flat });
    case 'png':
      return image.png({ compressionLevel: 8 });
    case 'gif':
      return image.gif();
    default:
      // The optimization of mozjpeg takes half a second for the largest pictures.
      return image
        .flatten({ background: '#fff' })
        .jpeg({ quality: full ? 84 : 78, chromaSubsampling, ...(full ? { progressive: true } : { mozjpeg: true }) });
  }
}
