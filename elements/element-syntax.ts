import type { BlockContent, DefinitionContent, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Element } from './elements.ts';
import type { Inline } from './inline/inline.ts';

/** How an element is read: from a node of Markdown, from a tag, or from both. */
export interface ElementSyntax<E extends { type: string }> {
  node?: NodeSyntax;
  tag?: TagSyntax<E>;
}

/** What the reader of a body does for the syntax of each element. Intake implements it. */
export interface ElementReader {
  /** Reads runs of text: reports what is wrong in them and counts their words. */
  inlines(nodes: readonly PhrasingContent[]): Inline[];
  /** Reads the blocks inside an element of Markdown. A tag among them is reported and left out. */
  blocks(nodes: readonly RootContent[]): Element[];
  /** Counts the words of a text that `inlines` does not read. */
  count(text: string): void;
  /** Reports that a part of a node is not shown. */
  leftOut(node: Nodes, words: { message: string; why: string; fix: string }): void;
  /** The level of the next crosshead, from the depth of its heading in the file. No level is skipped. */
  crossheadLevel(depth: number): 2 | 3 | 4;
  /** An id made of the words of a crosshead, which nothing else on the page has. */
  crossheadId(text: string): string;
}

/** Reads one kind of node of Markdown. It may become several elements, or none. */
export interface NodeSyntax {
  type: RootContent['type'];
  read(node: RootContent, reader: ElementReader): Element[];
}

/** The syntax of one type of node. */
export function fromNode<T extends RootContent['type']>(
  type: T,
  read: (node: Extract<RootContent, { type: T }>, reader: ElementReader) => Element[],
): NodeSyntax {
  const isOfType = (node: RootContent): node is Extract<RootContent, { type: T }> => node.type === type;
  return { type, read: (node, reader) => (isOfType(node) ? read(node, reader) : []) };
}

/** Reads and writes a tag: `<Name attribute="…">`, its content, `</Name>`. `A` has the names of the attributes. */
export interface TagSyntax<E, A extends string = string> {
  /** With a capital letter. */
  name: string;
  attributes: Readonly<Record<A, Attribute>>;
  /** The content in words, for a problem's message; `null` for a tag without content, which ends in `/>`. */
  holds: string | null;
  /** Makes the element; `undefined` if the content is not what `holds` says, which the reader reports. */
  read(tag: TagParts<A>): E | undefined;
  /** The tag from which `read` makes the element; `undefined` if Markdown alone says all of it. */
  write(element: E, to: MarkdownWriter): { attributes: TagParts<A>['attributes']; content: Block[] } | undefined;
}

/** An attribute of a tag. Its text is read by people and counts as words, unless `is` says what it is. */
interface Attribute {
  required?: true;
  /**
   * `picture`: a path under `images/`. The reader checks it and records which picture the body names. `address`: an
   * absolute address on the web.
   */
  is?: 'picture' | 'address';
  /** Why the attribute is required, for a problem's message. */
  why?: string;
}

/** What a tag holds. */
interface TagParts<A extends string> {
  /** The texts of the attributes. If a required one is missing, the reader reports it and drops the element. */
  attributes: { readonly [N in A]?: string };
  /** What is between the tags. */
  content: Element[];
}

export type Block = BlockContent | DefinitionContent;

/** What the writer of Markdown does for the elements. Its result is a tree: the printer of Markdown escapes the texts. */
export interface MarkdownWriter {
  inlines(inlines: readonly Inline[]): PhrasingContent[];
  /** Nested elements, as Markdown without tags. */
  elements(elements: readonly Element[]): Block[];
  /** The address of a link as this Markdown has it. */
  href(href: string): string;
  /** The address of a picture as this Markdown has it. */
  pictureAddress(src: string): string;
  /** The path of a picture as the attribute of a tag has it. */
  picturePath(src: string): string;
}
