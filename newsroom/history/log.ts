import { StringDecoder } from 'node:string_decoder';
import { printInstant } from '../model/instant.ts';
import { git } from './git.ts';

/** One file in one commit. Paths are relative to the folder of the log. */
export interface FileChange {
  /** The first letter of git's status: A, M, D, R, T. */
  status: string;
  path: string;
  /** The former path of a file that was renamed. */
  from?: string;
  blob: string;
  /** Whether it is a file after the commit, and not a link or another repository. */
  regular: boolean;
}

/** A commit of the main line, and what it did with the articles. */
export interface Commit {
  hash: string;
  parent: string | undefined;
  /** The committer's date, ISO 8601 with its offset; if that is in the future, the author's date or else the present. */
  at: string;
  changes: FileChange[];
}

/** These options make the output independent of the user's settings. */
const options = [
  '--first-parent',
  '-m',
  '--sparse',
  '--reverse',
  '--raw',
  '--no-abbrev',
  '-M',
  '-l1000',
  '-z',
  '--relative',
  '--root',
  '--no-color',
  '--no-show-signature',
  '--no-notes',
  '--no-ext-diff',
  '--ignore-submodules=none',
  '--format=%H %cI %aI %P',
] as const;

/**
 * Calls `take` with the commits of a folder, oldest first, from `after` on and up to `head`. Only the main line is read:
 * what was written on a branch became public by its merge, at the date of the merge. Commits without changes in the
 * folder are included, so that each commit follows on its parent. `clock` is the present, in milliseconds.
 */
export async function readLog(
  folder: string,
  range: { after: string | undefined; head: string; clock: number },
  take: (commit: Commit) => void,
): Promise<void> {
  const reader = new LogReader(take, range.clock);
  await git(
    folder,
    ['log', ...options, range.after === undefined ? range.head : `${range.after}..${range.head}`, '--', '.'],
    (chunk) => reader.add(chunk),
  );
  reader.end();
}

class LogReader {
  readonly #take: (commit: Commit) => void;
  readonly #clock: number;
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';
  #commit: Commit | undefined;
  /** A file whose paths are not yet read: its status line, and how many paths follow. */
  #open: { fields: string[]; paths: string[]; wanted: number } | undefined;

  constructor(take: (commit: Commit) => void, clock: number) {
    this.#take = take;
    this.#clock = clock;
  }

  add(chunk: Buffer): void {
    const tokens = (this.#rest + this.#decoder.write(chunk)).split('\0');
    this.#rest = tokens.pop() ?? '';
    for (const token of tokens) this.#token(token);
  }

  end(): void {
    if (this.#commit) this.#take(this.#commit);
  }

  #token(token: string): void {
    if (this.#open) {
      this.#open.paths.push(token);
      if (this.#open.paths.length === this.#open.wanted) this.#close(this.#open);
      return;
    }
    const line = token.startsWith('\n') ? token.slice(1) : token;
    if (line.startsWith(':')) {
      const fields = line.slice(1).split(' ');
      this.#open = { fields, paths: [], wanted: /^[RC]/.test(fields[4] ?? '') ? 2 : 1 };
    } else if (line !== '') {
      if (this.#commit) this.#take(this.#commit);
      const [hash = '', committed = '', authored = '', parent] = line.split(' ');
      const at = [committed, authored].find((date) => Date.parse(date) <= this.#clock) ?? printInstant(this.#clock);
      this.#commit = { hash, at, parent: parent || undefined, changes: [] };
    }
  }

  #close({ fields, paths }: { fields: string[]; paths: string[] }): void {
    this.#open = undefined;
    const [, mode = '', , blob = '', status = ''] = fields;
    const [first = '', second] = paths;
    this.#commit?.changes.push({
      status: status.slice(0, 1),
      path: second ?? first,
      ...(second !== undefined && { from: first }),
      blob,
      regular: mode.startsWith('100'),
    });
  }
}
