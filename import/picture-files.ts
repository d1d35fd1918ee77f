import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { imageSize } from 'image-size';
import { slugify } from '../newsroom/model/slug.ts';
import type { FindPicture, FoundPicture } from './reader.ts';

/** Finds the files of pictures near imported posts, and gives each one a path under `images/`. */

/** Folders of a site whose files have addresses that begin at the root of the site. */
const PUBLIC_FOLDERS = [
  'static',
  'public',
  'assets',
  'source',
  'src',
  'content',
  'docs',
  'src/assets',
  'src/content',
  'media',
  '',
];
const SITE_MARKS = [
  '_config.yml',
  '_config.yaml',
  '_config.toml',
  'hugo.toml',
  'hugo.yaml',
  'hugo.yml',
  'hugo.json',
  'config.toml',
  'config.yaml',
  'config.yml',
  'config.json',
  'package.json',
  'mkdocs.yml',
  'pelicanconf.py',
  'conf.py',
  'Gemfile',
  '.git',
];
const PICTURE_FOLDERS = ['static', 'assets', 'public', 'images'];
const PICTURE = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i;
/** How many folders above the imported one can be the site's own. */
const HIGHEST = 4;

/**
 * The folder of the old site to which an imported folder belongs: the nearest one with its settings. Else it is the highest
 * one near it with a folder of pictures, or the imported folder.
 */
export function siteFolderOf(imported: string): string {
  const folders = foldersAbove(resolve(imported), HIGHEST);
  const marked = folders.find((each) => SITE_MARKS.some((name) => existsSync(join(each, name))));
  const withPictures = folders
    .slice(0, 3)
    .findLast((each) => PICTURE_FOLDERS.some((name) => existsSync(join(each, name))));
  return marked ?? withPictures ?? resolve(imported);
}

/** A folder, and those above it. */
function foldersAbove(folder: string, count: number): string[] {
  return count === 0 || dirname(folder) === folder ? [folder] : [folder, ...foldersAbove(dirname(folder), count - 1)];
}

/** Makes a finder. `content` is the newsroom's folder, `imported` are the folders that the command names. */
export function pictureFinder(content: string, imported: readonly string[]): FindPicture {
  const sites = [...new Set(imported.map(siteFolderOf))];
  const publicFolders = [...new Set(imported.flatMap((folder) => inSite(resolve(folder))))]
    .flatMap((folder) => PUBLIC_FOLDERS.map((name) => join(folder, name)))
    .filter((folder) => existsSync(folder));
  const allowed = [...sites, ...imported.map((folder) => resolve(folder))]
    .filter((folder) => existsSync(folder))
    .map((folder) => realpathSync(folder));
  const found = new Map<string, FoundPicture | null>();
  const files = new Map<string, string>();

  /** The picture in a file; null if there is none, or if the file is outside the imported site. */
  const pictureAt = (file: string, name: string): FoundPicture | null => {
    const known = found.get(file);
    if (known !== undefined) return known;
    const isAllowed = isFile(file) && allowed.some((folder) => realpathSync(file).startsWith(folder + sep));
    const picture = isAllowed && isPicture(file) ? { file, src: freePath(content, safePath(name), file, files) } : null;
    found.set(file, picture);
    return picture;
  };

  return (reference, from) => {
    for (const path of forms(reference)) {
      if (!PICTURE.test(path) || path.includes('\u0000')) continue;
      const folder = dirname(resolve(from));
      const stem = basename(from).replace(/\.\w+$/, '');
      const inside = path.replace(/^[@~]?\/+/, '');
      const near = path.startsWith('/') ? [] : [join(folder, path), join(folder, stem, path)];
      for (const file of [...near, ...publicFolders.map((each) => join(each, inside))]) {
        const owner = [...publicFolders, ...allowed, folder].find((each) => file.startsWith(each + sep)) ?? folder;
        const picture = pictureAt(file, relative(owner, file));
        if (picture !== null) return picture;
      }
    }
    return null;
  };
}

/** A folder and those above it, up to that of its site. */
function inSite(folder: string): string[] {
  const site = siteFolderOf(folder);
  return foldersAbove(folder, HIGHEST).filter((each) => each === site || each.startsWith(site + sep));
}

/** An address as it is written and decoded, without query and fragment. */
function forms(reference: string): string[] {
  const path = reference.replace(/[?#].*$/, '');
  try {
    return [...new Set([path, decodeURIComponent(path)])];
  } catch {
    return [path];
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** Whether the newsroom can show a file: the size of the picture is in it. */
function isPicture(file: string): boolean {
  try {
    const { width, height } = imageSize(readFileSync(file));
    return width > 0 && height > 0;
  } catch {
    return false;
  }
}

/** A path of lower-case words. */
function safePath(path: string): string {
  const extension = extname(path).toLowerCase();
  const names = path
    .slice(0, path.length - extension.length)
    .split(sep)
    .filter((name) => !/^\.*$/.test(name))
    .map((name) => slugify(name) || 'picture');
  const [first, ...others] = names;
  return `${(first === 'images' && others.length > 0 ? others : names).join('/')}${extension}`;
}

/** The first path under `images/` that no other picture has. An equal file that is there already is not copied again. */
function freePath(content: string, path: string, file: string, files: Map<string, string>): string {
  const extension = extname(path);
  for (let number = 1; ; number += 1) {
    const src = number === 1 ? path : `${path.slice(0, -extension.length)}-${number}${extension}`;
    const other =
      files.get(src) ?? (existsSync(join(content, 'images', src)) ? join(content, 'images', src) : undefined);
    if (other !== undefined && other !== file && !haveEqualBytes(other, file)) continue;
    if (!files.has(src)) files.set(src, file);
    return src;
  }
}

const haveEqualBytes = (a: string, b: string): boolean =>
  isFile(a) && statSync(a).size === statSync(b).size && readFileSync(a).equals(readFileSync(b));
