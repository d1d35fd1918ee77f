import { besideSize, shareSize, type PicturePlace } from '../../site/share-card/size.ts';
import { colours } from './colours.ts';
import { longestStep, mostPixels, sharp } from './sharp.ts';

/** Pixels (RGB) of a photograph, cut to its place around what draws the eye. Throws where it cannot be decoded. */
export async function cropped(picture: Buffer, place: PicturePlace): Promise<Buffer> {
  const { width, height } = place === 'whole' ? shareSize : besideSize;
  return sharp(picture, { limitInputPixels: mostPixels, failOn: 'error' })
    .timeout({ seconds: longestStep })
    .autoOrient()
    .resize(width, height, { fit: 'cover', position: sharp.strategy.attention })
    .flatten({ background: colours.paper })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer();
}

/** Pixels (RGB) of a drawing, all of it: a label at its edge matters as much as its middle. What is left over takes the colour of its edge. */
export async function whole(drawing: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(drawing, { limitInputPixels: mostPixels })
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
      return commonest(pixels);
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

/** The colour that most pixels of an edge have. */
function commonest(pixels: Buffer): string {
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
