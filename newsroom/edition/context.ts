import type { CollectionKind } from '../model/collection.ts';
import type { Page } from '../model/page.ts';
import type { Site } from '../model/site.ts';
import type { Theme } from '../model/theme.ts';
import type { PublicSite } from './public-site.ts';
import type { Topic } from '../model/topic.ts';
import type { Store } from '../store/store.ts';
import type { Collection } from './collections.ts';
import type { CollectionNameSlug } from './search-names.ts';
import { Counts } from './counts.ts';
import type { Visibility } from './visibility.ts';

/** What a path of this site leads to. Which addresses its pages have is the site's to know. */
export type LinkTarget =
  /** An article, or with a `rest` another page or form of it: `/related`, `.json`. */
  | { kind: 'article'; address: string; rest: string }
  /** A collection, or a page below its `address`. */
  | { kind: 'collection'; of: CollectionKind; slug: string; address: string }
  /** A picture, by its path under `images/`. */
  | { kind: 'picture'; src: string }
  /** Another page, or an address that at most an alias has; in its normal form. */
  | { kind: 'other'; address: string }
  /** No browser can ask for it. */
  | { kind: 'invalid' };

/** What those who open the store hand to its editions. */
export interface EditionOptions {
  /** Replaces the site's address in its settings. */
  siteUrl?: string | undefined;
  /** Says what a path of this site leads to, as a link has it: without a query, perhaps encoded. */
  linkTarget: (path: string) => LinkTarget;
}

/** What every part of one edition works on. */
export interface EditionContext extends EditionOptions {
  readonly store: Store;
  /** Milliseconds. */
  readonly now: number;
  readonly visibility: Visibility;
  readonly counts: Counts;
  readonly cache: EditionCache;
}

/**
 * What was read already; it holds as long as the edition does. Only what exists is cached: readers may ask for any number
 * of names that nothing has.
 */
interface EditionCache {
  /** By kind and slug. */
  readonly collections: Map<string, Collection>;
  readonly titles: Map<string, string>;
  /** By kind. */
  readonly lists: Map<string, Collection[]>;
  /** Whether there is any public collection, by kind. */
  readonly used: Map<CollectionKind, boolean>;
  /** The names of all collections of a kind, public or not. */
  readonly names: Map<CollectionKind, readonly CollectionNameSlug[]>;
  /** The section of each topic, by its slug. */
  readonly sections: Map<string, string>;
  /** By the slug of the topic above; empty for the sections. */
  readonly topicsUnder: Map<string, Topic[]>;
  /** How many articles each list folds into others, by its kind and slug; none for a list that folds nothing. */
  folded?: ReadonlyMap<string, number>;
  /** Keys of the articles that lists do not show. */
  hidden?: ReadonlySet<number>;
  pages?: Page[];
  theme?: Theme;
  settings?: Site;
  site?: PublicSite;
}

/** The context of the edition at an instant, with nothing read yet. `now` in milliseconds. */
export function createContext(
  store: Store,
  now: number,
  visibility: Visibility,
  options: EditionOptions,
): EditionContext {
  return {
    ...options,
    store,
    now,
    visibility,
    counts: new Counts(store, now),
    cache: {
      collections: new Map(),
      titles: new Map(),
      lists: new Map(),
      used: new Map(),
      names: new Map(),
      sections: new Map(),
      topicsUnder: new Map(),
    },
  };
}

/** The cached value of a key; makes and caches it where there is none. What cannot be found is not cached. */
export function cached<K, T>(cache: Map<K, T>, key: K, find: () => T | undefined): T | undefined {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const found = find();
  if (found !== undefined) cache.set(key, found);
  return found;
}
