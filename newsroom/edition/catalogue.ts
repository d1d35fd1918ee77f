import type { ListKind } from '../model/collection.ts';
import type { Instant } from '../model/instant.ts';
import { compareText } from '../model/problem.ts';
import { precedence } from '../store/schema.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';
import type { DayCount } from './counts.ts';
import type { Story } from './public.ts';

/** A public article with what a list of addresses says of it. */
export interface ListedStory {
  story: Story;
  /** When its substance last changed. */
  changed: Instant;
  /** The pictures that it shows, by their paths. */
  pictures: string[];
}

/** An address at which the public sees something else than at an earlier instant. */
export interface Change {
  address: string;
  /** `gone` where it does not show the article any more: withdrawn, expired, or moved to another address. */
  kind: 'added' | 'changed' | 'gone';
}

/** What a catalogue asks of the edition that it belongs to: the rules of what may be seen are the edition's. */
interface Rules {
  storyFrom(stored: StoredArticle): Story;
  hasPicture(src: string): boolean;
  wasPublic(row: Record<string, unknown>): boolean;
  changed(row: Record<string, unknown>, stored: StoredArticle): Instant;
  sees(row: Record<string, unknown>): boolean;
  days(prefix: string, changed: (row: Record<string, unknown>) => number): DayCount[];
}

/** One edition's articles as programs take them: by the month, and with those that are no more. */
export class Catalogue {
  readonly #store: Store;
  readonly #now: number;
  readonly #rules: Rules;

  constructor(store: Store, now: number, rules: Rules) {
    this.#store = store;
    this.#now = now;
    this.#rules = rules;
  }

  /** The days whose `YYYY/MM/DD` begins with `prefix`, oldest first. */
  days(prefix: string): DayCount[] {
    return this.#rules.days(prefix, (row) => Date.parse(this.#rules.changed(row, JSON.parse(textOf(row, 'detail')))));
  }

  /** Public articles of the days of a month, `YYYY/MM`, by their position from the oldest; oldest first. */
  ofMonth(month: string, offset: number, size: number): ListedStory[] {
    return this.#store
      .all(
        `SELECT file, detail FROM article JOIN (
           SELECT article, slug AS day, published AS at, address AS place FROM membership
           WHERE kind = 'day' AND slug >= ? AND slug < ? AND opens <= ? AND closes > ?
           ORDER BY slug, published, address LIMIT ? OFFSET ?
         ) ON article = key ORDER BY day, at, place`,
        `${month}/`,
        `${month}/~`,
        this.#now,
        this.#now,
        size,
        offset,
      )
      .map((row) => {
        const stored: StoredArticle = JSON.parse(textOf(row, 'detail'));
        const pictures = this.#store
          .all("SELECT DISTINCT target FROM reference WHERE file = ? AND kind = 'picture'", textOf(row, 'file'))
          .map((named) => textOf(named, 'target'))
          .filter((src) => this.#rules.hasPicture(src));
        return { story: this.#rules.storyFrom(stored), changed: this.#rules.changed(row, stored), pictures };
      });
  }

  /**
   * Articles that came, changed or went after an instant (in milliseconds), by address: by their gates, by what they or
   * git say of their changes, and by what compiles of this store found changed, hidden or gone. What stayed hidden all
   * the while is not among them.
   */
  changesSince(since: number): Change[] {
    const rows = (sql: string): Record<string, unknown>[] => this.#store.all(sql, since, this.#now);
    const addresses = new Set(
      [
        ...rows('SELECT address FROM article WHERE opens > ? AND opens <= ?'),
        ...rows('SELECT address FROM article WHERE closes > ? AND closes <= ? AND opens < closes'),
        ...rows('SELECT address FROM public_change WHERE at > ? AND at <= ?'),
        ...rows('SELECT address FROM article WHERE changed > ? AND opens <= ?'),
      ].map((row) => textOf(row, 'address')),
    );
    return [...addresses].toSorted(compareText).flatMap((address) => this.#changeAt(address, since) ?? []);
  }

  #changeAt(address: string, since: number): Change | undefined {
    const sql = `SELECT * FROM article WHERE address = ? ${precedence} LIMIT 1`;
    const row = this.#store.get(sql, address);
    const noted = this.#store.get('SELECT at FROM public_change WHERE address = ?', address)?.['at'];
    const isNoted = typeof noted === 'number' && since < noted && noted <= this.#now;
    if (!row || !this.#rules.sees(row)) {
      const closed = row && numberOf(row, 'closes') > since && this.#rules.wasPublic(row) && row['status'] === null;
      return isNoted || closed ? { address, kind: 'gone' } : undefined;
    }
    if (numberOf(row, 'opens') > since) return { address, kind: 'added' };
    const stored: StoredArticle = JSON.parse(textOf(row, 'detail'));
    const changed = Date.parse(this.#rules.changed(row, stored)) > since;
    return changed || isNoted ? { address, kind: 'changed' } : undefined;
  }

  /** Since when this store has known what compiles changed, in milliseconds; what was edited before left no trace here. */
  get knownSince(): number | undefined {
    const begun = this.#store.meta('first_compile');
    return begun === undefined ? undefined : Number(begun);
  }

  /** Articles of a gathering, published since an instant, that were public and were killed: ids, never words. */
  killedSince(kind: ListKind, slug: string, since: number): { id: string; changed: Instant }[] {
    return this.#store
      .all(
        `SELECT article.* FROM membership JOIN article ON article = key
         WHERE membership.kind = ? AND membership.slug = ? AND membership.published >= ? AND status = 'killed'
         ORDER BY membership.published DESC, membership.address DESC`,
        kind,
        slug,
        since,
      )
      .flatMap((row) => {
        const stored: StoredArticle = JSON.parse(textOf(row, 'detail'));
        return this.#rules.wasPublic(row) ? [{ id: stored.id, changed: this.#rules.changed(row, stored) }] : [];
      });
  }
}
