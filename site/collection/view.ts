import type { Body } from '../../elements/body.ts';
import type { Collection } from '../../newsroom/edition/collections.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Picture, Story } from '../../newsroom/edition/public.ts';
import type { ExternalLink } from '../../newsroom/model/article.ts';
import type { Accent, CollectionKind } from '../../newsroom/model/collection.ts';
import { firstSentence, leadOf, openingOf } from '../../newsroom/model/text.ts';
import { collectionPath, pathOf, type IndexedKind, type RouteOf } from '../addresses/routes.ts';
import { mapOfPlaces, type MapDrawing } from '../map/draw.ts';
import { accentOf, crumbsOf, frameLink, layoutDataOf, type Crumb, type FrameLink } from '../shell/layout-data.ts';
import { Shown } from '../shell/package/package.ts';
import type { PageView } from '../shell/page-view.ts';
import { listPage, type ListPage } from '../shell/paging.ts';
import { richTextOf, type RichText } from '../shell/rich-text.ts';
import { indexTitle } from '../words/labels.ts';
import { siteWords } from '../words/words-of.ts';
import { storylineParts, type StorylineParts } from './storyline.ts';
import { topicParts, type TopicParts } from './topic.ts';

export interface CollectionView extends PageView {
  page: 'collection';
  collection: Omit<Collection, 'count'>;
  accent: Accent;
  crumbs: Crumb[];
  list: ListPage;
  detail: CollectionDetail;
  /** The address of the site that owns the topic, where that is another title. An older page is that of this title alone (rule C2). */
  owner?: string;
}

/** What the newest page of a collection shows beside its list. */
interface CollectionDetail {
  standfirst?: string;
  richText?: RichText;
  /** How that text opens, for a description. */
  opening?: string;
  portrait?: Picture;
  email?: string;
  /** The accounts of an author elsewhere. */
  accounts?: FrameLink[];
  role?: string;
  /** The agency that an author works for. */
  agency?: string;
  /** Set where an author is a desk, and no person. */
  organization?: true;
  links: ExternalLink[];
  /** Where a place is. */
  map?: MapDrawing;
  /** The addresses of stories that are in another part of the page, so that its list leaves them out. */
  elsewhere?: string[];
  topic?: TopicParts;
  storyline?: StorylineParts;
}

const nothing: CollectionDetail = { links: [] };

/** A page of a collection; `undefined` where no public article names the collection, or it has no such page. */
export function collectionView(edition: Edition, route: RouteOf<'collection'>): CollectionView | undefined {
  const { kind, slug, number } = route;
  const collection = edition.collection(kind, slug);
  const list = collection && listPage(edition, kind, slug, number);
  if (!collection || !list) return undefined;
  const topics =
    kind === 'topic' ? [slug] : kind === 'storyline' ? edition.storyline(slug)?.topics : list.stories[0]?.topics;
  // An older page shows its list only, so that it never changes.
  const newest = number === undefined;
  const owner = newest && kind === 'topic' ? edition.topicElsewhere(slug)?.title : undefined;
  const own = newest ? [] : [{ title: collection.title, path: collectionPath(kind, slug) }];
  return {
    page: 'collection',
    path: pathOf(route),
    layout: layoutDataOf(edition),
    collection: { kind, slug, title: collection.title },
    accent: accentOf(edition, topics ?? []),
    crumbs: [...(kind === 'topic' ? crumbsOf(edition, slug, false) : [indexCrumb(edition, kind)]), ...own],
    list,
    detail: newest ? detailOf(edition, kind, slug, list) : nothing,
    ...(owner && { owner: owner.url }),
  };
}

/** The way down to a collection that is no topic: the index of its kind. */
function indexCrumb({ site }: Edition, kind: IndexedKind): Crumb {
  const words = siteWords(site);
  return { title: indexTitle(words, kind), path: pathOf({ page: 'collections', kind }), lang: words.lang };
}

function detailOf(edition: Edition, kind: CollectionKind, slug: string, list: ListPage): CollectionDetail {
  switch (kind) {
    case 'topic': {
      const topic = edition.topic(slug);
      if (!topic) return nothing;
      // No story is on the page twice: each part leaves out what the parts above it show.
      const shown = new Shown(edition);
      const parts = topicParts(edition, topic, shown, list.stories);
      const opening = openingOf(topic.introduction);
      const line = topic.standfirst ?? firstSentence(opening, edition.site.language);
      const isWhole = line === opening && topic.introduction.elements.length < 2;
      return {
        ...nothing,
        ...(line !== '' && { standfirst: line }),
        // A text of one sentence is that line.
        ...(!isWhole && textOf(edition, topic.introduction)),
        topic: parts,
        ...elsewhere(list.stories, shown.free(list.stories)),
      };
    }
    case 'person': {
      const person = edition.person(slug);
      if (!person) return nothing;
      return {
        ...(person.picture && { portrait: person.picture }),
        ...(person.email !== undefined && { email: person.email }),
        ...(person.social.length > 0 && {
          accounts: person.social.map(({ url, title }) =>
            frameLink(edition, { url, ...(title !== undefined && { title: { '': title } }) }),
          ),
        }),
        ...(person.role !== undefined && { role: person.role }),
        ...(person.agency !== undefined && { agency: person.agency }),
        ...(person.kind === 'organization' && { organization: true as const }),
        ...textOf(edition, person.biography),
        links: person.links,
      };
    }
    case 'storyline': {
      const line = edition.storyline(slug);
      if (!line) return nothing;
      const shown = new Shown(edition);
      const parts = storylineParts(edition, shown, line, list);
      return {
        ...nothing,
        ...textOf(edition, line.soFar),
        storyline: parts,
        ...elsewhere(list.stories, shown.free(list.stories)),
      };
    }
    case 'place': {
      const map = mapOfPlaces([edition.place(slug)]);
      return { ...nothing, ...(map && { map }) };
    }
    case 'agency':
      return nothing;
  }
}

/** The stories of a list that are not among those that stay in it. */
function elsewhere(all: readonly Story[], staying: readonly Story[]): Pick<CollectionDetail, 'elsewhere'> {
  const left = all.filter((story) => !staying.includes(story)).map(({ address }) => address);
  return left.length > 0 ? { elsewhere: left } : {};
}

function textOf(edition: Edition, body: Body): Pick<CollectionDetail, 'richText' | 'opening'> {
  const opening = leadOf(body);
  return { richText: richTextOf(edition, body), ...(opening !== '' && { opening }) };
}
