import type { Problem } from '../model/problem.ts';
import type { ListKind } from '../model/collection.ts';
import type { Place, Places } from '../model/place.ts';
import { dayAfter } from '../model/period.ts';
import type { Storyline } from '../model/storyline.ts';
import { never, type Audience } from '../store/schema.ts';
import { numberOf, textOf, type Row, type Store } from '../store/store.ts';
import { leaveLists, moveGate } from '../store/title-lists.ts';
import { KeyTermsWriter } from '../related/key-terms-writer.ts';
import { addOpenedWords, IndexWriter, WordWriter } from '../search/write.ts';
import { isVisible } from '../store/visible.ts';
import type { StatedGates } from '../intake/gate-marks.ts';
import { isOwnAddress, type OwnAddresses } from '../model/own-addresses.ts';
import { addressOf } from './collisions.ts';
import { kindAt } from './content-names.ts';
import { placeOf, replaceSpellings } from './places.ts';
import { refusedFile } from './refused-files.ts';
import type { FileReading } from './read-file.ts';
import { previewGates, type ArticleRow } from './rows.ts';
import type { Scan } from './scan.ts';

/** What a compile has changed, so that cross-file checks read no more than they must. */
export interface Touched {
  /** Whether the store is new, so that everything is touched. The sets are empty then: those of a large archive are large. */
  all: boolean;
  files: Set<string>;
  /** `kind target` of what was added or removed. */
  targets: Set<string>;
  ids: Set<string>;
  addresses: Set<string>;
  /**
   * Aliases that were added or removed; and the addresses of files that were added or removed, if they have an error or are
   * topics, people or storylines.
   */
  aliases: Set<string>;
  /** Parts of series that were added or removed, as JSON of `[series, part]`. */
  parts: Set<string>;
  /** Places of which some articles may belong elsewhere, because `places.yaml` was written or removed. */
  places: Set<string>;
  /** Addresses at which the public saw an article that this compile has changed, hidden or removed. */
  shown: Set<string>;
  /** The present, in milliseconds. */
  now: number;
  /** Whether a topic was written or removed. */
  topics: boolean;
  /** Whether a topic has another parent than before. */
  tree: boolean;
  /** Whether `site.yaml` was written or removed. */
  site: boolean;
  /** Whether there is a folder that cannot be read, or there was one until now. */
  unread: boolean;
}

/** Writes what was read of the files into the tables, and counts it. */
export class Writer {
  added = 0;
  changed = 0;
  removed = 0;
  /** Whether anything changed that a page could show. */
  changedStore = false;
  readonly touched: Touched;
  readonly #keyTerms: KeyTermsWriter;
  readonly #store: Store;
  readonly #audience: Audience;
  readonly #site: OwnAddresses | undefined;
  readonly #index: IndexWriter;
  readonly #words: WordWriter;
  readonly #ancestors = new Map<string, string[]>();

  /**
   * `now`: the present, in milliseconds. `site`: the addresses that the site answers itself, which no alias can have. `isNew`:
   * whether the store has nothing yet.
   */
  constructor(store: Store, audience: Audience, now: number, site: OwnAddresses | undefined, isNew: boolean) {
    this.#store = store;
    this.#audience = audience;
    this.#site = site;
    this.#index = new IndexWriter(store);
    this.#words = new WordWriter(store);
    this.#keyTerms = new KeyTermsWriter(store);
    this.touched = {
      all: isNew,
      files: new Set(),
      targets: new Set(),
      ids: new Set(),
      addresses: new Set(),
      aliases: new Set(),
      parts: new Set(),
      places: new Set(),
      shown: new Set(),
      now,
      topics: false,
      tree: false,
      site: false,
      unread: false,
    };
  }

