import type { Instant } from './instant.ts';

/** Why a version differs from the previous one, in the order of weight. `first` has no previous one. */
export const changes = ['first', 'correction', 'update', 'picture', 'typo'] as const;
export type Change = (typeof changes)[number];

/** One published version of an article. The oldest has number 1. */
export interface VersionEntry {
  number: number;
  /** When it became public: at its commit, or at its gate. */
  at: Instant;
  /** Set where `at` is the beginning of the day on which the article was published, and no time is known. */
  dayOnly?: true;
  change: Change;
}

/** One block of a version: a paragraph, a crosshead, a caption … */
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
  /** For a correction: when it was made. It is hidden until then, as on the article's page. */
  at?: Instant;
  /** For a source: its address. A source that leads to nothing public is left out, as on the article's page. */
  href?: string;
}

/** What a reader reads of a version, in order and as plain text. Versions are compared by it. */
export interface VersionText {
  headline: string;
  standfirst: string;
  lang?: string;
  /** How many corrections the version has. */
  corrections: number;
  blocks: TextBlock[];
}
