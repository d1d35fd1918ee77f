import { fromNode, type ElementSyntax } from '../element-syntax.ts';
import type { Element } from '../elements.ts';

/** A quotation set off from the text. */
export interface Quote {
  type: 'quote';
  children: Element[];
}

export const quoteSyntax: ElementSyntax<Quote> = {
  node: fromNode('blockquote', (node, reader) => [{ type: 'quote', children: reader.blocks(node.children) }]),
};
