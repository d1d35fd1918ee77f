import type { ReactNode } from 'react';
import { places, type PlaceName } from './places.ts';
import {
  renditionAddress,
  renditionName,
  renditionSize,
  renditionWidths,
  type Focus,
  type PictureSize,
  type RenditionFormat,
} from './renditions.ts';
import './picture.css';

/** A picture that a page can show. */
export interface ShownPicture extends PictureSize {
  /** The path of its own address. */
  address: string;
  /** What its crops must show. */
  focus?: Focus | undefined;
}

interface PictureProps {
  picture: ShownPicture;
  /** What it shows; empty where the words beside it say so. */
  alt: string;
  place: PlaceName;
  /** Set for the first picture of a page: the browser fetches it at once. All others wait until they are near the screen. */
  eager?: boolean | undefined;
}

/**
 * A picture in its place: the browser takes the smallest file that is sharp on its screen, in the best format that it knows.
 * The page has space for it before it has arrived. A drawing (SVG) is sent as it is, and the style of the place cuts it.
 */
export function Picture({ picture, alt, place, eager = false }: PictureProps): ReactNode {
  const { crop, sizes, from, to } = places[place];
  const { address, raster, focus } = picture;
  const all = renditionWidths(picture, crop);
  const fitting = all.filter((width) => from <= width && width <= to);
  const widths = fitting.length > 0 ? fitting : all.slice(-1);
  const attributes = {
    ...(eager ? { fetchPriority: 'high' as const } : { loading: 'lazy' as const }),
    decoding: 'async' as const,
  };
  const [smallest] = widths;
  if (!raster || smallest === undefined)
    return <img src={address} alt={alt} width={picture.width} height={picture.height} {...attributes} />;
  const file = (each: number, format: RenditionFormat): string =>
    renditionAddress(address, renditionName(raster.version, { crop, focus, width: each, format }));
  const set = (format: RenditionFormat): string => widths.map((each) => `${file(each, format)} ${each}w`).join(', ');
  const shown = crop === undefined && picture.height >= picture.width ? uprightSizes(picture, sizes) : sizes;
  const fallback = widths.findLast((each) => each <= fallbackWidth) ?? smallest;
  return (
    <picture>
      <source type="image/avif" srcSet={set('avif')} sizes={shown} />
      <source type="image/webp" srcSet={set('webp')} sizes={shown} />
      <img
        src={file(fallback, raster.fallback)}
        alt={alt}
        {...renditionSize(picture, { crop, width: fallback })}
        {...attributes}
      />
    </picture>
  );
}

/** The width for browsers that know neither AVIF nor WebP. Pixels. */
const fallbackWidth = 800;

/** The greatest height of a whole picture, in per cent of the screen's height. */
const tallest = 85;

/**
 * The width of a picture that is not wider than high follows from the height of the screen, except on a phone. `figure.css`
 * has the same limits.
 */
function uprightSizes({ width, height }: PictureSize, sizes: string): string {
  const part = Math.max(1, Math.round((tallest * width) / height));
  const onPhone = sizes.slice(sizes.lastIndexOf(',') + 1).trim();
  return [`(min-width: 534px) min(512px, ${part}vh)`, onPhone].join(', ');
}
