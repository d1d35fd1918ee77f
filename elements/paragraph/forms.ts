import type { ElementForms } from '../element-forms.ts';
import { inlinesText } from '../inline/forms.ts';
import { textOf } from '../inline/inline.ts';

export const paragraphForms: ElementForms<'paragraph'> = {
  html: ({ children }, to) => `<p>${to.inlines(children)}</p>`,

  // One line: the program that shows it wraps it.
  text: ({ children }) => inlinesText(children),

  markdown: ({ children }, to) => [{ type: 'paragraph', children: to.inlines(children) }],

  nitf: ({ children }, to) => to.block('p', to.inlines(children)),

  public: (paragraph, filter) => [{ ...paragraph, children: filter.inlines(paragraph.children) }],

  version: ({ children }, to) => to.block(to.paragraph, textOf(children)),

  figures: () => [],
};
