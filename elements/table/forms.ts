import { titleMarkdown } from '../box-title/forms.ts';
import type { ElementForms } from '../element-forms.ts';
import type { Block } from '../element-syntax.ts';
import { lineText } from '../inline/forms.ts';
import { textOf, type Inline } from '../inline/inline.ts';
import { under } from '../text-layout.ts';
import { tableMarkdown } from './syntax.ts';
import { tableText } from './table-text.ts';

export const tableForms: ElementForms<'table'> = {
  html({ caption, source, align, head, rows }, to) {
    const aligned = (index: number): string => {
      const side = align[index];
      // Feed readers remove styles but not this attribute, and figures must be in line.
      return side === 'right' || side === 'center' ? ` align="${side}"` : '';
    };
    const row = (cells: Inline[][], open: string, close: string): string =>
      `<tr>${cells.map((cell, index) => `<${open}${aligned(index)}>${to.inlines(cell)}</${close}>`).join('')}</tr>`;
    return [
      '<table>',
      ...(caption === undefined ? [] : [`<caption>${to.text(caption)}</caption>`]),
      ...(hasNames(head) ? [`<thead>${row(head, 'th scope="col"', 'th')}</thead>`] : []),
      `<tbody>${rows.map((cells) => row(cells, 'td', 'td')).join('')}</tbody>`,
      '</table>',
      ...(source === undefined ? [] : [`<p><small>${to.text(to.words.source(source))}</small></p>`]),
    ].join('');
  },

  text({ caption, source, align, head, rows }) {
    const table = tableText(
      head.map(lineText),
      rows.map((row) => row.map(lineText)),
      align,
    );
    return under(caption, table) + (source === undefined ? '' : `\n\nSource: ${source}`);
  },

  markdown(table, to) {
    const source: Block[] =
      table.source === undefined
        ? []
        : [{ type: 'paragraph', children: [{ type: 'text', value: `Source: ${table.source}` }] }];
    return [...titleMarkdown(table.caption), tableMarkdown(table, to), ...source];
  },

  nitf({ caption, source, align, head, rows }, to) {
    const row = (cells: readonly Inline[][], name: 'th' | 'td'): string =>
      to.block(
        'tr',
        cells.map((cell, column) => to.block(name, to.inlines(cell), { align: align[column] ?? undefined })).join(''),
      );
    const filled = rows.filter((cells) => cells.length > 0);
    const content = [
      to.textBlock('caption', caption),
      hasNames(head) ? to.block('thead', row(head, 'th')) : '',
      filled.length > 0 ? to.block('tbody', `\n${filled.map((cells) => row(cells, 'td')).join('')}`) : '',
    ];
    return (
      to.block('table', `\n${content.join('')}`) +
      (source === undefined ? '' : to.textBlock('p', `Source: ${source}`, { class: 'source' }))
    );
  },

  public: (table, filter) => [
    {
      ...table,
      head: table.head.map((cell) => filter.inlines(cell)),
      rows: table.rows.map((row) => row.map((cell) => filter.inlines(cell))),
    },
  ],

  version: ({ caption, source, head, rows }, to) => [
    ...to.block('title', caption),
    ...[head, ...rows].flatMap((row) => {
      const cells = row.map(textOf).filter((cell) => cell.trim() !== '');
      return to.block('row', cells.join(' | '));
    }),
    ...to.block('caption', source),
  ],

  figures: () => [],
};

/** Whether the columns have names. */
function hasNames(head: readonly Inline[][]): boolean {
  return head.some((cell) => textOf(cell).trim() !== '');
}
