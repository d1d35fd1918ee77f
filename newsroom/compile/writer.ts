import type { Problem } from '../model/problem.ts';
import type { ListKind } from '../model/collection.ts';
import { never, type StoreView } from '../store/schema.ts';
import { isSeenAt } from '../store/seen.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';
import type { FileReading } from './read-file.ts';
import { previewGates, type ArticleRow } from './rows.ts';
import type { Scan } from './scan.ts';

/** What a compile has moved, so that checks across files look at no more than they must. */
export interface Touched {
  files: Set<string>;
  /** `kind target` of what came or went. */
  targets: Set<string>;
  ids: Set<string>;
  addresses: Set<string>;
  aliases: Set<string>;
  /** Addresses at which the public saw an article that has since been written anew, hidden or taken out. */
  shown: Set<string>;
  /** The present, in milliseconds. */
  now: number;
  topics: boolean;
  /** Whether a topic stands under another one than before. */
  tree: boolean;
  site: boolean;
}

/** Puts readings into the tables, and counts. */
export class Writer {
  added = 0;
  changed = 0;
  removed = 0;
  /** Whether anything moved that a page could show. */
  moved = false;
  readonly touched: Touched;
  readonly #store: Store;
  readonly #view: StoreView;
  readonly #ancestors = new Map<string, string[]>();

  /** `now` is the present, in milliseconds. */
  constructor(store: Store, view: StoreView, now: number) {
    this.#store = store;
    this.#view = view;
    this.touched = {
      files: new Set(),
      targets: new Set(),
      ids: new Set(),
      addresses: new Set(),
      aliases: new Set(),
      shown: new Set(),
      now,
      topics: false,
      tree: false,
      site: false,
    };
  }

  /** Takes out what is no longer in the folder; with `only`, what is no longer at or under those paths. */
  removeMissing(found: Scan, only: string[] | undefined): void {
    const there = new Set(found.files.map(({ path }) => path));
    // What could not be looked at may be there all the same: it keeps what was live.
    const unseen = found.problems.filter(({ severity }) => severity === 'error').map(({ file }) => file);
    const isUnseen = (path: string): boolean => unseen.some((file) => path === file || path.startsWith(`${file}/`));
    for (const row of this.#under('SELECT path, kind FROM file WHERE', 'path', only)) {
      const path = textOf(row, 'path');
      if (!there.has(path) && !isUnseen(path)) this.#remove(path, textOf(row, 'kind'));
    }
    // Problems of paths that are no files (a link that leads away, a name that nothing reads).
    const strays = 'SELECT DISTINCT file FROM problem WHERE across = 0 AND file NOT IN (SELECT path FROM file) AND';
    for (const row of this.#under(strays, 'file', only)) {
      this.#store.run('DELETE FROM problem WHERE file = ?', textOf(row, 'file'));
    }
    for (const file of unseen) {
      this.#store.run('DELETE FROM problem WHERE file = ? AND across = 0', file);
      // When it can be looked at again it is read again, whatever its date.
      this.#store.run("UPDATE file SET hash = '' WHERE path = ?", file);
    }
    for (const each of found.problems) this.#addProblem(each, false);
  }

  /** The rows at or under some paths; all of them where there are none to go by. */
  #under(sql: string, column: string, only: string[] | undefined): Record<string, unknown>[] {
    if (!only) return this.#store.all(`${sql} true`);
    // `0` is the sign after `/`: the range holds all that lies in the folder.
    const range = `${sql} (${column} = ? OR (${column} >= ? AND ${column} < ?))`;
    return only.flatMap((path) => this.#store.all(range, path, `${path}/`, `${path}0`));
  }