  /**
   * Removes what is no longer in the folder: the files at the paths of `gone`, and problems; with `only`, those at or under
   * those paths. If `mayRemove` doubts that the files were deleted, they stay. Returns how many stay.
   */
  removeMissing(
    found: Scan,
    only: string[] | undefined,
    gone: readonly string[],
    mayRemove: (gone: string[]) => boolean,
  ): number {
    // What could not be read may be there all the same: what was live stays.
    const unread = found.problems.filter(({ severity }) => severity === 'error').map(({ file }) => file);
    const isUnread = (path: string): boolean => unread.some((file) => path === file || path.startsWith(`${file}/`));
    const missing = gone.filter((path) => !isUnread(path));
    const removes = mayRemove(missing);
    for (const path of removes ? missing : []) {
      const row = this.#store.get('SELECT kind FROM file WHERE path = ?', path);
      if (row) this.#remove(path, textOf(row, 'kind'));
    }
    // Problems of paths that are no files: a link that leads out of the folder, a name that nothing reads.
    const strays = "SELECT DISTINCT file FROM problem WHERE scope = 'file' AND file NOT IN (SELECT path FROM file) AND";
    for (const row of this.#under(strays, 'file', only)) {
      const file = textOf(row, 'file');
      if (refusedFile(this.#store, [file]) !== undefined) this.#touchStray(file);
      this.#store.run('DELETE FROM problem WHERE file = ?', file);
    }
    for (const file of unread) {
      this.#touchStray(file);
      this.#store.run("DELETE FROM problem WHERE file = ? AND scope = 'file'", file);
      // When it can be read again it is read, whatever its date.
      this.#store.run("UPDATE file SET hash = '' WHERE path = ?", file);
    }
    this.addProblems(found.problems);
    return removes ? 0 : missing.length;
  }

  /**
   * Writes what was collected, and adds the words of articles that have opened to those that search can suggest. Call it
   * after the lists are counted.
   */
  finish(): void {
    this.#index.finish();
    if (this.changedStore) addOpenedWords(this.#store, this.#words, this.touched.now);
    this.#words.flush();
    this.#keyTerms.finish(this.touched.now);
  }

  addProblems(problems: readonly Problem[]): void {
    for (const each of problems)
      this.#store.run("INSERT INTO problem VALUES (?, 'file', ?)", each.file, JSON.stringify(each));
  }

  /** The rows at or under some paths; all rows where no paths are given. */
  #under(sql: string, column: string, only: string[] | undefined): Row[] {
    return only ? rowsUnder(this.#store, sql, column, only) : this.#store.all(`${sql} true`);
  }

  take(reading: FileReading): void {
    const { path, kind, size, modified, stamp, hash, result } = reading;
    const store = this.#store;
    store.run('INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)', path, kind, size, modified, stamp, hash);
    if (result.type === 'unchanged') return;
    if (!this.touched.all) store.run("DELETE FROM problem WHERE file = ? AND scope = 'file'", path);
    this.addProblems(reading.problems);
    this.#touch('files', path);
    if (result.type === 'broken') {
      if (kind === 'picture') this.#dropPicture(path);
      else this.#limit(path, result.gates);
      this.#touchNamed(path, kind);
      // An earlier version has its references. An alias that is new counts as written, though nothing leads on yet.
      if (!this.#hasEarlier(path)) this.#clearReferences(path);
      for (const { kind: claims, target } of reading.references)
        store.run('DELETE FROM reference WHERE file = ? AND kind = ? AND target = ?', path, claims, target);
      this.#addReferences(path, reading.references);
      return;
    }
    this.changedStore = true;
    this.#clearReferences(path);
    this.#addReferences(path, reading.references);
    if (result.type === 'article') {
      const gates = this.#audience === 'public' ? undefined : previewGates(result.row, this.#audience);
      this.#putArticle(path, { ...result.row, ...gates });
    } else if (result.type === 'entity') this.#putEntity(path, kind, result.slug, result.parent, result.value);
    else {
      const src = nameOf(path, kind);
      this.#touch('targets', `picture ${src}`);
      store.run(
        'INSERT OR REPLACE INTO picture VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        path,
        src,
        result.info.width,
        result.info.height,
        result.info.format,
        size,
        modified,
        hash,
        Number(result.info.flat),
      );
    }
  }

  #addReferences(path: string, references: FileReading['references']): void {
    for (const { kind, target, line, column, field } of references)
      this.#store.run('INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?)', path, kind, target, line, column, field);
  }

  #clearReferences(path: string): void {
    if (this.touched.all) return;
    const aliases = "SELECT target FROM reference WHERE file = ? AND kind = 'alias'";
    for (const row of this.#store.all(aliases, path)) this.touched.aliases.add(textOf(row, 'target'));
    this.#store.run('DELETE FROM reference WHERE file = ?', path);
  }

  /** Whether a version of a file without an error is in the store. */
  #hasEarlier(path: string): boolean {
    return ['article', 'entity_file', 'picture'].some((table) =>
      this.#store.get(`SELECT 1 FROM ${table} WHERE file = ?`, path),
    );
  }

  /** Has the files checked that name a file with an error, and the address that such a file has or had. */
  #touchNamed(path: string, kind: string): void {
    if (this.touched.all) return;
    if (kind === 'article') this.touched.aliases.add(addressOf(path));
    this.touched.targets.add(`${kind} ${nameOf(path, kind)}`);
  }

  /** The same for a path that cannot be read or is outside the folder, or that was until now. It may be a folder. */
  #touchStray(path: string): void {
    const kind = kindAt(path);
    if (kind === undefined) return;
    this.#touchNamed(path, kind);
    if (!/\.mdx?$/.test(path)) this.touched.unread = true;
  }

