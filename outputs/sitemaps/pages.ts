import type { Edition } from '../../newsroom/edition/edition.ts';
import type { HubKind } from '../../newsroom/model/hub.ts';
import { fullPages } from '../../site/paging.ts';
import { pathOf } from '../../site/routes.ts';

/** The paths of the pages that the site has whatever its subjects are. */
export function pageAddresses(edition: Edition): string[] {
  // An empty front page asks not to be indexed.
  const front = edition.count('all', '') > 0 ? [pathOf({ page: 'front' })] : [];
  const { count } = edition.corrections;
  const years = new Set(edition.days('').map(({ day }) => day.slice(0, 4)));
  return [
    ...front,
    pathOf({ page: 'about' }),
    pathOf({ page: 'topics' }),
    ...[...years].map((year) => pathOf({ page: 'year', year })),
    ...(count > 0 ? [pathOf({ page: 'corrections' })] : []),
    ...numbers(fullPages(count)).map((number) => pathOf({ page: 'corrections', number })),
  ];
}

/** The paths of all pages of the hubs of a kind: each list page is its own canonical (rule C2). */
export function hubAddresses(edition: Edition, kind: HubKind): string[] {
  return edition
    .hubCounts(kind)
    .flatMap(({ slug, count }) => [
      pathOf({ page: 'hub', kind, slug }),
      ...(kind === 'topic' ? [pathOf({ page: 'topic-links', slug })] : []),
      ...numbers(fullPages(count)).map((number) => pathOf({ page: 'hub', kind, slug, number })),
    ]);
}

/** How many they are. */
export function countHubAddresses(edition: Edition, kind: HubKind): number {
  const own = kind === 'topic' ? 2 : 1;
  return edition.hubCounts(kind).reduce((sum, { count }) => sum + own + fullPages(count), 0);
}

/** The archive pages of some days. */
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
