import { never } from '../store/schema.ts';
import { bytesOf, numberOf, type Store } from '../store/store.ts';
import { packNumbers, unpackKeyTerms, unpackNumbers, type KeyTerm } from './packing.ts';
import { RarityScale } from './rarity.ts';
import { TermTable } from './vectors.ts';
import { rarityStep } from './weights.ts';

/*
 * How rare a term is, by the public articles of the older part of the archive. That part is cut at an instant that moves
 * only when the archive has grown by a quarter, so that a new story changes no count and no page of an old one. Articles
 * that are hidden, and those that will close, are not counted: hidden text has no influence.
 */

/** By how much the counts of terms change. */
export class TermChanges {
  readonly terms = new Map<number, number>();
  articles = 0;

  add(terms: readonly KeyTerm[], by: 1 | -1): void {
    this.articles += by;
    for (const { term } of terms) this.terms.set(term, (this.terms.get(term) ?? 0) + by);
  }
}

/** Changes the counts in the store by what was collected. */
export function changeCounts(store: Store, changes: TermChanges): void {
  const parts = new Map<number, [term: number, by: number][]>();
  for (const [term, by] of changes.terms) {
    if (by === 0) continue;
    const part = parts.get(term >>> partShift);
    if (part) part.push([term, by]);
    else parts.set(term >>> partShift, [[term, by]]);
  }
  if (parts.size === 0 && changes.articles === 0) return;
  const total = Number(store.meta('terms_counted') ?? 0);
  const scale = scaleOf(total);
  /** Terms that weigh more or less than before. */
  const weighed: number[] = [];
  for (const [part, terms] of parts) {
    const row = store.get('SELECT counts FROM term_count WHERE part = ?', part);
    const counts = row ? mapOf(bytesOf(row, 'counts')) : new Map<number, number>();
    for (const [term, by] of terms) {
      const before = counts.get(term) ?? 0;
      counts.set(term, before + by);
      if ([false, true].some((isName) => scale.of(term, before, isName) !== scale.of(term, before + by, isName)))
        weighed.push(term);
    }
    savePart(store, part, counts);
  }
  if (changes.articles !== 0 || weighed.length > mostWeighed) saveTotal(store, total + changes.articles);
  // An edit of one old story leaves nearly all weights as they are, since these are rounded.
  else if (weighed.length > 0) {
    nextVersion(store);
    store.run("INSERT OR REPLACE INTO meta VALUES ('terms_weighed', ?)", JSON.stringify(weighed));
  }
}

/** If more terms than this have other weights, all lists of related stories are found again. */
const mostWeighed = 50;

function scaleOf(articles: number): RarityScale {
  return new RarityScale(articles, { step: rarityStep(articles), fades: true });
}

/** Counts the terms of all articles that opened at an instant or before; in milliseconds. */
export function countAll(store: Store, until: number): void {
  const parts = Array.from({ length: 256 }, () => new Map<number, number>());
  const counted = `FROM key_terms JOIN article ON article.key = key_terms.article WHERE opens <= :until AND closes = :never`;
  let articles = 0;
  for (const row of store.database.prepare(`SELECT terms ${counted}`).iterate({ until, never })) {
    articles += 1;
    for (const { term } of unpackKeyTerms(bytesOf(row, 'terms'))) {
      const part = parts[term >>> partShift];
      part?.set(term, (part.get(term) ?? 0) + 1);
    }
  }
  store.run('DELETE FROM term_count');
  parts.forEach((counts, part) => savePart(store, part, counts));
  // SQLite keeps what one statement replaces in memory, so a statement writes some of them only.
  const sql = `UPDATE key_terms SET counted = article IN (SELECT key_terms.article ${counted} AND article BETWEEN :from AND :to)
    WHERE article BETWEEN :from AND :to`;
  const last = numberOf(store.get('SELECT ifnull(max(article), 0) AS last FROM key_terms'), 'last');
  for (let from = 0; from <= last; from += atOnce) store.run(sql, { until, never, from, to: from + atOnce - 1 });
  saveTotal(store, articles);
}

const partShift = 24;
const atOnce = 10_000;

function savePart(store: Store, part: number, counts: ReadonlyMap<number, number>): void {
  const sorted = [...counts].filter(([, count]) => count > 0).toSorted(([a], [b]) => a - b);
  const numbers = [...sorted.map(([term]) => term), ...sorted.map(([, count]) => count)];
  store.run('INSERT OR REPLACE INTO term_count VALUES (?, ?)', part, packNumbers(numbers));
}

function saveTotal(store: Store, articles: number): void {
  nextVersion(store);
  // The log has it, even where the number is the same.
  store.run("INSERT OR REPLACE INTO meta VALUES ('terms_counted', ?)", String(articles));
}

function nextVersion(store: Store): void {
  const version = Number(store.meta('terms_version') ?? 0) + 1;
  store.run("INSERT OR REPLACE INTO meta VALUES ('terms_version', ?)", String(version));
}

function mapOf(bytes: Uint8Array): Map<number, number> {
  const numbers = [...unpackNumbers(bytes)];
  const size = numbers.length / 2;
  return new Map(numbers.slice(0, size).map((term, index) => [term, numbers[size + index] ?? 0]));
}

/** The keys of the articles that have one of some terms among their key terms; `undefined` if these are more than `most`. */
export function articlesWith(store: Store, terms: readonly number[], most: number): Set<number> | undefined {
  const found = new Set<number>();
  for (const term of terms)
    for (const row of store.each('SELECT articles FROM term_articles WHERE term = ?', term)) {
      for (const article of unpackNumbers(bytesOf(row, 'articles'))) found.add(article);
      if (found.size > most) return undefined;
    }
  return found;
}

/** How rare each term is. */
export class Rarity {
  readonly version: string;
  readonly #counts: TermTable;
  readonly #scale: RarityScale;

  constructor(store: Store) {
    this.version = store.meta('terms_version') ?? '';
    this.#scale = scaleOf(Number(store.meta('terms_counted') ?? 0));
    const parts = store.all('SELECT counts FROM term_count').map((row) => unpackNumbers(bytesOf(row, 'counts')));
    this.#counts = new TermTable(parts.reduce((sum, { length }) => sum + length / 2, 0));
    for (const numbers of parts) {
      const size = numbers.length / 2;
      for (let at = 0; at < size; at += 1) this.#counts.set(numbers[at] ?? 0, numbers[size + at] ?? 1);
    }
  }

  /** BM25's weight of a term, in steps. `isName`: whether the text has it as a name. */
  of(term: number, isName: boolean): number {
    return this.#scale.of(term, this.#counts.get(term), isName);
  }
}

const rarities = new WeakMap<Store, Rarity>();

/** The rarity of terms in a store; read once for each change of its counts. */
export function rarityIn(store: Store): Rarity {
  const known = rarities.get(store);
  if (known && known.version === (store.meta('terms_version') ?? '')) return known;
  const rarity = new Rarity(store);
  rarities.set(store, rarity);
  return rarity;
}
