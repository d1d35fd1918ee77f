import sharp from 'sharp';

// One core an image, and next to nothing remembered: a server has other things to do with both.
sharp.concurrency(1);
sharp.cache({ memory: 8, files: 0, items: 20 });

export { default as sharp } from 'sharp';

/** Pixels of the largest picture that is read: what the largest cameras make. */
export const mostPixels = 110_000_000;

/** Seconds for one step of the work on a picture; no honest one takes a tenth of it. */
export const longestStep = 10;
