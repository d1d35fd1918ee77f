import { fromNode, type ElementSyntax } from '../element-syntax.ts';

/** A line between two parts of the text. */
export interface Divider {
  type: 'divider';
}

export const dividerSyntax: ElementSyntax<Divider> = {
  node: fromNode('thematicBreak', () => [{ type: 'divider' }]),
};
