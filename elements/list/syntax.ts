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
  node: fromNode('list', (node, reader) => [
    {
      type: 'list',
      ordered: node.ordered === true,
      start: node.start ?? 1,
      items: node.children.map(({ checked, children }) => ({
        ...(typeof checked === 'boolean' && { checked }),
        children: reader.blocks(children),
      })),
    },
  ]),
};
