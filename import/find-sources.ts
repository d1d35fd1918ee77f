import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { CannotRun } from './cannot-run.ts';
import { extensionOf } from './formats.ts';
import { siteFolderOf } from './picture-files.ts';
import type { SourceFile } from './reader.ts';

/** What was found. */
export interface FoundSources {
  sources: SourceFile[];
  /** Files near the articles that describe their authors and topics. */
  collectionSources: SourceFile[];
  /** Settings and data files of the site to which the articles belong. */
  siteFiles: SourceFile[];
  /** The folders that the command names, and those of the files that it names. */
  folders: string[];
  /** Files that are pages of a site and no articles: they were not read. */
  pages: string[];
}

// Files that are in a folder with articles and are not articles: section pages, and what repositories have.
const NOT_AN_ARTICLE = /^[._]|^(?:LICENSE|LICENCE|README|CONTRIBUTING|CHANGELOG|CODE_OF_CONDUCT)\b/i;
const NOT_CONTENT = /^(?:node_modules|archetypes|scaffolds)$/;
/** Folders of Jekyll and Hexo with articles. Other folders with such a name are parts of the site. */
const ARTICLE_FOLDER = /^_(?:posts|drafts?)$/i;
const SITE_FOLDER =
  /^_(?:site|layouts|includes|data|sass|plugins|cache|assets|config|default|authors|people|build|static|templates)$/i;
const COLLECTION_FOLDERS = ['authors', 'topics'];
const SITE_FILE =
  /^(?:_index\.\w+|_metadata\.ya?ml|_?config\.(?:toml|ya?ml|json)|hugo\.(?:toml|ya?ml|json)|(?:authors?|people|team|members|writers|staff|contributors)\.(?:ya?ml|json|toml)|.+\.11tydata\.(?:json|[cm]?js))$/i;

/**
 * Reads the files and folders that a command names: each file, and in folders every file with one of the extensions.
 * Throws `CannotRun` if one of them is missing or cannot be read.
 */
export function findSources(paths: readonly string[], extensions: ReadonlySet<string>): FoundSources {
  const sources = new Map<string, SourceFile>();
  const collectionSources = new Map<string, SourceFile>();
  const siteFiles = new Map<string, SourceFile>();
  const folders: string[] = [];
  const pages: string[] = [];
  for (const path of paths) {
    if (!existsSync(path)) throw new CannotRun(`No such file or folder: ${path}`);
    const isFolder = statSync(path).isDirectory();
    const folder = isFolder ? path : dirname(path);
    folders.push(folder);
    for (const file of [...settingsOf(siteFolderOf(folder)), ...sectionsAbove(folder)])
      siteFiles.set(resolve(file), read(file));
    if (!isFolder) {
      sources.set(resolve(path), read(path));
      continue;
    }
    const found = [...walk(path)];
    const isArticle = articleRule(path, found);
    for (const file of found) {
      if (isSiteFile(file, found)) siteFiles.set(resolve(file), read(file));
      else if (!extensions.has(extensionOf(file)) || NOT_AN_ARTICLE.test(basename(file))) continue;
      else if (isArticle(file)) sources.set(resolve(file), { ...read(file), root: path });
      else pages.push(file);
    }
    for (const file of collectionFilesNear(path)) collectionSources.set(resolve(file), read(file));
  }
  return {
    sources: [...sources.values()],
    collectionSources: [...collectionSources.values()],
    siteFiles: [...siteFiles.values()],
    folders,
    pages,
  };
}

function* walk(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name.startsWith('.') || SITE_FOLDER.test(entry.name) || NOT_CONTENT.test(entry.name)) continue;
      yield* walk(path);
    } else if (entry.isFile()) yield path;
  }
}

/**
 * Which Markdown files are articles. In the folder of a whole site many are not: in one of Jekyll only those in `_posts`,
 * `_drafts` and its collections are, in one of Hugo or Zola only those in `content`.
 */
function articleRule(folder: string, files: readonly string[]): (file: string) => boolean {
  const partsOf = (file: string): string[] => relative(folder, file).split(sep).slice(0, -1);
  const isJekyll = files.some((file) => partsOf(file).some((name) => ARTICLE_FOLDER.test(name)));
  const isHugo = existsSync(join(folder, 'content')) && settingsOf(folder).length > 0;
  return (file) => {
    if (!/^(?:md|mdx|markdown)$/.test(extensionOf(file))) return true;
    if (isJekyll) return partsOf(file).some((name) => name.startsWith('_'));
    return isHugo ? partsOf(file)[0] === 'content' : true;
  };
}

/** Whether a file says something about articles: settings, sections, and the data of Eleventy, `posts/posts.json`, `posts/one.json`. */
function isSiteFile(file: string, files: readonly string[]): boolean {
  if (SITE_FILE.test(basename(file))) return true;
  if (extensionOf(file) !== 'json') return false;
  const stem = file.replace(/\.json$/i, '');
  const isMarkdown = (other: string): boolean => /^(?:md|mdx|markdown)$/.test(extensionOf(other));
  return basename(stem) === basename(dirname(file))
    ? files.some((other) => isMarkdown(other) && other.startsWith(dirname(file) + sep))
    : files.some((other) => isMarkdown(other) && other.replace(/\.\w+$/, '') === stem);
}

/** The settings of a site, and the data files that describe its authors. */
function settingsOf(site: string): string[] {
  return ['', 'config/_default', '_data', 'data'].flatMap((name) => {
    const folder = join(site, name);
    if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
    return readdirSync(folder)
      .filter((file) => SITE_FILE.test(file) || (name === 'config/_default' && /\.(?:toml|ya?ml|json)$/i.test(file)))
      .toSorted()
      .map((file) => join(folder, file))
      .filter((file) => statSync(file).isFile());
  });
}

/** `_index.md` in the folders above one: their sections have it. */
function* sectionsAbove(folder: string): Generator<string> {
  const site = siteFolderOf(folder);
  for (let above = dirname(resolve(folder)); above.startsWith(site + sep); above = dirname(above)) {
    for (const name of ['_index.md', '_metadata.yml']) if (existsSync(join(above, name))) yield join(above, name);
  }
}

/** `authors/…/_index.md` and `topics/…/_index.md` in a folder and in its parent. */
function* collectionFilesNear(folder: string): Generator<string> {
  for (const parent of [folder, dirname(resolve(folder))]) {
    for (const name of ['_authors', '_people']) {
      const people = join(parent, name);
      if (existsSync(people) && statSync(people).isDirectory())
        for (const file of readdirSync(people).toSorted()) if (/\.md$/i.test(file)) yield join(people, file);
    }
    for (const name of COLLECTION_FOLDERS) {
      const collections = join(parent, name);
      if (!existsSync(collections) || !statSync(collections).isDirectory()) continue;
      for (const slug of readdirSync(collections).toSorted()) {
        const file = join(collections, slug, '_index.md');
        if (existsSync(file)) yield file;
      }
    }
  }
}

function read(path: string): SourceFile {
  try {
    return { path, bytes: readFileSync(path) };
  } catch (error) {
    throw new CannotRun(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
