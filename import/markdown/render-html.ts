import type { Root } from 'hast';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { CompileContext, Extension, HtmlExtension, Token } from 'micromark-util-types';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** Markdown with raw HTML in it, as a browser would have understood it. */

// GFM takes `<iframe>` and its like for text; static sites let them through.
function letThrough(this: CompileContext, token: Token): undefined {
  this.raw(this.sliceSerialize(token));
}
const everyTag: HtmlExtension = { exit: { htmlFlowData: letThrough, htmlTextData: letThrough } };

// Of 165 indented blocks in two archives of posts one was code; the others were text and HTML that somebody indented.
const withoutIndentedCode: Extension = { disable: { null: ['codeIndented'] } };

const syntax = [gfm({ singleTilde: false }), withoutIndentedCode];
const html = [gfmHtml(), everyTag];
const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Markdown to HTML, raw HTML kept as it is. */
export const renderHtml = (markdown: string): string =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: syntax,
    htmlExtensions: html,
  });

/** HTML to a tree, mended as browsers mend it. */
export const parseHtml = (fragment: string): Root => parser.parse(fragment);
