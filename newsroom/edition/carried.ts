import { KeptArticles } from '../related/kept-articles.ts';
import { numberOf, type Store } from '../store/store.ts';

/** Which articles a title carries, hidden or not; of a large archive, a bit for each. */
class CarriedArticles {
  readonly #bits: Uint8Array;
  /** Articles that have changed since. */
  readonly #unknown = new Set<number>();

  constructor(store: Store) {
    const last = store.get('SELECT max(key) AS key FROM main.article')?.['key'];
    this.#bits = new Uint8Array(typeof last === 'number' ? (last >> 3) + 1 : 0);
    for (const row of store.each('SELECT key FROM article')) this.#set(numberOf(row, 'key'), true);
  }

  forget(article: number): void {
    this.#unknown.add(article);
  }

  has(store: Store, article: number): boolean {
    if (!this.#unknown.has(article)) return ((this.#bits[article >> 3] ?? 0) & (1 << (article & 7))) !== 0;
    const isCarried = store.get('SELECT 1 FROM article WHERE key = ?', article) !== undefined;
    // An article with a new key has no bit. It is looked up each time, until there are many.
    if (article >> 3 < this.#bits.length) {
      this.#set(article, isCarried);
      this.#unknown.delete(article);
    }
    return isCarried;
  }

  /** Whether so many articles are new that the bits should be made again. */
  get isWorn(): boolean {
    return this.#unknown.size > 1_000;
  }

  #set(article: number, isCarried: boolean): void {
    const bit = 1 << (article & 7);
    const byte = this.#bits[article >> 3] ?? 0;
    this.#bits[article >> 3] = isCarried ? byte | bit : byte & ~bit;
  }
}

const known = new KeptArticles<CarriedArticles>();

/** Says whether the title whose articles a connection reads carries an article, by its key. */
export function carriedIn(store: Store): (article: number) => boolean {
  const whole = store.get('SELECT 1 FROM title_shown WHERE lists = 0');
  if (whole) return () => true;
  const carried = known.of(
    store,
    () => new CarriedArticles(store),
    (kept) => !kept.isWorn,
  );
  return (article) => carried.has(store, article);
}
