import type { Collection } from '../newsroom/edition/collections.ts';
import type { PublicCorrection } from '../newsroom/edition/corrections.ts';
import type { Picture, Story, FullStory } from '../newsroom/edition/public.ts';
import type { RelatedLink } from '../newsroom/edition/related.ts';
import type { ExternalLink } from '../newsroom/model/article.ts';
import type { Body } from '../elements/body.ts';
import type { Accent, CollectionKind, Site } from '../newsroom/model/collection.ts';
import type { Instant } from '../newsroom/model/instant.ts';
import type { Difference } from '../newsroom/history/difference.ts';
import type { VersionEntry } from '../newsroom/model/version.ts';
import type { ListPage, PagePlace } from './shell/paging.ts';

/**
 * What each kind of page shows, and all of it: a page is its view and the build that rendered it, so the digest of the
 * two tells whether a kept page is still right.
 */
export interface LayoutData {
  site: Pick<Site, 'name' | 'url' | 'language' | 'timezone' | 'description'>;
  /** Sections with something to read, in the order of the navigation. */
  sections: Section[];
  /** Whether there are stories, and so feeds of the whole site. */
  feeds: boolean;
  /** Whether there is a page of corrections. */
  corrections: boolean;
  /** Set where the newsroom says on which terms machines may use what it publishes. */
  license?: true;
  /** The instant that a preview shows. The public's pages have none. */
  previewedAt?: Instant;
}

export interface Section {
  slug: string;
  title: string;
  accent: Accent;
}

export interface Crumb {
  title: string;
  path: string;
}

/** Who publishes the site, by which rules, under which sign. */
export interface Masthead {
  publisher: Site['publisher'];
  policies: Site['policies'];
  logo?: Picture;
}

/** A story on a list, with the colour of its section. */
export interface Teaser {
  story: Story;
  accent: Accent;
}

export interface Package {
  section: Section;
  stories: Teaser[];
}

export interface LinkGroup {
  title: string;
  links: RelatedLink[];
}

/** A body outside an article, ready to be shown. */
export interface RichText {
  body: Body;
  pictures: Record<string, { width: number; height: number }>;
}

export interface CollectionDetail {
  standfirst?: string;
  richText?: RichText;
  role?: string;
  /** Set where an author is a desk, and no person. */
  organization?: true;
  links: ExternalLink[];
  /** Topics below, for a topic; topics of a storyline. */
  topics: Collection[];
  storylines: Collection[];
  status?: 'running' | 'closed';
}

export type View = { layout: LayoutData; path: string } & (
  | {
      page: 'front';
      day: string;
      lead: Teaser;
      subs: Teaser[];
      second: Teaser[];
      third: Teaser[];
      packages: Package[];
      masthead: Masthead;
    }
  | { page: 'empty' }
  | {
      page: 'article';
      story: FullStory;
      accent: Accent;
      crumbs: Crumb[];
      storyline?: Collection;
      related: RelatedLink[];
      /** How many versions it has, where that is more than one. */
      versions?: number;
    }
  | { page: 'article-links'; story: Story; accent: Accent; crumbs: Crumb[]; groups: LinkGroup[] }
  | { page: 'history'; story: VersionedStory; accent: Accent; crumbs: Crumb[]; versions: readonly VersionEntry[] }
  | {
      page: 'version';
      story: VersionedStory;
      accent: Accent;
      crumbs: Crumb[];
      version: VersionEntry;
      before?: VersionEntry;
      difference: Difference;
    }
  | { page: 'topics'; tree: TopicBranch[] }
  | {
      page: 'collection';
      collection: Omit<Collection, 'count'>;
      accent: Accent;
      crumbs: Crumb[];
      list: ListPage;
      detail: CollectionDetail;
    }
  | {
      page: 'topic-links';
      topic: { slug: string; title: string; learn: string };
      accent: Accent;
      crumbs: Crumb[];
      groups: LinkGroup[];
    }
  | { page: 'year'; year: string; months: { month: string; count: number }[] }
  | { page: 'month'; month: string; days: { day: string; count: number; stories: Story[] }[] }
  | { page: 'day'; day: string; list: ListPage; crumbs: Crumb[] }
  | ({ page: 'about'; richText?: RichText; title: string } & Masthead)
  | { page: 'corrections'; corrections: PublicCorrection[]; place: PagePlace }
  | { page: 'gone'; reason?: string }
  | { page: 'not-found' }
);

/** Whose history it is; on the page of a version, with the headline that it had then. */
interface VersionedStory {
  address: string;
  headline: string;
  lang: string;
}

export interface TopicBranch {
  slug: string;
  title: string;
  standfirst?: string;
  accent: Accent;
  count: number;
  links: number;
  below: TopicBranch[];
}

export type PageName = View['page'];
export type ViewOf<P extends PageName> = Extract<View, { page: P }>;

/** Where collections of a kind are told apart in words. */
export const collectionLabels = {
  topic: 'Topic',
  person: 'Author',
  place: 'Place',
  agency: 'Agency',
  storyline: 'Storyline',
} as const satisfies Record<CollectionKind, string>;
