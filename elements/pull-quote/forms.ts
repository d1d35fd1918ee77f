import type { ElementForms } from '../element-forms.ts';
import type { Block } from '../element-syntax.ts';
import { behind } from '../text-layout.ts';

export const pullQuoteForms: ElementForms<'pull-quote'> = {
  html({ by, children }, to) {
    // Without a style, a line that the reader has just read would look like a mistake.
    if (to.repeats(children)) return '';
    return `<blockquote>${to.elements(children)}${by === undefined ? '' : `<p>— ${to.text(by)}</p>`}</blockquote>`;
  },

  text: ({ by, children }, to) =>
    behind('> ', [...to.elements(children), ...(by === undefined ? [] : [`— ${by}`])].join('\n\n')),

  markdown({ by, children }, to) {
    const credit: Block[] =
      by === undefined ? [] : [{ type: 'paragraph', children: [{ type: 'text', value: `— ${by}` }] }];
    return [{ type: 'blockquote', children: [...to.elements(children), ...credit] }];
  },

  nitf: ({ by, children }, to) =>
    to.block('bq', to.block('block', `\n${to.elements(children)}`) + to.textBlock('credit', by), {
      class: 'pull-quote',
    }),

  public: (quote, filter) => [{ ...quote, children: filter.elements(quote.children) }],

  version: ({ by, children }, to) => [...to.elements(children, 'quote'), ...to.block('caption', by)],

  figures: () => [],
};
