import { shorten } from '../../newsroom/model/text.ts';
import type { TextLayout, Run, TextImage, Typesetter } from './typesetter.ts';

export interface Box {
  width: number;
  height: number;
}

/** How a text may be set. The sizes are pixels; `leading` is the distance between two lines as a multiple of the size. */
export interface FitOptions {
  largest: number;
  smallest: number;
  leading: number;
  direction: TextLayout['direction'];
  align?: 'centre';
}

/** The largest size at which a word may be broken. In a small size fewer words need a break. */
const maxBrokenSize = 72;

/** The difference between two sizes that are tried, in pixels. */
const step = 2;

/**
 * Sets a text in the largest size that fits a box, in lines of similar length. If a word does not fit in the smallest size,
 * words are broken. If the text does not fit in the smallest size, it is shortened and gets an ellipsis.
 */
export async function fitText(typesetter: Typesetter, run: Run, box: Box, options: FitOptions): Promise<TextImage> {
  const { largest, smallest } = options;
  const at = (size: number, breaks: boolean, text = run.text, width = box.width): Promise<TextImage> => {
    const { leading, direction, align } = options;
    const measure = { leading: size * leading, width, breaks, direction, ...(align && { align }) };
    return typesetter.set([{ ...run, text, size }], measure);
  };
  for (const breaks of [false, true]) {
    let best: { size: number; text: TextImage } | undefined;
    let [low, high] = [0, Math.floor(((breaks ? Math.min(largest, maxBrokenSize) : largest) - smallest) / step)];
    while (low <= high) {
      const middle = Math.ceil((low + high) / 2);
      const size = smallest + middle * step;
      const text = await at(size, breaks);
      if (text.width <= box.width && text.height <= box.height) {
        best = { size, text };
        low = middle + 1;
      } else high = middle - 1;
    }
    if (best) {
      const { size, text } = best;
      // A text with broken words is not balanced: narrower lines would break more words.
      return breaks ? text : balance(text, size * options.leading, (width) => at(size, breaks, run.text, width));
    }
  }
  let { text } = run;
  let set = await at(smallest, true);
  while (set.height > box.height && text.length > 1) {
    text = shorten(text, Math.max(1, Math.floor(text.length * Math.min(0.95, box.height / set.height))));
    set = await at(smallest, true, text);
  }
  return set;
}

/** The narrowest form of a text with the same number of lines. */
async function balance(
  wide: TextImage,
  leading: number,
  at: (width: number) => Promise<TextImage>,
): Promise<TextImage> {
  if (wide.height < 1.5 * leading) return wide;
  let best = wide;
  let [low, high] = [Math.floor(wide.width / 2), wide.width];
  while (high - low > 8) {
    const width = Math.floor((low + high) / 2);
    const text = await at(width);
    // The height of the last line depends on its letters. One more line adds more than that.
    if (text.width <= width + 2 && text.height < wide.height + leading / 2) {
      best = text;
      high = width;
    } else low = width;
  }
  return best;
}
