import type { ExternalLink } from '../model/article.ts';
import type { ListKind, CollectionKind, Person, Storyline, Topic } from '../model/collection.ts';
import { visibleAt } from '../store/visible.ts';
import { textOf, type Store } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { Counts } from './counts.ts';

/** A standing page that gathers public articles. */
export interface Collection {
  kind: CollectionKind;
  slug: string;
  title: string;
  count: number;
}

/** What an edition knows of collections: which there are, what they are called, and how they lie above each other. */
export abstract class CollectionEdition {
  readonly now: number;
  protected readonly counts: Counts;
  readonly #store: Store;
  /** What was worked out already: it holds as long as the edition does. */
  readonly #known = {
    collection: new Map<string, Collection | undefined>(),
    collections: new Map<string, Collection[]>(),
    under: new Map<string, Topic[]>(),
    title: new Map<string, string | undefined>(),
  };

  constructor(store: Store, now: number) {
    this.#store = store;
    this.now = now;
    this.counts = new Counts(store, now);
  }

  /** Links without those to what is hidden. */
  protected abstract shownLinks(links: ExternalLink[]): ExternalLink[];

  /** How many public articles a gathering has. */
  count(kind: ListKind, slug: string): number {
    return this.counts.of(kind, slug);
  }

  /** A collection, where a public article names it. */
  collection(kind: CollectionKind, slug: string): Collection | undefined {
    return remember(this.#known.collection, `${kind} ${slug}`, () => {
      const count = this.count(kind, slug);
      const title = count > 0 ? this.titleOf(kind, slug) : undefined;
      return title === undefined ? undefined : { kind, slug, title, count };
    });
  }

  /** All public collections of a kind, by slug. */
  collections(kind: CollectionKind): Collection[] {
    return remember(this.#known.collections, kind, () =>
      this.counts.all(kind).flatMap(({ slug, count }) => {
        const title = this.titleOf(kind, slug);
        return title === undefined ? [] : [{ kind, slug, title, count }];
      }),
    );
  }

  /** The same without their titles, which have to be read one by one. */
  collectionCounts(kind: CollectionKind): { slug: string; count: number }[] {
    const counts = this.counts.all(kind);
    // A place or an agency is called what its articles call it.
    if (kind === 'place' || kind === 'agency') return counts;
    const rows = this.#store.all('SELECT slug FROM entity WHERE kind = ?', kind);
    const standing = new Set(rows.map((row) => textOf(row, 'slug')));
    return counts.filter(({ slug }) => standing.has(slug));
  }

  topic(slug: string): Topic | undefined {
    return this.#withPublicLinks(this.collection('topic', slug) && this.#standing<Topic>('topic', slug));
  }

  /** Public topics under a topic; the sections where `parent` is undefined. */
  topicsUnder(parent: string | undefined): Topic[] {
    return remember(this.#known.under, parent ?? '', () => {
      const rows =
        parent === undefined
          ? this.#store.all(
              "SELECT slug FROM entity WHERE kind = 'topic' AND (parent IS NULL OR parent NOT IN (SELECT slug FROM entity WHERE kind = 'topic')) ORDER BY slug",
            )
          : this.#store.all("SELECT slug FROM entity WHERE kind = 'topic' AND parent = ? ORDER BY slug", parent);
      return rows
        .flatMap((row) => this.topic(textOf(row, 'slug')) ?? [])
        .toSorted(
          (a, b) => (a.order ?? 1000) - (b.order ?? 1000) || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0),
        );
    });
  }

  /** The topics above a topic, the section first. */
  topicsAbove(slug: string): Topic[] {
    const found: Topic[] = [];
    for (let next = this.topic(slug)?.parent; next !== undefined; next = found[0]?.parent) {
      const topic = next === slug || found.some((seen) => seen.slug === next) ? undefined : this.topic(next);
      if (!topic) break;
      found.unshift(topic);
    }
    return found;
  }

  person(slug: string): Person | undefined {
    return this.#withPublicLinks(this.collection('person', slug) && this.#standing<Person>('person', slug));
  }

  storyline(slug: string): Storyline | undefined {
    return this.collection('storyline', slug) && this.#standing<Storyline>('storyline', slug);
  }

  /** The title of a collection, whether it is public or not: whoever asks must know. */
  protected titleOf(kind: CollectionKind, slug: string): string | undefined {
    return remember(this.#known.title, `${kind} ${slug}`, () => {
      switch (kind) {
        case 'topic':
          return this.#standing<Topic>(kind, slug)?.title;
        case 'storyline':
          return this.#standing<Storyline>(kind, slug)?.title;
        case 'person':
          return this.#standing<Person>(kind, slug)?.name;
        case 'place':
        case 'agency': {
          const row = this.#store.get(
            `SELECT detail FROM article WHERE key = (SELECT article FROM membership WHERE ${visible} ORDER BY published, address LIMIT 1)`,
            kind,
            slug,
            this.now,
            this.now,
          );
          const stored: StoredArticle | undefined = row && JSON.parse(textOf(row, 'detail'));
          if (kind === 'agency') return stored?.agency;
          const { place, region } = stored?.dateline ?? {};
          return region ? `${place}, ${region}` : place;
        }
      }
    });
  }

  #standing<T extends Topic | Person | Storyline>(kind: string, slug: string): T | undefined {
    const row = this.#store.get('SELECT value FROM entity WHERE kind = ? AND slug = ?', kind, slug);
    return row && JSON.parse(textOf(row, 'value'));
  }
  #withPublicLinks<T extends Topic | Person>(standing: T | undefined): T | undefined {
    return standing && { ...standing, links: this.shownLinks(standing.links) };
  }
}

function remember<K, T>(known: Map<K, T>, key: K, make: () => T): T {
  const value = known.get(key);
  if (value !== undefined) return value;
  const made = make();
  known.set(key, made);
  return made;
}

/** Public members of a gathering, over `membership`: kind, slug, now, now. */
export const visible = `kind = ? AND slug = ? AND ${visibleAt('?')}`;
