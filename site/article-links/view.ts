import type { Edition } from '../../newsroom/edition/edition.ts';
import type { FullStory, Story } from '../../newsroom/edition/public.ts';
import type { Accent } from '../../newsroom/model/collection.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { articleLinkGroups, type TitledGroup } from '../links/groups.ts';
import { linkedTeasers, type LinkedTeaser } from '../shell/linked-teaser.ts';
import { storyPage, type Crumb } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface ArticleLinksView extends PageView {
  page: 'article-links';
  story: Story;
  accent: Accent;
  crumbs: Crumb[];
  groups: TitledGroup[];
  /** What is shown of the stories in them, by address. */
  teasers: Record<string, LinkedTeaser>;
}

/** The page of an article's links; `undefined` where there are none. */
export function articleLinksView(
  edition: Edition,
  route: RouteOf<'article-links'>,
  full: FullStory,
): ArticleLinksView | undefined {
  const groups = articleLinkGroups(edition, full);
  const story = edition.story(full.address);
  return story && groups.length > 0
    ? {
        page: 'article-links',
        ...storyPage(edition, pathOf(route), full),
        story,
        groups,
        teasers: linkedTeasers(edition, groups),
      }
    : undefined;
}
