import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { formatFile, inOrder, parseFile } from './article-file.ts';
import { CannotRun } from './cannot-run.ts';
import { Ids } from './article-ids.ts';
import type { Action, CollectionFile, LogEntry, Story, Withdrawal } from './imported-article.ts';
import { isSameStory, likeness, type Version } from './similarity.ts';
import { held, killed, renewed, unknownStory, type ArticleParts, type Told } from './updates.ts';

/** The newsroom's folder as the desk sees it: where a story belongs, what lies there already, and the writing of files. */

/** Where a story goes, and what that does. */
export interface Placing {
  path: string | null;
  action: Action;
  frontMatter: Record<string, unknown>;
  body: string;
  log?: LogEntry[];
  /** What an editor must look at. */
  told?: Told;
}

const SITE = { name: 'Newsroom', url: 'https://newsroom.example', language: 'en', timezone: 'UTC' };

/** One run over one newsroom's folder. With `dry` it only looks. */
export class Shelf {
  readonly #content: string;
  readonly #dry: boolean;
  readonly #taken = new Set<string>();
  readonly #ids: Ids;

  constructor(content: string, dry: boolean) {
    this.#content = content;
    this.#dry = dry;
    this.#ids = new Ids(content);
  }

  /** Makes sure that files can be written, and that the folder is a newsroom. True when it was not one before. */
  open(): boolean {
    const isNew = !existsSync(join(this.#content, 'site.yaml'));
    try {
      if (existsSync(this.#content) && !statSync(this.#content).isDirectory()) throw new Error('it is no folder');
      if (this.#dry) return false;
      mkdirSync(join(this.#content, 'articles'), { recursive: true });
      accessSync(this.#content, constants.W_OK);
      if (isNew) writeFileSync(join(this.#content, 'site.yaml'), formatFile(SITE, '').replaceAll('---\n', ''));
    } catch (error) {
      throw new CannotRun(
        `Cannot write to ${this.#content} (DATELINE_CONTENT): ${error instanceof Error ? error.message : String(error)}.`,
      );
    }
    return isNew;
  }

  /** Finds a story's place and, unless this run is dry, puts it there. */
  place(story: Story): Placing {
    const known = story.id === undefined ? undefined : this.#ids.find(story.id);
    if (known !== undefined) return this.#renew(known, story);
    const { status, ...stated } = story.fields;
    const version: Version = { headline: story.fields.headline, agency: story.fields.agency ?? null, body: story.body };
    const folder = `articles/${(story.day ?? story.fields.published.slice(0, 10)).replaceAll('-', '/')}`;
    let free: string | null = null;
    let best: { path: string; fields: Record<string, unknown>; body: string; share: number } | null = null;
    for (let number = 1; free === null; number += 1) {
      const stem = `${folder}/${story.slug}${number === 1 ? '' : `-${number}`}`;
      if (this.#taken.has(stem)) continue;
      const path = ['.mdx', '.md']
        .map((ending) => stem + ending)
        .find((candidate) => existsSync(join(this.#content, candidate)));
      if (path === undefined) {
        free = stem;
        break;
      }
      // A story with a name of its own is itself alone, however much it is like another one.
      const found = story.id === undefined ? this.#read(path) : null;
      const share = found === null ? 0 : likeness(version, versionOf(found));
      if (found !== null && isSameStory(share) && share > (best?.share ?? 0))
        best = { path, fields: found.fields, body: found.body, share };
    }
    if (best === null) {
      this.#taken.add(free);
      const path = `${free}.mdx`;
      const id = story.id ?? `urn:uuid:${randomUUID()}`;
      this.#ids.add(id, path);
      const article = { fields: { id, ...stated, ...(status === 'draft' && { status }) }, body: story.body };
      return status === 'withheld' ? this.#put(path, held(article), 'hold') : this.#put(path, article, 'create');
    }
    this.#taken.add(best.path.replace(/\.mdx?$/, ''));
    // What an editor added stays: an import states fields, it never takes any away.
    const fields = { ...best.fields, ...story.fields };
    return this.#change(best.path, best, { fields, body: story.body }, 'update');
  }

  /** Takes a story back, as its source orders. */
  withdraw({ id, action }: Withdrawal): Placing {
    const path = this.#ids.find(id);
    const found = path === undefined ? null : this.#read(path);
    if (path === undefined || found === null)
      return { path: null, action: 'fail', frontMatter: {}, body: '', told: unknownStory(id) };
    return this.#change(path, found, (action === 'kill' ? killed : held)(found), action);
  }

  /** A new version of a story that is here. */
  #renew(path: string, story: Story): Placing {
    const found = this.#read(path) ?? { fields: { id: story.id }, body: '' };
    const renewal = renewed(found, story);
    switch (renewal.action) {
      case 'fail':
        return { path: null, action: 'fail', frontMatter: {}, body: '', told: renewal.told };
      case 'skip':
        return { ...this.#put(path, found, 'skip'), log: renewal.log };
      case 'update':
      case 'hold': {
        const placing = this.#change(path, found, renewal.article, renewal.action);
        return { ...placing, log: renewal.log, ...(renewal.told && { told: renewal.told }) };
      }
    }
  }

  /** Writes an article anew, where anything in it has changed. */
  #change(path: string, before: ArticleParts, after: ArticleParts, action: Action): Placing {
    const unchanged = isDeepStrictEqual(after.fields, before.fields) && before.body.trim() === after.body.trim();
    return this.#put(path, after, unchanged ? 'skip' : action);
  }

  /** Adds a topic's or a person's file where there is none; one that is there belongs to its editor. True when added. */
  add(collection: CollectionFile): boolean {
    const path = `${collection.folder}/${collection.slug}.mdx`;
    if ([path, path.slice(0, -1)].some((candidate) => existsSync(join(this.#content, candidate)))) return false;
    this.#write(path, formatFile(collection.fields, collection.body));
    return true;
  }

  #put(path: string, { fields, body }: ArticleParts, action: Action): Placing {
    const frontMatter = inOrder(fields);
    if (action !== 'skip') this.#write(path, formatFile(frontMatter, body));
    return { path: shownPath(join(this.#content, path)), action, frontMatter, body };
  }

  #read(path: string): { fields: Record<string, unknown>; body: string } | null {
    const parts = parseFile(readFileSync(join(this.#content, path), 'utf8'));
    return parts !== null && 'body' in parts ? { fields: parts.frontMatter, body: parts.body } : null;
  }

  /** A site that watches the folder must never see half a file: it appears under its name when it is whole. */
  #write(path: string, text: string): void {
    if (this.#dry) return;
    const target = join(this.#content, path);
    const partial = join(dirname(target), `.${randomUUID()}.part`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(partial, text);
    renameSync(partial, target);
  }
}

/** A path that can be opened from here: relative where it lies below, whole elsewhere. */
function shownPath(path: string): string {
  const near = relative('', path);
  return near.startsWith('..') ? path : near;
}

function versionOf({ fields, body }: { fields: Record<string, unknown>; body: string }): Version {
  const { headline, agency } = fields;
  return {
    headline: typeof headline === 'string' ? headline : '',
    agency: typeof agency === 'string' ? agency : null,
    body,
  };
}
