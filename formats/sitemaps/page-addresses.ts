import type { Edition } from '../../newsroom/edition/edition.ts';
import type { CollectionKind } from '../../newsroom/model/collection.ts';
import { listPaths, pagePaths } from '../../site/paths.ts';
import { pathOf } from '../../site/addresses/routes.ts';
import { fullPages } from '../../site/shell/paging.ts';

/** The paths of all pages that belong to no collection and to no month. */
export function pageAddresses(edition: Edition): string[] {
  return [
    // An empty front page must not be indexed.
    ...(edition.count('all', '') > 0 ? pagePaths(edition, ['front']) : []),
    ...pagePaths(edition, [
      'static-page',
      'topics',
      'collections',
      'latest',
      'archive',
      'language',
      'year',
      'corrections',
    ]),
  ];
}

/** The paths of all pages of the collections of one kind. */
export function collectionAddresses(edition: Edition, kind: CollectionKind): string[] {
  return edition.collectionCounts(kind).flatMap(({ slug, count }) => {
    const list = listPaths({ page: 'collection', kind, slug }, count);
    if (kind !== 'topic') return list;
    // The newest page and the page of links of a topic that another title owns are not canonical (rule S8).
    return edition.topicElsewhere(slug) ? list.slice(1) : [...list, pathOf({ page: 'topic-links', slug })];
  });
}

/** The number of these paths. */
export function countCollectionAddresses(edition: Edition, kind: CollectionKind): number {
  const own = (slug: string): number => (kind !== 'topic' ? 1 : edition.topicElsewhere(slug) ? 0 : 2);
  return edition.collectionCounts(kind).reduce((sum, { slug, count }) => sum + own(slug) + fullPages(count), 0);
}

/** The paths of the archive pages of some days. */
export function dayAddresses(days: readonly { day: string; count: number }[]): string[] {
  return days.flatMap(({ day, count }) => listPaths({ page: 'day', day }, count));
}
