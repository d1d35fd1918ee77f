import { shorten } from '../../newsroom/model/text.ts';
import type { Measure, Run, SetText, Typesetter } from './typesetter.ts';

export interface Box {
  width: number;
  height: number;
}

/** How a text may be set: its sizes in pixels, and how many sizes lie between two lines. */
export interface Fitting {
  largest: number;
  smallest: number;
  leading: number;
  direction: Measure['direction'];
  align?: 'centre';
}

/** The largest size in which words are taken apart: the smaller, the fewer are. */
const largestBroken = 72;

/** Sizes are tried in steps of so many pixels. */
const step = 2;

/**
 * Sets a text as large as a box lets it be, then breaks it into lines of like length. A word that is too long for the
 * smallest size is taken apart; a text that is too long for it is cut, with an ellipsis.
 */
export async function fit(typesetter: Typesetter, run: Run, box: Box, fitting: Fitting): Promise<SetText> {
  const { largest, smallest } = fitting;
  const at = (size: number, breaks: boolean, text = run.text, width = box.width): Promise<SetText> => {
    const { leading, direction, align } = fitting;
    const measure = { leading: size * leading, width, breaks, direction, ...(align && { align }) };
    return typesetter.set([{ ...run, text, size }], measure);
  };
  for (const breaks of [false, true]) {
    let best: { size: number; text: SetText } | undefined;
    let [low, high] = [0, Math.floor(((breaks ? Math.min(largest, largestBroken) : largest) - smallest) / step)];
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
      // Words that are apart already are not taken apart once more.
      return breaks ? text : balance(text, size * fitting.leading, (width) => at(size, breaks, run.text, width));
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

/** The narrowest form of a text that has as many lines. */
async function balance(wide: SetText, leading: number, at: (width: number) => Promise<SetText>): Promise<SetText> {
  if (wide.height < 1.5 * leading) return wide;
  let best = wide;
  let [low, high] = [Math.floor(wide.width / 2), wide.width];
  while (high - low > 8) {
    const width = Math.floor((low + high) / 2);
    const text = await at(width);
    // Ink of the last line goes up or down with its letters; a line more is more than that.
    if (text.width <= width + 2 && text.height < wide.height + leading / 2) {
      best = text;
      high = width;
    } else low = width;
  }
  return best;
}
