import { fromNode, type Block, type ElementSyntax, type MarkdownWriter, type TagSyntax } from '../element-syntax.ts';
import type { Inline } from '../inline/inline.ts';

export type Align = 'left' | 'right' | 'center' | null;

/** A table of Markdown. The tag gives it a caption and a source. */
export interface Table {
  type: 'table';
  caption?: string;
  source?: string;
  /** For each column. */
  align: Align[];
  head: Inline[][];
  rows: Inline[][][];
}

const tag: TagSyntax<Table, 'caption' | 'source'> = {
  name: 'Table',
  attributes: { caption: { required: true }, source: {} },
  holds: 'one table',
  read({ attributes: { caption, source }, content: [table, ...rest] }) {
    if (table?.type !== 'table' || rest.length > 0) return undefined;
    return { ...table, ...(caption && { caption }), ...(source && { source }) };
  },
  write: (table, to) =>
    table.caption === undefined
      ? undefined
      : { attributes: { caption: table.caption, source: table.source }, content: [tableMarkdown(table, to)] },
};

export const tableSyntax: ElementSyntax<Table> = {
  tag,
  node: fromNode('table', (node, reader) => {
    const align = (node.align ?? []).map((side) => side ?? null);
    const [head = [], ...rows] = node.children.map((row) => {
      const cells = row.children.slice(0, align.length).map((cell) => reader.inlines(cell.children));
      if (row.children.slice(align.length).some(({ children }) => children.length > 0)) {
        reader.leftOut(row, {
          message: `This row has ${row.children.length} cells, and the table has ${align.length} columns.`,
          why: 'The cells that have no column are left out. A row with too few cells gets empty ones.',
          fix: 'Take the cells out, or add columns to the first two lines. If a bar is part of the text, write `\\|`.',
        });
      }
      return align.map((_, column) => cells[column] ?? []);
    });
    return [{ type: 'table', align, head, rows }];
  }),
};

/** The table itself, without its words. */
export function tableMarkdown({ align, head, rows }: Table, to: MarkdownWriter): Block {
  return {
    type: 'table',
    align,
    children: [head, ...rows].map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: to.inlines(cell) })),
    })),
  };
}
