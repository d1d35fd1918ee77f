import type { Root } from 'mdast';
import type { Construct } from 'micromark-util-types';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { elementTagFromMarkdown, elementTagSyntax } from './element-syntax.ts';
import { shorten } from './shorthand.ts';

const addressConstructs = new Set(['emailAutolink', 'protocolAutolink', 'wwwAutolink']);

/** `~100 and ~200` is prose: only a double tilde strikes out. */
const base = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(elementTags).freeze();
const withoutAddresses = base().use(noAddresses).freeze();

/** Reads a body as CommonMark, GFM and element tags. Any text is a body: this never fails. */
export function readMarkdown(text: string): Root {
  const shorthand = shorten(text);
  return shorthand ? shorthand.expand(parse(shorthand.text)) : parse(text);
}

/** The same, letter by letter and with every construct. */
export function readWhole(text: string): Root {
  return base.parse(text);
}

/** GFM takes every letter for the beginning of an address. Where there can be none, it need not look. */
function parse(text: string): Root {
  return (/@|www\.|:\/\//i.test(text) ? base : withoutAddresses).parse(text);
}

function elementTags(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(elementTagSyntax);
  (data.fromMarkdownExtensions ??= []).push(elementTagFromMarkdown);
}

/** Takes GFM's bare addresses out of a parser: the constructs, and the second look at the finished tree. */
function noAddresses(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = data.micromarkExtensions?.map((extension) => ({
    ...extension,
    text: Object.fromEntries(
      Object.entries(extension.text ?? {}).map(([code, constructs]) => [
        code,
        [constructs ?? []].flat().filter(({ name }: Construct) => !addressConstructs.has(name ?? '')),
      ]),
    ),
  }));
  data.fromMarkdownExtensions = data.fromMarkdownExtensions
    ?.flat()
    .map((extension) => ({ ...extension, transforms: [] }));
}
