import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import { readBody } from '../../newsroom/intake/body.ts';
import { parseInFull } from '../../newsroom/markdown/parse.ts';
import { printMarkdown } from '../../newsroom/markdown/print.ts';
import type { LogEntry } from '../import-item.ts';
import { simplifyHtml } from '../markdown/simplify-html.ts';
import { indexPosts } from '../markdown/post-index.ts';
import { htmlToMarkdown } from '../markdown/html-to-markdown.ts';
import { parseHtml, renderHtml } from '../markdown/render-html.ts';
import { readDateline, type StatedDateline } from '../wire/dateline.ts';
import { joinParagraphs, linesOf } from '../wire/lines.ts';
import { paragraphsToMarkdown } from '../wire/paragraphs-to-markdown.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { localHref, articleFileRole, type Origin } from './origin.ts';

/** A body in the form of an article file. `text` is empty if the item has none. */
export interface NinjsBody {
  text: string;
  /** The dateline that was at the beginning of the first paragraph. It is removed from `text`. */
  dateline?: StatedDateline;
}

const noPosts = indexPosts([], new Set());

/** Reads the best of an item's bodies: that of Dateline, then HTML, then Markdown, then plain text. */
export function readNinjsBody(item: NinjsObject, origin: Origin, log: LogEntry[]): NinjsBody {
  const bodies = item.list('bodies').map((body) => ({
    role: body.text('role').toLowerCase(),
    type: body.text('contenttype').toLowerCase().replace(/;.*$/, ''),
    value: body.multilineText('value'),
  }));
  const stated = bodies.filter(({ value }) => value !== '');
  const typed = (...types: string[]): string | undefined => stated.find(({ type }) => types.includes(type))?.value;
  const own = stated.find(({ role }) => role === articleFileRole)?.value;
  if (own !== undefined) {
    const text = articleFileBody(own, origin);
    if (text !== undefined) return { text };
    log.push({ rule: 'own-body-unreadable', text: 'The body in the form of an article file has errors.' });
  }
  const html =
    typed('text/html', 'application/xhtml+xml') ??
    stated.find(({ role, type, value }) => type === '' && (role === 'html' || looksLikeHtml(value)))?.value ??
    (item.multilineText('bodyhtml', 'bodyxhtml') || item.textsWithPrefix('body').find(looksLikeHtml));
  if (html !== undefined) return fromHtml(parseHtml(html), log);
  const markdown = typed('text/markdown');
  if (markdown !== undefined) return fromHtml(parseHtml(renderHtml(markdown)), log);
  const plain =
    typed('text/plain') ??
    stated[0]?.value ??
    (item.multilineText('bodytext') || (item.textsWithPrefix('body')[0] ?? ''));
  return looksLikeHtml(plain) ? fromHtml(parseHtml(plain), log) : fromText(plain, log);
}

function looksLikeHtml(text: string): boolean {
  return /<(?:p|div|br|h\d|ul|ol|section|blockquote)\b[^>]*>/i.test(text);
}

/** A body that Dateline wrote. Links to this site become paths. Undefined if intake would refuse the body. */
function articleFileBody(text: string, origin: Origin): string | undefined {
  if (readBody('body', text, 1).problems.some(({ severity }) => severity === 'error')) return undefined;
  const tree = parseInFull(text);
  visit(tree, (node) => {
    if (node.type === 'link') node.url = localHref(node.url, origin);
  });
  return printMarkdown(tree).trim();
}

function visit(node: Root | Nodes, call: (node: Nodes) => void): void {
  call(node);
  if ('children' in node) for (const child of node.children) visit(child, call);
}

function fromHtml(tree: HtmlRoot, log: LogEntry[]): NinjsBody {
  const dateline = removeDateline(tree, log);
  const text = htmlToMarkdown(simplifyHtml(tree, noPosts, '', log)).trim();
  return { text, ...(dateline && { dateline }) };
}

/** Removes a dateline from the first text of a tree, and returns it. */
function removeDateline(tree: HtmlRoot, log: LogEntry[]): StatedDateline | undefined {
  const text = firstText(tree.children);
  const dateline = text && readDateline(text.value.replace(/\s+/g, ' ').trimStart());
  if (!text || !dateline || dateline.rest === '') return undefined;
  log.push({ rule: dateline.rule, text: dateline.text });
  text.value = dateline.rest + (/\s$/.test(text.value) ? ' ' : '');
  return dateline;
}

function firstText(nodes: readonly (ElementContent | HtmlRoot['children'][number])[]): { value: string } | undefined {
  for (const node of nodes) {
    if (node.type === 'text' && node.value.trim() !== '') return node;
    if (node.type === 'element' && holdsText(node)) return firstText(node.children);
  }
  return undefined;
}

function holdsText(element: Element): boolean {
  return element.children.some(
    (child) => (child.type === 'text' && child.value.trim() !== '') || (child.type === 'element' && holdsText(child)),
  );
}

function fromText(text: string, log: LogEntry[]): NinjsBody {
  const joined = joinParagraphs(linesOf(text.replace(/\r\n?/g, '\n')));
  log.push(...joined.log);
  const [first, ...rest] = joined.paragraphs.map((paragraph) => paragraph.text);
  if (first === undefined) return { text: '' };
  const dateline = readDateline(first);
  if (dateline) log.push({ rule: dateline.rule, text: dateline.text });
  const opening = dateline ? (dateline.rest === '' ? [] : [dateline.rest]) : [first];
  const markdown = paragraphsToMarkdown([...opening, ...rest], log);
  return { text: markdown, ...(dateline && { dateline }) };
}
