import type { FindPicture } from '../../elements/element-props.ts';
import { pictureUrl } from '../addresses/routes.ts';

/** Finds the pictures of a body for its components. `pictures` has the sizes of those that exist, by their path. */
export function findPictureIn(pictures: Record<string, { width: number; height: number }>): FindPicture {
  return (src) => {
    const size = pictures[src];
    return size && { address: pictureUrl(src), ...size };
  };
}