  take(reading: FileReading): void {
    const { path, kind, size, modified, hash, result } = reading;
    const store = this.#store;
    store.run('INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?)', path, kind, size, modified, hash);
    if (result.type === 'unchanged') return;
    store.run('DELETE FROM problem WHERE file = ? AND across = 0', path);
    for (const each of reading.problems) this.#addProblem(each, false);
    this.touched.files.add(path);
    if (result.type === 'broken') {
      if (result.conceals) this.#conceal(path);
      return;
    }
    this.moved = true;
    store.run('DELETE FROM reference WHERE file = ?', path);
    for (const { kind: refers, target, line, column, field } of reading.references) {
      store.run('INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?)', path, refers, target, line, column, field);
    }
    if (result.type === 'article') {
      const gates = this.#view === 'public' ? undefined : previewGates(result.row, this.#view);
      this.#putArticle(path, { ...result.row, ...gates });
    } else if (result.type === 'standing') this.#putStanding(path, kind, result.slug, result.parent, result.value);
    else {
      const src = path.slice('images/'.length).normalize('NFC');
      this.touched.targets.add(`picture ${src}`);
      store.run(
        'INSERT OR REPLACE INTO picture VALUES (?, ?, ?, ?, ?, ?)',
        src,
        result.width,
        result.height,
        result.format,
        size,
        modified,
      );
    }
  }

