import { lstatSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { compareText, problem, type Problem } from '../model/problem.ts';

export type FileKind = 'article' | 'topic' | 'person' | 'storyline' | 'site' | 'about' | 'picture';

export interface ContentFile {
  /** Path inside the newsroom's folder, with forward slashes. */
  path: string;
  kind: FileKind;
  /** Bytes. */
  size: number;
  /** Milliseconds. */
  modified: number;
}

export interface Scan {
  files: ContentFile[];
  problems: Problem[];
}

const folders: Record<string, FileKind> = {
  articles: 'article',
  topics: 'topic',
  people: 'person',
  storylines: 'storyline',
  images: 'picture',
};
const singleFiles: Record<string, FileKind> = { 'site.yaml': 'site', 'about.mdx': 'about' };
const pictureEndings = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i;
/** Names of files that editors, file managers and version control leave behind. */
const ignoredNames = /^\.|~$|^#.*#$|\.(?:swp|swo|bak|tmp|orig|part)$|^(?:Thumbs\.db|desktop\.ini)$/i;

/** Lists the newsroom's files, in the order of their paths. */
export function scan(content: string): Scan {
  const steps = scanInSteps(content);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of one folder each, so that the caller can do something else in between. */
export function* scanInSteps(content: string): Generator<void, Scan> {
  const scanner = new Scanner(content);
  for (const [path, kind] of Object.entries({ ...folders, ...singleFiles })) yield* scanner.add(path, kind);
  scanner.found.files.sort((a, b) => compareText(a.path, b.path));
  return scanner.found;
}

/** Lists the files at or under one path. */
export function scanPath(content: string, path: string): Scan {
  const scanner = new Scanner(content);
  const kind = singleFiles[path] ?? folders[path.split('/')[0] ?? ''];
  if (kind && !path.split('/').some((name) => ignoredNames.test(name)) && scanner.contains(dirname(path)))
    for (const _ of scanner.add(path, kind));
  return scanner.found;
}

class Scanner {
  readonly found: Scan = { files: [], problems: [] };
  readonly #root: string;

  constructor(content: string) {
    this.#root = realpathSync(content);
  }

  /** Whether the newsroom contains a folder, and not only a link to it. */
  contains(folder: string): boolean {
    try {
      return realpathSync(join(this.#root, folder)) === join(this.#root, folder);
    } catch {
      return false;
    }
  }

  /** Adds the file or the folder at a path, if there is one. Each folder is one step. */
  *add(path: string, kind: FileKind): Generator<void, void> {
    if (this.#addUnlessFolder(path, kind)) yield* this.#addFolder(path, kind);
  }

  /** Adds the file at a path, if there is one. Returns whether there is a folder instead, which is not added. */
  #addUnlessFolder(path: string, kind: FileKind): boolean {
    let stats: Stats | undefined;
    try {
      stats = lstatSync(join(this.#root, path), { throwIfNoEntry: false });
      if (stats?.isSymbolicLink()) stats = this.#follow(path);
    } catch (error) {
      this.#unreadable(path, error);
      return false;
    }
    if (stats?.isDirectory()) return true;
    if (stats) this.#addFile(path, kind, stats);
    return false;
  }

  /** The target of a link, where it may be read in place of the link. */
  #follow(path: string): Stats | undefined {
    const target = realpathSync(join(this.#root, path));
    const stats = statSync(target);
    if (!target.startsWith(this.#root + sep)) {
      this.found.problems.push(
        problem(
          'file-outside',
          { file: path },
          {
            message: 'The path leads out of the newsroom’s folder.',
            why: 'Only files in the newsroom’s folder are published.',
            fix: 'Put the file itself here instead of a link to it.',
          },
        ),
      );
      return undefined;
    }
    if (!stats.isDirectory()) return stats;
    this.found.problems.push(
      problem(
        'file-outside',
        { file: path },
        {
          message: 'This is a link to a folder.',
          why: 'Links to folders are not followed: a file would be read twice, or without end.',
          fix: 'Put the folder itself here instead of a link to it.',
        },
      ),
    );
    return undefined;
  }

  *#addFolder(path: string, kind: FileKind): Generator<void, void> {
    if (path in singleFiles || (path.includes('/') && kind !== 'article' && kind !== 'picture')) {
      this.#unknown(path, 'This is a folder.', 'Only articles/ and images/ have folders inside them.');
      return;
    }
    let names: string[];
    try {
      names = readdirSync(join(this.#root, path));
    } catch (error) {
      this.#unreadable(path, error);
      return;
    }
    yield;
    for (const name of names) {
      if (ignoredNames.test(name)) continue;
      // Bytes of the name were replaced when it was read, so the file cannot be opened by it.
      if (name.includes('\uFFFD')) this.#unreadable(`${path}/${name}`, new Error('its name is not UTF-8'));
      else if (this.#addUnlessFolder(`${path}/${name}`, kind)) yield* this.#addFolder(`${path}/${name}`, kind);
    }
  }

  #addFile(path: string, kind: FileKind, stats: Stats): void {
    const fits = kind === 'picture' ? pictureEndings.test(path) : kind === 'site' || /\.mdx?$/.test(path);
    if (path in folders)
      this.#unknown(path, 'This is no folder.', 'A folder of this name is expected, with files in it.');
    else if (!stats.isFile()) this.#unknown(path, 'This is no file.', 'Nothing can be read from it.');
    else if (fits) this.found.files.push({ path, kind, size: stats.size, modified: stats.mtimeMs });
    else
      this.#unknown(
        path,
        'Nothing reads a file of this name.',
        kind === 'picture' ? 'Pictures are svg, png, jpg, gif, webp or avif.' : 'Content files end in .mdx or .md.',
      );
  }

  #unknown(file: string, message: string, why: string): void {
    this.found.problems.push(
      problem('file-unknown', { file }, { message, why, fix: 'Rename it, or take it out of the folder.' }),
    );
  }

  #unreadable(file: string, error: unknown): void {
    this.found.problems.push(
      problem(
        'file-unreadable',
        { file },
        {
          message: `The file cannot be read: ${error instanceof Error ? error.message.split(':')[0] : 'unknown error'}.`,
          why: 'What cannot be read cannot be published.',
          fix: 'Check the file’s permissions and its name, and links that lead nowhere.',
        },
      ),
    );
  }
}
