import { never } from '../store/schema.ts';
import { bytesOf, numberOf, type Store } from '../store/store.ts';
import { packNumbers, unpackKeyTerms, unpackNumbers } from './packing.ts';
import { changeCounts, countAll, TermChanges } from './term-counts.ts';
import { growth } from './weights.ts';

/** What the store holds of an article so that related stories are found. */
export interface RelatedRow {
  length: number;
  topics: string;
  storyline: string;
  /** Packed, see `packKeyTerms`. */
  terms: Uint8Array;
  /** Packed, see `packTerms`. */
  allTerms: Uint8Array;
  /** JSON of the credits of its pictures; empty where it has none. */
  credits: string;
}

/** So many articles are collected before they are written to `term_articles`. */
const batch = 2_000;
/** From so many articles on, counting all is faster than counting the difference. */
const manyArticles = 5_000;

/** Counts again what other statements change of the gates. */
const trigger = `CREATE TRIGGER IF NOT EXISTS term_gates AFTER UPDATE OF opens, closes ON article
  BEGIN INSERT OR IGNORE INTO term_recount VALUES (NEW.key); END;`;

/** Writes the key terms of articles in one compile, and keeps their counts. Call `finish` at the end. */
export class KeyTermsWriter {
  readonly #store: Store;
  /** Articles that are not in `term_articles` yet, by term and year. */
  #added = new Map<number, number[]>();
  #waiting = 0;
  readonly #changes = new TermChanges();
  readonly #touched = new Set<number>();
  /** Whether all articles are to be counted, at the end. */
  readonly #isNew: boolean;
  /** The earliest publication of what was written or removed. */
  #earliest = Infinity;

  constructor(store: Store) {
    this.#store = store;
    this.#isNew = store.meta('terms_until') === undefined;
  }

