import { fromNode, type ElementSyntax } from '../element-syntax.ts';
import type { Element } from '../elements.ts';

/** A quotation set off from the text. */
export interface Quote {
  type: 'quote';
  children: Element[];
}

export const quoteSyntax: ElementSyntax<Quote> = {
  node: fromNode('blockquote', (node, reader) => {
    const children = reader.blocks(node.children);
    // Nothing is left of a quotation that holds a comment only.
    return children.length === 0 && node.children.length > 0 ? [] : [{ type: 'quote', children }];
  }),
};
