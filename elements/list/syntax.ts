import { fromNode, type ElementSyntax } from '../element-syntax.ts';
import type { Element } from '../elements.ts';

export interface ListItem {
  /** Set on the items of a task list only. */
  checked?: boolean;
  children: Element[];
}

export interface List {
  type: 'list';
  ordered: boolean;
  /** The number of the first item. */
  start: number;
  items: ListItem[];
}

export const listSyntax: ElementSyntax<List> = {
  node: fromNode('list', (node, reader) => {
    const items = node.children.flatMap(({ checked, children: nodes }): ListItem[] => {
      const children = reader.blocks(nodes);
      // Nothing is left of an item that holds a comment only.
      if (children.length === 0 && nodes.length > 0) return [];
      return [{ ...(typeof checked === 'boolean' && { checked }), children }];
    });
    if (items.length === 0) return [];
    return [{ type: 'list', ordered: node.ordered === true, start: node.start ?? 1, items }];
  }),
};
