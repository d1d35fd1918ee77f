import type { FindPicture } from '../../elements/element-props.ts';
import type { ShownPicture } from '../../elements/picture/picture.tsx';
import type { PictureSize } from '../../elements/picture/renditions.ts';
import type { Picture, Story } from '../../newsroom/edition/public.ts';
import { pictureUrl } from '../addresses/routes.ts';

/** Finds the pictures of a body for its components. `pictures` has the sizes of those that exist, by their path. */
export function findPictureIn(pictures: Record<string, PictureSize>): FindPicture {
  return (src) => {
    const size = pictures[src];
    return size && { address: pictureUrl(src), ...size };
  };
}

/** The picture of a story, for its place on a page. */
export function shownPicture({ src, width, height, raster, focus }: Picture): ShownPicture {
  return { address: pictureUrl(src), width, height, ...(raster && { raster }), focus };
}

/** The stories of a page that show their picture. If several have the same picture, the first of them shows it. */
export function withPictures(stories: readonly Story[]): ReadonlySet<Story> {
  const shown = new Set<string>();
  return new Set(
    stories.filter(({ picture }) => {
      if (!picture || shown.has(picture.src)) return false;
      shown.add(picture.src);
      return true;
    }),
  );
}
