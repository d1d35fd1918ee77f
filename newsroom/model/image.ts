import { z } from 'zod';
import { focus, text, url } from './field-types.ts';
import { picturePath } from './path.ts';

/** The picture of an article or of a person, with its words. */
export const image = z.strictObject({
  /** The path under `images/`. */
  src: text.transform(picturePath),
  alt: text,
  caption: text.optional(),
  credit: text.optional(),
  /** The page of the person or the company that made the picture or gives licences for it. */
  creditUrl: url.optional(),
  /** The notice of its copyright, or the address of its licence. */
  rights: text.optional(),
  focus: focus.optional(),
});
export type Image = z.output<typeof image>;
