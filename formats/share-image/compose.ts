import type { Focus } from '../../elements/picture/renditions.ts';
import { shareSize, type PicturePlace } from '../../site/share-card/size.ts';
import { drawArticleCard } from './article-card.ts';
import { sharp } from '../sharp.ts';
import { drawFrontCard } from './front-card.ts';
import { croppedPixels, framedPixels } from './picture-pixels.ts';
import type { RenderableCard } from './renderable-card.ts';
import type { Typesetter } from './typesetter.ts';

export { renderableCard, type RenderableCard } from './renderable-card.ts';
export { Typesetter, type Face, type Faces } from './typesetter.ts';

/** The largest size of a share image in bytes. Messengers do not show one of 600 kB (rule O2). */
const maxBytes = 400_000;

/** A picture that sharp can decode. */
export interface PictureBytes {
  bytes: Buffer;
  /** Whether it was made from a drawing (SVG). Else it is the newsroom's file. */
  drawn: boolean;
}

/**
 * Makes the share image of a card, a JPEG. A picture that cannot be decoded is left out. On the same machine the same card
 * and the same picture give the same bytes.
 */
export async function compose(
  typesetter: Typesetter,
  card: RenderableCard,
  picture: PictureBytes | undefined,
): Promise<Buffer> {
  if (card.page === 'front') return jpeg(await drawFrontCard(typesetter, card), 'text');
  const place = card.picture?.place;
  const pixels = picture && place && (await decoded(picture, place, card.picture?.focus));
  if (pixels && place === 'whole') return jpeg(pixels, picture.drawn ? 'text' : 'photograph');
  return jpeg(await drawArticleCard(typesetter, card, pixels), 'text');
}

async function decoded(
  { bytes, drawn }: PictureBytes,
  place: PicturePlace,
  focus: Focus | undefined,
): Promise<Buffer | undefined> {
  try {
    return drawn ? await framedPixels(bytes) : await croppedPixels(bytes, place, focus);
  } catch {
    return undefined;
  }
}

/**
 * Text needs the full colour resolution, or its edges look dirty. In a photograph nobody sees the difference. What else mozjpeg
 * can try makes a file a tenth smaller in six times the time, for a file that only the programs of networks read.
 */
const encodings = {
  text: { quality: 88, chromaSubsampling: '4:4:4' },
  photograph: { quality: 82, chromaSubsampling: '4:2:0' },
} as const;

async function jpeg(pixels: Buffer, kind: keyof typeof encodings): Promise<Buffer> {
  const { quality, chromaSubsampling } = encodings[kind];
  for (let less = 0; ; less += 12) {
    const bytes = await sharp(pixels, { raw: { ...shareSize, channels: 3 } })
      .jpeg({ quality: quality - less, chromaSubsampling, progressive: true, quantisationTable: 3 })
      .toBuffer();
    if (bytes.length <= maxBytes || quality - less < 40) return bytes;
  }
}
