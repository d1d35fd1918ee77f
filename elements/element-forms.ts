import type { Block, MarkdownWriter } from './element-syntax.ts';
import type { ElementWords } from './element-words.ts';
import type { Element, ElementOf, ElementType } from './elements.ts';
import type { Figure } from './figure/syntax.ts';
import type { Inline } from './inline/inline.ts';

/** How one type of element is written in every format. An element without one of them does not compile. */
export interface ElementForms<T extends ElementType> {
  /** HTML for feeds and exports, without scripts and styles. The page has a component instead. */
  html(element: ElementOf<T>, to: HtmlWriter): string;
  /** Plain text. Empty if there is nothing to say. */
  text(element: ElementOf<T>, to: TextWriter): string;
  /** CommonMark and GFM, without tags. The tag of an article file is written by its syntax. */
  markdown(element: ElementOf<T>, to: MarkdownWriter): Block[];
  /** Part of `body.content` of NITF 3.6. */
  nitf(element: ElementOf<T>, to: NitfWriter): string;
  /** The element without what is hidden from the public. Empty if nothing is left. */
  public(element: ElementOf<T>, filter: PublicFilter): Element[];
  /** The words of the element, for the comparison of two versions of an article. */
  version(element: ElementOf<T>, to: VersionWriter): VersionBlock[];
  /** The pictures that the element shows with their words. Pictures inside its text do not count. */
  figures(element: ElementOf<T>): Figure[];
}

/** What the writer of HTML does for the elements. */
export interface HtmlWriter {
  words: ElementWords;
  /** Escapes a text for content and attributes. */
  text(text: string): string;
  inlines(inlines: readonly Inline[]): string;
  elements(elements: readonly Element[]): string;
  /** The absolute address of a link, escaped. */
  href(href: string): string;
  /** A picture with its absolute address, escaped; `undefined` if it does not exist. */
  picture(src: string): { address: string; width: number; height: number } | undefined;
  /** Whether the paragraphs of the body have the words of these paragraphs already. */
  repeats(elements: readonly Element[]): boolean;
}

/** What the writer of plain text does for the elements. */
export interface TextWriter {
  /** The texts of the elements that have one. */
  elements(elements: readonly Element[]): string[];
  /** Whether pictures are described. */
  figures: boolean;
}

type XmlAttributes = Record<string, string | number | undefined>;

/** What the writer of NITF does for the elements. A block ends with a line break; attributes that are `undefined` are left out. */
export interface NitfWriter {
  /** Escapes a text. */
  text(text: string): string;
  inlines(inlines: readonly Inline[]): string;
  elements(elements: readonly Element[]): string;
  /** A block that holds markup. */
  block(name: string, content: string, attributes?: XmlAttributes): string;
  /** A block that holds a text; nothing if the text is `undefined`. */
  textBlock(name: string, text: string | undefined, attributes?: XmlAttributes): string;
  /** A block that holds nothing. */
  emptyBlock(name: string, attributes: XmlAttributes): string;
  /** Markup inside a line. */
  inline(name: string, content: string, attributes?: XmlAttributes): string;
  /** The absolute address of a link, not escaped. */
  href(href: string): string;
  /** A picture as a file; `undefined` if it does not exist. */
  picture(src: string): { url: string; mediaType: string; width: number; height: number } | undefined;
}

/** What the public may see. */
export interface PublicFilter {
  inlines(inlines: readonly Inline[]): Inline[];
  elements(elements: readonly Element[]): Element[];
  /** The address of a link as the public may see it; `undefined` if it leads to what is hidden. */
  href(href: string): string | undefined;
  hasPicture(src: string): boolean;
}

/** One block of the words of a version. */
export interface VersionBlock {
  kind:
    | 'paragraph'
    | 'crosshead'
    | 'item'
    | 'quote'
    | 'title'
    | 'picture'
    | 'caption'
    | 'row'
    | 'preformatted'
    | 'note';
  text: string;
}

/** What the writer of versions does for the elements. */
export interface VersionWriter {
  /** The kind that a paragraph has at this level. */
  paragraph: VersionBlock['kind'];
  /** A text as a block; none if the text is empty. White space becomes single spaces. */
  block(kind: VersionBlock['kind'], text: string | undefined): VersionBlock[];
  /** The blocks of nested elements, whose paragraphs are of this kind. */
  elements(elements: readonly Element[], paragraph: VersionBlock['kind']): VersionBlock[];
}
