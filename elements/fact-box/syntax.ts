import type { ElementSyntax, TagSyntax } from '../element-syntax.ts';
import type { Element, ElementType } from '../elements.ts';

/** Facts that a reader may want to look up while reading. */
export interface FactBox {
  type: 'fact-box';
  title: string;
  children: Element[];
}

const allowed = new Set<ElementType>(['paragraph', 'list', 'table', 'crosshead']);

const tag: TagSyntax<FactBox, 'title'> = {
  name: 'FactBox',
  attributes: { title: { required: true } },
  holds: 'paragraphs, lists, tables and crossheads',
  read({ attributes: { title = '' }, content }) {
    if (content.length === 0 || !content.every(({ type }) => allowed.has(type))) return undefined;
    return { type: 'fact-box', title, children: content };
  },
  write: ({ title, children }, to) => ({ attributes: { title }, content: to.elements(children) }),
};

export const factBoxSyntax: ElementSyntax<FactBox> = { tag };
