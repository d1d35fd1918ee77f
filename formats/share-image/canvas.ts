import type { OverlayOptions } from 'sharp';
import { shareSize } from '../../site/share-card/size.ts';
import { colours } from './colours.ts';
import { sharp } from '../sharp.ts';
import type { TextImage } from './typesetter.ts';

/** A canvas of the size of a share image. Positions are pixels from the top left corner. */
export class Canvas {
  readonly #layers: OverlayOptions[] = [];

  text({ pixels, width, height }: TextImage, left: number, top: number): void {
    // sharp refuses a layer that is larger than the canvas.
    const space = { width: shareSize.width - left, height: shareSize.height - top };
    if (left < 0 || top < 0 || space.width < width || space.height < height)
      throw new RangeError(`A text of ${width} × ${height} does not fitText at ${left}, ${top}.`);
    this.#layers.push({ input: pixels, raw: { width, height, channels: 4 }, left, top });
  }

  rule(left: number, top: number, width: number, height: number, colour: string): void {
    this.#layers.push({ input: { create: { width, height, channels: 3, background: colour } }, left, top });
  }

  picture(pixels: Buffer, size: { width: number; height: number }, left: number): void {
    this.#layers.push({ input: pixels, raw: { ...size, channels: 3 }, left, top: 0 });
  }

  /** The pixels of the whole canvas: RGB. */
  async pixels(): Promise<Buffer> {
    return sharp({ create: { ...shareSize, channels: 3, background: colours.paper } })
      .composite(this.#layers)
      .removeAlpha()
      .raw()
      .toBuffer();
  }
}
