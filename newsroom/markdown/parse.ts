import type { Root } from 'mdast';
import type { Construct } from 'micromark-util-types';
import { remark } from 'remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfmStrikethroughCjkFriendly from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import { commentFromMarkdown, commentSyntax } from './comment-syntax.ts';
import { literalFromMarkdown } from './literal.ts';
import { shorten } from './shorthand.ts';
import { elementTagFromMarkdown, elementTagSyntax } from './tag-syntax.ts';

const addressConstructs = new Set(['emailAutolink', 'protocolAutolink', 'wwwAutolink']);

/** `~100 and ~200` is prose: only a double tilde strikes out. */
const tildes = { singleTilde: false };

/** CommonMark makes no emphasis of `**「重要」**です`, because it expects a space. Chinese, Japanese and Korean have none there. */
const base = remark()
  .use(remarkGfm, tildes)
  .use(remarkCjkFriendly)
  .use(remarkGfmStrikethroughCjkFriendly, tildes)
  .use(ownSyntax)
  .freeze();
const withoutAddresses = base().use(noAddresses).freeze();
const blocksOnly = base().use(noMarks).freeze();

/**
 * Reads a body as CommonMark, GFM, comments and the tags of elements. Any text is a body: this never fails. Characters that
 * were written with a backslash or as a reference are masked in the texts of the tree (see `literal.ts`).
 */
export function parseMarkdown(text: string): Root {
  const shorthand = shorten(text);
  return shorthand ? shorthand.expand(parse(shorthand.text)) : parse(text);
}

/** Gives the same tree without any short cut: character by character, with every construct. */
export function parseInFull(text: string): Root {
  return base.parse(text);
}

/** Reads only the blocks of a body. Their texts are as in the source; long runs of plain words may be shortened. */
export function parseBlocks(text: string): Root {
  return blocksOnly.parse(shorten(text)?.text ?? text);
}

/** GFM tries to begin an address at every letter. A text without the marks of an address needs no such tries. */
function parse(text: string): Root {
  return (/@|www\.|:\/\//i.test(text) ? base : withoutAddresses).parse(text);
}

function ownSyntax(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(elementTagSyntax, commentSyntax);
  (data.fromMarkdownExtensions ??= []).push(elementTagFromMarkdown, commentFromMarkdown, literalFromMarkdown);
}

/** Takes GFM's bare addresses out of a parser: its constructs, and its second pass over the finished tree. */
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

/** Takes everything out of a parser that has a meaning inside a text. */
function noMarks(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []).map((extension) => ({ ...extension, text: {} })),
    {
      disable: {
        null: [
          'attention',
          'autolink',
          'characterEscape',
          'characterReference',
          'codeText',
          'hardBreakEscape',
          'labelEnd',
          'labelStartImage',
          'labelStartLink',
        ],
      },
    },
  ];
  data.fromMarkdownExtensions = data.fromMarkdownExtensions
    ?.flat()
    .map((extension) => ({ ...extension, transforms: [] }));
}
