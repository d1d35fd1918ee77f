import { numberOf, textOf, type Row } from '../store/store.ts';

/** The place at which a file names something outside itself, from a row of the table `reference`. */
export function placeOf(row: Row): { file: string; line: number; column: number } {
  return { file: textOf(row, 'file'), line: numberOf(row, 'line'), column: numberOf(row, 'column') };
}
