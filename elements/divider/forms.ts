import type { ElementForms } from '../element-forms.ts';

export const dividerForms: ElementForms<'divider'> = {
  html: () => '<hr>',

  text: () => '* * *',

  markdown: () => [{ type: 'thematicBreak' }],

  nitf: (_, to) => to.emptyBlock('hr', {}),

  public: (divider) => [divider],

  version: () => [],

  figures: () => [],
};
