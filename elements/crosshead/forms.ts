import type { ElementForms } from '../element-forms.ts';
import { lineText } from '../inline/forms.ts';
import { textOf } from '../inline/inline.ts';

export const crossheadForms: ElementForms<'crosshead'> = {
  html: ({ level, children }, to) => `<h${level}>${to.inlines(children)}</h${level}>`,

  // Between dashes, as wire services send it.
  text: ({ children }) => `- ${lineText(children)} -`,

  markdown: ({ level, children }, to) => [{ type: 'heading', depth: level, children: to.inlines(children) }],

  // NITF has one level of crosshead.
  nitf: ({ level, children }, to) =>
    to.block('hl2', to.inlines(children), level === 2 ? {} : { class: `level-${level}` }),

  public: (crosshead, filter) => [{ ...crosshead, children: filter.inlines(crosshead.children) }],

  version: ({ children }, to) => to.block('crosshead', textOf(children)),

  figures: () => [],
};
