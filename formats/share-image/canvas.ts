import type { OverlayOptions } from 'sharp';
import { shareSize } from '../../site/share-card/size.ts';
import { colours } from './colours.ts';
import { sharp } from './sharp.ts';
import type { SetText } from './typesetter.ts';

/** Paper of the size of a share image, on which things are put at places. Pixels, from the top left. */
export class Sheet {
  readonly #things: OverlayOptions[] = [];

  text({ pixels, width, height }: SetText, left: number, top: number): void {
    // What overhangs is cut: a layer may not be larger than its sheet.
    const room = { width: shareSize.width - left, height: shareSize.height - top };
    if (left < 0 || top < 0 || room.width < width || room.height < height)
      throw new RangeError(`A text of ${width} × ${height} does not fit at ${left}, ${top}.`);
    this.#things.push({ input: pixels, raw: { width, height, channels: 4 }, left, top });
  }

  rule(left: number, top: number, width: number, height: number, colour: string): void {
    this.#things.push({ input: { create: { width, height, channels: 3, background: colour } }, left, top });
  }

  picture(pixels: Buffer, size: { width: number; height: number }, left: number): void {
    this.#things.push({ input: pixels, raw: { ...size, channels: 3 }, left, top: 0 });
  }

  /** All of it, as RGB. */
  async pixels(): Promise<Buffer> {
    return sharp({ create: { ...shareSize, channels: 3, background: colours.paper } })
      .composite(this.#things)
      .removeAlpha()
      .raw()
      .toBuffer();
  }
}
