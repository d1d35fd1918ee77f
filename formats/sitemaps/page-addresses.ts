import type { Edition } from '../../newsroom/edition/edition.ts';
import type { CollectionKind } from '../../newsroom/model/collection.ts';
import { indexedKinds, indexPages } from '../../site/collections/view.ts';
import { fullPages } from '../../site/shell/paging.ts';
import { pathOf } from '../../site/addresses/routes.ts';

/** The paths of all pages that belong to no collection and to no month. */
export function pageAddresses(edition: Edition): string[] {
  const stories = edition.count('all', '');
  // An empty front page must not be indexed.
  const front = stories > 0 ? [pathOf({ page: 'front' })] : [];
  const { count } = edition.corrections;
  const years = new Set(edition.days('').map(({ day }) => day.slice(0, 4)));
  return [
    ...front,
    ...new Set(['/about', ...edition.pages.map(({ slug }) => `/${slug}`)]),
    pathOf({ page: 'topics' }),
    ...indexedKinds(edition).flatMap((kind) => [
      pathOf({ page: 'collections', kind }),
      ...numbers(indexPages(edition, kind))
        .slice(1)
        .map((number) => pathOf({ page: 'collections', kind, number })),
    ]),
    ...(stories > 0 ? [pathOf({ page: 'latest' }), pathOf({ page: 'archive' })] : []),
    ...numbers(fullPages(stories)).map((number) => pathOf({ page: 'latest', number })),
    ...edition.languages.flatMap((tag) => [
      pathOf({ page: 'language', tag }),
      ...numbers(fullPages(edition.count('language', tag))).map((number) => pathOf({ page: 'language', tag, number })),
    ]),
    ...[...years].map((year) => pathOf({ page: 'year', year })),
    ...(count > 0 ? [pathOf({ page: 'corrections' })] : []),
    ...numbers(fullPages(count)).map((number) => pathOf({ page: 'corrections', number })),
  ];
}

/** The paths of all pages of the collections of one kind. Each list page is its own canonical page (rule C2). */
export function collectionAddresses(edition: Edition, kind: CollectionKind): string[] {
  return edition
    .collectionCounts(kind)
    .flatMap(({ slug, count }) => [
      pathOf({ page: 'collection', kind, slug }),
      ...(kind === 'topic' ? [pathOf({ page: 'topic-links', slug })] : []),
      ...numbers(fullPages(count)).map((number) => pathOf({ page: 'collection', kind, slug, number })),
    ]);
}

/** The number of these paths. */
export function countCollectionAddresses(edition: Edition, kind: CollectionKind): number {
  const own = kind === 'topic' ? 2 : 1;
  return edition.collectionCounts(kind).reduce((sum, { count }) => sum + own + fullPages(count), 0);
}

/** The paths of the archive pages of some days. */
export function dayAddresses(days: readonly { day: string; count: number }[]): string[] {
  return days.flatMap(({ day, count }) => [
    pathOf({ page: 'day', day }),
    ...numbers(fullPages(count)).map((number) => pathOf({ page: 'day', day, number })),
  ]);
}

/** 1 to `last`. */
function numbers(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
