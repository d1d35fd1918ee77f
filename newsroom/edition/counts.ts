import type { ListKind } from '../model/collection.ts';
import { countDifference, spanOf } from '../store/counts.ts';
import { numberOf, textOf, type Row, type Store } from '../store/store.ts';
import { ownListsWith } from '../store/title-lists.ts';
import { gatedBetween, visibleAt } from '../store/visible.ts';
import type { Dependencies } from './dependencies.ts';

/** An article of a day was published before the beginning of the day in UTC and this; milliseconds. */
const anyZone = 2 * 86_400_000;

/** A list and how many public articles it has. */
export interface ListCount {
  slug: string;
  count: number;
}

/** A day of the archive with public articles. */
export interface DayCount {
  /** `YYYY/MM/DD` */
  day: string;
  count: number;
  /** When one of its public articles last opened or changed; milliseconds. It does not say when one was hidden. */
  lastChange: number;
}

/**
 * How many public articles each list has at one instant, without reading the list: the store counted them at the last
 * compile, and the few articles with a gate between then and now are read once.
 */
export class Counts {
  readonly #store: Store;
  readonly #now: number;
  readonly #dependencies: Dependencies;
  /** The instant at which the store counted; milliseconds. */
  readonly #counted: number;
  #differences: Map<string, Map<string, number>> | undefined;
  #changedDays: Set<string> | undefined;

  /** `now` in milliseconds. */
  constructor(store: Store, now: number, dependencies: Dependencies) {
    this.#store = store;
    this.#now = now;
    this.#dependencies = dependencies;
    this.#counted = Number(store.meta('counted_at') ?? now);
  }

  of(kind: ListKind, slug: string): number {
    this.#dependencies.add(`list ${kind} ${slug}`);
    return this.#of(kind, slug);
  }

  /** Whether a list has any public article. */
  has(kind: ListKind, slug: string): boolean {
    this.#dependencies.add(`has ${kind} ${slug}`);
    return this.#of(kind, slug) > 0;
  }

  #of(kind: ListKind, slug: string): number {
    const row = this.#store.get('SELECT count FROM list_count WHERE kind = :kind AND slug = :slug', { kind, slug });
    return (row ? numberOf(row, 'count') : 0) + (this.#differencesOf(kind).get(slug) ?? 0);
  }

  /** The lists of a kind that have any public article, by slug; only those whose slug begins with `prefix`. */
  all(kind: ListKind, prefix = ''): ListCount[] {
    this.#dependencies.add(`counts ${kind}`);
    return this.#all(kind, prefix);
  }

  /** The slugs of the lists of a kind that have any public article, in the order of `all`. */
  slugs(kind: ListKind): string[] {
    this.#dependencies.add(`lists ${kind}`);
    return this.#all(kind, '').map(({ slug }) => slug);
  }

  /** Whether any list of a kind that has a public article is of a sort. While the one that was found has any, no other matters. */
  hasAny(kind: ListKind, isOfSort: (slug: string) => boolean): boolean {
    const found = this.#all(kind, '').find(({ slug }) => isOfSort(slug));
    this.#dependencies.add(found ? `has ${kind} ${found.slug}` : `lists ${kind}`);
    return found !== undefined;
  }

