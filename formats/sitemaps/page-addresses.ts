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
  return edition
    .collectionCounts(kind)
    .flatMap(({ slug, count }) => [
      ...listPaths({ page: 'collection', kind, slug }, count),
      ...(kind === 'topic' ? [pathOf({ page: 'topic-links', slug })] : []),
    ]);
}

/** The number of these paths. */
export function countCollectionAddresses(edition: Edition, kind: CollectionKind): number {
  const own = kind === 'topic' ? 2 : 1;
  return edition.collectionCounts(kind).reduce((sum, { count }) => sum + own + fullPages(count), 0);
}

/** The paths of the archive pages of some days. */
export function dayAddresses(days: readonly { day: string; count: number }[]): string[] {
  return days.flatMap(({ day, count }) => listPaths({ page: 'day', day }, count));
}
