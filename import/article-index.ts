import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { readForeignFrontMatter } from '../newsroom/intake/front-matter.ts';
import { oldPath } from '../newsroom/model/path.ts';

/** The articles of a newsroom by their ids and aliases. The index is made at the first question, from the beginning of each file. */
export class ArticleIndex {
  readonly #content: string;
  #entries: { ids: Map<string, string>; aliases: Map<string, string> } | undefined;

  constructor(content: string) {
    this.#content = content;
  }

  /** The path of the article with this id, inside the newsroom's folder. */
  withId(id: string): string | undefined {
    return this.#index().ids.get(id);
  }

  /** The path of the article with this alias, which is in normal form. */
  withAlias(alias: string): string | undefined {
    return this.#index().aliases.get(alias);
  }

  add(id: string, path: string): void {
    this.#index().ids.set(id, path);
  }

  addAliases(aliases: readonly unknown[], path: string): void {
    for (const alias of aliases) {
      const key = typeof alias === 'string' ? oldPath(alias) : undefined;
      if (key !== undefined) this.#index().aliases.set(key, path);
    }
  }

  #index(): { ids: Map<string, string>; aliases: Map<string, string> } {
    if (this.#entries) return this.#entries;
    const [ids, aliases] = [new Map<string, string>(), new Map<string, string>()];
    this.#entries = { ids, aliases };
    for (const path of articleFiles(this.#content)) {
      const text = beginningOf(join(this.#content, path));
      const id = idIn(text);
      if (id !== undefined && !ids.has(id)) ids.set(id, path);
      this.addAliases(aliasesIn(text), path);
    }
    return this.#entries;
  }
}

/** Bytes that are read of each file. The id and the aliases are in the front matter, which is shorter. */
const beginning = 8192;

function beginningOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(beginning);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, beginning, 0));
  } finally {
    closeSync(file);
  }
}

/** The id in the beginning of a file. The rest of its front matter can be missing there, so only the line of the id is read. */
function idIn(text: string): string | undefined {
  const id = fieldIn('id', /^id:[^\S\n]+.+$/m.exec(text)?.[0]);
  return id === undefined ? undefined : String(id);
}

function aliasesIn(text: string): unknown[] {
  const aliases = fieldIn('aliases', /^aliases:.*(?:\n(?:[^\S\n]+|-[^\S\n]).*)*/m.exec(text)?.[0]);
  return Array.isArray(aliases) ? aliases : [];
}

function fieldIn(name: string, lines: string | undefined): unknown {
  const read = lines === undefined ? null : readForeignFrontMatter(`---\n${lines}\n---\n`);
  return read !== null && 'data' in read ? read.data[name] : undefined;
}

function articleFiles(content: string): string[] {
  try {
    return readdirSync(join(content, 'articles'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.mdx?$/.test(path))
      .toSorted()
      .map((path) => `articles/${path}`);
  } catch {
    return [];
  }
}