  #all(kind: ListKind, prefix: string): ListCount[] {
    // No slug has a character after U+10FFFF.
    const rows = this.#store.all(
      'SELECT slug, count FROM list_count WHERE kind = :kind AND slug >= :prefix AND slug < :end ORDER BY slug',
      { kind, prefix, end: `${prefix}\u{10FFFF}` },
    );
    const counts = new Map(rows.map((row) => [textOf(row, 'slug'), numberOf(row, 'count')]));
    const differences = [...this.#differencesOf(kind)].filter(([slug]) => slug.startsWith(prefix));
    for (const [slug, more] of differences) counts.set(slug, (counts.get(slug) ?? 0) + more);
    const found = [...counts].filter(([, count]) => count > 0).map(([slug, count]) => ({ slug, count }));
    return differences.length === 0
      ? found
      : // By bytes of UTF-8, as the store sorts: code units would put some letters elsewhere.
        found.toSorted((a, b) => Buffer.compare(Buffer.from(a.slug), Buffer.from(b.slug)));
  }

  /** The nearest day with public articles, as `YYYY/MM/DD`, before another one or after it. */
  nearestDay(day: string, side: 'before' | 'after'): string | undefined {
    const [comparison, order] = side === 'before' ? ['<', 'DESC'] : ['>', 'ASC'];
    // What the store counted does not hold for these.
    const changed = [...this.#differencesOf('day').keys()];
    const row = this.#store.get(
      `SELECT slug FROM list_count
       WHERE kind = 'day' AND slug ${comparison} :day AND count > 0 AND slug NOT IN (SELECT value FROM json_each(:changed))
       ORDER BY slug ${order} LIMIT 1`,
      { day, changed: JSON.stringify(changed) },
    );
    const days = changed.filter((each) => (side === 'before' ? each < day : each > day) && this.#of('day', each) > 0);
    if (row) days.push(textOf(row, 'slug'));
    const found = days.toSorted().at(side === 'before' ? -1 : 0);
    const last = side === 'before' ? day : found;
    this.#dependencies.add('lists day', last === undefined ? Infinity : Date.parse(last) + anyZone);
    return found;
  }

  /**
   * Days with public articles whose `YYYY/MM/DD` begins with `prefix`. `changedAt` says when the substance of an article
   * last changed, in milliseconds; it is asked about articles that will change after the edition's instant.
   */
  days(prefix: string, changedAt: (article: Row) => number): DayCount[] {
    this.#dependencies.add('anything');
    const rows = this.#store.all(
      "SELECT slug, last_change FROM list_count WHERE kind = 'day' AND slug >= :prefix AND slug < :end",
      { prefix, end: `${prefix}~` },
    );
    const stored = new Map(rows.map((row) => [textOf(row, 'slug'), row['last_change']]));
    this.#changedDays ??= this.#readChangedDays();
    return this.#all('day', prefix).map(({ slug: day, count }) => {
      const known = this.#changedDays?.has(day) ? undefined : stored.get(day);
      const lastChange = typeof known === 'number' ? known : this.#lastChangeOf(day, changedAt);
      return { day, count, lastChange };
    });
  }

  /** Days on which the edition may see something else than the store did when it counted. */
  #readChangedDays(): Set<string> {
    const sql = `SELECT substr(address, 2, 10) AS day FROM article WHERE key IN (${gatedBetween})
      UNION SELECT substr(address, 2, 10) FROM article WHERE changed > :from`;
    return new Set(this.#store.all(sql, spanOf(this.#counted, this.#now)).map((row) => textOf(row, 'day')));
  }

  #lastChangeOf(day: string, changedAt: (article: Row) => number): number {
    const rows = this.#store.all(
      `SELECT file, article.opens, changed, CASE WHEN changed > :now THEN detail END AS detail
       FROM membership JOIN article ON article = key
       WHERE kind = 'day' AND slug = :day AND ${visibleAt(':now', 'membership.')}`,
      { day, now: this.#now },
    );
    let last = 0;
    for (const row of rows)
      last = Math.max(last, numberOf(row, 'opens'), row['detail'] === null ? numberOf(row, 'changed') : changedAt(row));
    return last;
  }

  #differencesOf(kind: ListKind): Map<string, number> {
    this.#differences ??= this.#readDifferences();
    return this.#differences.get(kind) ?? new Map<string, number>();
  }

  #readDifferences(): Map<string, Map<string, number>> {
    const found = new Map<string, Map<string, number>>();
    if (this.#counted === this.#now) return found;
    const rows = this.#store.all(
      `SELECT kind, slug, ${countDifference} AS difference FROM (${ownListsWith(gatedBetween)}) GROUP BY kind, slug`,
      { now: this.#now, counted: this.#counted, ...spanOf(this.#counted, this.#now) },
    );
    for (const row of rows) {
      const kind = textOf(row, 'kind');
      let slugs = found.get(kind);
      if (!slugs) found.set(kind, (slugs = new Map()));
      if (numberOf(row, 'difference') !== 0) slugs.set(textOf(row, 'slug'), numberOf(row, 'difference'));
    }
    return found;
  }
}
