import type { Edition } from '../../newsroom/edition/edition.ts';
import type { FullStory } from '../../newsroom/edition/public.ts';
import type { Accent } from '../../newsroom/model/collection.ts';
import type { VersionEntry } from '../../newsroom/model/version.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { storyPage, type Crumb } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface HistoryView extends PageView {
  page: 'history';
  story: { address: string; headline: string; lang: string };
  accent: Accent;
  crumbs: Crumb[];
  /** The newest first. */
  versions: readonly VersionEntry[];
  /** Whether there may be earlier ones, which this site does not have. */
  partial?: true;
}

/** The versions of a story. Where none are known, the page says so. */
export function historyView(edition: Edition, route: RouteOf<'history'>, story: FullStory): HistoryView {
  const { address, headline, lang } = story;
  const history = edition.history(address);
  return {
    page: 'history',
    ...storyPage(edition, pathOf(route), story),
    story: { address, headline, lang },
    versions: history?.versions.toReversed() ?? [],
    ...(history?.isPartial && { partial: true as const }),
  };
}
