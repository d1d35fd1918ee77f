import type { CollectionFile, ImportedArticle, Withdrawal } from './imported-article.ts';
import type { LogEntry } from './import-item.ts';
import type { ImportProblem } from './problem.ts';

/** What the reader of a format takes and returns. */

/** A file as it was found. Its reader decodes the bytes, because only the reader knows the encoding. */
export interface SourceFile {
  path: string;
  bytes: Uint8Array;
}

/** What a reader knows besides its source files. */
export interface ReadContext {
  /** The day, or instant, of copy that states none (`--date`). */
  date: string | null;
  /** This newsroom's own address, without a slash at the end; missing if it has none yet. */
  site?: string;
  /** Files that describe authors and topics: `authors/…/_index.md`, `topics/…/_index.md`. */
  collectionSources: readonly SourceFile[];
}

/** What was read from one item of a source file. If there is neither an article nor a withdrawal, `problems` says why. */
export interface ReadResult {
  source: string;
  article: ImportedArticle | null;
  withdrawal?: Withdrawal;
  log: LogEntry[];
  problems: ImportProblem[];
}

/** What a reader made of all its source files, in their order. */
export interface ReadResults {
  results: ReadResult[];
  collections: CollectionFile[];
}

/** Reads all source files of one format together, so that they can refer to each other. */
export type FormatReader = (sources: readonly SourceFile[], context: ReadContext) => ReadResults;
