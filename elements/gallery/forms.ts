import { titleHtml, titleMarkdown } from '../box-title/forms.ts';
import type { ElementForms } from '../element-forms.ts';
import { figureForms } from '../figure/forms.ts';
import { under } from '../text-layout.ts';

export const galleryForms: ElementForms<'gallery'> = {
  html: ({ title, pictures }, to) =>
    titleHtml(title, to) + pictures.map((picture) => figureForms.html(picture, to)).join(''),

  text({ title, pictures }, to) {
    const words = pictures.map((picture) => figureForms.text(picture, to)).filter((text) => text !== '');
    return words.length === 0 ? '' : under(title, words.join('\n\n'));
  },

  markdown: ({ title, pictures }, to) => [
    ...titleMarkdown(title),
    ...pictures.flatMap((picture) => figureForms.markdown(picture, to)),
  ],

  nitf({ title, pictures }, to) {
    const media = pictures.map((picture) => figureForms.nitf(picture, to)).join('');
    return to.block('block', `\n${to.textBlock('hl2', title)}${media}`, { class: 'gallery' });
  },

  public(gallery, filter) {
    const pictures = gallery.pictures.filter(({ src }) => filter.hasPicture(src));
    return pictures.length === 0 ? [] : [{ ...gallery, pictures }];
  },

  version: ({ title, pictures }, to) => [
    ...to.block('title', title),
    ...pictures.flatMap((picture) => figureForms.version(picture, to)),
  ],

  figures: ({ pictures }) => pictures,
};
