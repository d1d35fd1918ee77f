import sharp from 'sharp';

// One core for each image, and a small cache: the server needs the other cores and the memory.
sharp.concurrency(1);
sharp.cache({ memory: 8, files: 0, items: 20 });

export { default as sharp } from 'sharp';

/** The largest number of pixels of a picture that is read. The largest cameras make pictures of this size. */
export const maxPixels = 110_000_000;

/** The longest time for one step of the work on a picture, in seconds. A normal picture needs less than a tenth of it. */
export const maxStepSeconds = 10;

/** Reads a picture that is no drawing, and turns it upright. What is made of it throws if the picture cannot be decoded. */
export function uprightPicture(picture: Buffer): ReturnType<typeof sharp> {
  return sharp(picture, { limitInputPixels: maxPixels, failOn: 'error' })
    .timeout({ seconds: maxStepSeconds })
    .autoOrient();
}
