import type { ElementSyntax, TagSyntax } from '../element-syntax.ts';
import type { Element } from '../elements.ts';

/** A line taken out of the text and shown large. */
export interface PullQuote {
  type: 'pull-quote';
  /** Who said it, or where it is from. */
  by?: string;
  children: Element[];
}

const tag: TagSyntax<PullQuote, 'by'> = {
  name: 'PullQuote',
  attributes: { by: {} },
  holds: 'paragraphs',
  read({ attributes: { by }, content }) {
    if (content.length === 0 || !content.every(({ type }) => type === 'paragraph')) return undefined;
    return { type: 'pull-quote', ...(by && { by }), children: content };
  },
  write: ({ by, children }, to) => ({ attributes: { by }, content: to.elements(children) }),
};

export const pullQuoteSyntax: ElementSyntax<PullQuote> = { tag };
