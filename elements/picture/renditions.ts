/** The shapes to which a picture is cut. */
export const crops = ['16x9', '4x3', '1x1'] as const;
export type Crop = (typeof crops)[number];

/** Width to height. */
const ratios: Readonly<Record<Crop, number>> = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1 };

/** The widths of renditions in pixels. No other width is ever made. */
const widths = [160, 320, 480, 640, 800, 1200, 1600, 2400] as const;

/** The width of the largest picture that readers get, in pixels. */
const largestWidth = 2400;

/** `avif` and `webp` for browsers that know them, and one format for all other programs. */
const formats = ['avif', 'webp', 'jpg', 'png'] as const;
export type RenditionFormat = (typeof formats)[number];

/** What a crop must show: per cent of the width from the left, and of the height from the top. Integers. */
export interface Focus {
  x: number;
  y: number;
}

/** Reads `40% 30%`; parts of a per cent are rounded. `undefined` if a text says something else. */
export function focusOf(text: string): Focus | undefined {
  const [, x, y] = /^(\d{1,3}(?:\.\d+)?)% (\d{1,3}(?:\.\d+)?)%$/.exec(text) ?? [];
  const focus = { x: Math.round(Number(x)), y: Math.round(Number(y)) };
  return focus.x <= 100 && focus.y <= 100 ? focus : undefined;
}

/** The name by which the store finds who sets a focus for a picture. */
export function focusTarget(src: string, focus: Focus | undefined): string {
  return `${src} ${focus?.x}-${focus?.y}`;
}

/** How the renditions of a picture are named and in which formats they are. A drawing (SVG) has none. */
interface Raster {
  /** Changes with the bytes of the file: ten digits, of its hash. */
  version: string;
  /** The format for programs that know neither AVIF nor WebP: `png` if the picture is transparent or has few colours, else `jpg`. */
  fallback: 'jpg' | 'png';
}

/** The width and height of a picture in pixels, upright as it is shown, and its renditions. */
export interface PictureSize {
  width: number;
  height: number;
  raster?: Raster;
}

/** A picture in one size and format. Without `crop` it shows the whole picture. */
export interface Rendition {
  crop?: Crop | undefined;
  /** Where the crop is. Without it, the most striking part of the picture is shown. */
  focus?: Focus | undefined;
  /** Pixels. */
  width: number;
  format: RenditionFormat;
}

/** The largest part of a picture that has the shape of a crop, in pixels; the whole picture without a crop. */
export function cropSize({ width, height }: PictureSize, crop: Crop | undefined): { width: number; height: number } {
  if (crop === undefined) return { width, height };
  const ratio = ratios[crop];
  return width / height > ratio
    ? { width: Math.max(1, Math.round(height * ratio)), height }
    : { width, height: Math.max(1, Math.round(width / ratio)) };
}

/** The size of a picture at its own address, in pixels. A drawing has its own size there. */
export function fullSize({ width, height, raster }: PictureSize): { width: number; height: number } {
  return raster ? largestSize({ width, height }) : { width, height };
}

/** The size of a picture that is no drawing, or the largest that readers get. Pixels. */
export function largestSize({ width, height }: { width: number; height: number }): { width: number; height: number } {
  if (width <= largestWidth) return { width, height };
  return { width: largestWidth, height: Math.max(1, Math.round((height * largestWidth) / width)) };
}

/** The widths that a picture has in a crop, the smallest first. None is larger than the picture. */
export function renditionWidths(picture: PictureSize, crop: Crop | undefined): number[] {
  if (!picture.raster) return [];
  const { width } = cropSize(picture, crop);
  return widths.filter((each) => each <= width);
}

/** The size of a rendition in pixels. */
export function renditionSize(
  picture: PictureSize,
  { crop, width }: Pick<Rendition, 'crop' | 'width'>,
): { width: number; height: number } {
  const ratio = crop === undefined ? picture.width / picture.height : ratios[crop];
  return { width, height: Math.max(1, Math.round(width / ratio)) };
}

/** What a rendition's address has more than that of its picture: `0f3a…-40-30-16x9-800.avif`. See `renditionAddress`. */
export function renditionName(version: string, { crop, focus, width, format }: Rendition): string {
  const cut = crop === undefined ? [] : [...(focus ? [focus.x, focus.y] : []), crop];
  return `${[version, ...cut, width].join('-')}.${format}`;
}

/**
 * The address of a rendition, from that of its picture: `/images/a.jpg.0f3a…-800.avif`. It is beside its picture and not
 * below it: in a folder of files, nothing is a file and a folder at once.
 */
export function renditionAddress(picture: string, name: string): string {
  return `${picture}.${name}`;
}

/**
 * A picture for programs that take one file: its largest rendition of at most so many pixels in width, in the format that
 * all programs know. `name` is the end of its address; `undefined` where there is no such rendition.
 */
export function renditionForAll(
  picture: PictureSize,
  { most, ...shape }: Pick<Rendition, 'crop' | 'focus'> & { most: number },
): { name: string; type: Raster['fallback']; width: number; height: number } | undefined {
  const { raster } = picture;
  const width = renditionWidths(picture, shape.crop).findLast((each) => each <= most);
  if (!raster || width === undefined) return undefined;
  const rendition = { ...shape, width, format: raster.fallback };
  return {
    name: renditionName(raster.version, rendition),
    type: raster.fallback,
    ...renditionSize(picture, rendition),
  };
}

const namePattern = /^([\da-f]{10})-(?:(?:(\d{1,3})-(\d{1,3})-)?(\d{1,2}x\d)-)?(\d{3,4})\.(avif|webp|jpg|png)$/;

/** Reads the end of a rendition's address; `undefined` if no picture has a rendition of this name. */
export function parseRenditionName(name: string): { version: string; rendition: Rendition } | undefined {
  const [, version = '', x, y, shape, size, ending] = namePattern.exec(name) ?? [];
  const crop = crops.find((each) => each === shape);
  const format = formats.find((each) => each === ending);
  if (format === undefined) return undefined;
  const rendition: Rendition = {
    ...(crop !== undefined && { crop }),
    ...(x !== undefined && y !== undefined && { focus: { x: Number(x), y: Number(y) } }),
    width: Number(size),
    format,
  };
  // One rendition has one name: without zeros in front, and with a shape that exists.
  return renditionName(version, rendition) === name ? { version, rendition } : undefined;
}

/** Whether a picture has a rendition. Whether the public may see its focus is another question. */
export function hasRendition(picture: PictureSize, version: string, { crop, width, format }: Rendition): boolean {
  const { raster } = picture;
  return (
    raster?.version === version &&
    (format === 'avif' || format === 'webp' || format === raster.fallback) &&
    renditionWidths(picture, crop).includes(width)
  );
}
