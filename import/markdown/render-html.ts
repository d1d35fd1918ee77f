import type { Root } from 'hast';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { CompileContext, Extension, HtmlExtension, Token } from 'micromark-util-types';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { absentConstructs, withoutConstructs } from '../../newsroom/markdown/gfm-constructs.ts';

// GFM escapes `<iframe>` and some other tags. Static sites do not.
function writeRaw(this: CompileContext, token: Token): undefined {
  this.raw(this.sliceSerialize(token));
}
const everyTag: HtmlExtension = { exit: { htmlFlowData: writeRaw, htmlTextData: writeRaw } };

// Of 165 indented blocks in two archives of posts, one was code. The others were text and HTML that somebody had indented.
const withoutIndentedCode: Extension = { disable: { null: ['codeIndented'] } };

const allOfGfm = gfm({ singleTilde: false });
const html = [gfmHtml(), everyTag];

const extensions = new Map<string, Extension[]>();

/** The syntax for a text: GFM with the constructs that can be in it. */
function syntaxFor(text: string): Extension[] {
  const absent = absentConstructs(text);
  const key = absent.join(' ');
  const known = extensions.get(key) ?? [withoutConstructs(allOfGfm, absent), withoutIndentedCode];
  extensions.set(key, known);
  return known;
}

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Markdown to HTML. Raw HTML in it stays as it is. */
export const renderHtml = (markdown: string): string =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: syntaxFor(markdown),
    htmlExtensions: html,
  });

/** HTML to a tree. Faults are repaired as browsers repair them. */
export const parseHtml = (fragment: string): Root => parser.parse(fragment);
