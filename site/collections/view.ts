import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Picture } from '../../newsroom/edition/public.ts';
import { collectionKinds } from '../../newsroom/model/collection.ts';
import type { Storyline } from '../../newsroom/model/storyline.ts';
import { compareIn, firstSentence, openingOf } from '../../newsroom/model/text.ts';
import { pathOf, type IndexedKind, type RouteOf } from '../addresses/routes.ts';
import { layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface CollectionsView extends PageView {
  page: 'collections';
  kind: IndexedKind;
  /** The number of this page; 1 is the page at the address of the index. */
  number: number;
  /** How many pages the index has. */
  pages: number;
  /** In alphabetical order; running storylines come before closed ones. */
  entries: IndexEntry[];
}

/** A collection in an index. */
export interface IndexEntry {
  slug: string;
  title: string;
  /** How many public stories it has. */
  count: number;
  /** What an author does. */
  role?: string;
  portrait?: Picture;
  /** The country of a place; ISO 3166 alpha-2. */
  country?: string;
  storyline?: {
    status: Storyline['status'];
    /** The instant of its newest story. */
    newest: string;
    /** How its text opens: one sentence. */
    opening?: string;
    /** That of its newest story. */
    picture?: Picture;
  };
}

/** How many collections a page of an index names. */
export const indexPageSize = 300;

/** How many pages the index of a kind has; 0 where no public story names a collection of that kind. */
export function indexPages(edition: Edition, kind: IndexedKind): number {
  return Math.ceil(edition.collectionCounts(kind).length / indexPageSize);
}

/** The kinds that have an index. */
export function indexedKinds(edition: Edition): IndexedKind[] {
  return collectionKinds.filter((kind) => kind !== 'topic').filter((kind) => indexPages(edition, kind) > 0);
}

/** A page of the index of a kind of collection; `undefined` where the index has no such page. */
export function collectionsView(edition: Edition, route: RouteOf<'collections'>): CollectionsView | undefined {
  const { kind, number = 1 } = route;
  // Titles are read one by one, so only for a page that exists.
  const pages = indexPages(edition, kind);
  if (number > pages) return undefined;
  const compare = compareIn(edition.site.language);
  const count = edition.storyCounts(kind);
  const isClosed = (slug: string): boolean => kind === 'storyline' && edition.storyline(slug)?.status === 'closed';
  const all = edition
    .collections(kind)
    .map(({ slug, title }) => ({ slug, title, closed: isClosed(slug) }))
    .toSorted((a, b) => Number(a.closed) - Number(b.closed) || compare(a.title, b.title));
  return {
    page: 'collections',
    path: pathOf(route),
    layout: layoutDataOf(edition),
    kind,
    number,
    pages,
    entries: all.slice((number - 1) * indexPageSize, number * indexPageSize).map(({ slug, title }) => ({
      slug,
      title,
      count: count(slug),
      ...detailOf(edition, kind, slug),
    })),
  };
}

function detailOf(
  edition: Edition,
  kind: IndexedKind,
  slug: string,
): Pick<IndexEntry, 'role' | 'portrait' | 'country' | 'storyline'> {
  switch (kind) {
    case 'person': {
      const { role, picture } = edition.person(slug) ?? {};
      return { ...(role !== undefined && { role }), ...(picture && { portrait: picture }) };
    }
    case 'storyline': {
      const line = edition.storyline(slug);
      const [newest] = edition.newest('storyline', slug, 1);
      if (!line || !newest) return {};
      const opening = firstSentence(openingOf(line.soFar), edition.site.language);
      return {
        storyline: {
          status: line.status,
          newest: newest.published,
          ...(opening !== '' && { opening }),
          ...(newest.picture && { picture: newest.picture }),
        },
      };
    }
    case 'place': {
      const country = edition.place(slug)?.country;
      return country === undefined ? {} : { country };
    }
    case 'agency':
      return {};
  }
}
