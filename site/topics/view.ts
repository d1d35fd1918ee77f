import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Accent } from '../../newsroom/model/collection.ts';
import type { IndexedKind } from '../addresses/routes.ts';
import { indexedKinds } from '../collections/view.ts';
import { accentOf, layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface TopicsView extends PageView {
  page: 'topics';
  /** The sections, each with the topics below it. */
  tree: TopicBranch[];
  /** The other kinds of collections that have an index. */
  indexes: IndexedKind[];
}

/** A topic with its numbers of articles and of links, and the topics below it. */
export interface TopicBranch {
  slug: string;
  title: string;
  standfirst?: string;
  accent: Accent;
  count: number;
  links: number;
  below: TopicBranch[];
}

/** How many levels of topics are shown below the sections. */
const deepest = 8;

export function topicsView(edition: Edition): TopicsView {
  return {
    page: 'topics',
    path: '/topics',
    layout: layoutDataOf(edition),
    tree: branches(edition, edition.storyCounts('topic'), undefined),
    indexes: indexedKinds(edition),
  };
}

function branches(
  edition: Edition,
  count: (slug: string) => number,
  parent: string | undefined,
  depth = 0,
): TopicBranch[] {
  return edition.topicsUnder(parent).map(({ slug, title, standfirst, links }) => ({
    slug,
    title,
    ...(standfirst !== undefined && { standfirst }),
    accent: accentOf(edition, [slug]),
    count: count(slug),
    links: links.length,
    below: depth < deepest ? branches(edition, count, slug, depth + 1) : [],
  }));
}