  #putArticle(path: string, row: ArticleRow): void {
    const store = this.#store;
    const before = store.get('SELECT key, id, address, opens, closes FROM article WHERE file = ?', path);
    if (before) {
      this.changed += 1;
      this.#noteShown(before);
      this.touched.ids.add(textOf(before, 'id'));
    } else {
      this.added += 1;
      this.touched.targets.add(`article ${row.address}`);
    }
    this.touched.ids.add(row.id);
    this.touched.addresses.add(row.address);
    const known = before && numberOf(before, 'key');
    if (known !== undefined) this.#clearArticle(known);
    const inserted = store.run(
      `INSERT OR REPLACE INTO article
         (key, file, address, id, id_line, published, status, opens, closes, written_opens, told, changed, detail)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      known ?? null,
      path,
      row.address,
      row.id,
      row.idLine,
      row.published,
      row.status,
      row.opens,
      row.closes,
      row.opens,
      row.told,
      row.changed,
      row.detail,
    );
    const key = known ?? inserted;
    store.run('INSERT INTO body VALUES (?, ?)', key, row.body);
    for (const alias of row.aliases) {
      this.#touchAlias(alias);
      store.run('INSERT OR IGNORE INTO alias VALUES (?, ?)', alias, key);
    }
    row.corrections.forEach(({ at, value }, number) => {
      const opens = Math.max(at, row.opens);
      const sql = 'INSERT INTO correction VALUES (?, ?, ?, ?, ?, ?, ?)';
      store.run(sql, at, row.address, number, key, opens, row.closes, value);
    });
    for (const { kind, slug } of row.gatherings) {
      this.#join(kind, slug, row, key, 1);
      if (kind === 'topic') for (const ancestor of this.#ancestorsOf(slug)) this.#join(kind, ancestor, row, key, 0);
    }
  }

  #join(kind: ListKind, slug: string, row: ArticleRow, key: number, direct: 0 | 1): void {
    this.#store.run(
      `INSERT INTO membership VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET direct = max(direct, excluded.direct)`,
      kind,
      slug,
      row.published,
      row.address,
      key,
      row.opens,
      row.closes,
      direct,
    );
  }

  #putStanding(path: string, kind: string, slug: string, parent: string | null, value: string): void {
    this.touched.targets.add(`${kind} ${slug}`);
    if (kind === 'site') this.touched.site = true;
    const above = parentOf(this.#store, slug);
    this.#store.run('INSERT OR REPLACE INTO standing_file VALUES (?, ?, ?, ?, ?)', path, kind, slug, parent, value);
    if (kind === 'topic') this.#moveTopic(slug, above);
    this.#touchTwins(kind, slug);
  }

  /** A broken file that says that its article must not be seen: the earlier version goes out of sight. */
  #conceal(path: string): void {
    const row = this.#store.get('SELECT key, address, opens, closes FROM article WHERE file = ?', path);
    if (!row) return;
    this.moved = true;
    this.#noteShown(row);
    const key = numberOf(row, 'key');
    this.#store.run(
      'UPDATE article SET opens = ?, written_opens = ?, told = NULL, status = ? WHERE key = ?',
      never,
      never,
      'withheld',
      key,
    );
    for (const table of ['membership', 'correction'])
      this.#store.run(`UPDATE ${table} SET opens = ? WHERE article = ?`, never, key);
  }

  #remove(path: string, kind: string): void {
    const store = this.#store;
    this.moved = true;
    this.touched.files.add(path);
    store.run('DELETE FROM file WHERE path = ?', path);
    store.run('DELETE FROM problem WHERE file = ?', path);
    store.run('DELETE FROM reference WHERE file = ?', path);
    if (kind === 'article') {
      const row = store.get('SELECT key, id, address, opens, closes FROM article WHERE file = ?', path);
      if (!row) return;
      this.removed += 1;
      this.#noteShown(row);
      this.touched.ids.add(textOf(row, 'id'));
      this.touched.addresses.add(textOf(row, 'address'));
      this.touched.targets.add(`article ${textOf(row, 'address')}`);
      this.#clearArticle(numberOf(row, 'key'));
      store.run('DELETE FROM article WHERE file = ?', path);
    } else if (kind === 'picture') {
      const src = path.slice('images/'.length).normalize('NFC');
      this.touched.targets.add(`picture ${src}`);
      store.run('DELETE FROM picture WHERE src = ?', src);
    } else {
      const row = store.get('SELECT slug FROM standing_file WHERE file = ?', path);
      if (kind === 'site') this.touched.site = true;
      const slug = row && textOf(row, 'slug');
      const above = slug === undefined ? undefined : parentOf(store, slug);
      store.run('DELETE FROM standing_file WHERE file = ?', path);
      if (slug === undefined) return;
      this.touched.targets.add(`${kind} ${slug}`);
      if (kind === 'topic') this.#moveTopic(slug, above);
      this.#touchTwins(kind, slug);
    }
  }

  #noteShown(row: Record<string, unknown>): void {
    if (isSeenAt(row, this.touched.now)) this.touched.shown.add(textOf(row, 'address'));
  }

  #touchTwins(kind: string, slug: string): void {
    for (const row of this.#store.all('SELECT file FROM standing_file WHERE kind = ? AND slug = ?', kind, slug)) {
      this.touched.files.add(textOf(row, 'file'));
    }
  }

  #clearArticle(key: number): void {
    for (const row of this.#store.all('SELECT address FROM alias WHERE article = ?', key))
      this.#touchAlias(textOf(row, 'address'));
    for (const table of ['body', 'alias', 'membership', 'correction'])
      this.#store.run(`DELETE FROM ${table} WHERE article = ?`, key);
  }

  #touchAlias(alias: string): void {
    this.touched.aliases.add(alias);
    this.touched.targets.add(`article ${alias}`);
  }

  /** The topics above a topic, nearest first; a circle ends where it began. */
  #ancestorsOf(slug: string): string[] {
    const known = this.#ancestors.get(slug);
    if (known) return known;
    const found: string[] = [];
    for (
      let next = parentOf(this.#store, slug);
      next !== undefined && next !== slug && !found.includes(next);
      next = parentOf(this.#store, next)
    ) {
      found.push(next);
    }
    this.#ancestors.set(slug, found);
    return found;
  }

  /** A topic was written or taken away that had another one above it before; most edits leave the tree as it was. */
  #moveTopic(slug: string, above: string | undefined): void {
    this.touched.topics = true;
    if (parentOf(this.#store, slug) === above) return;
    this.touched.tree = true;
    this.#ancestors.clear();
  }

  #addProblem(each: Problem, across: boolean): void {
    this.#store.run('INSERT INTO problem VALUES (?, ?, ?)', each.file, across ? 1 : 0, JSON.stringify(each));
  }
}

function parentOf(store: Store, slug: string): string | undefined {
  const parent = store.get("SELECT parent FROM standing WHERE kind = 'topic' AND slug = ?", slug)?.['parent'];
  return typeof parent === 'string' ? parent : undefined;
}