  put(article: number, published: number, row: RelatedRow): void {
    if (!this.#isNew) this.remove(article);
    this.#store.run('INSERT INTO key_terms VALUES (:article, :published, :length, :topics, :storyline, 0, :terms)', {
      article,
      published,
      length: row.length,
      topics: row.topics,
      storyline: row.storyline,
      terms: row.terms,
    });
    this.#store.run('INSERT INTO article_terms VALUES (?, ?, ?)', article, row.allTerms, row.credits);
    const year = yearOf(published);
    for (const { term } of unpackKeyTerms(row.terms)) {
      const place = placeOf(term, year);
      const known = this.#added.get(place);
      if (known) known.push(article);
      else this.#added.set(place, [article]);
    }
    if (!this.#isNew) this.#touched.add(article);
    this.#earliest = Math.min(this.#earliest, published);
    this.#waiting += 1;
    if (this.#waiting >= batch) this.#flush();
  }

  remove(article: number): void {
    const row = this.#store.get('SELECT published, counted, terms FROM key_terms WHERE article = ?', article);
    if (!row) return;
    this.#flush();
    const published = numberOf(row, 'published');
    this.#earliest = Math.min(this.#earliest, published);
    const terms = unpackKeyTerms(bytesOf(row, 'terms'));
    if (row['counted'] === 1) this.#changes.add(terms, -1);
    const year = yearOf(published);
    for (const { term } of terms) this.#take(term, year, article);
    for (const table of ['key_terms', 'article_terms'])
      this.#store.run(`DELETE FROM ${table} WHERE article = ?`, article);
  }

  #take(term: number, year: number, article: number): void {
    const row = this.#store.get('SELECT articles FROM term_articles WHERE term = ? AND year = ?', term, year);
    if (!row) return;
    const left = unpackNumbers(bytesOf(row, 'articles')).filter((each) => each !== article);
    if (left.length === 0) this.#store.run('DELETE FROM term_articles WHERE term = ? AND year = ?', term, year);
    else
      this.#store.run(
        'UPDATE term_articles SET articles = ? WHERE term = ? AND year = ?',
        packNumbers(left),
        term,
        year,
      );
  }

  #flush(): void {
    // In the order of the table: neighbours are on one page of the file.
    for (const [place, articles] of [...this.#added].toSorted(([a], [b]) => a - b)) {
      this.#store.run(
        `INSERT INTO term_articles VALUES (?, ?, ?)
         ON CONFLICT (term, year) DO UPDATE SET articles = CAST(articles || excluded.articles AS BLOB)`,
        Math.floor(place / years),
        place % years,
        packNumbers(articles),
      );
    }
    this.#added = new Map();
    this.#waiting = 0;
  }

  /** Writes what is left, and brings the counts up to date. After the counts of lists. `now` in milliseconds. */
  finish(now: number): void {
    this.#flush();
    const store = this.#store;
    const isNew = this.#isNew;
    if (isNew) store.database.exec(trigger);
    for (const row of store.all('SELECT article, published FROM term_recount CROSS JOIN key_terms USING (article)')) {
      this.#touched.add(numberOf(row, 'article'));
      this.#earliest = Math.min(this.#earliest, numberOf(row, 'published'));
    }
    store.run('DELETE FROM term_recount');
    const size = countedSize(store, now);
    const former = { size: Number(store.meta('terms_size') ?? 0), until: Number(store.meta('terms_until') ?? -1) };
    const moved = size !== former.size || this.#earliest <= former.until;
    const until = moved ? lastCounted(store, size, now) : former.until;
    if (until !== former.until) {
      const range = { from: Math.min(until, former.until), to: Math.max(until, former.until), limit: manyArticles };
      const between = store.all('SELECT key FROM article WHERE opens > :from AND opens <= :to LIMIT :limit', range);
      if (isNew || between.length === manyArticles) {
        countAll(store, until);
        this.#saveSpan(size, until);
        return;
      }
      for (const row of between) this.#touched.add(numberOf(row, 'key'));
    }
    for (const article of this.#touched) this.#recount(article, until);
    changeCounts(store, this.#changes);
    if (moved || isNew) this.#saveSpan(size, until);
  }

  #recount(article: number, until: number): void {
    const row = this.#store.get(
      'SELECT counted, opens, closes, terms FROM key_terms JOIN article ON article.key = key_terms.article WHERE key = ?',
      article,
    );
    if (!row) return;
    const counts = numberOf(row, 'opens') <= until && numberOf(row, 'closes') === never ? 1 : 0;
    if (counts === row['counted']) return;
    this.#changes.add(unpackKeyTerms(bytesOf(row, 'terms')), counts === 1 ? 1 : -1);
    this.#store.run('UPDATE key_terms SET counted = ? WHERE article = ?', counts, article);
  }

  #saveSpan(size: number, until: number): void {
    this.#store.run("INSERT OR REPLACE INTO meta VALUES ('terms_size', ?)", String(size));
    this.#store.run("INSERT OR REPLACE INTO meta VALUES ('terms_until', ?)", String(until));
  }
}

/**
 * How many of the oldest articles are counted: the number grows in steps, so that counts seldom change. It does not depend on
 * articles that close, since nothing is counted again when they do.
 */
function countedSize(store: Store, now: number): number {
  const all = store.get("SELECT count FROM list_count WHERE kind = 'all' AND slug = ''")?.['count'];
  const sql = 'SELECT count(*) AS n FROM article WHERE closes > :now AND closes < :never AND opens <= :now';
  const count = typeof all === 'number' ? all - numberOf(store.get(sql, { now, never }), 'n') : 0;
  if (count < 1) return 0;
  return Math.floor(growth ** Math.floor(Math.log(count) / Math.log(growth) + 1e-9));
}

/** When the last article opened that is counted; -1 where none is. What closes at some time is never counted. */
function lastCounted(store: Store, size: number, now: number): number {
  if (size === 0) return -1;
  const sql = 'SELECT opens FROM article WHERE closes = :never AND opens <= :now ORDER BY opens';
  const row =
    store.get(`${sql} LIMIT 1 OFFSET :offset`, { never, now, offset: size - 1 }) ??
    store.get(`${sql} DESC LIMIT 1`, { never, now });
  return row ? numberOf(row, 'opens') : -1;
}

/** The number of years that are counted separately, from 1970 on. */
const years = 1024;

/** The year of an instant in milliseconds, counted from 1970. */
export function yearOf(instant: number): number {
  return Math.max(0, Math.min(years - 1, new Date(instant).getUTCFullYear() - 1970));
}

function placeOf(term: number, year: number): number {
  return term * years + year;
}
