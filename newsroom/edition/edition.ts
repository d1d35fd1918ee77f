import type { CollectionKind, ListKind } from '../model/collection.ts';
import type { About } from '../model/about.ts';
import type { Person } from '../model/person.ts';
import type { Site } from '../model/site.ts';
import type { Storyline } from '../model/storyline.ts';
import type { Topic } from '../model/topic.ts';
import type { Instant } from '../model/instant.ts';
import type { Store } from '../store/store.ts';
import { ArticleIndex } from './article-index.ts';
import { collectionCountsOf, collectionOf, collectionsOf, type Collection } from './collections.ts';
import { createContext, type EditionContext, type EditionOptions } from './context.ts';
import { Corrections } from './corrections.ts';
import type { ListCount } from './counts.ts';
import { personOf, storylineOf, storylinesOfTopic, topicOf, topicsAbove, topicsUnder } from './entities.ts';
import { historyAt, type History } from './history.ts';
import { publicHref } from './links.ts';
import { lookUp, type Lookup } from './lookup.ts';
import { pictureFile, pictureSize, type StoredPicture } from './pictures.ts';
import type { FullStory, Story } from './public.ts';
import { siteOf } from './public-site.ts';
import { redirectFrom, topicFromAlias } from './redirects.ts';
import { nearStories, relatedTo, type RelatedItem, type RelatedStory } from './related.ts';
import { aboutOf } from './settings.ts';
import { around, fromOldest, newestOf, storyAt } from './stories.ts';
import { publicVisibility, type Visibility } from './visibility.ts';
import { windowAt } from './window.ts';

/**
 * The newsroom as the public may see it at one instant. All output reads the store through an edition.
 * It holds from one gate to the next: within that window nothing is shown or hidden, unless content is compiled.
 *
 * What it answers is worked out by the functions of this folder, over one context.
 */
export class Edition {
  /** Milliseconds. */
  readonly now: number;
  /** Milliseconds; the edition is the same for every instant with `from <= instant < until`. */
  readonly from: number;
  readonly until: number;
  readonly corrections: Corrections;
  readonly articleIndex: ArticleIndex;
  readonly #context: EditionContext;

  /** `visibility` says what is shown; what the public may see where it is left out. */
  constructor(store: Store, now: number, options: EditionOptions, visibility: Visibility = publicVisibility) {
    const { from, until } = windowAt(store, now);
    this.now = now;
    this.from = from;
    this.until = until;
    this.#context = createContext(store, now, visibility, options);
    this.corrections = new Corrections(this.#context);
    this.articleIndex = new ArticleIndex(this.#context);
  }

  /** The instant of a preview, which every page of it names. The public's editions have none. */
  get previewedAt(): Instant | undefined {
    return this.#context.visibility.previewedAt(this.now);
  }

  /** The newsroom's settings, without links to what is hidden. */
  get site(): Site {
    return siteOf(this.#context);
  }

  /** What the newsroom says about itself. */
  get about(): About | undefined {
    return aboutOf(this.#context);
  }

  // Articles

  /** What an article's address answers. */
  lookup(address: string): Lookup {
    return lookUp(this.#context, address);
  }

  /** The address of the article to which an old address leads, where that article is or was public. */
  redirectFrom(address: string): string | undefined {
    return redirectFrom(this.#context, address);
  }

  /** The public article at an address, as lists show it. */
  story(address: string): Story | undefined {
    return storyAt(this.#context, address);
  }

  /** The published versions of the public article at an address. */
  history(address: string): History | undefined {
    return historyAt(this.#context, address);
  }

  /** A story's Related Links, at most ten. */
  related(story: FullStory): RelatedItem[] {
    return relatedTo(this.#context, story);
  }

  /** Stories of the same storyline and topics, best first, at most ten. */
  nearStories(story: FullStory): RelatedStory[] {
    return nearStories(this.#context, story);
  }

  // Lists

  /** How many public articles a list has. */
  count(kind: ListKind, slug: string): number {
    return this.#context.counts.of(kind, slug);
  }

  /** The newest public articles of a list, newest first. */
  newest(kind: ListKind, slug: string, size: number): Story[] {
    return newestOf(this.#context, kind, slug, size);
  }

  /** Public articles of a list by their position from the oldest; `offset` counts from 0. Oldest first. */
  fromOldest(kind: ListKind, slug: string, offset: number, size: number): Story[] {
    return fromOldest(this.#context, kind, slug, offset, size);
  }

  /** Public articles that name a list themselves, published before a story or after it; nearest first. */
  around(kind: ListKind, slug: string, story: Story, side: 'before' | 'after', size: number): Story[] {
    return around(this.#context, kind, slug, story, side, size);
  }

  /** Days with public articles whose `YYYY/MM/DD` begins with `prefix`, and how many each has. */
  days(prefix: string): { day: string; count: number }[] {
    return this.#context.counts.all('day', prefix).map(({ slug, count }) => ({ day: slug, count }));
  }

  // Collections

  /** A collection, where a public article names it. */
  collection(kind: CollectionKind, slug: string): Collection | undefined {
    return collectionOf(this.#context, kind, slug);
  }

  /** All public collections of a kind, by slug. */
  collections(kind: CollectionKind): Collection[] {
    return collectionsOf(this.#context, kind);
  }

  /** The same without their titles, which are read one by one. */
  collectionCounts(kind: CollectionKind): ListCount[] {
    return collectionCountsOf(this.#context, kind);
  }

  /** The slug of the public topic that has an old address. */
  topicFromAlias(address: string): string | undefined {
    return topicFromAlias(this.#context, address);
  }

  topic(slug: string): Topic | undefined {
    return topicOf(this.#context, slug);
  }

  /** The public topics directly under a topic; the sections where `parent` is undefined. */
  topicsUnder(parent: string | undefined): Topic[] {
    return topicsUnder(this.#context, parent);
  }

  /** The topics above a topic, the section first. */
  topicsAbove(slug: string): Topic[] {
    return topicsAbove(this.#context, slug);
  }

  person(slug: string): Person | undefined {
    return personOf(this.#context, slug);
  }

  storyline(slug: string): Storyline | undefined {
    return storylineOf(this.#context, slug);
  }

  /** The public storylines that name a topic, by slug; the first `limit` of them. */
  storylinesOfTopic(slug: string, limit: number): Collection[] {
    return storylinesOfTopic(this.#context, slug, limit);
  }

  // Links and pictures

  /** Where a link may lead; `undefined` where it may not be shown. */
  publicHref(href: string): string | undefined {
    return publicHref(this.#context, href);
  }

  /** The width and height in pixels of a picture under `images/`, public or not. */
  pictureSize(src: string): { width: number; height: number } | undefined {
    return pictureSize(this.#context, src);
  }

  /** A picture's file, where something public names it. */
  picture(src: string): StoredPicture | undefined {
    return pictureFile(this.#context, src);
  }
}
