import type { ElementForms } from '../element-forms.ts';
import { behind } from '../text-layout.ts';

export const quoteForms: ElementForms<'quote'> = {
  html: ({ children }, to) => `<blockquote>${to.elements(children)}</blockquote>`,

  text: ({ children }, to) => behind('> ', to.elements(children).join('\n\n')),

  markdown: ({ children }, to) => [{ type: 'blockquote', children: to.elements(children) }],

  nitf: ({ children }, to) => to.block('bq', to.block('block', `\n${to.elements(children)}`)),

  public: (quote, filter) => [{ ...quote, children: filter.elements(quote.children) }],

  version: ({ children }, to) => to.elements(children, 'quote'),

  figures: () => [],
};
