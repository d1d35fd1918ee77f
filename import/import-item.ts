import type { ImportProblem } from './problem.ts';

/** What `import --json` prints. Other programs rely on these shapes. */

/** A change that the import made to the copy without asking, under the name of a rule. */
export interface LogEntry {
  rule: string;
  text: string;
}

/** What happened to one item. */
export type ImportAction = 'create' | 'update' | 'kill' | 'hold' | 'skip' | 'fail';

/** One entry of `import --json`. `path` is the article file; it is null if the item has none. */
export interface ImportItem {
  source: string;
  action: ImportAction;
  path: string | null;
  frontMatter: Record<string, unknown>;
  body: string;
  log: LogEntry[];
  problems: ImportProblem[];
}
