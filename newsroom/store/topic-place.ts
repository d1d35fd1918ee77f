import type { TopicPlace } from '../model/topic-owners.ts';
import { textOf, type Row } from './store.ts';

/** Where a topic is, from a row of `entity` with its owner. */
export function topicPlaceIn(row: Row): TopicPlace {
  const { parent, owner } = row;
  return {
    slug: textOf(row, 'slug'),
    ...(typeof parent === 'string' && { parent }),
    ...(typeof owner === 'string' && { owner }),
  };
}
