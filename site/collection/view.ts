import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Collection } from '../../newsroom/edition/collections.ts';
import type { CollectionKind } from '../../newsroom/model/collection.ts';
import { listPage } from '../shell/paging.ts';
import { richTextOf } from '../shell/rich-text.ts';
import { collectionPath, pathOf } from '../addresses/routes.ts';
import { accentOf, crumbsOf, layoutDataOf } from '../shell/layout-data.ts';
import type { CollectionDetail, View } from '../views.ts';

/** Storylines that a topic's page names at most; no page needs more, and a view must not take longer with each. */
const mostStorylines = 50;

/** A collection's page; `undefined` where no public article names it, or it has no such page. */
export function collectionView(
  edition: Edition,
  kind: CollectionKind,
  slug: string,
  number?: number,
): View | undefined {
  const collection = edition.collection(kind, slug);
  const list = collection && listPage(edition, kind, slug, number);
  if (!collection || !list) return undefined;
  const path = pathOf({ page: 'collection', kind, slug, ...(number !== undefined && { number }) });
  const topic =
    kind === 'topic' ? slug : kind === 'storyline' ? edition.storyline(slug)?.topics[0] : list.stories[0]?.topics[0];
  // An older page is its list and no more, so that it stays as it is.
  const whole = number === undefined;
  const own = whole ? [] : [{ title: collection.title, path: collectionPath(kind, slug) }];
  return {
    page: 'collection',
    path,
    layout: layoutDataOf(edition),
    collection: { kind, slug, title: collection.title },
    accent: accentOf(edition, topic),
    crumbs: [...(kind === 'topic' ? crumbsOf(edition, slug, false) : []), ...own],
    list,
    detail: whole ? detailOf(edition, kind, slug) : { links: [], topics: [], storylines: [] },
  };
}

function detailOf(edition: Edition, kind: CollectionKind, slug: string): CollectionDetail {
  const none: CollectionDetail = { links: [], topics: [], storylines: [] };
  switch (kind) {
    case 'topic': {
      const topic = edition.topic(slug);
      if (!topic) return none;
      return {
        ...(topic.standfirst !== undefined && { standfirst: topic.standfirst }),
        richText: richTextOf(edition, topic.introduction),
        links: [],
        topics: edition.topicsUnder(slug).flatMap((below) => edition.collection('topic', below.slug) ?? []),
        storylines: edition.storylinesOfTopic(slug, mostStorylines),
      };
    }
    case 'person': {
      const person = edition.person(slug);
      if (!person) return none;
      return {
        ...none,
        ...(person.role !== undefined && { role: person.role }),
        ...(person.kind === 'organization' && { organization: true as const }),
        richText: richTextOf(edition, person.biography),
        links: person.links,
      };
    }
    case 'storyline': {
      const line = edition.storyline(slug);
      if (!line) return none;
      return {
        ...none,
        status: line.status,
        richText: richTextOf(edition, line.soFar),
        topics: line.topics.flatMap((topic): Collection[] => {
          const collection = edition.collection('topic', topic);
          return collection ? [collection] : [];
        }),
      };
    }
    case 'place':
    case 'agency':
      return none;
  }
}
