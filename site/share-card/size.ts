import type { Picture } from '../../newsroom/edition/public.ts';

/** Pixels of every share image: what the networks show whole, and none of them refuses (rule O2). */
export const shareSize = { width: 1200, height: 630 } as const;

/** Where a picture stands in a share image: it fills it, or stands beside the headline. */
export type PicturePlace = 'whole' | 'beside';

/** The room of a picture that stands beside the headline, in pixels. */
export const besideSize = { width: 440, height: shareSize.height } as const;

/** A picture that is drawn larger than twice its size is mush, and no picture at all is better (rule D2). */
const mostGrowth = 2;

/**
 * The place for a picture of a size, `undefined` where it is too small for any. An upright one is cut to an upright room:
 * of a portrait, the width of a share image would show a chin.
 */
export function picturePlace({
  src,
  width,
  height,
}: Omit<Picture, 'alt'> & { alt?: string }): PicturePlace | undefined {
  if (/\.svg$/i.test(src)) return 'whole';
  const fills = (room: { width: number; height: number }): boolean =>
    Math.max(room.width / width, room.height / height) <= mostGrowth;
  if (width > height && fills(shareSize)) return 'whole';
  return fills(besideSize) ? 'beside' : undefined;
}
