import type { ExternalLink } from './article.ts';
import type { Body } from '../../elements/element.ts';
import type { License } from './license.ts';
import type { Trust } from './trust.ts';

/** Standing pages that gather articles. `place` and `agency` have no files: articles name them. */
export const collectionKinds = ['topic', 'person', 'place', 'agency', 'storyline'] as const;
export type CollectionKind = (typeof collectionKinds)[number];

/** What articles are gathered by: the collections, everything, and the archive's days. */
export type ListKind = CollectionKind | 'all' | 'day';

export const accents = ['red', 'teal', 'blue', 'amber', 'green', 'violet'] as const;
export type Accent = (typeof accents)[number];

export interface Topic {
  slug: string;
  title: string;
  /** The text of its Related Links entry. */
  learn: string;
  standfirst?: string;
  parent?: string;
  order?: number;
  accent?: Accent;
  links: ExternalLink[];
  /** Old addresses of its page. */
  aliases: string[];
  introduction: Body;
}

export interface Person {
  slug: string;
  name: string;
  kind: 'person' | 'organization';
  role?: string;
  agency?: string;
  links: ExternalLink[];
  biography: Body;
}

export interface Storyline {
  slug: string;
  title: string;
  topics: string[];
  status: 'running' | 'closed';
  soFar: Body;
}

/** The newsroom's own settings, from `site.yaml`. */
export interface Site {
  name: string;
  /** Absolute, without a slash at the end. */
  url: string;
  /** What feeds know the site by: an address like `url`, which stays when that one changes. */
  id: string;
  language: string;
  /** IANA name of a time zone. */
  timezone: string;
  description?: string;
  logo?: string;
  publisher?: { name: string; url?: string; email?: string; address?: string; founded?: string };
  /** Name of a policy → address. */
  policies: Record<string, string>;
  /** Addresses pinned to the top of the front page, in order. */
  front: string[];
  /** Addresses that were public once and are given up: they may answer 404 from now on. */
  released: string[];
  /** WebSub hubs that pass on what is new in the feeds. */
  websub: string[];
  /** The key by which search engines know that a list of changed addresses comes from here (IndexNow). */
  indexnow?: string;
  /** On which terms machines may use what is published. */
  license?: License;
  /** The newsroom's ties. */
  trust?: Trust;
}

/** The page that tells readers who is speaking to them. */
export interface About {
  title: string;
  body: Body;
}
