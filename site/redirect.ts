import type { Edition } from '../newsroom/edition/edition.ts';
import { collectionPath, pathOf, routeOf } from './addresses/routes.ts';
import { fullPages } from './shell/paging.ts';

/** The path to which an old address leads: that of an article or of a topic, or of one of the topic's pages. */
export function redirectOf(edition: Edition, path: string): string | undefined {
  const article = edition.redirectFrom(path);
  if (article !== undefined) return article;
  const topic = edition.topicFromAlias(path);
  return topic === undefined ? topicPageOf(edition, path) : collectionPath('topic', topic);
}

/** The same for the pages of a topic that had another slug: its list pages and its page of links. */
function topicPageOf(edition: Edition, path: string): string | undefined {
  const route = routeOf(path);
  if (route?.page !== 'topic-links' && !(route?.page === 'collection' && route.kind === 'topic')) return undefined;
  const slug = edition.topicFromAlias(collectionPath('topic', route.slug));
  if (slug === undefined) return undefined;
  const number = route.page === 'collection' ? (route.number ?? 0) : 0;
  return number > fullPages(edition.count('topic', slug)) ? undefined : pathOf({ ...route, slug });
}
