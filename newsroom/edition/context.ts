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
import { Cache, Dependencies } from './dependencies.ts';
import type { Titles } from './titles.ts';
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
  /** The title whose editions they are, by its name; the first one, where it is missing. */
  title?: string | undefined;
  /** Where it is set, links to other titles lead to `NAME.localhost` at this port, for trying a newsroom on one machine. */
  localPort?: number | undefined;
  /** Replaces the site's address in its settings. */
  siteUrl?: string | undefined;
  /** Whether readers can search; a static edition cannot. True where it is missing. */
  hasSearch?: boolean;
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
  /** Records what is read, see there. Each function that reads the store notes it. */
  readonly dependencies: Dependencies;
  readonly cache: EditionCache;
}

/** What was read already; it holds as long as the edition does. */
interface EditionCache {
  /** By kind and slug. */
  readonly collections: Cache<string, Collection>;
  readonly titles: Cache<string, string>;
  /** Those of collections with public articles. */
  readonly publicTitles: Cache<string, string>;
  /** By kind. */
  readonly lists: Cache<CollectionKind, Collection[]>;
  /** Whether there is any public collection, by kind. */
  readonly used: Cache<CollectionKind, boolean>;
  /** The names of all collections of a kind, public or not. */
  readonly names: Cache<CollectionKind, readonly CollectionNameSlug[]>;
  /** The section of each topic, by its slug. */
  readonly sections: Cache<string, string>;
  /** By the slug of the topic above; empty for the sections. */
  readonly topicsUnder: Cache<string, Topic[]>;
  /** How many articles each list folds into others, by its kind and slug; none for a list that folds nothing. */
  readonly folded: Cache<'all', ReadonlyMap<string, number>>;
  /** The number of corrections. */
  readonly corrections: Cache<'count', number>;
  readonly site: Cache<'public', PublicSite>;
  /** Keys of the articles that lists do not show. Who reads it notes a `Neighbourhood`; the rest depends on what every view does. */
  hidden?: ReadonlySet<number>;
  pages?: Page[];
  theme?: Theme;
  settings?: Site;
  sisters?: Titles;
  /** What all titles share of their settings. */
  shared?: Site;
  topicsWithPages?: readonly string[];
}

/** The context of the edition at an instant, with nothing read yet. `now` in milliseconds. */
export function createContext(
  store: Store,
  now: number,
  visibility: Visibility,
  options: EditionOptions,
): EditionContext {
  const dependencies = new Dependencies();
  return {
    ...options,
    store,
    now,
    visibility,
    counts: new Counts(store, now, dependencies),
    dependencies,
    cache: {
      collections: new Cache(dependencies),
      titles: new Cache(dependencies),
      publicTitles: new Cache(dependencies),
      lists: new Cache(dependencies),
      used: new Cache(dependencies),
      names: new Cache(dependencies),
      sections: new Cache(dependencies),
      topicsUnder: new Cache(dependencies),
      folded: new Cache(dependencies),
      corrections: new Cache(dependencies),
      site: new Cache(dependencies),
    },
  };
}
