import type { Element, ElementContent } from 'hast';
import { visibleText } from './plain-text.ts';

/** Blocks and lines of text in an HTML tree. */

/** An element. */
export const h = (tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** The text of an attribute; empty where there is none. */
export const attribute = (element: Element, name: string): string => {
  const value = element.properties[name];
  return typeof value === 'string' ? value : '';
};

/** Elements that stand inside a line of text. */
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
/** Whether a node stands inside a line of text, with all that it holds. */
export const isPhrasing = (node: ElementContent): boolean =>
  node.type === 'element' ? PHRASING.has(node.tagName) && node.children.every(isPhrasing) : true;

/** Whether a reader would see nothing of the nodes. */
export function isBlank(nodes: readonly ElementContent[]): boolean {
  return (
    visibleText({ type: 'root', children: [...nodes] }) === '' &&
    !nodes.some((node) => node.type === 'element' && /^(?:hr|input)$/.test(node.tagName))
  );
}

/** Runs of text between blocks become paragraphs of their own. */
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

/** A cell has one line: its paragraphs follow each other. */
export const inCell = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] =>
    node.type === 'element' && node.tagName === 'p' ? [...node.children, { type: 'text', value: ' ' }] : [node],
  );

/** What a fact box can hold of a block. */
export function asBoxed(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'blockquote') return paragraphs(node.children).flatMap(asBoxed);
  if (node.tagName === 'pre') return [h('p', [h('code', [{ type: 'text', value: visibleText(node) }])])];
  return node.tagName === 'hr' ? [] : [node];
}
