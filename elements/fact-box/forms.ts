import { titleHtml, titleMarkdown } from '../box-title/forms.ts';
import type { ElementForms } from '../element-forms.ts';
import { behind } from '../text-layout.ts';

// Every format marks where the box ends and the story goes on.
export const factBoxForms: ElementForms<'fact-box'> = {
  html: ({ title, children }, to) => `<aside><hr>${titleHtml(title, to)}${to.elements(children)}<hr></aside>`,

  text: ({ title, children }, to) => behind('| ', [title, ...to.elements(children)].join('\n\n')),

  markdown: ({ title, children }, to) => [
    { type: 'blockquote', children: [...titleMarkdown(title), ...to.elements(children)] },
  ],

  nitf: ({ title, children }, to) =>
    to.block('block', `\n${to.textBlock('hl2', title)}${to.elements(children)}`, { class: 'fact-box' }),

  public: (box, filter) => [{ ...box, children: filter.elements(box.children) }],

  version: ({ title, children }, to) => [...to.block('title', title), ...to.elements(children, 'paragraph')],

  figures: () => [],
};
