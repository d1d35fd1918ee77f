import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { elementTagFromMarkdown, elementTagSyntax } from './element-syntax.ts';
import { shorten } from './shorthand.ts';

/** `~100 and ~200` is prose: only a double tilde strikes out. */
const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(elementTags).freeze();

/** Reads a body as CommonMark, GFM and element tags. Any text is a body: this never fails. */
export function readMarkdown(text: string): Root {
  const shorthand = shorten(text);
  return shorthand ? shorthand.expand(readWhole(shorthand.text)) : readWhole(text);
}

/** The same, letter by letter. */
export function readWhole(text: string): Root {
  return processor.parse(text);
}

function elementTags(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(elementTagSyntax);
  (data.fromMarkdownExtensions ??= []).push(elementTagFromMarkdown);
}
