import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readForeignFrontMatter } from '../newsroom/intake/front-matter.ts';
import { ArticleIds } from './article-ids.ts';
import { formatFile, orderFields, type FileParts } from './article-file.ts';
import { CannotRun } from './cannot-run.ts';
import type { ImportAction, LogEntry } from './import-item.ts';
import type { CollectionFile, ImportedArticle, Withdrawal } from './imported-article.ts';
import type { ProblemText } from './problem.ts';
import { isSameArticle, isVersionOf, similarity, type ComparedArticle } from './similarity.ts';
import { kill, severalVersions, unknownArticle, updateArticle, withhold } from './updates.ts';

/** What was done with an imported article, and the file that it has now. */
export interface SaveResult {
  /** The path of the file; null if the article was not saved. */
  path: string | null;
  action: ImportAction;
  frontMatter: Record<string, unknown>;
  body: string;
  log?: LogEntry[];
  problem?: ProblemText;
}

const DAY = 24 * 60 * 60 * 1000;

const NEW_SITE = { name: 'Newsroom', url: 'https://newsroom.example', language: 'en', timezone: 'UTC' };

/**
 * The newsroom's folder during one import: it finds the file of each imported article and writes it. With `dryRun`
 * nothing is written.
 */
export class ContentFolder {
  readonly #content: string;
  readonly #dryRun: boolean;
  /** Paths without extension that an article of this import has. */
  readonly #taken = new Set<string>();
  readonly #ids: ArticleIds;

  constructor(content: string, dryRun: boolean) {
    this.#content = content;
    this.#dryRun = dryRun;
    this.#ids = new ArticleIds(content);
  }

