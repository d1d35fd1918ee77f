import type { Element } from './elements.ts';

/** A footnote. Its number follows the order of first use; `uses` counts the references to it in the text. */
export interface Footnote {
  number: number;
  uses: number;
  children: Element[];
}

/** The text of an article, or of any other file with a text, as intake has read it. */
export interface Body {
  elements: Element[];
  footnotes: Footnote[];
  /** Words that a reader reads, those of footnotes and captions included. */
  words: number;
}
