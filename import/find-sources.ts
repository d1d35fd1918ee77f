import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CannotRun } from './cannot-run.ts';
import { endingOf } from './formats.ts';
import type { Source } from './imported-article.ts';

/** The files that a command names: files as they are, folders with all the stories in them. */

/** What was found. */
export interface Gathered {
  sources: Source[];
  /** Files beside the stories that describe their authors and topics. */
  companions: Source[];
}

// Files that stand beside stories and are none: section pages, and what repositories carry.
const NO_STORY = /^[._]|^(?:LICENSE|LICENCE|README|CONTRIBUTING|CHANGELOG|CODE_OF_CONDUCT)\b/i;
const COMPANION_FOLDERS = ['authors', 'topics'];

/** Reads the named files and folders; in folders only files with one of the endings. */
export function gather(paths: readonly string[], endings: ReadonlySet<string>): Gathered {
  const sources = new Map<string, Source>();
  const companions = new Map<string, Source>();
  for (const path of paths) {
    if (!existsSync(path)) throw new CannotRun(`No such file or folder: ${path}`);
    if (!statSync(path).isDirectory()) {
      sources.set(resolve(path), read(path));
      continue;
    }
    for (const file of walk(path)) if (endings.has(endingOf(file))) sources.set(resolve(file), read(file));
    for (const file of companionsOf(path)) companions.set(resolve(file), read(file));
  }
  return { sources: [...sources.values()], companions: [...companions.values()] };
}

function* walk(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (NO_STORY.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield path;
  }
}

function* companionsOf(folder: string): Generator<string> {
  for (const parent of [folder, dirname(resolve(folder))]) {
    for (const room of COMPANION_FOLDERS) {
      const described = join(parent, room);
      if (!existsSync(described) || !statSync(described).isDirectory()) continue;
      for (const name of readdirSync(described).toSorted()) {
        const file = join(described, name, '_index.md');
        if (existsSync(file)) yield file;
      }
    }
  }
}

function read(path: string): Source {
  try {
    return { path, bytes: readFileSync(path) };
  } catch (error) {
    throw new CannotRun(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
