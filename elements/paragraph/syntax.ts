import { fromNode, type ElementSyntax } from '../element-syntax.ts';
import type { Element } from '../elements.ts';
import type { Inline } from '../inline/inline.ts';

export interface Paragraph {
  type: 'paragraph';
  children: Inline[];
}

export const paragraphSyntax: ElementSyntax<Paragraph> = {
  node: fromNode('paragraph', (node, reader) => {
    const children = reader.inlines(node.children);
    return figuresOf(children) ?? (children.length > 0 ? [{ type: 'paragraph', children }] : []);
  }),
};

/** A paragraph of pictures and nothing else is a series of figures. */
function figuresOf(children: readonly Inline[]): Element[] | undefined {
  const figures: Element[] = [];
  for (const child of children) {
    if (child.type === 'image') figures.push({ type: 'figure', src: child.src, alt: child.alt });
    else if (!(child.type === 'text' && child.text.trim() === '')) return undefined;
  }
  return figures.length > 0 ? figures : undefined;
}
