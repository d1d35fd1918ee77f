import { lstatSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { compareText, problem, type Problem } from '../model/problem.ts';

export type FileKind = 'article' | 'topic' | 'person' | 'storyline' | 'site' | 'about' | 'picture';

export interface ContentFile {
  /** Path inside the newsroom's folder, with forward slashes. */
  path: string;
  kind: FileKind;
  size: number;
  /** Milliseconds. */
  modified: number;
}

export interface Scan {
  files: ContentFile[];
  problems: Problem[];
}

const rooms: Record<string, FileKind> = {
  articles: 'article',
  topics: 'topic',
  people: 'person',
  storylines: 'storyline',
  images: 'picture',
};
const single: Record<string, FileKind> = { 'site.yaml': 'site', 'about.mdx': 'about' };
const pictureEndings = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i;
/** What editors, file managers and version control leave behind. */
const litter = /^\.|~$|^#.*#$|\.(?:swp|swo|bak|tmp|orig|part)$|^(?:Thumbs\.db|desktop\.ini)$/i;

/** Lists the newsroom's files, in the order of their paths. */
export function scan(content: string): Scan {
  const scanner = new Scanner(content);
  for (const [path, kind] of Object.entries({ ...rooms, ...single })) scanner.add(path, kind);
  scanner.found.files.sort((a, b) => compareText(a.path, b.path));
  return scanner.found;
}

/** What one path is now, after something happened to it: the files at or under it. */
export function scanPath(content: string, path: string): Scan {
  const scanner = new Scanner(content);
  const kind = single[path] ?? rooms[path.split('/')[0] ?? ''];
  if (kind && !path.split('/').some((name) => litter.test(name)) && scanner.holds(dirname(path)))
    scanner.add(path, kind);
  return scanner.found;
}

class Scanner {
  readonly found: Scan = { files: [], problems: [] };
  readonly #root: string;

  constructor(content: string) {
    this.#root = realpathSync(content);
  }

  /** Whether a folder is the newsroom's own, and not reached through a link. */
  holds(folder: string): boolean {
    try {
      return realpathSync(join(this.#root, folder)) === join(this.#root, folder);
    } catch {
      return false;
    }
  }

  /** Takes in what lies at a path, if anything does. */
  add(path: string, kind: FileKind): void {
    let stats: Stats | undefined;
    try {
      stats = lstatSync(join(this.#root, path), { throwIfNoEntry: false });
      if (stats?.isSymbolicLink()) stats = this.#follow(path);
    } catch (error) {
      this.#unreadable(path, error);
      return;
    }
    if (stats?.isDirectory()) this.#addFolder(path, kind);
    else if (stats) this.#addFile(path, kind, stats);
  }

  /** What a link leads to, where that may be read in its place. */
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
            why: 'What lies elsewhere on the machine is not the newsroom’s to publish.',
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
          why: 'Folders are read in their own place only: through a link a file would be read twice, or for ever.',
          fix: 'Put the folder itself here instead of a link to it.',
        },
      ),
    );
    return undefined;
  }

  #addFolder(path: string, kind: FileKind): void {
    if (path in single || (path.includes('/') && kind !== 'article' && kind !== 'picture')) {
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
    for (const name of names) {
      if (litter.test(name)) continue;
      // Such a name cannot be asked for again: what was read is not what is written.
      if (name.includes('\uFFFD')) this.#unreadable(`${path}/${name}`, new Error('its name is not UTF-8'));
      else this.add(`${path}/${name}`, kind);
    }
  }

  #addFile(path: string, kind: FileKind, stats: Stats): void {
    const fits = kind === 'picture' ? pictureEndings.test(path) : kind === 'site' || /\.mdx?$/.test(path);
    if (path in rooms) this.#unknown(path, 'This is no folder.', 'Files lie in a folder of this name.');
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
