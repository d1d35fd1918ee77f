import { titleHtml, titleMarkdown } from '../box-title/forms.ts';
import type { ElementForms } from '../element-forms.ts';
import { itemsHtml, itemsPublic, itemsText, itemsVersion, listMarkdown, listNitf } from '../list/forms.ts';
import { under } from '../text-layout.ts';

export const keyPointsForms: ElementForms<'key-points'> = {
  html: ({ title, items }, to) => `${titleHtml(title ?? to.words.keyPoints, to)}<ul>${itemsHtml(items, to)}</ul>`,

  text: ({ title, items }, to) => under(title, itemsText(items, to)),

  markdown: ({ title, items }, to) => [...titleMarkdown(title), listMarkdown(items, to)],

  nitf: ({ title, items }, to) =>
    to.block('block', `\n${to.textBlock('hl2', title)}${listNitf(items, to)}`, { class: 'key-points' }),

  public: (points, filter) => [{ ...points, items: itemsPublic(points.items, filter) }],

  version: ({ title, items }, to) => [...to.block('title', title), ...itemsVersion(items, to)],

  figures: () => [],
};
