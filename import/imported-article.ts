/** What the desk passes around: sources in, readings between, import items out. */

/** Something in a source that a person must look at. The shape is that of `dateline check`. */
export interface Problem {
  code: string;
  severity: 'error' | 'warning';
  file: string;
  line: number;
  column: number;
  field: string | null;
  message: string;
  why: string;
  fix: string;
}

/** Something the desk did to the copy by itself, under a named rule. */
export interface LogEntry {
  rule: string;
  text: string;
}

/** A byline entry: the slug of a file under `people/`, or a name that needs none. */
type BylineEntry = string | BylineName;

/** A byline entry that carries its own name. */
export interface BylineName {
  name: string;
  role?: string;
  place?: string;
  kind?: 'organization';
}

/** A link to another site, as `related` and `sources` hold it. */
export interface ExternalLink {
  url: string;
  title: string;
  source?: string;
  note?: string;
}

/** Place, country and date of filing. */
interface Dateline {
  place?: string;
  region?: string;
  country?: string;
  date?: string;
}

/** A picture under `images/`. */
interface Image {
  src: string;
  alt: string;
  caption?: string;
  credit?: string;
}

/** The front matter that a reader can state. The `id` is not among it: that is the story's, or minted by the shelf. */
export interface StoryFields {
  headline: string;
  published: string;
  seoTitle?: string;
  socialTitle?: string;
  kicker?: string;
  standfirst?: string;
  type?: string;
  byline?: BylineEntry[];
  agency?: string;
  dateline?: Dateline;
  updated?: string;
  embargo?: string;
  expires?: string;
  status?: 'draft' | 'withheld';
  reason?: string;
  topics?: string[];
  storyline?: string;
  lang?: string;
  aliases?: string[];
  canonical?: string;
  image?: Image;
  related?: (string | ExternalLink)[];
  sources?: ExternalLink[];
  corrections?: { at: string; text: string }[];
}

/** One file as it was found: its bytes are decoded by the reader, which alone knows how. */
export interface Source {
  path: string;
  bytes: Uint8Array;
}

/** One story as its source tells it, before it has a place in the newsroom. */
export interface Story {
  slug: string;
  fields: StoryFields;
  body: string;
  /** Its permanent name, where its source gives it one: a later version finds its article by that. */
  id?: string;
  /** The day of its address, where that is known to be another than that of its publication. */
  day?: string;
  /** When this version was made, where that is known: an older one never takes the place of a newer. */
  version?: string;
}

/** An order to take a story back, which its source knows by a permanent name. */
export interface Withdrawal {
  id: string;
  action: 'kill' | 'hold';
}

/** What became of one source. Where it holds neither story nor withdrawal, `problems` says why. */
export interface Reading {
  source: string;
  story: Story | null;
  withdrawal?: Withdrawal;
  log: LogEntry[];
  problems: Problem[];
}

/** A topic, a person or a storyline that readings name and that needs a file of its own. */
export interface CollectionFile {
  folder: 'topics' | 'people' | 'storylines';
  slug: string;
  fields: Record<string, unknown>;
  body: string;
}

/** All that a reader makes of the sources it was given. */
export interface ReadingSet {
  readings: Reading[];
  collections: CollectionFile[];
}

/** What a reader knows beside its sources. */
export interface ReadContext {
  /** The day, or instant, of copy that states none (`--date`). */
  date: string | null;
  /** This newsroom's own address, without a slash at the end; missing where it has none yet. */
  site?: string;
  /** Files that describe others: `authors/…/_index.md`, `topics/…/_index.md`. */
  companions: readonly Source[];
}

/** What happened to one item, as `import --json` prints it. */
export type Action = 'create' | 'update' | 'kill' | 'hold' | 'skip' | 'fail';

/** One entry of `import --json`. `path` is the article file; null when the item has no place. */
export interface ImportItem {
  source: string;
  action: Action;
  path: string | null;
  frontMatter: Record<string, unknown>;
  body: string;
  log: LogEntry[];
  problems: Problem[];
}

/** A problem at a place in a source; line and column count from 1. */
export function problemAt(
  file: string,
  place: { line?: number; column?: number; field?: string },
  told: { code: string; message: string; why: string; fix: string; severity?: Problem['severity'] },
): Problem {
  return {
    code: told.code,
    severity: told.severity ?? 'error',
    file,
    line: place.line ?? 1,
    column: place.column ?? 1,
    field: place.field ?? null,
    message: told.message,
    why: told.why,
    fix: told.fix,
  };
}
