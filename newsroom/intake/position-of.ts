import type { Position } from '../model/problem.ts';

/** Gives the position of a path in the fields of a file, and the path in the file: items that are left out count there. */
export type PositionOf = (path: readonly PropertyKey[]) => { line: number; column: number; path: PropertyKey[] };

/** The position of a problem of a field, by the path of the field. */
export function fieldPosition(file: string, positionOf: PositionOf, path: readonly PropertyKey[]): Position {
  const { path: written, line, column } = positionOf(path);
  return { file, field: written.map(String).join('.'), line, column };
}
