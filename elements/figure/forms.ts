import type { ElementForms } from '../element-forms.ts';
import type { Block } from '../element-syntax.ts';
import { imageHtml } from '../inline/forms.ts';

export const figureForms: ElementForms<'figure'> = {
  html({ src, alt, caption, credit, creditUrl }, to) {
    const image = imageHtml(src, alt, to);
    if (image === '') return '';
    const maker =
      creditUrl === undefined ? to.text(credit ?? '') : `<a href="${to.href(creditUrl)}">${to.text(credit ?? '')}</a>`;
    const words = [
      ...(caption === undefined ? [] : [to.text(caption)]),
      ...(credit === undefined ? [] : [`<small>Credit: ${maker}</small>`]),
    ];
    return `<figure>${image}${words.length > 0 ? `<figcaption>${words.join(' ')}</figcaption>` : ''}</figure>`;
  },

  text({ alt, caption, credit }, to) {
    if (!to.figures) return '';
    const words = [caption, credit && `(${credit})`].filter(Boolean).join(' ');
    return `[Picture: ${alt}]${words === '' ? '' : `\n${words}`}`;
  },

  markdown({ src, alt, caption, credit }, to) {
    const words = [caption, credit].filter((text) => text !== undefined).join(' ');
    const image: Block = { type: 'paragraph', children: [{ type: 'image', url: to.pictureAddress(src), alt }] };
    return words === ''
      ? [image]
      : [image, { type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', value: words }] }] }];
  },

  nitf({ src, alt, caption, credit }, to) {
    const picture = to.picture(src);
    if (!picture) return '';
    const reference = to.emptyBlock('media-reference', {
      source: picture.url,
      'mime-type': picture.mediaType,
      'alternate-text': alt,
      height: picture.height,
      width: picture.width,
      units: 'pixels',
    });
    return to.block(
      'media',
      `\n${reference}${to.textBlock('media-caption', caption)}${to.textBlock('media-producer', credit)}`,
      { 'media-type': 'image' },
    );
  },

  public: (figure, filter) => (filter.hasPicture(figure.src) ? [figure] : []),

  version: ({ alt, caption, credit }, to) => [
    ...to.block('picture', alt),
    ...to.block('caption', [caption, credit].filter((part) => part !== undefined).join(' · ')),
  ],

  figures: (figure) => [figure],
};
