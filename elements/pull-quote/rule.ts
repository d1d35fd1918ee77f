import type { ElementRule, TagRule } from '../element-rule.ts';
import type { Element } from '../elements.ts';

/** A line taken out of the text and shown large. */
export interface PullQuote {
  type: 'pull-quote';
  /** Who said it, or where it is from. */
  by?: string;
  children: Element[];
}

const tag: TagRule<PullQuote, 'by'> = {
  name: 'PullQuote',
  attributes: { by: {} },
  holds: 'paragraphs',
  read({ attributes: { by }, content }) {
    if (content.length === 0 || !content.every(({ type }) => type === 'paragraph')) return undefined;
    return { type: 'pull-quote', ...(by && { by }), children: content };
  },
  write: ({ by, children }, to) => ({ attributes: { by }, content: to.elements(children) }),
};

export const pullQuoteRule: ElementRule<PullQuote> = { tag };
