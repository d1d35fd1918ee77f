import { titleHtml, titleMarkdown } from '../box-title/forms.ts';
import type { ElementForms } from '../element-forms.ts';
import { lineText } from '../inline/forms.ts';
import { textOf } from '../inline/inline.ts';
import { itemContent, listMarkdown } from '../list/forms.ts';
import { hung, under } from '../text-layout.ts';
import { itemOf } from './syntax.ts';

export const timelineForms: ElementForms<'timeline'> = {
  html({ title, events }, to) {
    const items = events.map(
      ({ time, children }) => `<li><strong>${to.inlines(time)}</strong> ${itemContent(children, to)}</li>`,
    );
    return `${titleHtml(title, to)}<ul>${items.join('')}</ul>`;
  },

  text({ title, events }, to) {
    const items = events.map(({ time, children }) =>
      hung('- ', `${lineText(time)}: ${to.elements(children).join('\n')}`),
    );
    return under(title, items.join('\n'));
  },

  markdown: ({ title, events }, to) => [...titleMarkdown(title), listMarkdown(events.map(itemOf), to)],

  nitf({ title, events }, to) {
    const list = events.map(
      ({ time, children }) => to.block('dt', to.inlines(time)) + to.block('dd', `\n${to.elements(children)}`),
    );
    const content = list.length === 0 ? '' : to.block('dl', `\n${list.join('')}`);
    return to.block('block', `\n${to.textBlock('hl2', title)}${content}`, { class: 'timeline' });
  },

  public: (timeline, filter) => [
    {
      ...timeline,
      events: timeline.events.map(({ time, children }) => ({
        time: filter.inlines(time),
        children: filter.elements(children),
      })),
    },
  ],

  version: ({ title, events }, to) => [
    ...to.block('title', title),
    ...events.flatMap(({ time, children }) => [...to.block('title', textOf(time)), ...to.elements(children, 'item')]),
  ],

  figures: () => [],
};
