import { shorten } from '../../newsroom/model/text.ts';
import type { Run, TextImage, TextLayout, TextSize, Typesetter } from './typesetter.ts';

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
const step = 4;

/** A balanced text can be so much wider than it must be, in pixels. */
const balance = 16;

/**
 * Sets a text in the largest size that fits a box, in lines of similar length. If a word does not fit in the smallest size,
 * words are broken. If the text does not fit in the smallest size, it is shortened and gets an ellipsis.
 */
export async function fitText(typesetter: Typesetter, run: Run, box: Box, options: FitOptions): Promise<TextImage> {
  const fit = await fitted(typesetter, run, box, options);
  return typesetter.set(...fit);
}

/** What a typesetter takes. */
type Setting = [runs: Run[], layout: TextLayout];

/** How the text is set that fits. */
async function fitted(typesetter: Typesetter, run: Run, box: Box, options: FitOptions): Promise<Setting> {
  const { largest, smallest } = options;
  const at = (size: number, breaks: boolean, text = run.text, width = box.width): Setting => {
    const { leading, direction, align } = options;
    return [[{ ...run, text, size }], { leading: size * leading, width, breaks, direction, ...(align && { align }) }];
  };
  for (const breaks of [false, true]) {
    let best: { size: number; text: TextSize } | undefined;
    let [low, high] = [0, Math.floor(((breaks ? Math.min(largest, maxBrokenSize) : largest) - smallest) / step)];
    while (low <= high) {
      const middle = Math.ceil((low + high) / 2);
      const size = smallest + middle * step;
      const text = await typesetter.measure(...at(size, breaks));
      if (text.width <= box.width && text.height <= box.height) {
        best = { size, text };
        low = middle + 1;
      } else high = middle - 1;
    }
    if (!best) continue;
    const { size, text } = best;
    // A text with broken words is not balanced: narrower lines would break more words.
    if (breaks) return at(size, breaks);
    const set = (width: number): Setting => at(size, breaks, run.text, width);
    const narrowest = await balancedWidth(text, size * options.leading, (width) => typesetter.measure(...set(width)));
    return set(narrowest ?? box.width);
  }
  let { text } = run;
  let { height } = await typesetter.measure(...at(smallest, true));
  while (height > box.height && text.length > 1) {
    text = shorten(text, Math.max(1, Math.floor(text.length * Math.min(0.95, box.height / height))));
    ({ height } = await typesetter.measure(...at(smallest, true, text)));
  }
  return at(smallest, true, text);
}

/** The smallest width in which a text has the same number of lines; `undefined` if none is known but the widest. */
async function balancedWidth(
  wide: TextSize,
  leading: number,
  at: (width: number) => Promise<TextSize>,
): Promise<number | undefined> {
  if (wide.height < 1.5 * leading) return undefined;
  let best: number | undefined;
  let [low, high] = [Math.floor(wide.width / 2), wide.width];
  while (high - low > balance) {
    const width = Math.floor((low + high) / 2);
    const text = await at(width);
    // The height of the last line depends on its letters. One more line adds more than that.
    if (text.width <= width + 2 && text.height < wide.height + leading / 2) {
      best = width;
      high = width;
    } else low = width;
  }
  return best;
}
