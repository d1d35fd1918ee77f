import type { CollectionKind } from '../model/collection.ts';
import type { Person } from '../model/person.ts';
import { placeTitle } from '../model/place.ts';
import { placeInCountry, placeSlug } from '../model/slug.ts';
import type { Storyline } from '../model/storyline.ts';
import type { Topic } from '../model/topic.ts';
import { textOf, type Row } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { visible } from '../store/visible.ts';
import type { EditionContext } from './context.ts';
import type { ListCount } from './counts.ts';
import { settingsOf } from './settings.ts';

/** A topic, person, place, agency or storyline with public articles. */
export interface Collection {
  kind: CollectionKind;
  slug: string;
  title: string;
  count: number;
}

/** The public articles of one list, over `membership`. Takes `:kind`, `:slug` and `:now`. */
export const inList = `kind = :kind AND slug = :slug AND ${visible}`;

/** A collection, where a public article names it. */
export function collectionOf(context: EditionContext, kind: CollectionKind, slug: string): Collection | undefined {
  return context.cache.collections.get(`${kind} ${slug}`, () => {
    const count = context.counts.of(kind, slug);
    const title = count > 0 ? titleOf(context, kind, slug) : undefined;
    return title === undefined ? undefined : { kind, slug, title, count };
  });
}

/** The title of a collection, where a public article names it. It depends on no count, which each story changes. */
export function collectionTitle(context: EditionContext, kind: CollectionKind, slug: string): string | undefined {
  return context.cache.publicTitles.get(`${kind} ${slug}`, () =>
    context.counts.has(kind, slug) ? titleOf(context, kind, slug) : undefined,
  );
}

/** Whether a public article names a collection that has a title. */
export function isCollection(context: EditionContext, kind: CollectionKind, slug: string): boolean {
  return collectionTitle(context, kind, slug) !== undefined;
}

/** All public collections of a kind, by slug. */
export function collectionsOf(context: EditionContext, kind: CollectionKind): Collection[] {
  return context.cache.lists.get(kind, () =>
    context.counts.all(kind).flatMap(({ slug, count }) => {
      const title = titleOf(context, kind, slug);
      return title === undefined ? [] : [{ kind, slug, title, count }];
    }),
  );
}

/** The slugs and counts of all public collections of a kind, without their titles, which are read one by one. */
export function collectionCountsOf(context: EditionContext, kind: CollectionKind): ListCount[] {
  const isNamed = namesOf(context, kind);
  return context.counts.all(kind).filter(({ slug }) => isNamed(slug));
}

/** Whether a public article names any collection of a kind. Every page asks. */
export function hasCollections(context: EditionContext, kind: CollectionKind): boolean {
  return context.cache.used.get(kind, () => context.counts.hasAny(kind, namesOf(context, kind)));
}

/** Says whether a slug that articles of a kind of list name is that of a collection. */
function namesOf({ store }: EditionContext, kind: CollectionKind): (slug: string) => boolean {
  // A place or an agency has no file: its articles name it.
  if (kind === 'place' || kind === 'agency') return () => true;
  const entities = new Set(store.all('SELECT slug FROM entity WHERE kind = ?', kind).map((row) => textOf(row, 'slug')));
  return (slug) => entities.has(slug);
}

/** The title of a collection, public or not: only for those who know that it may be shown. */
export function titleOf(context: EditionContext, kind: CollectionKind, slug: string): string | undefined {
  return context.cache.titles.get(`${kind} ${slug}`, () => {
    switch (kind) {
      case 'topic':
        return entityOf<Topic>(context, kind, slug)?.title;
      case 'storyline':
        return entityOf<Storyline>(context, kind, slug)?.title;
      case 'person':
        return entityOf<Person>(context, kind, slug)?.name;
      case 'place': {
        const place = placeNamed(context, slug) ?? placeInDateline(context, slug);
        return place && placeTitleAt(context, slug, place);
      }
      case 'agency':
        return oldestIn(context, kind, slug)?.agency;
    }
  });
}

/** What the pages say of a place. */
export interface NamedPlace {
  name: string;
  region?: string | undefined;
  /** ISO 3166 alpha-2. */
  country?: string | undefined;
  /** Degrees. */
  at?: { latitude: number; longitude: number };
}

/** The title of a place's page: with the country, if another country has a place of this name. */
function placeTitleAt(context: EditionContext, slug: string, place: NamedPlace): string {
  const { name, region, country } = place;
  const own = placeSlug({ place: name, region });
  if (country === undefined || own === undefined || slug !== placeInCountry(own, country)) return placeTitle(place);
  const countries = new Intl.DisplayNames([settingsOf(context).language], { type: 'region', fallback: 'code' });
  return `${placeTitle(place)}, ${countries.of(country)}`;
}

/** What `places.yaml` says of the place with a slug, public or not. */
export function placeNamed({ store }: EditionContext, slug: string): NamedPlace | undefined {
  const sql =
    'SELECT name, region, country, latitude, longitude FROM place_spelling WHERE spelling = :slug AND place = :slug';
  const row = store.get(sql, { slug });
  if (!row) return undefined;
  const { region, latitude, longitude } = row;
  const country = textOf(row, 'country');
  return {
    name: textOf(row, 'name'),
    ...(typeof region === 'string' && { region }),
    ...(country !== '' && { country }),
    ...(typeof latitude === 'number' && typeof longitude === 'number' && { at: { latitude, longitude } }),
  };
}

/** What the oldest public dateline with a place says of it. */
export function placeInDateline(context: EditionContext, slug: string): NamedPlace | undefined {
  const { place: name, region, country } = oldestIn(context, 'place', slug)?.dateline ?? {};
  return name === undefined ? undefined : { name, region, country };
}

/** What a file says of a topic, a person or a storyline, public or not, with links to what is hidden. */
export function entityOf<T extends Topic | Person | Storyline>(
  { store }: EditionContext,
  kind: CollectionKind,
  slug: string,
): T | undefined {
  const row = store.get('SELECT value FROM entity WHERE kind = :kind AND slug = :slug', { kind, slug });
  return row && JSON.parse(textOf(row, 'value'));
}

/** The oldest public article of a list. */
function oldestIn(context: EditionContext, kind: CollectionKind, slug: string): StoredArticle | undefined {
  const { store, now, dependencies } = context;
  const row: Row | undefined = store.get(
    `SELECT detail FROM article WHERE key = (
       SELECT article FROM membership WHERE ${inList} ORDER BY published, address LIMIT 1
     )`,
    { kind, slug, now },
  );
  const stored: StoredArticle | undefined = row && JSON.parse(textOf(row, 'detail'));
  // What is published later is not the oldest one.
  dependencies.add(`list ${kind} ${slug}`, stored && Date.parse(stored.published));
  if (stored) dependencies.add(`article ${stored.address}`);
  return stored;
}
