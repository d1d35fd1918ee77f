import type { ListKind } from '../model/collection.ts';
import { difference, gatedBetween, seenAt } from '../store/seen.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';

type Row = Record<string, unknown>;

/**
 * How many public articles each gathering has at one instant, without walking it: the store counted them at the last
 * compile, and what gates have moved since then (or would move back) is a handful of articles, looked up once.
 */
export class Tally {
  readonly #store: Store;
  readonly #now: number;
  #at: number | undefined;
  #differences: Map<string, Map<string, number>> | undefined;
  #restless: Set<string> | undefined;

  constructor(store: Store, now: number) {
    this.#store = store;
    this.#now = now;
  }

  /** The span between the instant at which the store counted and that of the edition, the earlier first; milliseconds. */
  get #span(): [from: number, to: number] {
    return [Math.min(this.#tallied, this.#now), Math.max(this.#tallied, this.#now)];
  }

  get #tallied(): number {
    return (this.#at ??= Number(this.#store.meta('tallied') ?? this.#now));
  }

  count(kind: ListKind, slug: string): number {
    const row = this.#store.get('SELECT count FROM tally WHERE kind = ? AND slug = ?', kind, slug);
    return (row ? numberOf(row, 'count') : 0) + (this.#differencesOf(kind).get(slug) ?? 0);
  }

  /** The gatherings of a kind that have any, by slug; those alone whose slug begins with `prefix`. */
  counts(kind: ListKind, prefix = ''): { slug: string; count: number }[] {
    // No slug has a sign after U+10FFFF.
    const sql = 'SELECT slug, count FROM tally WHERE kind = ? AND slug >= ? AND slug < ? ORDER BY slug';
    const rows = this.#store.all(sql, kind, prefix, `${prefix}\u{10FFFF}`);
    const differences = [...this.#differencesOf(kind)].filter(([slug]) => slug.startsWith(prefix));
    if (differences.length === 0)
      return rows.map((row) => ({ slug: textOf(row, 'slug'), count: numberOf(row, 'count') }));
    const counts = new Map(rows.map((row) => [textOf(row, 'slug'), numberOf(row, 'count')]));
    for (const [slug, more] of differences) counts.set(slug, (counts.get(slug) ?? 0) + more);
    return (
      [...counts]
        .filter(([, count]) => count > 0)
        .map(([slug, count]) => ({ slug, count }))
        // By bytes of UTF-8, as the store does it: code units would put some letters elsewhere.
        .toSorted((a, b) => Buffer.compare(Buffer.from(a.slug), Buffer.from(b.slug)))
    );
  }

  /**
   * Days with public articles whose `YYYY/MM/DD` begins with `prefix`: how many, and when one of them last came or
   * changed, in milliseconds. `changed` looks at an article that is known to change later than the edition.
   */
  days(prefix: string, changed: (row: Row) => number): { day: string; count: number; moved: number }[] {
    const known = new Map(
      this.#store
        .all("SELECT slug, moved FROM tally WHERE kind = 'day' AND slug >= ? AND slug < ?", prefix, `${prefix}~`)
        .map((row) => [textOf(row, 'slug'), row['moved']]),
    );
    this.#restless ??= this.#readRestless();
    return this.counts('day', prefix).map(({ slug: day, count }) => {
      const moved = this.#restless?.has(day) ? undefined : known.get(day);
      return { day, count, moved: typeof moved === 'number' ? moved : this.#walk(day, changed) };
    });
  }

  /** Days on which the edition may see something else than the store did when it counted. */
  #readRestless(): Set<string> {
    const [from, to] = this.#span;
    const sql = `SELECT substr(address, 2, 10) AS day FROM article WHERE key IN (${gatedBetween})
      UNION SELECT substr(address, 2, 10) FROM article WHERE changed > ?`;
    return new Set(this.#store.all(sql, from, to, from, to, from).map((row) => textOf(row, 'day')));
  }

  #walk(day: string, changed: (row: Row) => number): number {
    const rows = this.#store.all(
      `SELECT file, article.opens, changed, CASE WHEN changed > ? THEN detail END AS detail
       FROM membership JOIN article ON article = key WHERE kind = 'day' AND slug = ? AND ${seenAt('?', 'membership.')}`,
      this.#now,
      day,
      this.#now,
      this.#now,
    );
    let last = 0;
    for (const row of rows)
      last = Math.max(last, numberOf(row, 'opens'), row['detail'] === null ? numberOf(row, 'changed') : changed(row));
    return last;
  }

  #differencesOf(kind: ListKind): Map<string, number> {
    this.#differences ??= this.#readDifferences();
    return this.#differences.get(kind) ?? new Map<string, number>();
  }

  #readDifferences(): Map<string, Map<string, number>> {
    const [from, to] = this.#span;
    const found = new Map<string, Map<string, number>>();
    if (from === to) return found;
    const sql = `SELECT kind, slug, ${difference} AS n FROM membership WHERE article IN (${gatedBetween}) GROUP BY kind, slug`;
    for (const row of this.#store.all(sql, this.#now, this.#now, this.#tallied, this.#tallied, from, to, from, to)) {
      const kind = textOf(row, 'kind');
      let slugs = found.get(kind);
      if (!slugs) found.set(kind, (slugs = new Map()));
      if (numberOf(row, 'n') !== 0) slugs.set(textOf(row, 'slug'), numberOf(row, 'n'));
    }
    return found;
  }
}
