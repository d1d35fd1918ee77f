import { renditionAddress, renditionForAll, type PictureSize } from '../elements/picture/renditions.ts';
import { pictureAddress } from '../site/addresses/absolute.ts';

/** The media type of a picture from the kind of its file in the store, such as `jpg`. */
export function pictureType(kind: string): string {
  return kind === 'svg' ? 'image/svg+xml' : kind === 'jpg' ? 'image/jpeg' : `image/${kind}`;
}

/** The width of the pictures in feeds and exports, in pixels: enough for a large screen, and not too much for a phone. */
const mediumWidth = 1200;

/** A picture of the newsroom for programs that show one size to all readers: its absolute address and its size in pixels. */
export function mediumPicture(
  site: string,
  src: string,
  picture: PictureSize,
): { address: string; width: number; height: number; type?: string } {
  const address = pictureAddress(site, src);
  // A small picture is the same at its own address.
  const found = picture.width > mediumWidth ? renditionForAll(picture, { most: mediumWidth }) : undefined;
  if (!found) return { address, width: picture.width, height: picture.height };
  const { name, type, ...size } = found;
  return { address: renditionAddress(address, name), ...size, type: pictureType(type) };
}
