import type { Site } from '../../newsroom/model/site.ts';
import type { Instant } from '../../newsroom/model/instant.ts';
import type { FeedFormat } from '../../site/addresses/feeds.ts';
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
  /** `size`: bytes, where they are known. */
  image?: { url: string; type: string; size?: number };
}

/** One document of a feed before it is written in a format. */
export interface Feed {
  site: Site;
  /** Permanent, and the same for all documents of the feed in all formats. */
  id: string;
  title: string;
  description: string;
  /** The absolute address of the page whose list the feed contains. */
  home: string;
  /** The formats that the feed has. */
  formats: readonly FeedFormat[];
  /** The absolute address of a document of the feed; of the one that readers subscribe to, without a number. */
  address(format: FeedFormat, number?: number): string;
  /** The position of this document among all documents of the feed. */
  place: PagePlace;
  /** The WebSub hubs of this document. An archive document does not change, so it has none. */
  hubs: readonly string[];
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