  #putArticle(path: string, row: ArticleRow): void {
    const before = this.touched.all
      ? undefined
      : this.#store.get('SELECT key, id, address, status, opens, closes, search_row FROM article WHERE file = ?', path);
    if (before) {
      this.changed += 1;
      this.#noteShown(before);
      this.touched.ids.add(textOf(before, 'id'));
    } else this.added += 1;
    if (before?.['opens'] !== row.opens || before['closes'] !== row.closes || before['status'] !== row.status)
      this.#touch('targets', `article ${row.address}`);
    this.#touch('ids', row.id);
    this.#touch('addresses', row.address);
    const known = before && numberOf(before, 'key');
    if (known !== undefined) this.#clearArticle(known);
    const formerRow = before && numberOf(before, 'search_row');
    if (formerRow !== undefined) this.#index.delete(formerRow);
    const searchRow = this.#index.add(row.search, formerRow);
    if (isVisible({ opens: row.opens, closes: row.closes }, this.touched.now)) this.#words.add(row.search.words);
    const inserted = this.#insertArticle(path, row, known, searchRow);
    const key = known ?? inserted;
    this.#keyTerms.put(key, row.published, row.related);
    this.#putParts(key, row);
  }

  /** Returns the number of the row. `known` is its key, if the article had one. */
  #insertArticle(path: string, row: ArticleRow, known: number | undefined, searchRow: number): number {
    return this.#store.run(
      `INSERT OR REPLACE INTO article
         (key, file, address, id, id_line, published, status, opens, closes, written_opens, gone_from, changed,
         search_row, day, type, detail)
       VALUES
         (:key, :file, :address, :id, :idLine, :published, :status, :opens, :closes, :opens, :goneFrom, :changed,
         :searchRow, :day, :type, :detail)`,
      {
        key: known ?? null,
        file: path,
        address: row.address,
        id: row.id,
        idLine: row.idLine,
        published: row.published,
        status: row.status,
        opens: row.opens,
        closes: row.closes,
        goneFrom: row.goneFrom,
        changed: row.changed,
        searchRow,
        day: row.search.day,
        type: row.type,
        detail: row.detail,
      },
    );
  }

  /** Writes what other tables have of an article: its body, aliases, corrections, part of a series and lists. */
  #putParts(key: number, row: ArticleRow): void {
    const store = this.#store;
    store.run('INSERT INTO body VALUES (?, ?)', key, row.body);
    for (const alias of this.#usable(row.aliases)) {
      this.#touchAlias(alias);
      store.run('INSERT OR IGNORE INTO alias VALUES (?, ?)', alias, key);
    }
    row.corrections.forEach(({ at, value }, number) => {
      const opens = Math.max(at, row.opens);
      const sql = 'INSERT INTO correction VALUES (?, ?, ?, ?, ?, ?, ?)';
      store.run(sql, at, row.address, number, key, opens, row.closes, value);
    });
    if (row.series) {
      const { key: series, part } = row.series;
      this.#touch('parts', JSON.stringify([series, part]));
      store.run('INSERT INTO series_part VALUES (?, ?, ?)', series, part, key);
    }
    for (const { kind, slug } of row.lists) {
      this.#join(kind, kind === 'place' ? placeOf(store, slug, row.country) : slug, row, key, 1);
      if (kind === 'topic') for (const ancestor of this.#ancestorsOf(slug)) this.#join(kind, ancestor, row, key, 0);
    }
  }

  #join(kind: ListKind, slug: string, row: ArticleRow, key: number, direct: 0 | 1): void {
    this.#store.run(
      `INSERT INTO membership VALUES (0, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET direct = max(direct, excluded.direct)`,
      kind,
      slug,
      row.published,
      row.address,
      key,
      row.opens,
      row.closes,
      direct,
      row.background,
    );
  }

  #putEntity(path: string, kind: string, slug: string, parent: string | null, value: string): void {
    const store = this.#store;
    this.touched.targets.add(`${kind} ${slug}`);
    if (kind === 'site') this.touched.site = true;
    const above = parentOf(store, slug);
    this.#touchTwins(kind, slug);
    this.#clearEntity(path);
    store.run('INSERT INTO entity_file VALUES (?, ?, ?, ?, ?)', path, kind, slug, parent, value);
    const { aliases = [] }: { aliases?: string[] } = JSON.parse(value);
    for (const address of this.#usable(aliases))
      store.run('INSERT OR IGNORE INTO entity_alias VALUES (?, ?, ?, ?)', address, kind, slug, path);
    if (kind === 'storyline') {
      const { topics, ahead }: Storyline = JSON.parse(value);
      for (const { date } of ahead) store.run('INSERT INTO ahead VALUES (?, ?)', path, dayAfter(date));
      for (const topic of topics)
        store.run('INSERT OR IGNORE INTO storyline_topic VALUES (?, ?, ?)', topic, slug, path);
    } else if (kind === 'places') {
      const { places }: Places = JSON.parse(value);
      this.#putSpellings(places);
    }
    if (kind === 'topic') this.#moveTopic(slug, above);
    this.#touchTwins(kind, slug);
  }

  #putSpellings(places: readonly Place[]): void {
    for (const place of replaceSpellings(this.#store, places)) this.touched.places.add(place);
  }

  /** Aliases without the addresses of the site itself, which the cross-file checks report. */
  #usable(aliases: readonly string[]): readonly string[] {
    const site = this.#site;
    return site ? aliases.filter((alias) => !isOwnAddress(site, alias)) : aliases;
  }

  /** For a broken file that states when its article may be seen: the earlier version is seen at no other time. */
  #limit(path: string, { hides, published, expires }: StatedGates): void {
    const isPublic = this.#audience === 'public';
    if (hides || (isPublic && published !== undefined && published > this.touched.now)) this.#hide(path);
    else if (isPublic && expires !== undefined) this.#close(path, expires);
  }

  #close(path: string, expires: number): void {
    const row = this.#store.get('SELECT key, address, opens, closes FROM article WHERE file = ?', path);
    if (!row || numberOf(row, 'closes') <= expires) return;
    this.changedStore = true;
    this.#noteShown(row);
    const key = numberOf(row, 'key');
    this.#store.run('UPDATE article SET closes = :expires WHERE key = :key', { expires, key });
    moveGate(this.#store, key, 'closes', expires);
    this.#store.run('UPDATE correction SET closes = :expires WHERE article = :key', { expires, key });
  }

  /** Hides the earlier version of an article whose file is broken. */
  #hide(path: string): void {
    this.#hidePage(path);
    const row = this.#store.get('SELECT key, address, opens, closes FROM article WHERE file = ?', path);
    if (!row) return;
    this.changedStore = true;
    this.#noteShown(row);
    const key = numberOf(row, 'key');
    this.#store.run(
      "UPDATE article SET opens = :never, written_opens = :never, gone_from = NULL, status = 'withheld' WHERE key = :key",
      { never, key },
    );
    moveGate(this.#store, key, 'opens', never);
    this.#store.run('UPDATE correction SET opens = ? WHERE article = ?', never, key);
  }

  /** Removes the earlier version of a page whose file is broken. */
  #hidePage(path: string): void {
    const row = this.#store.get("SELECT slug FROM entity_file WHERE kind = 'page' AND file = ?", path);
    if (!row) return;
    this.changedStore = true;
    this.#touchTwins('page', textOf(row, 'slug'));
    this.#clearEntity(path);
  }

  #remove(path: string, kind: string): void {
    const store = this.#store;
    this.changedStore = true;
    this.touched.files.add(path);
    store.run('DELETE FROM file WHERE path = ?', path);
    store.run('DELETE FROM problem WHERE file = ?', path);
    this.#clearReferences(path);
    this.#touchNamed(path, kind);
    if (kind === 'article') {
      const row = store.get('SELECT key, id, address, opens, closes, search_row FROM article WHERE file = ?', path);
      if (!row) return;
      this.removed += 1;
      this.#noteShown(row);
      this.touched.ids.add(textOf(row, 'id'));
      this.touched.addresses.add(textOf(row, 'address'));
      this.#clearArticle(numberOf(row, 'key'));
      this.#keyTerms.remove(numberOf(row, 'key'));
      this.#index.delete(numberOf(row, 'search_row'));
      store.run('DELETE FROM article WHERE file = ?', path);
    } else if (kind === 'picture') {
      this.#dropPicture(path);
    } else if (kind === 'site') {
      // Its settings stay, or the site would be published without its name, under an address that is not its own.
      this.touched.site = true;
    } else {
      const row = store.get('SELECT slug FROM entity_file WHERE file = ?', path);
      if (!row) return;
      const slug = textOf(row, 'slug');
      const above = parentOf(store, slug);
      this.#touchTwins(kind, slug);
      this.#clearEntity(path);
      if (kind === 'places') this.#putSpellings([]);
      if (kind === 'topic') this.#moveTopic(slug, above);
      this.#touchTwins(kind, slug);
    }
  }

  /** A file that is no picture any more is not shown: what it showed before is gone. */
  #dropPicture(path: string): void {
    if (!this.#store.get('SELECT 1 FROM picture WHERE file = ?', path)) return;
    this.changedStore = true;
    this.#store.run('DELETE FROM picture WHERE file = ?', path);
  }

  #noteShown(row: Row): void {
    if (isVisible(row, this.touched.now)) this.touched.shown.add(textOf(row, 'address'));
  }

  /** Has the files of an entity checked, with their aliases and their address; before it is changed, and after. */
  #touchTwins(kind: string, slug: string): void {
    if (this.touched.all) return;
    for (const row of this.#store.all('SELECT file FROM entity_file WHERE kind = ? AND slug = ?', kind, slug)) {
      const file = textOf(row, 'file');
      this.touched.files.add(file);
      this.touched.aliases.add(addressOf(file));
      for (const alias of this.#store.all('SELECT address FROM entity_alias WHERE file = ?', file))
        this.#touchAlias(textOf(alias, 'address'));
    }
  }

  #clearEntity(path: string): void {
    for (const table of ['entity_file', 'entity_alias', 'storyline_topic', 'ahead'])
      this.#store.run(`DELETE FROM ${table} WHERE file = ?`, path);
  }

  #clearArticle(key: number): void {
    for (const row of this.#store.all('SELECT address FROM alias WHERE article = ?', key))
      this.#touchAlias(textOf(row, 'address'));
    for (const row of this.#store.all('SELECT series, part FROM series_part WHERE article = ?', key))
      this.touched.parts.add(JSON.stringify([textOf(row, 'series'), numberOf(row, 'part')]));
    leaveLists(this.#store, key);
    for (const table of ['body', 'alias', 'series_part', 'correction'])
      this.#store.run(`DELETE FROM ${table} WHERE article = ?`, key);
  }

  #touch(set: 'files' | 'targets' | 'ids' | 'addresses' | 'parts', value: string): void {
    if (!this.touched.all) this.touched[set].add(value);
  }

  #touchAlias(alias: string): void {
    if (this.touched.all) return;
    this.touched.aliases.add(alias);
    this.touched.targets.add(`article ${alias}`);
    this.touched.targets.add(`page ${alias.slice(1)}`);
    // A link in a text may lead to a topic, a person or a storyline by an alias.
    const kind = kindAt(alias.slice(1));
    if (kind !== undefined) this.touched.targets.add(`${kind} ${nameOf(alias.slice(1), kind)}`);
  }

  /** The topics above a topic, nearest first; a cycle ends where it began. */
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

  /** Notes that a topic was written or removed, which had `above` as its parent; most edits leave the tree as it was. */
  #moveTopic(slug: string, above: string | undefined): void {
    this.touched.topics = true;
    if (parentOf(this.#store, slug) === above) return;
    this.touched.tree = true;
    this.#ancestors.clear();
  }
}

/** The name by which other files refer to a file: an address, a path under `images/`, or a slug. */
function nameOf(path: string, kind: string): string {
  if (kind === 'picture') return path.slice('images/'.length).normalize('NFC');
  if (kind === 'article') return addressOf(path);
  return kind === 'page' ? addressOf(path).slice(1) : addressOf(path).replace(/^.*\/|\.yaml$/g, '');
}

/** The rows at or under some paths. `sql` ends with a condition to which another one can be added. */
export function rowsUnder(store: Store, sql: string, column: string, paths: readonly string[]): Row[] {
  // `0` is the character after `/`: the range holds everything in the folder.
  const range = `${sql} (${column} = :path OR (${column} >= :first AND ${column} < :end))`;
  // One path may be inside another.
  const rows = paths.flatMap((path) => store.all(range, { path, first: `${path}/`, end: `${path}0` }));
  return [...new Map(rows.map((row) => [row[column], row])).values()];
}

function parentOf(store: Store, slug: string): string | undefined {
  const parent = store.get("SELECT parent FROM entity WHERE kind = 'topic' AND slug = ?", slug)?.['parent'];
  return typeof parent === 'string' ? parent : undefined;
}
