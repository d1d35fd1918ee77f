import { randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readForeignFrontMatter } from '../newsroom/intake/front-matter.ts';
import { readArticle } from '../newsroom/intake/read-article.ts';
import { readEntity } from '../newsroom/intake/read-entity.ts';
import { isOwnAddress, type OwnAddresses } from '../newsroom/model/own-addresses.ts';
import { oldPath } from '../newsroom/model/path.ts';
import type { Problem } from '../newsroom/model/problem.ts';
import { ArticleIndex } from './article-index.ts';
import { formatFile, orderFields, type FileParts } from './article-file.ts';
import { textsOf } from './field-values.ts';
import { CannotRun } from './cannot-run.ts';
import type { ImportAction, LogEntry } from './import-item.ts';
import type { CollectionFile, ImportedArticle, Withdrawal } from './imported-article.ts';
import type { ProblemText } from './problem.ts';
import type { FoundPicture } from './reader.ts';
import { isOriginId, originId } from './origin-id.ts';
import { isSameArticle, isVersionOf, similarity, type ComparedArticle } from './similarity.ts';
import {
  hasLaterEmbargo,
  kill,
  severalVersions,
  similarHidden,
  unknownArticle,
  updateArticle,
  withhold,
} from './updates.ts';

/** What was done with an imported article, and the file that it has now. */
export interface SaveResult {
  /** The path of the file; null if the article was not saved. */
  path: string | null;
  action: ImportAction;
  frontMatter: Record<string, unknown>;
  body: string;
  log?: LogEntry[];
  problems?: ProblemText[];
}

const settings = 'site.yaml';
const KINDS = { topics: 'topic', people: 'person', storylines: 'storyline' } as const;
const DAY = 24 * 60 * 60 * 1000;

const NEW_SITE = { name: 'Newsroom', url: 'https://newsroom.example', language: 'en', timezone: 'UTC' };

/**
 * The newsroom's folder during one import: it finds the file of each imported article and writes it. Intake reads every
 * file before it is written, and a file that intake would refuse is not written. With `dryRun` nothing is written. Throws
 * `CannotRun` if nothing can be written.
 */
export class ContentFolder {
  readonly #content: string;
  readonly #dryRun: boolean;
  /** Paths without extension that an article of this import has. */
  readonly #taken = new Set<string>();
  readonly #index: ArticleIndex;
  /** The files that a dry run would have written. */
  readonly #unwritten = new Map<string, string>();
  readonly #copied = new Set<string>();
  readonly #site: OwnAddresses | undefined;
  #isNew: boolean;

  /** `site` are the addresses that the site answers itself. */
  constructor(content: string, dryRun: boolean, site?: OwnAddresses) {
    this.#content = content;
    this.#site = site;
    this.#dryRun = dryRun;
    this.#index = new ArticleIndex(content);
    this.#isNew = false;
    try {
      const existing = nearestExisting(resolve(content));
      if (!statSync(existing).isDirectory()) throw new Error(`${existing} is no folder`);
      if (!dryRun) accessSync(existing, constants.W_OK);
    } catch (error) {
      throw cannotWrite(content, error);
    }
  }

  /** Whether this import has made the folder a newsroom. That is so as soon as the first article is written. */
  get isNew(): boolean {
    return this.#isNew;
  }

  /** The number of pictures that were added. */
  get pictures(): number {
    return this.#copied.size;
  }

