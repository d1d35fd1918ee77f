import type { ElementForms } from '../element-forms.ts';

export const ruleForms: ElementForms<'rule'> = {
  html: () => '<hr>',

  text: () => '* * *',

  markdown: () => [{ type: 'thematicBreak' }],

  nitf: (_, to) => to.emptyBlock('hr', {}),

  public: (rule) => [rule],

  version: () => [],

  figures: () => [],
};
