import type { CollectionKind } from '../model/collection.ts';
import { slugify } from '../model/slug.ts';
import { mistakesBetween, mostMistakes } from '../search/spelling.ts';
import { textOf } from '../store/store.ts';
import { collectionOf, type Collection } from './collections.ts';
import type { EditionContext } from './context.ts';
import { placeFromSpelling } from './redirects.ts';

/** A name that readers know a collection by, as a slug. */
export interface CollectionNameSlug {
  slug: string;
  name: string;
}

/** Public collections with a name like the typed one that are compared, the first ones by slug. The best one is taken. */
const mostCompared = 50;
/** Pages that a search shows beside its hits. */
const mostPages = 3;

/**
 * The slug of the public collection that a reader means by a slug that was made of what they typed: the slug itself, a
 * spelling of a place, the title or the name; the first part of it (`gyeongju` for Gyeongju, North Gyeongsang), or the last
 * name of a person, where one collection alone has that. `undefined` where there is none.
 */
export function collectionMeant(context: EditionContext, kind: CollectionKind, slug: string): string | undefined {
  const exact = collectionTitled(context, kind, slug);
  if (exact !== undefined) return exact;
  const [first, second] = publicWith(
    context,
    kind,
    ({ slug: known, name }) =>
      [known, name].some((text) => text.startsWith(`${slug}-`)) || (kind === 'person' && name.endsWith(`-${slug}`)),
    2,
  );
  return second ? undefined : first?.slug;
}

function collectionTitled(context: EditionContext, kind: CollectionKind, slug: string): string | undefined {
  const spelling = kind === 'place' ? placeFromSpelling(context, slug) : undefined;
  if (spelling !== undefined) return spelling;
  if (collectionOf(context, kind, slug)) return slug;
  const [first, second] = publicWith(context, kind, ({ name }) => name === slug, 2);
  return second ? undefined : first?.slug;
}

/**
 * The public collection whose name is most like what was typed: the name has all the words, or few letters of the name or of
 * one of its words differ.
 */
export function collectionNearest(context: EditionContext, kind: CollectionKind, slug: string): string | undefined {
  const whole = publicWith(context, kind, ({ name }) => `-${name}-`.includes(`-${slug}-`), mostCompared);
  const [largest] = whole.toSorted((a, b) => b.count - a.count);
  if (largest) return largest.slug;
  const letters = [...slug];
  const [first = ''] = letters;
  const mistakes = new Map<string, number>();
  const most = mostMistakes(letters.length);
  const isLike = ({ slug: known, name }: CollectionNameSlug): boolean => {
    // Readers seldom mistake the first letter, and few names begin with it.
    const texts = [known, name, ...name.split('-')].filter(
      (text) => text.startsWith(first) && Math.abs(text.length - slug.length) <= most,
    );
    const count = Math.min(...texts.map((text) => mistakesBetween(letters, [...text], most)));
    mistakes.set(known, count);
    return most > 0 && count <= most;
  };
  const [nearest] = publicWith(context, kind, isLike, mostCompared).toSorted(
    (a, b) => (mistakes.get(a.slug) ?? 0) - (mistakes.get(b.slug) ?? 0) || b.count - a.count,
  );
  return nearest?.slug;
}

/**
 * The public collections whose title is a text, at most three. The text may also be the last name of a person, or the first
 * part of the name of a place.
 */
export function collectionsTitled(context: EditionContext, text: string): Collection[] {
  const slug = slugify(text);
  if (slug === '') return [];
  const kinds: readonly CollectionKind[] = ['topic', 'storyline', 'person', 'place', 'agency'];
  return kinds
    .flatMap((kind) => {
      const isPart = kind === 'person' || kind === 'place';
      const found = isPart ? collectionMeant(context, kind, slug) : collectionTitled(context, kind, slug);
      return (found !== undefined && collectionOf(context, kind, found)) || [];
    })
    .slice(0, mostPages);
}

/** At most `most` public collections of a kind whose name matches; by slug. */
function publicWith(
  context: EditionContext,
  kind: CollectionKind,
  matches: (name: CollectionNameSlug) => boolean,
  most: number,
): Collection[] {
  const found: Collection[] = [];
  for (const each of namesOf(context, kind)) {
    const collection = matches(each) ? collectionOf(context, kind, each.slug) : undefined;
    if (collection) found.push(collection);
    if (found.length === most) break;
  }
  return found;
}

/** The names of all collections of a kind, public or not: of those that have files by their files. By slug. */
function namesOf(context: EditionContext, kind: CollectionKind): readonly CollectionNameSlug[] {
  const { store, counts, cache } = context;
  return cache.names.get(kind, () => {
    // The slug of a place or an agency is that of its name.
    if (kind === 'place' || kind === 'agency') return counts.all(kind).map(({ slug }) => ({ slug, name: slug }));
    const sql = `SELECT slug, coalesce(value ->> 'title', value ->> 'name') AS name FROM entity WHERE kind = ? ORDER BY slug`;
    return store.all(sql, kind).map((row) => ({ slug: textOf(row, 'slug'), name: slugify(textOf(row, 'name')) }));
  });
}
