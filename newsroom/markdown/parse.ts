import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfmStrikethroughCjkFriendly from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import { commentFromMarkdown, commentSyntax } from './comment-syntax.ts';
import { absentConstructs, withoutConstructs } from './gfm-constructs.ts';
import { literalFromMarkdown } from './literal.ts';
import { takePlainBlocks } from './plain-blocks.ts';
import { shorten } from './shorthand.ts';
import { elementTagFromMarkdown, elementTagSyntax } from './tag-syntax.ts';

/** `~100 and ~200` is prose: only a double tilde strikes out. */
const tildes = { singleTilde: false };

/** CommonMark makes no emphasis of `**「重要」**です`, because it expects a space. Chinese, Japanese and Korean have none there. */
const base = remark()
  .use(remarkGfm, tildes)
  .use(remarkCjkFriendly)
  .use(remarkGfmStrikethroughCjkFriendly, tildes)
  .use(ownSyntax)
  .freeze();
const blocksOnly = base().use(noMarks).freeze();
/** The parsers that were needed so far, by the constructs that they do not have. */
const parsers = new Map<string, typeof base>();

/**
 * Reads a body as CommonMark, GFM, comments and the tags of elements. Any text is a body: this never fails. Characters that
 * were written with a backslash or as a reference are masked in the texts of the tree (see `literal.ts`).
 */
export function parseMarkdown(text: string): Root {
  const plain = takePlainBlocks(text);
  if (!plain) return parseShort(text);
  return plain.join(plain.rest === '' ? { type: 'root', children: [] } : parseShort(plain.rest));
}

function parseShort(text: string): Root {
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

/** Reads a text with the constructs that can be in it. The tree is that of `parseInFull`. */
function parse(text: string): Root {
  const absent = absentConstructs(text);
  const key = absent.join(' ');
  const parser = parsers.get(key) ?? base().use(without, absent).freeze();
  parsers.set(key, parser);
  return parser.parse(text);
}

function ownSyntax(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(elementTagSyntax, commentSyntax);
  (data.fromMarkdownExtensions ??= []).push(elementTagFromMarkdown, commentFromMarkdown, literalFromMarkdown);
}

/** Takes constructs of GFM out of a parser; with bare addresses, also the second pass over the finished tree. */
function without(this: Processor, absent: readonly RegExp[]): void {
  const data = this.data();
  data.micromarkExtensions = data.micromarkExtensions?.map((extension) => withoutConstructs(extension, absent));
  if (absent.some((name) => name.test('protocolAutolink')))
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