  /** Creates the file of an article, or updates the file that it already has. */
  save(article: ImportedArticle): SaveResult {
    const id = article.id ?? originId(article);
    const known = this.#index.withId(id);
    if (known !== undefined)
      return article.id === undefined ? this.#again(known, article) : this.#update(known, article);
    const { status, ...fields } = article.fields;
    const { stem, existing } = this.#findByAddress(article);
    if (existing) return this.#replace(existing, article);
    const hidden =
      article.id === undefined ? this.#index.hidden(folderOf(article), article.fields.headline) : undefined;
    if (hidden !== undefined) return failed([similarHidden(hidden)]);
    if (article.revises === true) {
      const versions = this.#findVersions(article);
      const [version, ...others] = versions;
      if (others.length > 0) return failed([severalVersions(versions.map(({ path }) => path))]);
      if (version) return this.#replace(version, article);
    }
    const path = `${stem}.mdx`;
    const { fields: free, log } = this.#withFreeAliases(path, {
      id,
      ...fields,
      ...topicsWith(fields, article),
      ...(status === 'draft' && { status }),
    });
    const file = { fields: free, body: article.body };
    const result =
      status === 'withheld'
        ? this.#write(path, withhold(file), 'hold', article)
        : this.#write(path, file, 'create', article);
    if (result.action !== 'fail') {
      this.#taken.add(stem);
      this.#index.add(id, path);
    }
    return { ...result, log: [...log, ...(result.log ?? [])] };
  }

  /**
   * Imports an item again that is here. Copy that has no file at its source is the same to the letter; the article may have
   * a later version by now, so it stays.
   */
  #again(path: string, article: ImportedArticle): SaveResult {
    const before = this.#read(path) ?? { fields: {}, body: '' };
    if (article.origin !== undefined) return this.#replace({ ...before, path }, article);
    this.#taken.add(path.replace(/\.mdx?$/, ''));
    return this.#write(path, before, 'skip');
  }

  /** Replaces an article by another version. An import sets fields and never removes one, so fields that an editor added stay. */
  #replace({ path, ...before }: FileParts & { path: string }, article: ImportedArticle): SaveResult {
    this.#taken.add(path.replace(/\.mdx?$/, ''));
    // What an editor killed stays as the editor left it.
    if (before.fields['status'] === 'killed') return { ...this.#write(path, before, 'skip'), log: [killedStays] };
    // The day of an article is part of its address, which never changes.
    const published = before.fields['published'] ?? article.fields.published;
    const fields = { ...mergedFields(before.fields, article.fields), ...topicsWith(before.fields, article), published };
    return this.#change(path, before, { fields, body: article.body }, 'update', article);
  }

  /** The first free path for an article, and its older version that an import made, if there is one at the paths before it. */
  #findByAddress(article: ImportedArticle): { stem: string; existing: (FileParts & { path: string }) | null } {
    const compared = comparedArticle(article);
    const folder = folderOf(article);
    let best: (FileParts & { path: string; share: number }) | null = null;
    for (let number = 1; ; number += 1) {
      const stem = `${folder}/${article.slug}${number === 1 ? '' : `-${number}`}`;
      if (this.#taken.has(stem)) continue;
      const path = ['.mdx', '.md'].map((extension) => stem + extension).find((candidate) => this.#exists(candidate));
      if (path === undefined) return { stem, existing: best };
      // An article with its own id is found by that id alone, however similar another one is.
      const found = article.id === undefined ? this.#read(path) : null;
      if (found === null) continue;
      const parts = comparedParts(found);
      const share = similarity(compared, parts);
      // What an editor wrote is never replaced.
      if (isOriginId(found.fields['id']) && isSameArticle(compared, parts, share) && share > (best?.share ?? 0))
        best = { ...found, path, share };
    }
  }

  /** The articles of the same agency, of the same day or the day before, that are so similar that they can be earlier versions. */
  #findVersions(article: ImportedArticle): (FileParts & { path: string })[] {
    const { published } = article.fields;
    const compared = comparedArticle(article);
    const days = [0, 1].map((back) =>
      new Date(Date.parse(`${published.slice(0, 10)}T00:00:00Z`) - back * DAY).toISOString(),
    );
    return days
      .map((day) => `articles/${day.slice(0, 10).replaceAll('-', '/')}`)
      .filter((folder) => existsSync(join(this.#content, folder)))
      .flatMap((folder) => readdirSync(join(this.#content, folder)).map((name) => `${folder}/${name}`))
      .filter((path) => /\.mdx?$/.test(path))
      .flatMap((path) => {
        const found = this.#read(path);
        return found && isOriginId(found.fields['id']) && isVersionOf(compared, comparedParts(found))
          ? [{ ...found, path }]
          : [];
      });
  }

  /** Kills an article or holds it back, as its source orders. */
  withdraw({ id, action }: Withdrawal): SaveResult {
    const path = this.#index.withId(id);
    const found = path === undefined ? null : this.#read(path);
    if (path === undefined || found === null) return failed([unknownArticle(id)]);
    return this.#change(path, found, (action === 'kill' ? kill : withhold)(found), action);
  }

  /**
   * Writes a topic's, a person's or a storyline's file if there is none, and returns whether it did. An existing file belongs
   * to its editor. If intake would refuse a field, the file has only its name.
   */
  addCollection({ folder, slug, fields, body }: CollectionFile): boolean {
    const path = `${folder}/${slug}.mdx`;
    if ([path, path.slice(0, -1)].some((candidate) => this.#exists(candidate))) return false;
    const { title, name } = fields;
    const text = [formatFile(fields, body), formatFile({ title, name }, '')].find(
      (each) => readEntity(KINDS[folder], path, each).entity !== undefined,
    );
    if (text !== undefined) this.#writeFile(path, text);
    return text !== undefined;
  }

  /** Updates an article that is here to another version. */
  #update(path: string, article: ImportedArticle): SaveResult {
    const before = this.#read(path) ?? { fields: { id: article.id }, body: '' };
    const result = updateArticle(before, article);
    switch (result.action) {
      case 'fail':
        return failed([result.problem]);
      case 'skip':
        return { ...this.#write(path, before, 'skip'), log: result.log };
      case 'update':
      case 'hold': {
        const { article: after, action, log, problem } = result;
        const saved = this.#change(path, before, after, action, article);
        // An order to hold an article back is followed, even if the new version cannot be used.
        if (saved.action === 'fail' && action === 'hold')
          return { ...this.#change(path, before, withhold(before), action), problems: saved.problems ?? [] };
        return {
          ...saved,
          log: [...log, ...(saved.log ?? [])],
          problems: [...(saved.problems ?? []), ...(problem ? [problem] : [])],
        };
      }
    }
  }

  /** Writes an article only if anything in it has changed. */
  #change(
    path: string,
    before: FileParts,
    after: FileParts,
    action: ImportAction,
    imported?: ImportedArticle,
  ): SaveResult {
    const { fields, log } = this.#withFreeAliases(path, after.fields);
    const unchanged = isDeepStrictEqual(fields, before.fields) && before.body.trim() === after.body.trim();
    const result = this.#write(path, { fields, body: after.body }, unchanged ? 'skip' : action, imported);
    return { ...result, log: [...log, ...(result.log ?? [])] };
  }

  /** Writes an article. `imported` is missing for an order to withdraw one, which is followed whatever the file has in it. */
  #write(path: string, { fields, body }: FileParts, action: ImportAction, imported?: ImportedArticle): SaveResult {
    const shown = shownPath(join(this.#content, path));
    const frontMatter = orderFields(fields);
    if (action === 'skip') return { path: shown, action, frontMatter, body };
    const text = formatFile(frontMatter, body);
    if (imported !== undefined) {
      const { problems } = readArticle(path, text);
      const aliases = problems.filter(({ field }) => /^aliases\.\d+$/.test(field ?? ''));
      if (aliases.length > 0) return this.#writeWithoutAliases(path, { fields, body }, action, imported, aliases);
      const refused = problems.filter(({ severity }) => severity === 'error');
      if (refused.length > 0) return failed(refused.map(refusal));
    }
    for (const picture of imported?.pictures ?? []) this.#copyPicture(picture);
    this.#writeFile(path, text);
    if (Array.isArray(fields['aliases'])) this.#index.addAliases(fields['aliases'], path);
    return { path: shown, action, frontMatter, body };
  }

  /** Writes an article without the aliases that intake refuses: an old address is not worth the article. */
  #writeWithoutAliases(
    path: string,
    { fields, body }: FileParts,
    action: ImportAction,
    imported: ImportedArticle,
    refused: readonly Problem[],
  ): SaveResult {
    const { aliases: stated, ...others } = fields;
    const all: readonly unknown[] = Array.isArray(stated) ? stated : [];
    const lost = new Set(refused.map(({ field }) => Number(field?.replace('aliases.', ''))));
    const aliases = all.filter((_, index) => !lost.has(index));
    const log = [...lost].map((index) => ({ rule: 'alias-refused', text: String(all[index]) }));
    const parts = { fields: aliases.length > 0 ? { ...others, aliases } : others, body };
    const saved = this.#write(path, parts, action, imported);
    return { ...saved, log: [...log, ...(saved.log ?? [])] };
  }

  /** The fields without aliases that are the address of the article itself, or of another page of the newsroom, or its alias. */
  #withFreeAliases(
    path: string,
    { aliases: stated, ...others }: Record<string, unknown>,
  ): { fields: Record<string, unknown>; log: LogEntry[] } {
    const log: LogEntry[] = [];
    if (!Array.isArray(stated)) return { fields: stated === undefined ? others : { ...others, aliases: stated }, log };
    const own = path.replace(/^articles|\.mdx?$/g, '').normalize('NFC');
    const aliases = stated.filter((alias: unknown) => {
      const key = typeof alias === 'string' ? oldPath(alias) : undefined;
      if (key === undefined) return true;
      const owner = this.#index.withAlias(key);
      const rule =
        key === own
          ? 'alias-own-address'
          : this.#site && isOwnAddress(this.#site, key)
            ? 'alias-of-site'
            : this.#isPage(key) || (owner !== undefined && owner !== path)
              ? 'alias-taken'
              : null;
      if (rule !== null) log.push({ rule, text: String(alias) });
      return rule === null;
    });
    return { fields: aliases.length > 0 ? { ...others, aliases } : others, log };
  }

  /** Whether an article or another page of the newsroom is at an address. */
  #isPage(address: string): boolean {
    const [article, page] = [`articles${address}`, address.slice(1)];
    return (
      this.#taken.has(article) ||
      [article, page].some((stem) => ['.mdx', '.md'].some((extension) => this.#exists(stem + extension)))
    );
  }

  #copyPicture({ file, src }: FoundPicture): void {
    const target = join(this.#content, 'images', src);
    if (this.#copied.has(src) || existsSync(target)) return;
    this.#copied.add(src);
    if (this.#dryRun) return;
    const partial = join(dirname(target), `.${randomUUID()}.part`);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(file, partial);
    chmodSync(partial, 0o644);
    renameSync(partial, target);
  }

  #exists(path: string): boolean {
    return this.#unwritten.has(path) || existsSync(join(this.#content, path));
  }

  #read(path: string): FileParts | null {
    const text = this.#unwritten.get(path) ?? readFileSync(join(this.#content, path), 'utf8');
    const read = readForeignFrontMatter(text);
    return read !== null && 'data' in read ? { fields: read.data, body: read.body } : null;
  }

  /** A site that watches the folder must never see half a file. So the file gets its name after it is complete. */
  #writeFile(path: string, text: string): void {
    if (path !== settings && !this.#exists(settings)) {
      this.#isNew = true;
      this.#writeFile(settings, formatFile(NEW_SITE, '').replaceAll('---\n', ''));
    }
    if (this.#dryRun) {
      this.#unwritten.set(path, text);
      return;
    }
    const target = join(this.#content, path);
    const partial = join(dirname(target), `.${randomUUID()}.part`);
    try {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(partial, text);
      renameSync(partial, target);
    } catch (error) {
      throw cannotWrite(this.#content, error);
    }
  }
}

/** What an import sets, and what an editor added. An import does not undo a kill, a hold or a later embargo. */
const killedStays: LogEntry = { rule: 'killed-stays', text: 'An editor killed the article, so it does not change.' };

/** The folder of an article's day. */
const folderOf = ({ day, fields }: ImportedArticle): string =>
  `articles/${(day ?? fields.published.slice(0, 10)).replaceAll('-', '/')}`;

function comparedArticle({ fields: { headline, agency }, body }: ImportedArticle): ComparedArticle {
  return { headline, agency: agency ?? null, body };
}

function mergedFields(before: Record<string, unknown>, imported: ImportedArticle['fields']): Record<string, unknown> {
  const { status, embargo } = before;
  return {
    ...before,
    ...imported,
    ...((status === 'killed' || status === 'withheld') && { status }),
    ...(hasLaterEmbargo(before, imported) && { embargo }),
  };
}

/** The topics that an article has, and those to which its source leads. An editor's come first: the first one is its section. */
function topicsWith({ topics }: Record<string, unknown>, { linkedTopics }: ImportedArticle): { topics?: string[] } {
  return linkedTopics === undefined ? {} : { topics: [...new Set([...textsOf(topics), ...linkedTopics])] };
}

const failed = (problems: ProblemText[]): SaveResult => ({
  path: null,
  action: 'fail',
  frontMatter: {},
  body: '',
  problems,
});

/** A problem that intake has with the file. Its position is left out, because there is no such file. */
const refusal = ({ field, message, why, fix }: Problem): ProblemText => ({
  code: 'article-refused',
  ...(field !== null && { field }),
  message: `The site would refuse the article: ${message}`,
  why,
  fix,
});

const cannotWrite = (content: string, error: unknown): CannotRun =>
  new CannotRun(
    `Cannot write to ${content} (DATELINE_CONTENT): ${error instanceof Error ? error.message : String(error)}.`,
  );

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)));

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
