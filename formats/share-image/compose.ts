import { shareSize } from '../../site/share-card/size.ts';
import { articleSheet } from './article-card.ts';
import { sharp } from './sharp.ts';
import { frontSheet } from './front-card.ts';
import { cropped, whole } from './picture-pixels.ts';
import type { ReadyCard } from './renderable-card.ts';
import type { Typesetter } from './typesetter.ts';

export { readyCard, type ReadyCard } from './renderable-card.ts';
export { Typesetter, type Face, type Faces } from './typesetter.ts';

/** Bytes of the largest share image: messengers do not show one of 600 kB (rule O2). */
const mostBytes = 400_000;

/** A picture file as it lies in the newsroom, or a drawing that was made pixels of. */
export interface PictureBytes {
  bytes: Buffer;
  drawn: boolean;
}

/**
 * The share image of a card: a JPEG. A picture that cannot be decoded is left out; the same card and picture give the
 * same bytes on the same machine.
 */
export async function compose(
  typesetter: Typesetter,
  card: ReadyCard,
  picture: PictureBytes | undefined,
): Promise<Buffer> {
  if (card.page === 'front') return jpeg(await frontSheet(typesetter, card), 'text');
  const place = card.picture?.place;
  const pixels = picture && place && (await decoded(picture, place));
  if (pixels && place === 'whole') return jpeg(pixels, picture.drawn ? 'text' : 'photograph');
  return jpeg(await articleSheet(typesetter, card, pixels), 'text');
}

async function decoded({ bytes, drawn }: PictureBytes, place: 'whole' | 'beside'): Promise<Buffer | undefined> {
  try {
    return drawn ? await whole(bytes) : await cropped(bytes, place);
  } catch {
    return undefined;
  }
}

/** Text wants its colours at full size, or its edges are dirty; a photograph does not show the difference. */
const encodings = {
  text: { quality: 88, chromaSubsampling: '4:4:4' },
  photograph: { quality: 82, chromaSubsampling: '4:2:0' },
} as const;

async function jpeg(pixels: Buffer, kind: keyof typeof encodings): Promise<Buffer> {
  const { quality, chromaSubsampling } = encodings[kind];
  for (let less = 0; ; less += 12) {
    const bytes = await sharp(pixels, { raw: { ...shareSize, channels: 3 } })
      .jpeg({ quality: quality - less, chromaSubsampling, mozjpeg: true, progressive: true })
      .toBuffer();
    if (bytes.length <= mostBytes || quality - less < 40) return bytes;
  }
}
