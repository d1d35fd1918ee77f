import type { Edition } from '../newsroom/edition/edition.ts';
import { publicBody } from '../newsroom/edition/whole.ts';
import type { Body } from '../newsroom/model/element.ts';
import type { Passage } from './views.ts';

/** A body outside an article, without what the public may not see. */
export function passageOf(edition: Edition, body: Body): Passage {
  const pictures: Passage['pictures'] = {};
  return { body: publicBody(edition, body, pictures), pictures };
}
