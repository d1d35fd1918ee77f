import type { Instant } from './instant.ts';

/** What made a version differ from the one before it, in the order of weight. The first has none before it. */
export const changes = ['first', 'correction', 'update', 'typo'] as const;
export type Change = (typeof changes)[number];

/** One published version of an article; numbers count from 1, the oldest. */
export interface VersionEntry {
  number: number;
  /** When it came to be public: its commit, or the gate that opened after it. */
  at: Instant;
  change: Change;
}

/** One piece of a version that stands by itself on the page. */
export interface TextBlock {
  kind:
    | 'correction'
    | 'paragraph'
    | 'crosshead'
    | 'item'
    | 'quote'
    | 'title'
    | 'picture'
    | 'caption'
    | 'row'
    | 'preformatted'
    | 'note'
    | 'source';
  text: string;
  /** Of a correction: when it was made. It is hidden until then, as on the article's own page. */
  at?: Instant;
  /** Of a source: where it leads. What leads to nothing public is left out, as on the article's own page. */
  href?: string;
}

/** All that a reader reads of a version, in order and as plain text: the part of it that can be compared. */
export interface VersionText {
  headline: string;
  standfirst: string;
  lang?: string;
  /** How many corrections the version owns up to. */
  corrections: number;
  blocks: TextBlock[];
}
