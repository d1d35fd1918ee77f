import type { Element, ElementContent } from 'hast';
import { visibleText } from './plain-text.ts';

/** Blocks and inline content of an HTML tree (hast). */

/** Makes an element. */
export const h = (tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** The text of an attribute; empty if the element does not have it. */
export const attribute = (element: Element, name: string): string => {
  const value = element.properties[name];
  return typeof value === 'string' ? value : '';
};

/** Inline elements: they are part of a line of text. */
export const PHRASING = new Set([
  'a',
  'b',
  'strong',
  'i',
  'em',
  'u',
  'mark',
  'del',
  's',
  'strike',
  'q',
  'sub',
  'sup',
  'cite',
  'kbd',
  'samp',
  'var',
  'code',
  'br',
  'wbr',
  'input',
]);

/** Whether a node and everything in it is inline. */
export const isPhrasing = (node: ElementContent): boolean =>
  node.type === 'element' ? PHRASING.has(node.tagName) && node.children.every(isPhrasing) : true;

/** Whether a reader would see nothing of these nodes. */
export function isBlank(nodes: readonly ElementContent[]): boolean {
  return (
    visibleText({ type: 'root', children: [...nodes] }) === '' &&
    !nodes.some((node) => node.type === 'element' && /^(?:hr|input)$/.test(node.tagName))
  );
}

/** Puts each run of inline content between blocks into a paragraph. */
export function paragraphs(nodes: readonly ElementContent[]): ElementContent[] {
  if (nodes.every(isPhrasing)) return isBlank(nodes) ? [] : [h('p', [...nodes])];
  const blocks: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = (): void => {
    if (!isBlank(run)) blocks.push(h('p', run));
    run = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) run.push(node);
    else {
      close();
      blocks.push(node);
    }
  }
  close();
  return blocks;
}

/** The content of a table cell. A cell has one line, so its paragraphs follow each other on it. */
export const inCell = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] =>
    node.type === 'element' && node.tagName === 'p' ? [...node.children, { type: 'text', value: ' ' }] : [node],
  );

/** A block in the form that a fact box can have: no quotation, no preformatted text, no rule. */
export function asBoxed(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'blockquote') return paragraphs(node.children).flatMap(asBoxed);
  if (node.tagName === 'pre') return [h('p', [h('code', [{ type: 'text', value: visibleText(node) }])])];
  return node.tagName === 'hr' ? [] : [node];
}
