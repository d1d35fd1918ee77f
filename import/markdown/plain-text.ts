import type { Nodes } from 'hast';
import { parseHtml, renderHtml } from './render-html.ts';

/** One line of plain text from a field that may hold Markdown, HTML and entities. */
export function plainText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  // As a heading, so that `1. One` and `+ more` are text and no lists.
  return /[*_`<&\\[~]/.test(line) ? visibleText(parseHtml(renderHtml(`# ${line}`))) : line;
}

const HIDDEN = new Set(['script', 'style', 'svg', 'template', 'title', 'head', 'noembed']);
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'del',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
]);

/** The text that a reader sees in a tree, on one line. */
export function visibleText(node: Nodes): string {
  return gather(node)
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim();
}

function gather(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && HIDDEN.has(node.tagName))) return '';
  const text = node.children.map(gather).join('');
  return node.type === 'element' && !INLINE.has(node.tagName) ? ` ${text} ` : text;
}
