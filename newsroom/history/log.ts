import { StringDecoder } from 'node:string_decoder';
import { git } from './git.ts';

/** One file in one commit. Paths are relative to the folder that the log was asked for. */
export interface FileChange {
  /** The first letter of git's status: A, M, D, R, T. */
  status: string;
  path: string;
  /** Where it lay before, when it was moved. */
  from?: string;
  blob: string;
  /** Whether it is a file after it: not a link, and not another repository. */
  regular: boolean;
}

export interface Commit {
  hash: string;
  parent: string | undefined;
  /** The committer's date, ISO 8601 with its offset. */
  at: string;
  changes: FileChange[];
}

/** What is printed does not depend on anybody's settings. */
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
  '--format=%H %cI %P',
] as const;

/**
 * The commits of a folder, oldest first, up to `head` and from `after` on. Only the main line is walked: what was
 * written on a branch came to be public by its merge, and by that commit's date. Commits that touch nothing in the
 * folder are handed over too, with no changes, so that the caller sees the line unbroken.
 */
export async function readLog(
  folder: string,
  range: { after: string | undefined; head: string },
  take: (commit: Commit) => void,
): Promise<void> {
  const reader = new LogReader(take);
  await git(
    folder,
    ['log', ...options, range.after === undefined ? range.head : `${range.after}..${range.head}`, '--', '.'],
    (chunk) => reader.add(chunk),
  );
  reader.end();
}

class LogReader {
  readonly #take: (commit: Commit) => void;
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';
  #commit: Commit | undefined;
  /** A file whose paths are still to come: the status line, and how many paths follow it. */
  #open: { fields: string[]; paths: string[]; wanted: number } | undefined;

  constructor(take: (commit: Commit) => void) {
    this.#take = take;
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
      const [hash = '', at = '', parent] = line.split(' ');
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
