import type { Collection } from '../../newsroom/edition/collections.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import type { ExternalLink } from '../../newsroom/model/article.ts';
import type { Accent, CollectionKind } from '../../newsroom/model/collection.ts';
import { collectionPath, pathOf, type RouteOf } from '../addresses/routes.ts';
import { accentOf, crumbsOf, layoutDataOf, type Crumb } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';
import { listPage, type ListPage } from '../shell/paging.ts';
import { richTextOf, type RichText } from '../shell/rich-text.ts';

export interface CollectionView extends PageView {
  page: 'collection';
  collection: Omit<Collection, 'count'>;
  accent: Accent;
  crumbs: Crumb[];
  list: ListPage;
  detail: CollectionDetail;
}

/** What the newest page of a collection shows beside its list. */
interface CollectionDetail {
  standfirst?: string;
  richText?: RichText;
  role?: string;
  /** The agency that an author works for. */
  agency?: string;
  /** Set where an author is a desk, and no person. */
  organization?: true;
  links: ExternalLink[];
  /** Of a topic, the topics below it; of a storyline, its topics. */
  topics: Collection[];
  storylines: Collection[];
  status?: 'running' | 'closed';
}

/** The most storylines that the page of a topic lists. More would not be read, and each costs time. */
const mostStorylines = 50;

const nothing: CollectionDetail = { links: [], topics: [], storylines: [] };

/** A page of a collection; `undefined` where no public article names the collection, or it has no such page. */
export function collectionView(edition: Edition, route: RouteOf<'collection'>): CollectionView | undefined {
  const { kind, slug, number } = route;
  const collection = edition.collection(kind, slug);
  const list = collection && listPage(edition, kind, slug, number);
  if (!collection || !list) return undefined;
  const topic =
    kind === 'topic' ? slug : kind === 'storyline' ? edition.storyline(slug)?.topics[0] : list.stories[0]?.topics[0];
  // An older page shows its list only, so that it never changes.
  const newest = number === undefined;
  const own = newest ? [] : [{ title: collection.title, path: collectionPath(kind, slug) }];
  return {
    page: 'collection',
    path: pathOf(route),
    layout: layoutDataOf(edition),
    collection: { kind, slug, title: collection.title },
    accent: accentOf(edition, topic),
    crumbs: [...(kind === 'topic' ? crumbsOf(edition, slug, false) : []), ...own],
    list,
    detail: newest ? detailOf(edition, kind, slug) : nothing,
  };
}

function detailOf(edition: Edition, kind: CollectionKind, slug: string): CollectionDetail {
  switch (kind) {
    case 'topic': {
      const topic = edition.topic(slug);
      if (!topic) return nothing;
      return {
        ...(topic.standfirst !== undefined && { standfirst: topic.standfirst }),
        richText: richTextOf(edition, topic.introduction),
        links: [],
        topics: publicTopics(
          edition,
          edition.topicsUnder(slug).map((below) => below.slug),
        ),
        storylines: edition.storylinesOfTopic(slug, mostStorylines),
      };
    }
    case 'person': {
      const person = edition.person(slug);
      if (!person) return nothing;
      return {
        ...nothing,
        ...(person.role !== undefined && { role: person.role }),
        ...(person.agency !== undefined && { agency: person.agency }),
        ...(person.kind === 'organization' && { organization: true as const }),
        richText: richTextOf(edition, person.biography),
        links: person.links,
      };
    }
    case 'storyline': {
      const line = edition.storyline(slug);
      if (!line) return nothing;
      return {
        ...nothing,
        status: line.status,
        richText: richTextOf(edition, line.soFar),
        topics: publicTopics(edition, line.topics),
      };
    }
    case 'place':
    case 'agency':
      return nothing;
  }
}

function publicTopics(edition: Edition, slugs: readonly string[]): Collection[] {
  return slugs.flatMap((slug) => edition.collection('topic', slug) ?? []);
}
