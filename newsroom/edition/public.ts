import type { Article } from '../model/article.ts';
import type { Body } from '../../elements/body.ts';
import type { Focus, PictureSize } from '../../elements/picture/renditions.ts';
import type { Image } from '../model/image.ts';
import type { Instant } from '../model/instant.ts';
import type { PickedLink } from './related.ts';
import type { SeriesPlace } from './series.ts';
import type { SisterTitle } from './titles.ts';
import type { Translation } from './translations.ts';
import type { StoredArticle } from '../store/stored-article.ts';

/** A picture of the newsroom with its words and its size. */
export type Picture = Omit<Image, 'focus'> & PictureSize & { focus?: Focus };

/** Why the public may not see an article. Only a preview shows any that has such a state. */
export type StoryState =
  | { kind: 'draft' | 'withheld' }
  /** From then on it is public, or is no longer public. */
  | { kind: 'scheduled' | 'embargoed' | 'expired'; at: Instant };

/** What an edition finds out about an article, beside what is stored of it. */
export interface Resolved {
  kicker?: string;
  kickerLang?: string;
  lang: string;
  picture?: Picture;
  canonical?: string;
  /** The title that owns it, where that is another one. */
  owner?: SisterTitle;
  state?: StoryState;
}

/**
 * An article as a list shows it. Only an edition makes one: the class has a private field, so no plain object passes for
 * it, and nothing outside `newsroom/edition/` calls its constructor.
 */
export class Story {
  readonly address: string;
  readonly headline: string;
  readonly kicker: string | undefined;
  /** Set where the kicker is a topic's title, which is in the site's language whatever the story's is. */
  readonly kickerLang: string | undefined;
  readonly standfirst: string;
  readonly type: Article['type'];
  /** Of a story of which only the day is known, the beginning of that day. `publishedDate` says what readers may see. */
  readonly published: Instant;
  readonly dayOnly: true | undefined;
  readonly updated: string | undefined;
  readonly place: string | undefined;
  /** From 1, the most urgent, to 9. */
  readonly urgency: number | undefined;
  readonly topics: readonly string[];
  readonly storyline: string | undefined;
  readonly lang: string;
  readonly picture: Picture | undefined;
  /** The address of the story that this is a translation of, public or not. */
  readonly #translationOf: string | undefined;
  /** Set where another address owns the story. */
  readonly canonical: string | undefined;
  /** Set where another title owns the story. */
  readonly owner: SisterTitle | undefined;
  /** Set in a preview only. */
  readonly state: StoryState | undefined;

  constructor(stored: StoredArticle, resolved: Resolved) {
    this.address = stored.address;
    this.headline = stored.headline;
    this.kicker = resolved.kicker;
    this.kickerLang = resolved.kickerLang;
    this.standfirst = stored.standfirst ?? stored.lead;
    this.type = stored.type;
    this.published = stored.published;
    this.dayOnly = stored.dayOnly;
    this.updated = stored.updated;
    this.place = stored.dateline?.place;
    this.urgency = stored.urgency;
    this.topics = stored.topics;
    this.storyline = stored.storyline;
    this.lang = resolved.lang;
    this.picture = resolved.picture;
    this.#translationOf = stored.translationOf;
    this.canonical = resolved.canonical;
    this.owner = resolved.owner;
    this.state = resolved.state;
  }

  /** What the edition has of the story that it is a translation of, where it shows that as well. */
  originalIn<T = Story>(edition: { story(address: string): T | undefined }): T | undefined {
    return this.#translationOf === undefined ? undefined : edition.story(this.#translationOf);
  }

  /** Whether it is a translation of a story that the edition shows as well. */
  translates(edition: { story(address: string): Story | undefined }): boolean {
    return this.originalIn(edition) !== undefined;
  }
}

/** What of a full article may be seen: names are resolved, and links to what is hidden are left out. */
export interface FullStoryParts {
  byline: BylineName[];
  agency?: { name: string; slug: string };
  /** With the name of its page; the dateline has the name as the article writes it. */
  place?: { name: string; slug: string };
  topics: StoryTopic[];
  /** The story in all its languages, itself included; empty where it has but one. */
  translations: Translation[];
  /** Hand-picked Related Links, in the editor's order. */
  picked: PickedLink[];
  series?: SeriesPlace;
  body: Body;
  pictures: Record<string, PictureSize>;
}

/** A topic of a story. */
export interface StoryTopic {
  slug: string;
  title: string;
  /** The title whose page of the topic a link leads to, where that is another one; with the words of that link, if its file has any. */
  elsewhere?: SisterTitle & { learn?: string };
}

/** A name in the byline of an article. */
export interface BylineName {
  name: string;
  kind: 'person' | 'organization';
  role?: string;
  place?: string;
  /** The slug of the author's page, where there is one. */
  slug?: string;
}

/** An article as its own page shows it. Only an edition makes one. */
export class FullStory extends Story {
  readonly id: string;
  readonly seoTitle: string | undefined;
  readonly socialTitle: string | undefined;
  readonly dateline: Article['dateline'];
  readonly sources: Article['sources'];
  readonly expires: Instant | undefined;
  readonly corrections: Article['corrections'];
  readonly words: number;
  /** When its substance last changed; the same as `published` where it never did. */
  readonly changed: Instant;
  readonly parts: FullStoryParts;

  /** `now` is the edition's instant in milliseconds. */
  constructor(stored: StoredArticle, resolved: Resolved & { changed: Instant }, parts: FullStoryParts, now: number) {
    super(stored, resolved);
    this.id = stored.id;
    this.seoTitle = stored.seoTitle;
    this.socialTitle = stored.socialTitle;
    this.dateline = stored.dateline;
    this.sources = stored.sources;
    this.expires = stored.expires;
    // A correction has its own instant, as an article has.
    this.corrections = stored.corrections.filter(({ at }) => Date.parse(at) <= now);
    this.words = stored.words;
    this.changed = resolved.changed;
    this.parts = parts;
  }
}
