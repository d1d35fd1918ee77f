import type { Edition } from '../../newsroom/edition/edition.ts';
import type { HubKind } from '../../newsroom/model/hub.ts';
import { fullPages } from '../../site/paging.ts';
import { pathOf } from '../../site/routes.ts';

/** The paths of the pages that the site has whatever its subjects are. */
export function pageAddresses(edition: Edition): string[] {
  // An empty front page asks not to be indexed.
  const front = edition.count('all', '') > 0 ? [pathOf({ page: 'front' })] : [];
  const { count } = edition.corrections;
  return [
    ...front,
    pathOf({ page: 'about' }),
    pathOf({ page: 'topics' }),
    ...(count > 0 ? [pathOf({ page: 'corrections' })] : []),
    ...numbers(fullPages(count)).map((number) => pathOf({ page: 'corrections', number })),
  ];
}

/** The paths of all pages of the hubs of a kind: each list page is its own canonical (rule C2). */
export function hubAddresses(edition: Edition, kind: HubKind): string[] {
  return edition
    .hubs(kind)
    .flatMap(({ slug, count }) => [
      pathOf({ page: 'hub', kind, slug }),
      ...(kind === 'topic' ? [pathOf({ page: 'topic-links', slug })] : []),
      ...numbers(fullPages(count)).map((number) => pathOf({ page: 'hub', kind, slug, number })),
    ]);
}

/** How many they are. */
export function countHubAddresses(edition: Edition, kind: HubKind): number {
  const own = kind === 'topic' ? 2 : 1;
  return edition.hubs(kind).reduce((sum, { count }) => sum + own + fullPages(count), 0);
}

/** The archive pages of a month, and that of its year where it is the year's first with anything to read. */
export function archiveAddresses(edition: Edition, month: string): string[] {
  const year = month.slice(0, 4);
  const days = edition.days(`${year}/`);
  const first = days[0]?.day.slice(0, 7) === month;
  return [
    ...(first ? [pathOf({ page: 'year', year })] : []),
    pathOf({ page: 'month', month }),
    ...days
      .filter(({ day }) => day.startsWith(`${month}/`))
      .flatMap(({ day, count }) => [
        pathOf({ page: 'day', day }),
        ...numbers(fullPages(count)).map((number) => pathOf({ page: 'day', day, number })),
      ]),
  ];
}

/** 1 to `last`. */
function numbers(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
