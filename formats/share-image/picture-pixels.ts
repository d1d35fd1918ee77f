import type { Sharp } from 'sharp';
import type { Focus } from '../../elements/picture/renditions.ts';
import { besideSize, shareSize, type PicturePlace } from '../../site/share-card/size.ts';
import { colours } from './colours.ts';
import { maxPixels, sharp, uprightPicture } from '../sharp.ts';
import { offset } from '../rendition/render.ts';

/**
 * The RGB pixels of a photograph, cropped to its place: around its focus, or else around its most striking part. Throws if
 * it cannot be decoded.
 */
export async function croppedPixels(picture: Buffer, place: PicturePlace, focus: Focus | undefined): Promise<Buffer> {
  const size = place === 'whole' ? shareSize : besideSize;
  const image = uprightPicture(picture);
  const cropped = focus
    ? await croppedAround(image, size, focus)
    : image.resize({ ...size, fit: 'cover', position: sharp.strategy.attention });
  return cropped.flatten({ background: colours.paper }).toColourspace('srgb').removeAlpha().raw().toBuffer();
}

async function croppedAround(image: Sharp, size: { width: number; height: number }, focus: Focus): Promise<Sharp> {
  const { autoOrient: whole } = await image.metadata();
  const scale = Math.max(size.width / whole.width, size.height / whole.height);
  const scaled = { width: Math.ceil(whole.width * scale), height: Math.ceil(whole.height * scale) };
  return image.resize({ ...scaled, fit: 'fill' }).extract({
    left: offset(scaled.width, size.width, focus.x),
    top: offset(scaled.height, size.height, focus.y),
    ...size,
  });
}

/**
 * The RGB pixels of a drawing, which is not cropped: a label at its edge is as important as its middle. The space around it
 * has the colours of its edges. Throws if it cannot be decoded.
 */
export async function framedPixels(drawing: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(drawing, { limitInputPixels: maxPixels })
    .resize({ ...shareSize, fit: 'inside' })
    .flatten({ background: colours.paper })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const upright = width < shareSize.width;
  const [left, top] = [Math.floor((shareSize.width - width) / 2), Math.floor((shareSize.height - height) / 2)];
  const raw = { width, height, channels: 3 } as const;
  const edges = upright
    ? [
        { left: 0, top: 0, width: 1, height },
        { left: width - 1, top: 0, width: 1, height },
      ]
    : [
        { left: 0, top: 0, width, height: 1 },
        { left: 0, top: height - 1, width, height: 1 },
      ];
  const [first = colours.paper, last = colours.paper] = await Promise.all(
    edges.map(async (edge) => {
      const pixels = await sharp(data, { raw }).extract(edge).raw().toBuffer();
      return mostCommonColour(pixels);
    }),
  );
  const half = upright
    ? { left: 0, top: 0, width: Math.floor(shareSize.width / 2), height: shareSize.height }
    : { left: 0, top: 0, width: shareSize.width, height: Math.floor(shareSize.height / 2) };
  return sharp({ create: { ...shareSize, channels: 3, background: last } })
    .composite([
      {
        input: { create: { width: half.width, height: half.height, channels: 3, background: first } },
        left: 0,
        top: 0,
      },
      { input: data, raw, left, top },
    ])
    .removeAlpha()
    .raw()
    .toBuffer();
}

/** The colour of most pixels. */
function mostCommonColour(pixels: Buffer): string {
  const counts = new Map<string, number>();
  let best = '';
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = `#${pixels.toString('hex', at, at + 3)}`;
    const count = (counts.get(colour) ?? 0) + 1;
    counts.set(colour, count);
    if (best === '' || count > (counts.get(best) ?? 0)) best = colour;
  }
  return best;
}
