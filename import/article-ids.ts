import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { readForeignFrontMatter } from '../newsroom/intake/front-matter.ts';

/** The articles of a newsroom by their ids. The index is made at the first question, from the beginning of each file. */
export class ArticleIds {
  readonly #content: string;
  #paths: Map<string, string> | undefined;

  constructor(content: string) {
    this.#content = content;
  }

  /** The path of the article with this id, inside the newsroom's folder. */
  find(id: string): string | undefined {
    return this.#index().get(id);
  }

  add(id: string, path: string): void {
    this.#index().set(id, path);
  }

  #index(): Map<string, string> {
    if (this.#paths) return this.#paths;
    const paths = new Map<string, string>();
    for (const path of articleFiles(this.#content)) {
      const id = idIn(beginningOf(join(this.#content, path)));
      if (id !== undefined && !paths.has(id)) paths.set(id, path);
    }
    return (this.#paths = paths);
  }
}

/** Bytes that are read of each file. The id is one of the first fields, so it is always within them. */
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
  const [line] = /^id:[^\S\n]+.+$/m.exec(text) ?? [];
  const read = line === undefined ? null : readForeignFrontMatter(`---\n${line}\n---\n`);
  return read !== null && 'data' in read ? String(read.data['id']) : undefined;
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
