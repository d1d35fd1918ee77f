import type { Site } from '../../newsroom/model/collection.ts';
import type { Instant } from '../../newsroom/model/instant.ts';
import type { PagePlace } from '../../site/shell/paging.ts';

/** What a feed tells once, whether a story or a correction, as all three formats write it. */
export interface FeedItem {
  /** Permanent, and a URI; whoever follows the feed knows the item by it. */
  id: string;
  /** Absolute. */
  url: string;
  title: string;
  /** Plain text. */
  summary: string;
  /** The whole text; missing where it is too long for the feed. */
  html?: string;
  lang: string;
  published: Instant;
  /** When its substance last changed. */
  changed: Instant;
  authors: { name: string; /** Absolute. */ url?: string }[];
  /** The agency: where the copy is from, and never an author (rule D4). */
  source?: string;
  tags: { slug: string; title: string }[];
  image?: { url: string; type: string; size: number };
}

/** What one document of a feed says, before it is written in one of the formats. */
export interface Feed {
  site: Site;
  /** Permanent, one for all documents of the feed. */
  id: string;
  title: string;
  description: string;
  /** The path of the page that it follows. */
  base: string;
  /** Which document it is; the older and newer ones lie beside it. */
  place: PagePlace;
  /** Newest change first; never empty. */
  items: Updated<FeedItem>[];
  /** When the newest of them was published. */
  published: Instant;
  updated: Instant;
  /** Stories that were public and were killed: ids, and nothing else of them. */
  killed: { id: string; changed: Instant }[];
}

/** `updated` is when the item changed, moved on a little where another one of the document changed at that very instant. */
export type Updated<T> = T & { updated: Instant };