  /** Makes the folder a newsroom if it is not one yet, and returns whether it did. Throws `CannotRun` if it cannot write there. */
  prepare(): boolean {
    const isNew = !existsSync(join(this.#content, 'site.yaml'));
    try {
      if (existsSync(this.#content) && !statSync(this.#content).isDirectory()) throw new Error('it is no folder');
      if (this.#dryRun) return false;
      mkdirSync(join(this.#content, 'articles'), { recursive: true });
      accessSync(this.#content, constants.W_OK);
      if (isNew) writeFileSync(join(this.#content, 'site.yaml'), formatFile(NEW_SITE, '').replaceAll('---\n', ''));
    } catch (error) {
      throw new CannotRun(
        `Cannot write to ${this.#content} (DATELINE_CONTENT): ${error instanceof Error ? error.message : String(error)}.`,
      );
    }
    return isNew;
  }

  /** Creates the file of an article, or updates the file that it already has. */
  save(article: ImportedArticle): SaveResult {
    const known = article.id === undefined ? undefined : this.#ids.find(article.id);
    if (known !== undefined) return this.#update(known, article);
    const { status, ...fields } = article.fields;
    const { free, existing } = this.#findByAddress(article);
    if (existing) {
      this.#taken.add(existing.path.replace(/\.mdx?$/, ''));
      // An import sets fields and never removes one, so fields that an editor added stay.
      const merged = { ...existing.fields, ...article.fields };
      return this.#change(existing.path, existing, { fields: merged, body: article.body }, 'update');
    }
    if (article.revises === true) {
      const versions = this.#findVersions(article);
      const [version, ...others] = versions;
      if (others.length > 0)
        return {
          path: null,
          action: 'fail',
          frontMatter: {},
          body: '',
          problem: severalVersions(versions.map(({ path }) => path)),
        };
      if (version) {
        this.#taken.add(version.path.replace(/\.mdx?$/, ''));
        // The day of an article is part of its address, which never changes.
        const merged = { ...version.fields, ...article.fields, published: version.fields['published'] };
        return this.#change(version.path, version, { fields: merged, body: article.body }, 'update');
      }
    }
    this.#taken.add(free);
    const path = `${free}.mdx`;
    const id = article.id ?? `urn:uuid:${randomUUID()}`;
    this.#ids.add(id, path);
    const file = { fields: { id, ...fields, ...(status === 'draft' && { status }) }, body: article.body };
    return status === 'withheld' ? this.#write(path, withhold(file), 'hold') : this.#write(path, file, 'create');
  }

  /**
   * The first free path for an article, and the file of an older version of it, if there is one among those with the same
   * headline and day.
   */
  #findByAddress(article: ImportedArticle): { free: string; existing: (FileParts & { path: string }) | null } {
    const { headline, published, agency = null } = article.fields;
    const compared: ComparedArticle = { headline, agency, body: article.body };
    const folder = `articles/${(article.day ?? published.slice(0, 10)).replaceAll('-', '/')}`;
    let best: (FileParts & { path: string; share: number }) | null = null;
    for (let number = 1; ; number += 1) {
      const stem = `${folder}/${article.slug}${number === 1 ? '' : `-${number}`}`;
      if (this.#taken.has(stem)) continue;
      const path = ['.mdx', '.md']
        .map((extension) => stem + extension)
        .find((candidate) => existsSync(join(this.#content, candidate)));
      if (path === undefined) return { free: stem, existing: best };
      // An article with its own id is found by that id alone, however similar another one is.
      const found = article.id === undefined ? this.#read(path) : null;
      const share = found === null ? 0 : similarity(compared, comparedParts(found));
      if (found !== null && isSameArticle(share) && share > (best?.share ?? 0)) best = { ...found, path, share };
    }
  }

  /** The articles of the same agency, of the same day or the day before, that are so similar that they can be earlier versions. */
  #findVersions(article: ImportedArticle): (FileParts & { path: string })[] {
    const { headline, published, agency = null } = article.fields;
    const compared: ComparedArticle = { headline, agency, body: article.body };
    const days = [0, 1].map((back) =>
      new Date(Date.parse(`${published.slice(0, 10)}T00:00:00Z`) - back * DAY).toISOString(),
    );
    return days
      .map((day) => `articles/${day.slice(0, 10).replaceAll('-', '/')}`)
      .filter((folder) => existsSync(join(this.#content, folder)))
      .flatMap((folder) => readdirSync(join(this.#content, folder)).map((name) => `${folder}/${name}`))
      .filter((path) => /\.mdx?$/.test(path) && !this.#taken.has(path.replace(/\.mdx?$/, '')))
      .flatMap((path) => {
        const found = this.#read(path);
        return found && isVersionOf(compared, comparedParts(found)) ? [{ ...found, path }] : [];
      });
  }

  /** Kills an article or holds it back, as its source orders. */
  withdraw({ id, action }: Withdrawal): SaveResult {
    const path = this.#ids.find(id);
    const found = path === undefined ? null : this.#read(path);
    if (path === undefined || found === null)
      return { path: null, action: 'fail', frontMatter: {}, body: '', problem: unknownArticle(id) };
    return this.#change(path, found, (action === 'kill' ? kill : withhold)(found), action);
  }

  /** Writes a topic's, a person's or a storyline's file if there is none, and returns whether it did. An existing file belongs to its editor. */
  addCollection({ folder, slug, fields, body }: CollectionFile): boolean {
    const path = `${folder}/${slug}.mdx`;
    if ([path, path.slice(0, -1)].some((candidate) => existsSync(join(this.#content, candidate)))) return false;
    this.#writeFile(path, formatFile(fields, body));
    return true;
  }

  /** Updates an article that is here to another version. */
  #update(path: string, article: ImportedArticle): SaveResult {
    const before = this.#read(path) ?? { fields: { id: article.id }, body: '' };
    const result = updateArticle(before, article);
    switch (result.action) {
      case 'fail':
        return { path: null, action: 'fail', frontMatter: {}, body: '', problem: result.problem };
      case 'skip':
        return { ...this.#write(path, before, 'skip'), log: result.log };
      case 'update':
      case 'hold': {
        const { article: after, action, log, problem } = result;
        return { ...this.#change(path, before, after, action), log, ...(problem && { problem }) };
      }
    }
  }

  /** Writes an article only if anything in it has changed. */
  #change(path: string, before: FileParts, after: FileParts, action: ImportAction): SaveResult {
    const unchanged = isDeepStrictEqual(after.fields, before.fields) && before.body.trim() === after.body.trim();
    return this.#write(path, after, unchanged ? 'skip' : action);
  }

  #write(path: string, { fields, body }: FileParts, action: ImportAction): SaveResult {
    const frontMatter = orderFields(fields);
    if (action !== 'skip') this.#writeFile(path, formatFile(frontMatter, body));
    return { path: shownPath(join(this.#content, path)), action, frontMatter, body };
  }

  #read(path: string): FileParts | null {
    const read = readForeignFrontMatter(readFileSync(join(this.#content, path), 'utf8'));
    return read !== null && 'data' in read ? { fields: read.data, body: read.body } : null;
  }

  /** A site that watches the folder must never see half a file. So the file gets its name after it is complete. */
  #writeFile(path: string, text: string): void {
    if (this.#dryRun) return;
    const target = join(this.#content, path);
    const partial = join(dirname(target), `.${randomUUID()}.part`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(partial, text);
    renameSync(partial, target);
  }
}

/** A path that can be opened from the working directory: relative if it is inside, else absolute. */
function shownPath(path: string): string {
  const near = relative('', path);
  return near.startsWith('..') ? path : near;
}

function comparedParts({ fields, body }: FileParts): ComparedArticle {
  const { headline, agency } = fields;
  return {
    headline: typeof headline === 'string' ? headline : '',
    agency: typeof agency === 'string' ? agency : null,
    body,
  };
}
