import { fromNode, type ElementSyntax } from '../element-syntax.ts';
import { textOf, type Inline } from '../inline/inline.ts';

/** A heading inside the text. */
export interface Crosshead {
  type: 'crosshead';
  /** The headline is the only heading of level 1. */
  level: 2 | 3 | 4;
  /** The part of the page's address after the `#`. */
  id: string;
  children: Inline[];
}

export const crossheadSyntax: ElementSyntax<Crosshead> = {
  node: fromNode('heading', (node, reader) => {
    const children = reader.inlines(node.children);
    if (children.length === 0) return [];
    const level = reader.crossheadLevel(node.depth);
    return [{ type: 'crosshead', level, id: reader.crossheadId(textOf(children)), children }];
  }),
};
