import type { Problem, Severity } from '../newsroom/model/problem.ts';

/** A fault in a source file that a person must correct. `file` is the path of that source; the codes are those of the import. */
export interface ImportProblem extends Omit<Problem, 'code'> {
  code: string;
}

/** What is wrong, without its position. */
export interface ProblemText {
  code: string;
  /** `error` if missing. */
  severity?: Severity;
  /** The field of the source or of the article, if one field is wrong. */
  field?: string;
  message: string;
  why: string;
  fix: string;
}

/** A problem at a position in a source file. Line and column count from 1. */
export function problemAt(
  file: string,
  { code, severity = 'error', field, message, why, fix }: ProblemText,
  { line = 1, column = 1 }: { line?: number; column?: number } = {},
): ImportProblem {
  return { code, severity, file, line, column, field: field ?? null, message, why, fix };
}
