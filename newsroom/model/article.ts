import type { Body } from '../../elements/body.ts';
import type { Figure } from '../../elements/figure/rule.ts';
import type { Instant } from './instant.ts';

/** Types of work, after the Trust Indicators; each has its own class in structured data. */
export const articleTypes = [
  'news',
  'analysis',
  'opinion',
  'explainer',
  'interview',
  'live',
  'press-release',
  'sponsored',
  'review',
  'obituary',
] as const;
export type ArticleType = (typeof articleTypes)[number];

/** What an editor may set by hand; the other states follow from instants. */
export const statuses = ['draft', 'withheld', 'killed'] as const;
type Status = (typeof statuses)[number];

/** An author: a file under `people/`, or a name with no page. */
type BylineEntry =
  | { person: string }
  | { name: string; kind: 'person' | 'organization'; role?: string; place?: string };

/** Place, country and date of filing; the agency stands beside it in the article. */
export interface Dateline {
  place?: string;
  region?: string;
  /** ISO 3166 alpha-2. */
  country?: string;
  /** `YYYY-MM-DD`. */
  date?: string;
}

/** A hand-picked related link: an address of this site, or a page elsewhere. */
export type RelatedEntry = { address: string } | ExternalLink;

export interface ExternalLink {
  url: string;
  title: string;
  source?: string;
  note?: string;
}

export interface Correction {
  at: Instant;
  text: string;
}

export type Image = Omit<Figure, 'type'>;

/** One story, as intake accepted it. Whether anybody may see it is the edition's to say. */
export interface Article {
  /** `/YYYY/MM/DD/slug` */
  address: string;
  /** Permanent, never derived from the address. */
  id: string;
  headline: string;
  seoTitle?: string;
  socialTitle?: string;
  kicker?: string;
  standfirst?: string;
  type: ArticleType;
  byline: BylineEntry[];
  agency?: string;
  dateline?: Dateline;
  published: Instant;
  updated?: Instant;
  embargo?: Instant;
  expires?: Instant;
  status?: Status;
  reason?: string;
  topics: string[];
  storyline?: string;
  /** BCP 47; the site's language where the file names none. */
  lang?: string;
  /** The address of the story that this is a translation of. */
  translationOf?: string;
  aliases: string[];
  canonical?: string;
  image?: Image;
  related: RelatedEntry[];
  sources: ExternalLink[];
  corrections: Correction[];
  body: Body;
}
