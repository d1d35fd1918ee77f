import type { TopicPlace } from '../model/topic-owners.ts';
import { textOf, type Store } from './store.ts';

/** Where each topic is, and which title its file gives it to; by their slugs. */
export function topicPlaces(store: Store): TopicPlace[] {
  const sql = "SELECT slug, parent, value ->> '$.owner' AS owner FROM entity WHERE kind = 'topic' ORDER BY slug";
  return store.all(sql).map((row) => {
    const { parent, owner } = row;
    return {
      slug: textOf(row, 'slug'),
      ...(typeof parent === 'string' && { parent }),
      ...(typeof owner === 'string' && { owner }),
    };
  });
}
