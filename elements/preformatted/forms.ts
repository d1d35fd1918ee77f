import type { ElementForms } from '../element-forms.ts';
import { behind } from '../text-layout.ts';

export const preformattedForms: ElementForms<'preformatted'> = {
  html: ({ text }, to) => `<pre>${to.text(text)}</pre>`,

  text: ({ text }) => behind('    ', text),

  markdown: ({ text }) => [{ type: 'code', value: text }],

  nitf: ({ text }, to) => to.textBlock('pre', text),

  public: (preformatted) => [preformatted],

  version: ({ text }) => (text === '' ? [] : [{ kind: 'preformatted', text }]),

  figures: () => [],
};
