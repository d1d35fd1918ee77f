import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { SourceFile } from '../reader.ts';
import { languageInName } from '../language.ts';

/** What the path of a post says about it. */
export interface PostFile {
  /** The name of the file. */
  file: string;
  /** The day in its name or in that of its bundle; empty if there is none. */
  day: string;
  /** The name without day, language and extension; that of the folder for a bundle (`flood/index.md`). Empty if there is none. */
  stem: string;
  /** The language in the name or in the folder; null if there is none. */
  language: string | null;
  /** The folders of the post inside the old site's content, without those of the bundle and of the language. */
  folders: string[];
  /** Whether the folder of the content is known, so that `folders` are complete. */
  isComplete: boolean;
  /** Whether the file was found in a folder that the command names. Else nothing is known about its folders. */
  isInFolder: boolean;
  /** The collection of Jekyll or Hexo: `posts`, `drafts`, `news`; empty for other systems. */
  collection: string;
  /** A part of the path that says that the post is not public: `_drafts`, or a name with `_` before it. Null if none does. */
  hiddenBy: string | null;
}

const HIDDEN_FILE = /^[._]|\.(?:draft|private|unpublished|wip)\.\w+$/i;
const HIDDEN_FOLDER = /^_?(?:drafts?|unpublished|private|trash|hidden)$|^_archived?$/i;

/** Reads the path of a post. `languages` are those that the settings of the old site name. */
export function readPostFile({ path, root }: SourceFile, languages: ReadonlySet<string>): PostFile {
  const file = basename(path);
  const named = splitName(file);
  const inRoot = root === undefined ? [] : segments(relative(root, dirname(path)));
  const rootFolders = segments(resolve(root ?? dirname(path)));
  const { folders: all, isComplete, collection } = contentFolders(rootFolders, inRoot);
  const isBundle = named.stem === 'index';
  // The folder that was imported is a bundle too, if its only file is.
  const bundle = isBundle ? (all.at(-1) ?? '') : '';
  const folders = isBundle ? all.slice(0, -1) : all;
  const bundled = splitName(`${bundle}.md`);
  const [outer = ''] = folders;
  const folderLanguage =
    languages.has(outer.toLowerCase()) || languageInName(outer) !== null ? languageInName(outer) : null;
  const hiddenFolder = [rootFolders.at(-1) ?? '', ...inRoot].find((name) => HIDDEN_FOLDER.test(name));
  return {
    file,
    day: named.day || bundled.day,
    stem: isBundle ? bundled.stem : named.stem,
    language: named.language ?? folderLanguage,
    folders: folderLanguage === null ? folders : folders.slice(1),
    isComplete,
    isInFolder: root !== undefined,
    collection,
    hiddenBy: hiddenFolder ?? (HIDDEN_FILE.test(file) ? file : null),
  };
}

const segments = (path: string): string[] => path.split(sep).filter((name) => name !== '' && name !== '.');

/** The folders inside the content of the old site, and its collection. */
function contentFolders(
  root: readonly string[],
  inRoot: readonly string[],
): Pick<PostFile, 'folders' | 'isComplete' | 'collection'> {
  const all = [...root, ...inRoot];
  const underscored = all.findLastIndex((name, at) => /^_[a-z]/i.test(name) && at >= root.length - 1);
  if (underscored >= 0) {
    const collection = (all[underscored] ?? '').slice(1).replace(/^draft$/, 'drafts');
    // Jekyll takes the folders before `_posts` as categories. Hexo has `source` there.
    const before = all.slice(Math.max(root.length, 0), underscored).filter((name) => name !== 'source');
    return { folders: [...before, ...all.slice(underscored + 1)], isComplete: true, collection };
  }
  const content = all.lastIndexOf('content');
  return content >= 0 && content >= root.length - 4
    ? { folders: all.slice(content + 1), isComplete: true, collection: '' }
    : { folders: [...inRoot], isComplete: false, collection: '' };
}

/** `2024-12-5-name.fr.md` is of 2024-12-05, is named `name`, and is in French. */
export function splitName(file: string): { day: string; stem: string; language: string | null } {
  const [, year, month = '', day = '', rest = ''] =
    /^(?:(\d{4})-(\d{1,2})-(\d{1,2})(?:[-_](?=.*\.)|(?=\.)))?(.*?)\.\w+$/.exec(file) ?? [];
  const suffix = /^(.+)\.([^.]+)$/.exec(rest);
  const language = suffix ? languageInName(suffix[2] ?? '') : null;
  return {
    day: year === undefined ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    stem: language === null ? rest : (suffix?.[1] ?? ''),
    language,
  };
}
