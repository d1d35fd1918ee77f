import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';
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
  const found: Scan = { files: [], problems: [] };
  const root = realpathSync(content);
  for (const [room, kind] of Object.entries(rooms)) walk(found, root, room, kind);
  for (const [file, kind] of Object.entries(single)) add(found, root, file, kind);
  found.files.sort((a, b) => compareText(a.path, b.path));
  return found;
}

/** What one path is now, after something happened to it: the files at or under it. */
export function scanPath(content: string, path: string): Scan {
  const found: Scan = { files: [], problems: [] };
  const root = realpathSync(content);
  const kind = single[path] ?? rooms[path.split('/')[0] ?? ''];
  if (kind && !path.split('/').some((name) => litter.test(name))) add(found, root, path, kind);
  return found;
}

function walk(found: Scan, root: string, folder: string, kind: FileKind): void {
  let names: string[];
  try {
    names = readdirSync(join(root, folder));
  } catch (error) {
    if (isMissing(error)) return;
    found.problems.push(unreadable(folder, error));
    return;
  }
  for (const name of names) if (!litter.test(name)) add(found, root, `${folder}/${name}`, kind);
}

function add(found: Scan, root: string, path: string, kind: FileKind): void {
  let stats: Stats | undefined;
  try {
    stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (stats && !realpathSync(join(root, path)).startsWith(root + sep)) {
      found.problems.push(
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
      return;
    }
  } catch (error) {
    found.problems.push(unreadable(path, error));
    return;
  }
  if (!stats) return;
  if (stats.isDirectory()) {
    if (kind === 'article' || kind === 'picture') walk(found, root, path, kind);
    return;
  }
  const fits = kind === 'picture' ? pictureEndings.test(path) : kind === 'site' || /\.mdx?$/.test(path);
  if (stats.isFile() && fits) {
    found.files.push({ path, kind, size: stats.size, modified: stats.mtimeMs });
  } else {
    found.problems.push(
      problem(
        'file-unknown',
        { file: path },
        {
          message: stats.isFile() ? 'Nothing reads a file of this name.' : 'This is no file.',
          why:
            kind === 'picture' ? 'Pictures are svg, png, jpg, gif, webp or avif.' : 'Content files end in .mdx or .md.',
          fix: 'Rename it, or take it out of the folder.',
        },
      ),
    );
  }
}

function unreadable(file: string, error: unknown): Problem {
  return problem(
    'file-unreadable',
    { file },
    {
      message: `The file cannot be read: ${error instanceof Error ? error.message.split(':')[0] : 'unknown error'}.`,
      why: 'What cannot be read cannot be published.',
      fix: 'Check the file’s permissions, and links that lead nowhere.',
    },
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
