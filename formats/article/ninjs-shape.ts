import type { Instant } from '../../newsroom/model/instant.ts';

/** The fields of ninjs 3.1 that Dateline writes (https://iptc.org/std/ninjs/). */
export interface Ninjs {
  standard: { name: 'ninjs'; version: '3.1'; schema: string };
  uri: string;
  type: 'text';
  representationType: 'full';
  version?: string;
  firstCreated: Instant;
  versionCreated: Instant;
  contentCreated?: Instant;
  pubStatus: 'usable' | 'withheld';
  expires?: Instant;
  copyrightHolder: string;
  edNote?: string;
  /** From 1, the most urgent, to 9. */
  urgency?: number;
  language: string;
  headlines: NinjsText[];
  descriptions?: NinjsText[];
  bodies: (NinjsText & { charCount: number; wordCount: number })[];
  by?: string;
  slugline: string;
  located?: string;
  people?: { name: string; rel: string; uri?: string }[];
  organisations?: { name: string; rel: string; uri?: string }[];
  places?: NinjsPlace[];
  subjects?: { name: string; rel: string; uri?: string; literal: string }[];
  infoSources?: NinjsSource[];
  genres: { name: string; uri?: string; literal: string }[];
  renditions: NinjsRendition[];
  associations?: NinjsAssociation[];
  altIds: { role: string; value: string }[];
}

/** A text with its role. */
export interface NinjsText {
  role?: string;
  contentType?: string;
  value: string;
}

interface NinjsAddress {
  type: 'address';
  address: { locality?: string; area?: string; country?: string };
}

/** A place that the article names. */
export interface NinjsPlace {
  name: string;
  rel: string;
  uri?: string;
  contactInfo?: NinjsAddress[];
}

/** Who made the article or a picture, or what it is based on. */
export interface NinjsSource {
  name: string;
  role: string;
  uri?: string;
  literal?: string;
  contactInfo?: NinjsAddress[];
}

interface NinjsRendition {
  name: string;
  title?: string;
  href: string;
  contentType: string;
  width?: number;
  height?: number;
  sizeInBytes?: number;
  /** What a crop must show: pixels from the left and from the top. */
  poi?: { x: number; y: number };
}

/** Another item that belongs to the article. */
export interface NinjsAssociation {
  name: string;
  rel: 'lead' | 'figure' | 'correction' | 'source' | 'related';
  uri: string;
  type: 'text' | 'picture' | 'graphic';
  firstCreated?: Instant;
  versionCreated?: Instant;
  descriptions?: NinjsText[];
  bodies?: NinjsText[];
  by?: string;
  copyrightNotice?: string;
  rightsInfo?: { linkedRights: string };
  infoSources?: NinjsSource[];
  renditions?: NinjsRendition[];
}
