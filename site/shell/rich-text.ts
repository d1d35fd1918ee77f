import type { Edition } from '../../newsroom/edition/edition.ts';
import { publicBody } from '../../newsroom/edition/public-body.ts';
import type { Body } from '../../elements/body.ts';
import type { PictureSize } from '../../elements/picture/renditions.ts';

/** A body outside an article, ready to be shown, with the sizes of its pictures by their paths under `images/`. */
export interface RichText {
  body: Body;
  pictures: Record<string, PictureSize>;
}

/** A body outside an article, without what the public may not see. */
export function richTextOf(edition: Edition, body: Body): RichText {
  const pictures: RichText['pictures'] = {};
  return { body: publicBody(edition, body, pictures), pictures };
}
