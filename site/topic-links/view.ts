import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Accent } from '../../newsroom/model/collection.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { topicLinkGroups, type TitledGroup } from '../links/groups.ts';
import { linkedTeasers, type LinkedTeaser } from '../shell/linked-teaser.ts';
import { accentOf, crumbsOf, layoutDataOf, type Crumb } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';
import { linksTitle } from '../words/topics.ts';
import { siteWords } from '../words/words-of.ts';

export interface TopicLinksView extends PageView {
  page: 'topic-links';
  /** `learn` is the title of the page. */
  topic: { slug: string; title: string; learn: string };
  accent: Accent;
  crumbs: Crumb[];
  groups: TitledGroup[];
  /** What is shown of the stories in them, by address. */
  teasers: Record<string, LinkedTeaser>;
  /** The address of the site that owns the topic, where that is another title. */
  owner?: string;
}

/** The page of links on a topic; `undefined` where there is no such public topic. */
export function topicLinksView(edition: Edition, route: RouteOf<'topic-links'>): TopicLinksView | undefined {
  const topic = edition.topic(route.slug);
  if (!topic) return undefined;
  const { slug, title } = topic;
  const groups = topicLinkGroups(edition, topic);
  const owner = edition.topicElsewhere(slug)?.title;
  return {
    page: 'topic-links',
    path: pathOf(route),
    layout: layoutDataOf(edition),
    topic: { slug, title, learn: linksTitle(siteWords(edition.site), topic) },
    accent: accentOf(edition, [slug]),
    crumbs: crumbsOf(edition, slug, true),
    groups,
    teasers: linkedTeasers(edition, groups),
    ...(owner && { owner: owner.url }),
  };
}
