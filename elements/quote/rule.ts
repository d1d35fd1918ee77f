import { fromNode, type ElementRule } from '../element-rule.ts';
import type { Element } from '../elements.ts';

/** A quotation set off from the text. */
export interface Quote {
  type: 'quote';
  children: Element[];
}

export const quoteRule: ElementRule<Quote> = {
  node: fromNode('blockquote', (node, reader) => [{ type: 'quote', children: reader.blocks(node.children) }]),
};
