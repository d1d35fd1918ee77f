import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CannotRun } from './cannot-run.ts';
import { extensionOf } from './formats.ts';
import type { SourceFile } from './reader.ts';

/** What was found. */
export interface FoundSources {
  sources: SourceFile[];
  /** Files near the articles that describe their authors and topics. */
  collectionSources: SourceFile[];
}

// Files that are in a folder with articles and are not articles: section pages, and what repositories have.
const NOT_AN_ARTICLE = /^[._]|^(?:LICENSE|LICENCE|README|CONTRIBUTING|CHANGELOG|CODE_OF_CONDUCT)\b/i;
const COLLECTION_FOLDERS = ['authors', 'topics'];

/**
 * Reads the files and folders that a command names: each file, and in folders every file with one of the extensions.
 * Throws `CannotRun` if one of them is missing or cannot be read.
 */
export function findSources(paths: readonly string[], extensions: ReadonlySet<string>): FoundSources {
  const sources = new Map<string, SourceFile>();
  const collectionSources = new Map<string, SourceFile>();
  for (const path of paths) {
    if (!existsSync(path)) throw new CannotRun(`No such file or folder: ${path}`);
    if (!statSync(path).isDirectory()) {
      sources.set(resolve(path), read(path));
      continue;
    }
    for (const file of walk(path)) if (extensions.has(extensionOf(file))) sources.set(resolve(file), read(file));
    for (const file of collectionFilesNear(path)) collectionSources.set(resolve(file), read(file));
  }
  return { sources: [...sources.values()], collectionSources: [...collectionSources.values()] };
}

function* walk(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (NOT_AN_ARTICLE.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield path;
  }
}

/** `authors/…/_index.md` and `topics/…/_index.md` in a folder and in its parent. */
function* collectionFilesNear(folder: string): Generator<string> {
  for (const parent of [folder, dirname(resolve(folder))]) {
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
