import type { Focus, PictureSize } from '../../elements/picture/renditions.ts';
import type { ArticleType } from '../model/article.ts';
import type { CollectionKind, ListKind } from '../model/collection.ts';
import type { Page } from '../model/page.ts';
import type { Font } from '../model/font.ts';
import type { Storyline } from '../model/storyline.ts';
import type { Theme } from '../model/theme.ts';
import type { Topic } from '../model/topic.ts';
import type { Instant } from '../model/instant.ts';
import { endOfChangeLog } from '../store/change-log.ts';
import type { Store } from '../store/store.ts';
import { ArticleIndex } from './article-index.ts';
import {
  collectionCountsOf,
  collectionOf,
  collectionsOf,
  hasCollections,
  collectionTitle,
  type Collection,
  type NamedPlace,
} from './collections.ts';
import { createContext, type EditionContext, type EditionOptions } from './context.ts';
import { Corrections } from './corrections.ts';
import type { ListCount } from './counts.ts';
import type { DependencyList } from './dependencies.ts';
import {
  personOf,
  placeOf,
  placesOfStoryline,
  type PublicPerson,
  runningStorylines,
  sectionOf,
  storylineOf,
  type RunningStoryline,
  storylinesOfTopic,
  topicOf,
  topicsAbove,
  topicsUnder,
} from './entities.ts';
import { fontOf } from './fonts.ts';
import { frontOf, type PublicFront } from './front.ts';
import { historyAt, type History } from './history.ts';
import { publicHref } from './links.ts';
import { goneAddresses, lookUp, type Lookup } from './lookup.ts';
import { publicPage, publicPages } from './own-pages.ts';
import { isFocus, pictureFile, pictureSize, type StoredPicture } from './pictures.ts';
import type { FullStory, Story } from './public.ts';
import { siteOf, type PublicSite } from './public-site.ts';
import { collectionFromAlias, oldAddresses, pageFromAlias, redirectFrom, type CollectionName } from './redirects.ts';
import { nearStories } from './near-stories.ts';
import type { ReadAt } from './recent-changes.ts';
import { storyOrRenamed, type NearStory, type RelatedLinks } from './related.ts';
import { relatedTo } from './related-to.ts';
import { search, type SearchRequest, type SearchResult } from './search.ts';
import { around, backgroundOf, fromOldest, newestOf, newestOfType, storyAt } from './stories.ts';
import { settingsOf, themeOf } from './settings.ts';
import { suggestedStorylines, type SuggestedStoryline } from './suggested-storylines.ts';
import { foldedCount, foldedCounts, foldTranslations, type FoldedStories } from './translations.ts';
import {
  addressesElsewhere,
  hasSeveralTitles,
  otherTitles,
  sisterTitles,
  storyElsewhere,
  topicElsewhere,
  topicsOfOthers,
  topicWithAliasElsewhere,
  type SisterTitle,
  type StoryElsewhere,
  type TopicElsewhere,
} from './titles.ts';
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
  /** The state of the newsroom that this edition shows. */
  readonly readAt: ReadAt;
  readonly corrections: Corrections;
  readonly articleIndex: ArticleIndex;
  readonly #context: EditionContext;

  /** `visibility` says what is shown; what the public may see where it is left out. */
  constructor(store: Store, now: number, options: EditionOptions, visibility: Visibility = publicVisibility) {
    this.#context = createContext(store, now, visibility, options);
    const { from, until } = windowAt(store, now, settingsOf(this.#context).timezone);
    this.readAt = { ...endOfChangeLog(store), gate: from };
    this.now = now;
    this.from = from;
    this.until = until;
    this.corrections = new Corrections(this.#context);
    this.articleIndex = new ArticleIndex(this.#context);
  }

  /** The instant of a preview, which every page of it names. The public's editions have none. */
  get previewedAt(): Instant | undefined {
    return this.#context.visibility.previewedAt(this.now);
  }

  /** The newsroom's settings, without links to what is hidden. */
  get site(): PublicSite {
    return siteOf(this.#context);
  }

  /** What the newsroom changes in the design with `theme.css`. */
  get theme(): Theme {
    return themeOf(this.#context);
  }

  /** What an editor has put on the front page. */
  get front(): PublicFront {
    return frontOf(this.#context);
  }

  /** A file under `fonts/` by its name there. */
  font(name: string): Font | undefined {
    return fontOf(this.#context, name);
  }

  /** The newsroom's own page at an address such as `/contact`. Its text may have links to what is hidden. */
  page(address: string): Page | undefined {
    return publicPage(this.#context, address.slice(1));
  }

  /** All public pages of the newsroom, by their addresses. */
  get pages(): readonly Page[] {
    return publicPages(this.#context);
  }

  /** The titles of a newsroom that has several, in their order. */
  get titles(): SisterTitle[] {
    return sisterTitles(this.#context);
  }

  /** The same without the title whose edition it is. */
  get otherTitles(): SisterTitle[] {
    return otherTitles(this.#context);
  }

  /** Whether the newsroom has files of several titles, even if not all of them can be used. */
  get hasSeveralTitles(): boolean {
    return hasSeveralTitles(this.#context);
  }

  /** The story that had or has an address, where only other titles carry it. */
  storyElsewhere(address: string): StoryElsewhere | undefined {
    return storyElsewhere(this.#context, address);
  }

  /** The page of a topic on the title that owns it, where that is another one. */
  topicElsewhere(slug: string): TopicElsewhere | undefined {
    return topicElsewhere(this.#context, slug);
  }

  /** The topic that has an old address, with the title that owns it, where that is another one. */
  topicWithAliasElsewhere(address: string): TopicElsewhere | undefined {
    return topicWithAliasElsewhere(this.#context, address);
  }

  /** The addresses of all public articles that only other titles carry, and the topics of which only others have pages, public or not. */
  get elsewhere(): { addresses: string[]; topics: string[] } {
    return { addresses: addressesElsewhere(this.#context), topics: topicsOfOthers(this.#context) };
  }

  /** The section of a topic; a topic that is in none is its own. */
  readonly sectionOf = (topic: string): string => sectionOf(this.#context, topic);

  /** Does some work, and says what it has read of this edition. */
  recording<T>(work: () => T): { value: T; read: DependencyList } {
    return this.#context.dependencies.collect(work);
  }

  /** Whether readers can search. */
  get hasSearch(): boolean {
    return this.#context.hasSearch !== false;
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

  /** The addresses of all articles that were public and are not any more. */
  get goneAddresses(): string[] {
    return goneAddresses(this.#context);
  }

  /** All old addresses that are known, also of what is hidden, and old slugs of places. `redirectFrom` and the like say where they lead. */
  get oldAddresses(): { addresses: string[]; places: string[] } {
    return oldAddresses(this.#context);
  }

  /** The public article at an address, as lists show it. */
  story(address: string): Story | undefined {
    return storyAt(this.#context, address);
  }

  /** The published versions of the public article at an address. */
  history(address: string): History | undefined {
    return historyAt(this.#context, address);
  }

  /** A story's Related Links. */
  related(story: FullStory): RelatedLinks {
    return relatedTo(this.#context, story);
  }

  /** Related stories that nobody picked, the nearest first, at most ten. */
  nearStories(story: FullStory): NearStory[] {
    return nearStories(this.#context, story);
  }

  /** What a reader's query finds. Any text is a query. */
  search(request: SearchRequest): SearchResult {
    // Its page is made for one request.
    this.#context.dependencies.add('anything');
    return search(this.#context, request);
  }

  // Lists

  /** How many public articles a list has, in all languages: its pages are cut by that. Readers see `storyCount`. */
  count(kind: ListKind, slug: string): number {
    return this.#context.counts.of(kind, slug);
  }

  /** Whether a list has any public article. */
  has(kind: ListKind, slug: string): boolean {
    return this.#context.counts.has(kind, slug);
  }

  /** How many stories a list has: its articles without those that it folds into another language. */
  storyCount(kind: ListKind, slug: string): number {
    return this.count(kind, slug) - foldedCount(this.#context, kind, slug);
  }

  /** The same for many lists of a kind: what they fold is read at once. */
  storyCounts(kind: ListKind): (slug: string) => number {
    const folded = foldedCounts(this.#context);
    return (slug) => this.count(kind, slug) - folded(kind, slug);
  }

  /** The newest public articles of a list, newest first. */
  newest(kind: ListKind, slug: string, size: number): Story[] {
    return newestOf(this.#context, kind, slug, size);
  }

  /** The newest public articles of a type of work, newest first. */
  newestOfType(type: ArticleType, size: number): Story[] {
    return newestOfType(this.#context, type, size);
  }

  /** The public explainers and analyses of a list: explainers first, and of each the newest first. */
  background(kind: ListKind, slug: string, size: number): Story[] {
    return backgroundOf(this.#context, kind, slug, size);
  }

  /** Public articles of a list by their position from the oldest; `offset` counts from 0. Oldest first. */
  fromOldest(kind: ListKind, slug: string, offset: number, size: number): Story[] {
    return fromOldest(this.#context, kind, slug, offset, size);
  }

  /** Public articles that name a list themselves, published before a story or after it; nearest first. */
  around(kind: ListKind, slug: string, story: Story, side: 'before' | 'after', size: number): Story[] {
    return around(this.#context, kind, slug, story, side, size);
  }

  /** Some stories of a list, each there once: in the language of the site, or as its original. */
  foldTranslations(kind: ListKind, slug: string, stories: readonly Story[]): FoldedStories {
    return foldTranslations(this.#context, kind, slug, stories);
  }

  /** The languages of public articles besides that of the site: tags in small letters, by the alphabet. */
  get languages(): string[] {
    const own = ['', this.site.language.toLowerCase()];
    return this.#context.counts.slugs('language').filter((slug) => !own.includes(slug));
  }

  /** Days with public articles whose `YYYY/MM/DD` begins with `prefix`, and how many each has. */
  days(prefix: string): { day: string; count: number }[] {
    return this.#context.counts.all('day', prefix).map(({ slug, count }) => ({ day: slug, count }));
  }

  /** The same with the numbers of their stories, see `storyCount`. */
  storyDays(prefix: string): { day: string; count: number }[] {
    const folded = foldedCounts(this.#context);
    return this.days(prefix).map(({ day, count }) => ({ day, count: count - folded('day', day) }));
  }

  /** The nearest day with public articles, as `YYYY/MM/DD`, before another one or after it. */
  nearestDay(day: string, side: 'before' | 'after'): string | undefined {
    return this.#context.counts.nearestDay(day, side);
  }

  // Collections

  /** A collection, where a public article names it. */
  collection(kind: CollectionKind, slug: string): Collection | undefined {
    return collectionOf(this.#context, kind, slug);
  }

  /** The title of a collection, where a public article names it. A page that shows no count asks for this alone. */
  collectionTitle(kind: CollectionKind, slug: string): string | undefined {
    return collectionTitle(this.#context, kind, slug);
  }

  /** All public collections of a kind, by slug. */
  collections(kind: CollectionKind): Collection[] {
    return collectionsOf(this.#context, kind);
  }

  /** The same without their titles, which are read one by one. */
  collectionCounts(kind: CollectionKind): ListCount[] {
    return collectionCountsOf(this.#context, kind);
  }

  /** Whether a public article names any collection of a kind. */
  hasCollections(kind: CollectionKind): boolean {
    return hasCollections(this.#context, kind);
  }

  /** The public topic, person, storyline or place that has an old address. */
  collectionFromAlias(address: string): CollectionName | undefined {
    return collectionFromAlias(this.#context, address);
  }

  /** The address of the newsroom's own page that has an old address, where the public may see the page. */
  pageFromAlias(address: string): string | undefined {
    return pageFromAlias(this.#context, address);
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

  person(slug: string): PublicPerson | undefined {
    return personOf(this.#context, slug);
  }

  /** What `places.yaml`, or else the oldest dateline, says of a place. */
  place(slug: string): NamedPlace | undefined {
    return placeOf(this.#context, slug);
  }

  /** The places from which the articles of a storyline are, that with most of them first; at most `limit`. */
  placesOfStoryline(slug: string, limit: number): NamedPlace[] {
    return placesOfStoryline(this.#context, slug, limit);
  }

  storyline(slug: string): Storyline | undefined {
    return storylineOf(this.#context, slug);
  }

  /** The public storylines that name a topic, by slug; the first `limit` of them. */
  storylinesOfTopic(slug: string, limit: number): Collection[] {
    return storylinesOfTopic(this.#context, slug, limit);
  }

  /** The running storylines of a topic and of the topics below it, that with the newest story first; at most `limit`. */
  runningStorylines(slug: string, limit: number): RunningStoryline[] {
    return runningStorylines(this.#context, slug, limit);
  }

  /** The stories that an editor has picked as the ones to read first on a topic, as far as they are public. */
  essentialOf(topic: Topic): Story[] {
    return topic.essential.flatMap((address) => storyOrRenamed(this.#context, address) ?? []);
  }

  /** Running stories that no storyline names. Reads all articles. `progress` gets how many are compared, of how many. */
  suggestedStorylines(progress?: (done: number, all: number) => void): SuggestedStoryline[] {
    return suggestedStorylines(this.#context, progress);
  }

  // Links and pictures

  /** Where a link may lead; `undefined` where it may not be shown. */
  publicHref(href: string): string | undefined {
    return publicHref(this.#context, href);
  }

  /** The width and height of a picture under `images/`, public or not, and what its renditions are named by. */
  pictureSize(src: string): PictureSize | undefined {
    return pictureSize(this.#context, src);
  }

  /** Whether something public sets this focus for a picture. */
  isFocus(src: string, focus: Focus): boolean {
    return isFocus(this.#context, src, focus);
  }

  /** A picture's file, where something public names it. */
  picture(src: string): StoredPicture | undefined {
    return pictureFile(this.#context, src);
  }
}
