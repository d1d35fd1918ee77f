import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readForeignFrontMatter } from '../newsroom/intake/front-matter.ts';
import { oldPath } from '../newsroom/model/path.ts';

interface Entries {
  ids: Map<string, string>;
  aliases: Map<string, string>;
  /** Articles that are killed or withheld, by their folder and headline. */
  hidden: Map<string, string>;
}

/** The articles of a newsroom by their ids and aliases. The index is made at the first question, from the beginning of each file. */
export class ArticleIndex {
  readonly #content: string;
  #entries: Entries | undefined;

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

  /** The path of an article in this folder with this headline that is killed or withheld. */
  hidden(folder: string, headline: string): string | undefined {
    return this.#index().hidden.get(headlineKey(folder, headline));
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

  #index(): Entries {
    if (this.#entries) return this.#entries;
    const entries: Entries = { ids: new Map(), aliases: new Map(), hidden: new Map() };
    const { ids, hidden } = entries;
    this.#entries = entries;
    for (const path of articleFiles(this.#content)) {
      const text = beginningOf(join(this.#content, path));
      const id = idIn(text);
      if (id !== undefined && !ids.has(id)) ids.set(id, path);
      this.addAliases(aliasesIn(text), path);
      if (/^status:[^\S\n]*["']?(?:killed|withheld)\b/m.test(text))
        hidden.set(headlineKey(dirname(path), String(lineIn('headline', text) ?? '')), path);
    }
    return entries;
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

const headlineKey = (folder: string, headline: string): string => `${folder}\n${headline.trim().toLowerCase()}`;

/** The id in the beginning of a file. */
function idIn(text: string): string | undefined {
  const id = lineIn('id', text);
  return id === undefined ? undefined : String(id);
}

/** A field of one line in the beginning of a file. The rest of the front matter can be missing there, so only this line is read. */
const lineIn = (name: string, text: string): unknown =>
  fieldIn(name, new RegExp(`^${name}:[^\\S\\n]+.+$`, 'm').exec(text)?.[0]);

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
