import { accessSync, constants, lstatSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { compareText, problem, type Problem } from '../model/problem.ts';
import {
  contentNames,
  endingsOf,
  fixOfEnding,
  fixOfPicture,
  fixOfUnknown,
  folders,
  isIgnored,
  isUnknownName,
  kindAt,
  meantName,
  nested,
  singleFiles,
  type FileKind,
} from './content-names.ts';
import { isOutOfHandles } from './disk-faults.ts';

/** A file of the newsroom, as the file system describes it. */
export interface ContentFile {
  /** Path inside the newsroom's folder, with forward slashes. */
  path: string;
  kind: FileKind;
  /** Bytes. */
  size: number;
  /** Milliseconds. */
  modified: number;
  /** Another one when the file or what is in it is another one, even of the same size and date. See `stampOf`. */
  stamp: string;
  /** Whether it can be edited by another path, which the watching of its folder does not report: it is a link. */
  linked: boolean;
}

/** What is in the newsroom's folder, or in a part of it. */
export interface Scan {
  files: ContentFile[];
  problems: Problem[];
  /** Folders whose content is not known, because they cannot be read; an empty path is the newsroom's folder itself. */
  unreadable: string[];
}

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
  scanner.reportUnknownNames();
  scanner.found.files.sort((a, b) => compareText(a.path, b.path));
  return scanner.found;
}

