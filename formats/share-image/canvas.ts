import { shareSize } from '../../site/share-card/size.ts';
import { colours } from './colours.ts';
import type { TextImage } from './typesetter.ts';

/** A canvas of the size of a share image, in the colour of paper. Positions are pixels from the top left corner; colours are `#rrggbb`. */
export class Canvas {
  /**
   * RGB. They are laid on each other here: sharp takes ten times as long for a few layers, most of it to turn the whole canvas
   * into floating point numbers and back.
   */
  readonly pixels = Buffer.alloc(3 * shareSize.width * shareSize.height, bytesOf(colours.paper));

  text({ pixels, width, height }: TextImage, left: number, top: number): void {
    const canvas = this.pixels;
    this.#rows(left, top, { width, height }, (start, row) => {
      let to = start;
      for (let from = 4 * row * width; from < 4 * (row + 1) * width; from += 4, to += 3) {
        const alpha = pixels[from + 3] ?? 0;
        if (alpha === 0) continue;
        for (let band = 0; band < 3; band += 1) {
          const below = canvas[to + band] ?? 0;
          canvas[to + band] = Math.round(below + (((pixels[from + band] ?? 0) - below) * alpha) / 255);
        }
      }
    });
  }

  rule(left: number, top: number, width: number, height: number, colour: string): void {
    this.#rows(left, top, { width, height }, (to) => this.pixels.fill(bytesOf(colour), to, to + 3 * width));
  }

  picture(pixels: Buffer, size: { width: number; height: number }, left: number): void {
    this.#rows(left, 0, size, (to, row) =>
      pixels.copy(this.pixels, to, 3 * row * size.width, 3 * (row + 1) * size.width),
    );
  }

  /** Draws each row of a part of the canvas. `start` is the place of the row's first byte. */
  #rows(
    left: number,
    top: number,
    { width, height }: { width: number; height: number },
    draw: (start: number, row: number) => void,
  ): void {
    if (left < 0 || top < 0 || left + width > shareSize.width || top + height > shareSize.height)
      throw new RangeError(`${width} × ${height} does not fit at ${left}, ${top}.`);
    for (let row = 0; row < height; row += 1) draw(3 * ((top + row) * shareSize.width + left), row);
  }
}

function bytesOf(colour: string): Buffer {
  return Buffer.from(colour.slice(1), 'hex');
}
