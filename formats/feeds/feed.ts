import type { Site } from '../../newsroom/model/site.ts';
import type { Instant } from '../../newsroom/model/instant.ts';
import type { PagePlace } from '../../site/shell/paging.ts';

/** One item of a feed, a story or a correction, before it is written in a format. */
export interface FeedItem {
  /** A permanent URI, by which feed readers know the item. */
  id: string;
  /** Absolute. */
  url: string;
  title: string;
  /** Plain text. */
  summary: string;
  /** The full text as HTML; missing if there is none, or if it is too long for the feed. */
  html?: string;
  lang: string;
  published: Instant;
  /** When its substance last changed. */
  changed: Instant;
  authors: { name: string; /** Absolute. */ url?: string }[];
  /** The agency that the copy is from. It is never an author (rule D4). */
  source?: string;
  tags: { slug: string; title: string }[];
  image?: { url: string; type: string; size: number };
}

/** One document of a feed before it is written in a format. */
export interface Feed {
  site: Site;
  /** Permanent, and the same for all documents of the feed in all formats. */
  id: string;
  title: string;
  description: string;
  /** The path of the page whose list the feed contains. */
  base: string;
  /** The position of this document among all documents of the feed. */
  place: PagePlace;
  /** The item that changed last comes first. Never empty. */
  items: Updated<FeedItem>[];
  /** When the newest item was published. */
  published: Instant;
  updated: Instant;
  /** Stories that were public and were killed: only their ids. */
  killed: { id: string; /** When it was withdrawn. */ at: Instant }[];
}

/** `updated` is when the item changed. It is a little later if another item of the document changed at the same instant. */
export type Updated<T> = T & { updated: Instant };
