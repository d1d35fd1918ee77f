import type { Edition } from '../../newsroom/edition/edition.ts';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { differenceBetween, type Difference } from '../../newsroom/history/difference.ts';
import type { Accent } from '../../newsroom/model/collection.ts';
import type { VersionEntry } from '../../newsroom/model/version.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { storyPage, type Crumb } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface VersionView extends PageView {
  page: 'version';
  /** The story with the headline that it had in this version. */
  story: { address: string; headline: string; lang: string };
  accent: Accent;
  crumbs: Crumb[];
  version: VersionEntry;
  before?: VersionEntry;
  /** Whether there may be versions before the first, which this site does not have. */
  partial?: true;
  difference: Difference;
}

/**
 * One version, compared with the version before it. Nothing on the page depends on later versions, so it never changes
 * again. The first version is compared with nothing, and is shown as it was. `undefined` where there is no such version.
 */
export function versionView(edition: Edition, route: RouteOf<'version'>, story: FullStory): VersionView | undefined {
  const { address } = story;
  const history = edition.history(address);
  const version = history?.versions.find(({ number }) => number === route.version);
  const text = history?.text(route.version);
  if (!history || !version || !text) return undefined;
  const before = history.versions.find(({ number }) => number === route.version - 1);
  return {
    page: 'version',
    ...storyPage(edition, pathOf(route), story),
    story: { address, headline: text.headline, lang: text.lang ?? edition.site.language },
    version,
    ...(before && { before }),
    ...(history.isPartial && { partial: true as const }),
    difference: differenceBetween(before && history.text(before.number), text, edition.site.language),
  };
}
