import { printable } from './characters.ts';

/** An `error` keeps its file out of the site, or one value of it (`leavesOut`). A `warning` does not. */
export type Severity = 'error' | 'warning';

/**
 * Every problem that content can have. Codes are permanent, because scripts and editors rely on them. A file with an
 * error is not accepted, unless a value can be left out, and what was live before stays live.
 */
export const severities = {
  'file-unreadable': 'error',
  'file-too-large': 'error',
  'file-encoding': 'error',
  'file-misplaced': 'error',
  'file-slug': 'error',
  'file-outside': 'error',
  'file-unknown': 'warning',
  'front-matter-missing': 'error',
  'front-matter-unclosed': 'error',
  'front-matter-language': 'error',
  'front-matter-syntax': 'error',
  'field-missing': 'error',
  'field-unknown': 'warning',
  'field-misspelt': 'error',
  'field-invalid': 'error',
  'value-cut': 'warning',
  'date-invalid': 'error',
  'date-order': 'warning',
  'published-day': 'warning',
  'body-empty': 'warning',
  'element-unknown': 'error',
  'element-attribute': 'error',
  'element-content': 'error',
  'element-unclosed': 'error',
  'element-unopened': 'error',
  'element-place': 'error',
  'comment-unclosed': 'error',
  'conflict-marker': 'error',
  'character-invalid': 'warning',
  'body-too-complex': 'error',
  'content-left-out': 'warning',
  'html-unsupported': 'warning',
  'link-invalid': 'warning',
  'footnote-missing': 'warning',
  'picture-invalid': 'error',
  'picture-missing': 'warning',
  'picture-unsuitable': 'warning',
  'picture-animated': 'warning',
  'picture-credit': 'warning',
  'picture-small': 'warning',
  'font-invalid': 'error',
  'font-missing': 'warning',
  'theme-invalid': 'error',
  'contrast-low': 'warning',
  'reference-missing': 'warning',
  'related-missing': 'warning',
  'related-hidden': 'warning',
  'related-moved': 'warning',
  'translation-language': 'warning',
  'series-part': 'warning',
  'topic-cycle': 'error',
  'place-conflict': 'error',
  'id-duplicate': 'error',
  'address-duplicate': 'error',
  'address-collision': 'error',
  'address-vanished': 'error',
  'site-missing': 'error',
  'title-host': 'error',
  'title-limit': 'error',
  'title-carries': 'warning',
  'title-owns': 'warning',
  'title-front': 'warning',
  'title-missing': 'warning',
  'owner-missing': 'warning',
  'owner-without': 'warning',
  'story-nowhere': 'warning',
} as const satisfies Record<string, Severity>;

export type ProblemCode = keyof typeof severities;

/** Something wrong in the content. Lines and columns count from 1; columns count characters, not bytes. */
export interface Problem {
  code: ProblemCode;
  severity: Severity;
  /** Path inside the newsroom's folder, with forward slashes. */
  file: string;
  line: number;
  column: number;
  /** The front matter field or the element's attribute, where there is one. */
  field: string | null;
  /** What happened. */
  message: string;
  /** Why that is wrong. */
  why: string;
  /** What the editor should do. */
  fix: string;
}

/** Where a problem is. Line and column are those of the file's beginning where they are missing. */
export interface Position {
  file: string;
  line?: number;
  column?: number;
  field?: string | null;
}

/**
 * Makes a problem. Its severity is that of its code, unless another one is given. Characters that no output may have are
 * written as `U+FFFE` in its words.
 */
export function problem(
  code: ProblemCode,
  position: Position,
  words: { message: string; why: string; fix: string },
  severity: Severity = severities[code],
): Problem {
  return {
    code,
    severity,
    file: position.file,
    line: position.line ?? 1,
    column: position.column ?? 1,
    field: position.field ?? null,
    message: printable(words.message),
    why: printable(words.why),
    fix: printable(words.fix),
  };
}

/** A total order: file, line, column, code, message. The order in which files are read does not matter. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** So many problems of one kind are listed for one file. One fault can have thousands, and the first ones show it. */
const mostOfAKind = 10;

/** Problems in order, at most ten of one code for each file. The last of ten says how many more there are. */
export function groupProblems(problems: readonly Problem[]): Problem[] {
  const kindOf = ({ file, code }: Problem): string => `${code} ${file}`;
  const counts = new Map<string, number>();
  for (const each of problems) counts.set(kindOf(each), (counts.get(kindOf(each)) ?? 0) + 1);
  const listed = new Map<string, number>();
  return problems.flatMap((each) => {
    const number = (listed.get(kindOf(each)) ?? 0) + 1;
    listed.set(kindOf(each), number);
    const more = (counts.get(kindOf(each)) ?? 0) - mostOfAKind;
    if (more <= 0 || number < mostOfAKind) return [each];
    const words = `${each.message} There are ${more.toLocaleString('en')} more problems of this kind in the file.`;
    return number === mostOfAKind ? [{ ...each, message: words }] : [];
  });
}

/** Order by code units: it is the same on every machine, in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
