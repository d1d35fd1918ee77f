/**
 * What a body may hold. The set is closed: a new kind of element does not compile until every output has a
 * way to show it (see `elements/components.tsx`).
 */

/** A run of text inside a paragraph. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'strong'; children: Inline[] }
  | { type: 'delete'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; title?: string; children: Inline[] }
  | { type: 'image'; src: string; alt: string }
  | { type: 'footnote'; number: number; use: number }
  | { type: 'break' };

type Align = 'left' | 'right' | 'center' | null;

/** A picture with its words. `src` is relative to the newsroom's `images/`. */
export interface Figure {
  type: 'figure';
  src: string;
  alt: string;
  caption?: string;
  credit?: string;
}

export interface ListItem {
  /** Set on the items of a task list only. */
  checked?: boolean;
  children: Element[];
}

/** One kind of thing that a body holds. */
export type Element =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'crosshead'; level: 2 | 3 | 4; id: string; children: Inline[] }
  | { type: 'list'; ordered: boolean; start: number; items: ListItem[] }
  | { type: 'quote'; children: Element[] }
  | { type: 'preformatted'; text: string }
  | { type: 'rule' }
  | Figure
  | { type: 'pull-quote'; by?: string; children: Element[] }
  | { type: 'fact-box'; title: string; children: Element[] }
  | { type: 'key-points'; title?: string; items: ListItem[] }
  | { type: 'timeline'; title?: string; events: { time: Inline[]; children: Element[] }[] }
  | { type: 'table'; caption?: string; source?: string; align: Align[]; head: Inline[][]; rows: Inline[][][] };

/** A footnote, numbered by its first use; `uses` is how often the text refers to it. */
export interface Footnote {
  number: number;
  uses: number;
  children: Element[];
}

/** A body as intake understood it. */
export interface Body {
  elements: Element[];
  footnotes: Footnote[];
  /** Words a reader reads, footnotes and captions included. */
  words: number;
}