/** Whether the names and the files in a folder can be read. */
export function isReadableFolder(folder: string): boolean {
  try {
    accessSync(folder, constants.X_OK);
    readdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Lists the files at or under one path. */
export function scanPath(content: string, path: string): Scan {
  const scanner = new Scanner(content);
  const kind = kindAt(path);
  if (kind && !path.split('/').some((name) => isIgnored(name)) && scanner.contains(dirname(path)))
    for (const _ of scanner.add(path, kind));
  else if (kind === undefined && !path.includes('/')) scanner.reportUnknownName(path);
  return scanner.found;
}

/**
 * What shows that a file has changed though its size and its date have not: a program may set the date back (`touch -r`,
 * `rsync -t`), but not the time of the last change of the inode. A copy of a release may have even that in common.
 */
export function stampOf(stats: Stats, link: Stats | undefined): string {
  const own = `${stats.ctimeMs} ${stats.ino}`;
  return link ? `${own} ${link.ctimeMs} ${link.ino}` : own;
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

/** The real path; the path itself where there is nothing. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

class Scanner {
  readonly found: Scan = { files: [], problems: [], unreadable: [] };
  readonly #root: string;

  constructor(content: string) {
    this.#root = realpathSync(content);
  }

  /** Whether the newsroom contains a folder, and not only a link to it. `articles/` itself may be a link. */
  contains(folder: string): boolean {
    const [top = '', ...below] = folder.split('/');
    try {
      const base = realpathSync(join(this.#root, top));
      if (base !== join(this.#root, top) && !this.#mayLinkTo(top, base)) return false;
      return realpathSync(join(this.#root, folder)) === join(base, ...below);
    } catch {
      return false;
    }
  }

  /**
   * Whether a folder such as `articles/` may be a link to a target: to one inside the newsroom, as in a volume of
   * Kubernetes, that shares nothing with another such folder.
   */
  #mayLinkTo(name: string, target: string): boolean {
    const overlaps = (other: string): boolean => isInside(target, other) || isInside(other, target);
    return (
      name in folders &&
      target.startsWith(this.#root + sep) &&
      !Object.keys(folders).some((other) => other !== name && overlaps(realPathOf(join(this.#root, other))))
    );
  }

  /** Reports the names in the newsroom's folder that nothing reads. */
  reportUnknownNames(): void {
    try {
      for (const name of readdirSync(this.#root)) this.reportUnknownName(name);
    } catch {
      // If the names cannot be read, the files most often can.
    }
  }

  /** The same for one name. */
  reportUnknownName(name: string): void {
    const own = isUnknownName(name) ? this.#statsOf(name) : undefined;
    if (!own) return;
    const meant = meantName(name);
    const there = meant === undefined ? undefined : this.#statsOf(meant);
    // Some file systems do not distinguish capitals.
    if (there?.ino === own.ino) return;
    if (meant !== undefined)
      this.#unknown(
        name,
        `Nothing reads this name. Most likely ${meant} is meant.`,
        'Content has fixed names, in small letters.',
        there ? `Put what it has into ${meant}, and remove it.` : `Rename it to ${meant}.`,
      );
    else {
      const fix = own.isDirectory() ? undefined : fixOfUnknown(name);
      this.#unknown(
        name,
        'Nothing reads this name, so readers see nothing of it.',
        `The folder of a newsroom has ${contentNames.join(', ')}, and README, LICENSE and names with a dot in front.`,
        fix ?? 'Take it out of the folder, or put a dot in front of its name.',
      );
    }
  }

  /** What is at a name, as far as that can be read. */
  #statsOf(name: string): Stats | undefined {
    try {
      return lstatSync(join(this.#root, name), { throwIfNoEntry: false });
    } catch {
      return undefined;
    }
  }

  /** Adds the file or the folder at a path, if there is one. Each folder is one step. */
  *add(path: string, kind: FileKind): Generator<void, void> {
    if (this.#addUnlessFolder(path, kind)) yield* this.#addFolder(path, kind);
  }

  /** Adds the file at a path, if there is one. Returns whether there is a folder instead, which is not added. */
  #addUnlessFolder(path: string, kind: FileKind): boolean {
    let stats: Stats | undefined;
    let link: Stats | undefined;
    try {
      // Not by join, which takes a fourth as long as the system does.
      stats = lstatSync(`${this.#root}${sep}${path}`, { throwIfNoEntry: false });
    } catch (error) {
      this.#unreadable(path, error);
      this.#cannotRead(path.includes('/') ? dirname(path) : '');
      return false;
    }
    try {
      if (stats?.isSymbolicLink()) [stats, link] = [this.#follow(path), stats];
    } catch (error) {
      this.#unreadable(path, error);
      return false;
    }
    if (stats?.isDirectory()) return true;
    if (stats) this.#addFile(path, kind, stats, link);
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
    if (!stats.isDirectory() || this.#mayLinkTo(path, target)) return stats;
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
    if (path in singleFiles || (path.includes('/') && !nested.has(kind))) {
      this.#unknown(path, 'This is a folder.', 'Only articles/, pages/ and images/ have folders inside them.');
      return;
    }
    let names: string[];
    try {
      names = readdirSync(join(this.#root, path));
    } catch (error) {
      this.#unreadable(path, error);
      this.#cannotRead(path);
      return;
    }
    yield;
    for (const name of names) {
      if (isIgnored(name, kind)) continue;
      // Bytes of the name were replaced when it was read, so the file cannot be opened by it.
      if (name.includes('\uFFFD')) this.#unreadable(`${path}/${name}`, new Error('its name is not UTF-8'));
      else if (this.#addUnlessFolder(`${path}/${name}`, kindAt(`${path}/${name}`) ?? kind))
        yield* this.#addFolder(`${path}/${name}`, kind);
    }
  }

  #addFile(path: string, kind: FileKind, stats: Stats, link: Stats | undefined): void {
    const endings = endingsOf(kind);
    if (path in folders)
      this.#unknown(path, 'This is no folder.', 'A folder of this name is expected, with files in it.');
    else if (!stats.isFile()) this.#unknown(path, 'This is no file.', 'Nothing can be read from it.');
    else if (path in singleFiles || endings.pattern.test(path)) {
      const linked = link !== undefined || stats.nlink > 1;
      const { size, mtimeMs: modified } = stats;
      this.found.files.push({ path, kind, size, modified, stamp: stampOf(stats, link), linked });
    } else {
      const fix = fixOfEnding(path, kind) ?? fixOfPicture(path, kind);
      this.#unknown(path, 'Nothing reads a file of this name.', endings.words, fix);
    }
  }

  #unknown(file: string, message: string, why: string, fix = 'Rename it, or take it out of the folder.'): void {
    this.found.problems.push(problem('file-unknown', { file }, { message, why, fix }));
  }

  #cannotRead(folder: string): void {
    if (!this.found.unreadable.includes(folder)) this.found.unreadable.push(folder);
  }

  #unreadable(file: string, error: unknown): void {
    if (isOutOfHandles(error)) throw error;
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
