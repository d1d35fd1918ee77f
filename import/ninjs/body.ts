import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import { readBody } from '../../newsroom/intake/body.ts';
import { escapeText } from '../../newsroom/markdown/escape.ts';
import { parseInFull } from '../../newsroom/markdown/parse.ts';
import { printMarkdown } from '../../newsroom/markdown/print.ts';
import type { LogEntry } from '../imported-article.ts';
import { mendHtml } from '../markdown/simplify-html.ts';
import { gatherPosts } from '../markdown/post-index.ts';
import { printBody } from '../markdown/html-to-markdown.ts';
import { parseHtml, renderHtml } from '../markdown/render-html.ts';
import { readCrosshead } from '../wire/crosshead.ts';
import { readDateline, type StatedDateline } from '../wire/dateline.ts';
import { linesOf, paragraphsOf } from '../wire/lines.ts';
import type { NinjsItem } from './ninjs-object.ts';
import { atHome, ownBody, type Origin } from './origin.ts';

/** A body as an article file has it; empty where the item holds none. */
export interface NinjsBody {
  text: string;
  /** A dateline that stood in front of the first paragraph, and does not any more. */
  dateline?: StatedDateline;
}

const noPosts = gatherPosts([], new Set());

/** Takes the best of an item's bodies: our own, then HTML, then Markdown, then plain text. */
export function bodyOf(item: NinjsItem, origin: Origin, log: LogEntry[]): NinjsBody {
  const bodies = item.list('bodies').map((body) => ({
    role: body.text('role').toLowerCase(),
    type: body.text('contenttype').toLowerCase().replace(/;.*$/, ''),
    value: body.whole('value'),
  }));
  const stated = bodies.filter(({ value }) => value !== '');
  const typed = (...types: string[]): string | undefined => stated.find(({ type }) => types.includes(type))?.value;
  const own = stated.find(({ role }) => role === ownBody)?.value;
  if (own !== undefined) {
    const text = homeBody(own, origin);
    if (text !== undefined) return { text };
    log.push({ rule: 'own-body-unreadable', text: 'The body in the form of an article file has errors.' });
  }
  const html =
    typed('text/html', 'application/xhtml+xml') ??
    stated.find(({ role, type, value }) => type === '' && (role === 'html' || looksLikeHtml(value)))?.value ??
    (item.whole('bodyhtml', 'bodyxhtml') || item.starting('body').find(looksLikeHtml));
  if (html !== undefined) return fromHtml(parseHtml(html), log);
  const markdown = typed('text/markdown');
  if (markdown !== undefined) return fromHtml(parseHtml(renderHtml(markdown)), log);
  const plain = typed('text/plain') ?? stated[0]?.value ?? (item.whole('bodytext') || (item.starting('body')[0] ?? ''));
  return looksLikeHtml(plain) ? fromHtml(parseHtml(plain), log) : fromText(plain, log);
}

function looksLikeHtml(text: string): boolean {
  return /<(?:p|div|br|h\d|ul|ol|section|blockquote)\b[^>]*>/i.test(text);
}

/** A body that we wrote ourselves, its links to this newsroom as its articles have them; undefined where intake would refuse it. */
function homeBody(text: string, origin: Origin): string | undefined {
  if (readBody('body', text, 1).problems.some(({ severity }) => severity === 'error')) return undefined;
  const tree = parseInFull(text);
  visit(tree, (node) => {
    if (node.type === 'link') node.url = atHome(node.url, origin);
  });
  return printMarkdown(tree).trim();
}

function visit(node: Root | Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}

function fromHtml(tree: HtmlRoot, log: LogEntry[]): NinjsBody {
  const dateline = takeDateline(tree, log);
  const text = printBody(mendHtml(tree, noPosts, '', log)).trim();
  return { text, ...(dateline && { dateline }) };
}

/** Takes a dateline off the first text of a tree. */
function takeDateline(tree: HtmlRoot, log: LogEntry[]): StatedDateline | undefined {
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
  const flow = paragraphsOf(linesOf(text.replace(/\r\n?/g, '\n')));
  log.push(...flow.log);
  const [first, ...rest] = flow.paragraphs.map((paragraph) => paragraph.text);
  if (first === undefined) return { text: '' };
  const dateline = readDateline(first);
  if (dateline) log.push({ rule: dateline.rule, text: dateline.text });
  const opened = dateline ? (dateline.rest === '' ? [] : [dateline.rest]) : [first];
  const paragraphs = [...opened, ...rest];
  const blocks = paragraphs.map((paragraph, index) => {
    // A crosshead stands over something: the last line is never one.
    const crosshead = index < paragraphs.length - 1 ? readCrosshead(paragraph) : null;
    if (!crosshead) return escapeText(paragraph);
    log.push({ rule: crosshead.rule, text: paragraph });
    return `## ${escapeText(crosshead.title, { opensLine: false, closesLine: true })}`;
  });
  return { text: blocks.join('\n\n'), ...(dateline && { dateline }) };
}
