import type { Article, Image } from '../model/article.ts';
import type { Body } from '../../elements/body.ts';
import type { Instant } from '../model/instant.ts';
import type { RelatedLink } from './related.ts';
import type { Translation } from './translations.ts';
import type { StoredArticle } from '../store/stored-article.ts';

/** A picture of the newsroom with the size that it has. */
export interface Picture extends Image {
  width: number;
  height: number;
}

/** Why the public may not see an article. Only a preview shows any that has such a state. */
export type StoryState =
  | { kind: 'draft' | 'withheld' }
  /** From then on it is public, or is not any more. */
  | { kind: 'scheduled' | 'embargoed' | 'expired'; at: Instant };

/** The state in a word or two, for labels. */
export const stateWords = {
  draft: 'Draft',
  withheld: 'Withheld',
  scheduled: 'Scheduled',
  embargoed: 'Under embargo',
  expired: 'Expired',
} as const satisfies Record<StoryState['kind'], string>;

/** What an edition has worked out for an article, beside what is stored of it. */
export interface Shown {
  kicker?: string;
  kickerLang?: string;
  lang: string;
  picture?: Picture;
  canonical?: string;
  state?: StoryState;
}

/**
 * An article as a list shows it, cut by an edition. Only an edition makes one: the class has a private field, so no
 * plain object passes for it, and its constructor is not reachable outside `newsroom/edition/`.
 */
export class Story {
  readonly address: string;
  readonly headline: string;
  readonly kicker: string | undefined;
  /** Set where the kicker is a topic's title, which is in the site's language whatever the story's is. */
  readonly kickerLang: string | undefined;
  readonly standfirst: string;
  readonly type: Article['type'];
  readonly published: string;
  readonly updated: string | undefined;
  readonly place: string | undefined;
  readonly topics: readonly string[];
  readonly storyline: string | undefined;
  readonly lang: string;
  readonly picture: Picture | undefined;
  /** The address of the story that this is a translation of, whoever may see that. */
  readonly #translationOf: string | undefined;
  /** Set where another address owns the story. */
  readonly canonical: string | undefined;
  /** Set in a preview only. */
  readonly state: StoryState | undefined;
  /** The instant of the edition that cut it. */
  readonly #now: number;

  constructor(now: number, stored: StoredArticle, shown: Shown) {
    this.#now = now;
    this.address = stored.address;
    this.headline = stored.headline;
    this.kicker = shown.kicker;
    this.kickerLang = shown.kickerLang;
    this.standfirst = stored.standfirst ?? stored.lead;
    this.type = stored.type;
    this.published = stored.published;
    this.updated = stored.updated;
    this.place = stored.dateline?.place;
    this.topics = stored.topics;
    this.storyline = stored.storyline;
    this.lang = shown.lang;
    this.picture = shown.picture;
    this.#translationOf = stored.translationOf;
    this.canonical = shown.canonical;
    this.state = shown.state;
  }

  /** Whether it is a translation of a story that the edition shows as well. */
  translates(edition: { story(address: string): Story | undefined }): boolean {
    return this.#translationOf !== undefined && edition.story(this.#translationOf) !== undefined;
  }

  /** The instant at which it was public, in milliseconds. */
  cutAt(): number {
    return this.#now;
  }
}

/** What of a whole article may be seen: names are resolved, and links to what is hidden are gone. */
export interface FullStoryParts {
  byline: BylineName[];
  agency?: { name: string; slug: string };
  place?: { name: string; slug: string };
  topics: { slug: string; title: string }[];
  /** The story in all its languages, itself included; empty where it has but one. */
  translations: Translation[];
  /** Hand-picked Related Links, in the editor's order. */
  picked: RelatedLink[];
  body: Body;
  pictures: Record<string, { width: number; height: number }>;
}

export interface BylineName {
  name: string;
  kind: 'person' | 'organization';
  role?: string;
  place?: string;
  /** Address of the author's page, where there is one. */
  address?: string;
}

/** An article as its own page shows it, cut by an edition. */
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

  constructor(now: number, stored: StoredArticle, shown: Shown & { changed: Instant }, parts: FullStoryParts) {
    super(now, stored, shown);
    this.id = stored.id;
    this.seoTitle = stored.seoTitle;
    this.socialTitle = stored.socialTitle;
    this.dateline = stored.dateline;
    this.sources = stored.sources;
    this.expires = stored.expires;
    // A correction has its time like an article.
    this.corrections = stored.corrections.filter(({ at }) => Date.parse(at) <= now);
    this.words = stored.words;
    this.changed = shown.changed;
    this.parts = parts;
  }
}
