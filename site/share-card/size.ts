import type { Picture } from '../../newsroom/edition/public.ts';

/** The size of every share image in pixels: networks show it without a cut, and none refuses it (rule O2). */
export const shareSize = { width: 1200, height: 630 } as const;

/** Where a picture is in a share image: it fills the image, or it is beside the headline. */
export type PicturePlace = 'whole' | 'beside';

/** The size of a picture beside the headline, in pixels. */
export const besideSize = { width: 440, height: shareSize.height } as const;

/** How many times larger a picture may be drawn. Beyond that it is blurred, and no picture is better (rule D2). */
const mostGrowth = 2;

/**
 * Where a picture of a size goes, `undefined` where it is too small. An upright picture is cut to the upright size beside
 * the headline: cut to the width of a share image, a portrait would show only a chin.
 */
export function picturePlace({
  src,
  width,
  height,
}: Omit<Picture, 'alt'> & { alt?: string }): PicturePlace | undefined {
  if (/\.svg$/i.test(src)) return 'whole';
  const fills = (area: { width: number; height: number }): boolean =>
    Math.max(area.width / width, area.height / height) <= mostGrowth;
  if (width > height && fills(shareSize)) return 'whole';
  return fills(besideSize) ? 'beside' : undefined;
}
