import type { Element, ElementContent } from 'hast';

/** The captions and the rows of cells of a table, without their groups (`thead`, `tbody`, `tfoot`). A table in a cell stays in that cell. */
export function tableParts(table: Element): { captions: Element[]; rows: Element[][] } {
  const inside = elementsIn(table).flatMap((child) =>
    /^t(?:head|body|foot)$/.test(child.tagName) ? elementsIn(child) : [child],
  );
  return {
    captions: inside.filter(({ tagName }) => tagName === 'caption'),
    rows: inside
      .filter(({ tagName }) => tagName === 'tr')
      .map((row) => elementsIn(row).filter(({ tagName }) => /^t[dh]$/.test(tagName)))
      .filter((row) => row.length > 0),
  };
}

const IN_CELLS = /^(?:p|a|b|strong|i|em|u|mark|del|s|strike|q|sub|sup|cite|kbd|samp|var|code|br|wbr)$/;

/**
 * Whether rows are a table that GFM can express: two or more columns, one line in each cell, no spans. Old pages also use
 * tables for the layout of a page; those are not.
 */
export function isSimpleTable(rows: readonly (readonly Element[])[]): boolean {
  const [head] = rows;
  if (!head || rows.length < 2 || head.length < 2) return false;
  return rows.every(
    (row) =>
      row.length <= head.length &&
      row.every(
        (cell) =>
          cell.properties['colSpan'] === undefined &&
          cell.properties['rowSpan'] === undefined &&
          cell.children.every(fitsCell),
      ),
  );
}

const fitsCell = (node: ElementContent): boolean =>
  node.type === 'element' ? IN_CELLS.test(node.tagName) && node.children.every(fitsCell) : true;

const elementsIn = (parent: Element): Element[] => parent.children.filter((child) => child.type === 'element');
