/** The words that elements add to a text, in the language of the page. */
export interface ElementWords {
  /** A BCP 47 tag. */
  lang: string;
  /** The title of key points without one. */
  keyPoints: string;
  /** What a timeline and a table without a title are called, unseen. */
  timeline: string;
  table: string;
  /** What a gallery without a title is called, unseen; and the button of a large picture. */
  gallery: string;
  closePicture: string;
  /** Before and after the source of a table. */
  source(source: string): string;
  /** The title of the footnotes. */
  notes: string;
  /** The name of the mark of a footnote. */
  mark(number: number): string;
  /** The name of a link from a footnote to its mark; with a number where there are several marks. */
  back(place?: number): string;
}
