import type { CollectionFile, ImportedArticle, Withdrawal } from './imported-article.ts';
import type { LogEntry } from './import-item.ts';
import type { NewsroomNames } from './newsroom-names.ts';
import type { ImportProblem } from './problem.ts';

/** What the reader of a format takes and returns. */

/** A file as it was found. Its reader decodes the bytes, because only the reader knows the encoding. */
export interface SourceFile {
  path: string;
  bytes: Uint8Array;
  /** The folder in which it was found; missing if the command names the file itself. */
  root?: string;
}

/** The file of a picture that an imported article has, and its path under `images/`. */
export interface FoundPicture {
  file: string;
  src: string;
}

/** Finds the file of a picture by its address or path on the old site. `from` is the path of the post. Null if there is none. */
export type FindPicture = (reference: string, from: string) => FoundPicture | null;

/** What a reader knows besides its source files. */
export interface ReadContext {
  /** The day, or instant, of copy that states none (`--date`). */
  date: string | null;
  /** This newsroom's own address, without a slash at the end; missing if it has none yet. */
  site?: string;
  /** Files that describe authors and topics: `authors/…/_index.md`, `topics/…/_index.md`. */
  collectionSources: readonly SourceFile[];
  /** Settings and data files of the old site: `hugo.toml`, `_config.yml`, `_index.md`, `authors.yml`. */
  siteFiles?: readonly SourceFile[];
  /** The topics and people that have a file in the newsroom; missing if it has none. */
  names?: NewsroomNames;
  /** Missing if no pictures are to be brought along. */
  findPicture?: FindPicture;
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
