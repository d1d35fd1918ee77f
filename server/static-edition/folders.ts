import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Manifest } from './manifest.ts';

/** The folder cannot be used for a static edition. The message is a sentence for the operator. */
export class CannotExport extends Error {
  override name = 'CannotExport';
}

/**
 * The folder of a static edition: each export is a folder of its own under `exports/`, and the link `current` leads to the
 * newest one that is done. What has not changed is one file in both, by a hard link. So a reader sees all of an export or
 * nothing of it, an export that is stopped leaves nothing behind but a folder that the next one removes, and the export
 * before the newest is there until the next one, for whoever still reads it.
 */
export class ExportFolders {
  readonly #folder: string;
  /** The number of the export that readers see. */
  readonly #current: number | undefined;

  /** Makes the folder if there is none. Throws `CannotExport` if something else is in it. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    const other = readdirSync(folder).find((name) => !own.has(name));
    if (other !== undefined)
      throw new CannotExport(
        `${folder} holds something else (${other}). Name an empty folder, or one that was made by an export.`,
      );
    mkdirSync(join(folder, 'exports'), { recursive: true });
    this.#current = this.#readCurrent();
    for (const name of readdirSync(join(folder, 'exports')))
      if (name !== String(this.#current) && name !== String((this.#current ?? 0) - 1)) this.#remove(name);
  }

  /** The path of something in the export that readers see; `undefined` where there is none. */
  before(...parts: string[]): string | undefined {
    return this.#current === undefined ? undefined : join(this.#folder, 'exports', String(this.#current), ...parts);
  }

  /** The path of something in the export that is under way. */
  next(...parts: string[]): string {
    return join(this.#folder, 'exports', String((this.#current ?? 0) + 1), ...parts);
  }

  /** Makes the folder of the export that is under way. */
  begin(): void {
    mkdirSync(this.next());
  }

  /** Makes the export that is under way the one that readers see, and removes the one before the former. */
  publish(): void {
    // If the machine loses its power after this, all files are there. A system without the program writes them a little later.
    spawnSync('sync', ['-f', this.next()]);
    const draft = join(this.#folder, 'next');
    rmSync(draft, { force: true });
    symlinkSync(join('exports', basename(this.next())), draft);
    renameSync(draft, join(this.#folder, 'current'));
    if (this.#current !== undefined) this.#remove(String(this.#current - 1));
  }

  /** Removes the export that is under way. */
  abandon(): void {
    this.#remove(basename(this.next()));
  }

  #readCurrent(): number | undefined {
    try {
      const number = Number(basename(readlinkSync(join(this.#folder, 'current'))));
      return statSync(join(this.#folder, 'exports', String(number))).isDirectory() ? number : undefined;
    } catch {
      return undefined;
    }
  }

  #remove(name: string): void {
    rmSync(join(this.#folder, 'exports', name), { recursive: true, force: true });
  }
}

const own = new Set(['exports', 'current', 'next']);

/** The folders of the static editions of several titles, each in the folder above under its name. */
export interface TitleFolders {
  folders: { title: string; folder: string }[];
  /** Sentences about editions of titles that are there no more. */
  warnings: string[];
}

/** Throws `CannotExport` if the folder above is itself an edition. */
export function foldersOfTitles(above: string, titles: readonly string[]): TitleFolders {
  const names = existsSync(above) ? readdirSync(above) : [];
  if (isEdition(above)) {
    const there = titleIn(above);
    const alone = there !== undefined && titles.includes(there) ? `, or write this title alone: --title ${there}` : '';
    throw new CannotExport(
      `${above} is the edition of ${editionName(there)}, and the newsroom has several titles (${titles.join(', ')}): each has a folder of its own in the folder that you name. Name another folder${alone}.`,
    );
  }
  return {
    folders: titles.map((title) => ({ title, folder: join(above, title) })),
    warnings: names
      .filter((name) => !titles.includes(name) && isEdition(join(above, name)))
      .map(
        (name) => `${join(above, name)} is the edition of a title that is there no more. It stays as it is: delete it.`,
      ),
  };
}

function isEdition(folder: string): boolean {
  return lstatSync(join(folder, 'current'), { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function titleIn(folder: string): string | undefined {
  const manifest = Manifest.open(join(folder, 'current/manifest.sqlite'));
  try {
    return manifest?.meta('title');
  } finally {
    manifest?.close();
  }
}

/** Throws `CannotExport` if the last export into a folder was of another title than the one that is to be written, or of one site. */
export function refuseOtherTitle(folder: string, last: Manifest, title: string | undefined): void {
  const there = last.meta('title');
  if (there !== title)
    throw new CannotExport(
      `${folder} is the edition of ${editionName(there)}, and would become that of ${editionName(title)}. Name another folder, or delete this one first.`,
    );
}

/** `title` is missing in a newsroom that is one site. */
function editionName(title: string | undefined): string {
  return title === undefined ? 'one site' : `the title ${title}`;
}

/** So many folders are known to be there. */
const mostMade = 1000;

/** Puts files into a folder, and makes the folders above them. */
export class FileWriter {
  readonly #folder: string;
  readonly #made = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async write(file: string, bytes: Buffer | string): Promise<void> {
    await writeFile(this.#ready(file), bytes);
  }

  /** Puts a file in a second place. Where the file system has no hard links, it is copied. */
  link(from: string, file: string): void {
    const to = this.#ready(file);
    try {
      linkSync(from, to);
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && noLinks.has(String(fault.code)))) throw fault;
      copyFileSync(from, to);
      const { atime, mtime } = statSync(from);
      utimesSync(to, atime, mtime);
    }
  }

  #ready(file: string): string {
    const path = join(this.#folder, file);
    const folder = dirname(path);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    // There is one for each story, and nobody comes back to most of them.
    if (this.#made.size === mostMade) this.#made.clear();
    this.#made.add(folder);
    return path;
  }
}

const noLinks = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV']);
