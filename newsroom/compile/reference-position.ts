import { numberOf, textOf, type Row } from '../store/store.ts';

/** Where a file names something outside itself, from a row of the table `reference`. */
export function referencePosition(row: Row | undefined): { file: string; line: number; column: number } {
  return { file: textOf(row, 'file'), line: numberOf(row, 'line'), column: numberOf(row, 'column') };
}
