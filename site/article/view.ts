import type { Collection } from '../../newsroom/edition/collections.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { mostRelated } from '../../newsroom/edition/related.ts';
import type { Accent } from '../../newsroom/model/collection.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { articleLinkGroups } from '../links/groups.ts';
import { relatedLink, type RelatedLink } from '../related/links.ts';
import { storyPage, type Crumb } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface ArticleView extends PageView {
  page: 'article';
  story: FullStory;
  accent: Accent;
  crumbs: Crumb[];
  storyline?: Collection;
  related: RelatedLink[];
  /** How many versions the story has, where that is more than one. */
  versions?: number;
}

export function articleView(edition: Edition, route: RouteOf<'article'>, story: FullStory): ArticleView {
  const versions = edition.history(story.address)?.versions.length ?? 0;
  const storyline = story.storyline === undefined ? undefined : edition.collection('storyline', story.storyline);
  return {
    page: 'article',
    ...storyPage(edition, pathOf(route), story),
    story,
    related: linksUnder(edition, story),
    ...(versions > 1 && { versions }),
    // Without its size: with it, every new story of the storyline would change the pages of all its stories.
    ...(storyline && { storyline: { ...storyline, count: 0 } }),
  };
}

/** An article's Related Links. Where it shares no topic with any other article, they are the first of its page of links. */
function linksUnder(edition: Edition, story: FullStory): RelatedLink[] {
  const links = edition.related(story).map(relatedLink);
  if (links.length > 0) return links;
  return articleLinkGroups(edition, story)
    .flatMap((group) => group.links)
    .slice(0, mostRelated);
}
